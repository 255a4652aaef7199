import { hasRecord } from '../../lessons-runtime/shared/has-record.ts';
import { inEachLanguage, languageOf } from '../../lessons-runtime/shared/language.ts';
import { loadPart } from '../../lessons-runtime/shared/load-part.ts';
import { placeBeingRead } from './reading-place.ts';

/** How long a reader has to stay for a place to be one. */
const stayMilliseconds = 1000;

/** Offers to go on where the reader was last, if they were in a lesson; and, in a lesson, notes where they are. */
export function startContinueLink(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-go-on]');
  if (link === null) return;
  // What the page is for comes first; the offer can come a moment later.
  addEventListener('load', () => setTimeout(() => void offer(link).catch(() => {})), { once: true });
  const lesson = document.querySelector<HTMLElement>('main[data-lesson]')?.dataset['lesson'];
  if (lesson !== undefined) notePlaces(lesson);
}

async function offer(link: HTMLAnchorElement): Promise<void> {
  if (!(await hasRecord())) return;
  const { loadLastPlace } = await loadPart(() => import('../../lessons-runtime/record.ts'));
  const place = await loadLastPlace();
  const lessons: Readonly<Record<string, { readonly path: string; readonly title: string }>> = JSON.parse(
    link.dataset['goOn'] ?? '{}',
  );
  const lesson = place === null ? undefined : lessons[place.lesson];
  if (place === null || lesson === undefined) return;
  const language = languageOf(document.documentElement);
  const heading = place.language === language && place.heading !== '' ? ` · ${place.heading}` : '';
  const where = lesson.title + heading;
  const block = document.querySelector<HTMLElement>('[data-go-on-block]');
  for (const each of [link, ...(block?.querySelectorAll('a') ?? [])]) {
    each.href = `${lesson.path}#${encodeURIComponent(place.anchors[language])}`;
    for (const part of each.querySelectorAll('[data-go-on-where]')) part.textContent = where;
  }
  link.title = where;
  link.hidden = false;
  if (block !== null) block.hidden = false;
}

/** While one reads; before there is a record of anything, as one leaves. */
function notePlaces(lesson: string): void {
  let timer = 0;
  const note = () => void noteHere(lesson).catch(() => {});
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = window.setTimeout(async () => {
        if (await hasRecord()) note();
      }, stayMilliseconds);
    },
    { passive: true },
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') note();
  });
}

async function noteHere(lesson: string): Promise<void> {
  const place = placeBeingRead();
  if (place === null) return;
  const { savePlace } = await loadPart(() => import('../../lessons-runtime/record.ts'));
  const language = languageOf(document.documentElement);
  const switched = document.querySelector('a[data-language]')?.getAttribute('data-anchors') ?? '{}';
  const anchors: Readonly<Record<string, string>> = JSON.parse(switched);
  const there = anchors[place.anchor] ?? place.anchor;
  await savePlace({
    lesson,
    language,
    anchors: inEachLanguage((each) => (each === language ? place.anchor : there)),
    heading: headingOver(place.anchor),
  });
}

function headingOver(anchor: string): string {
  const mark = document.getElementById(anchor);
  const headings = [...document.querySelectorAll('article :is(h2, h3, h4)[id]')];
  const over = headings.filter(
    (heading) =>
      heading === mark || (mark && heading.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING),
  );
  return over.at(-1)?.textContent?.trim() ?? '';
}
