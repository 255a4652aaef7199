import { partKinds } from '../../lesson/lesson-parts.ts';
import { type VerifiedHandIn, verifyHandIn, writeHandIn } from '../../progress/hand-in-file.ts';
import type { LessonScore } from '../../progress/lesson-score.ts';
import type { RecordStore } from '../../progress/record-store.ts';
import type { Language } from '../../shared/language.ts';
import { saveFile } from '../chart/save-file.ts';
import { element } from '../element.ts';
import { part } from '../read-page.ts';
import { dateText, fileStem } from './dates.ts';
import { faultText } from './fault-text.ts';
import { progressPageWords } from './progress-page-words.ts';
import type { LessonList } from './show-lessons.ts';
import type { Spoken } from './spoken.ts';

/** Makes hand-ins from what is stored, and says of one that is opened whether it is as it was made. */
export function mountHandIn(
  root: HTMLElement,
  store: RecordStore,
  language: Language,
  spoken: Spoken,
  lessons: LessonList,
): void {
  const words = progressPageWords[language];
  const name = part<HTMLInputElement>(root, '[data-learner-name]');
  const input = part<HTMLInputElement>(root, '[data-verify]');
  const verified = part(root, '[data-verified]');

  name.addEventListener('change', () => {
    const given = name.value.trim();
    store
      .update('learner', ['learner', '', ''], (kept) => ({ name: given, lastRun: kept?.lastRun ?? 0 }))
      // Told by the store; the name stays in its field.
      .catch(() => null);
  });

  part(root, '[data-action=hand-in]').addEventListener('click', () => {
    const given = name.value.trim();
    name.setAttribute('aria-invalid', String(given === ''));
    if (given === '') {
      name.focus();
      spoken.say(words.nameFirst);
    } else void handIn(given);
  });

  async function handIn(given: string): Promise<void> {
    const record = await store.loadAll();
    const at = Date.now();
    const text = await writeHandIn({ name: given, at, record, scores: lessons.scores(record) });
    const file = `${fileStem(words.handInName, at, given)}.json`;
    saveFile(new Blob([text], { type: 'application/json' }), file);
    spoken.say(words.handedIn(file));
  }

  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    void file.text().then(async (text) => {
      input.value = '';
      const read = await verifyHandIn(text);
      verified.dataset['verified'] = read.ok ? (read.value.isUntouched ? 'untouched' : 'touched') : 'refused';
      verified.replaceChildren(
        ...(read.ok ? describe(read.value) : [element('p', {}, faultText(read.fault, language))]),
      );
    });
  });

  function describe({ name: whose, at, scores, isUntouched }: VerifiedHandIn): readonly HTMLElement[] {
    return [
      element('p', { class: 'verdict' }, isUntouched ? words.untouched : words.touched),
      element('p', {}, words.madeBy(whose, dateText(at, language))),
      element('ul', {}, ...scores.map((score) => element('li', {}, scoreText(score)))),
    ];
  }

  function scoreText(score: LessonScore): string {
    const counts = partKinds
      .filter((kind) => score[kind].of > 0)
      .map((kind) => `${words.kinds[kind]} ${words.count(score[kind].done, score[kind].of)}`);
    return words.scored(lessons.title(score.lesson), counts.join(', '));
  }
}
