import { hasRecord } from '../../lessons-runtime/shared/has-record.ts';
import { inEachLanguage, languageOf } from '../../lessons-runtime/shared/language.ts';
import { loadPart } from '../../lessons-runtime/shared/load-part.ts';
import { currentPlace } from './reading-place.ts';

/** How long a reader must stay at a place before it is stored. */
const stayMilliseconds = 1000;

/** Shows the link to the place in a lesson that was read last; on a lesson's page, also stores the current place. */
export function startContinueLink(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-go-on]');
  if (link === null) return;
  // The link is less urgent than the page itself.
  addEventListener('load', () => setTimeout(() => void showLink(link).catch(() => {})), { once: true });
  const lesson = document.querySelector<HTMLElement>('main[data-lesson]')?.dataset['lesson'];
  if (lesson !== undefined) storePlaces(lesson);
}

async function showLink(link: HTMLAnchorElement): Promise<void> {
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
  for (const part of document.querySelectorAll('[data-go-on-where]')) part.textContent = where;
  for (const each of document.querySelectorAll<HTMLAnchorElement>('[data-go-on], [data-go-on-again]')) {
    each.href = `${lesson.path}#${encodeURIComponent(place.anchors[language])}`;
    each.hidden = false;
  }
  link.title = where;
}

/** Stores the place when scrolling pauses; without a record yet, only when the reader leaves the page. */
function storePlaces(lesson: string): void {
  let timer = 0;
  const store = () => void storeCurrentPlace(lesson).catch(() => {});
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = window.setTimeout(async () => {
        if (await hasRecord()) store();
      }, stayMilliseconds);
    },
    { passive: true },
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') store();
  });
}

async function storeCurrentPlace(lesson: string): Promise<void> {
  const place = currentPlace();
  if (place === null) return;
  const { savePlace } = await loadPart(() => import('../../lessons-runtime/record.ts'));
  const language = languageOf(document.documentElement);
  const json = document.querySelector('a[data-language]')?.getAttribute('data-anchors') ?? '{}';
  const anchors: Readonly<Record<string, string>> = JSON.parse(json);
  const there = anchors[place.anchor] ?? place.anchor;
  await savePlace({
    lesson,
    language,
    anchors: inEachLanguage((each) => (each === language ? place.anchor : there)),
    heading: headingOver(place.anchor),
  });
}

/** Returns the text of the last heading at or before an element. */
function headingOver(anchor: string): string {
  const mark = document.getElementById(anchor);
  const headings = [...document.querySelectorAll('article :is(h2, h3, h4)[id]')];
  const over = headings.filter(
    (heading) =>
      heading === mark || (mark && heading.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING),
  );
  return over.at(-1)?.textContent?.trim() ?? '';
}
