import { partKinds } from '../../lesson/lesson-parts.ts';
import type { ClassEntry } from '../../progress/files/class-list.ts';
import { answerOf, outcomeOf } from '../../progress/record/item-outcome.ts';
import type { LessonScore } from '../../progress/record/lesson-score.ts';
import type { ItemRecord } from '../../progress/record/record-types.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { element } from '../dom/element.ts';
import { handInNotes } from './class-table.ts';
import { classWords } from './class-words.ts';
import { itemState } from './part-state.ts';
import { progressPageWords } from './progress-page-words.ts';
import type { NamedLesson } from './show-lessons.ts';

/**
 * Creates the folded view of one hand-in: whether its digest is valid, the notes about it, and each exercise and question with
 * its result and code. It is filled when it is first opened, because a class has many and few are looked at.
 */
export function showHandIn(
  entry: ClassEntry,
  lessons: readonly NamedLesson[],
  language: Language,
): HTMLDetailsElement {
  const words = classWords[language];
  const { handIn, scores } = entry;
  const { name, at, record, seal } = handIn;
  const details = element('details', { class: 'handed-in', 'data-seal': seal }, element('summary', {}, name));
  const fill = () =>
    details.append(
      element('p', { class: 'verdict' }, seal === 'fits' ? words.untouched : words.touched),
      element('p', {}, words.madeBy(name, formatFor(language).date(at))),
      ...handInNotes(entry, language).map((text) => element('p', {}, text)),
      ...lessons.flatMap((lesson) => showLesson(lesson, scores, record.items, language)),
    );
  details.addEventListener('toggle', fill, { once: true });
  return details;
}

/** Creates the heading and the items of a lesson; nothing if the learner did nothing in it. */
function showLesson(
  { lesson, title, parts }: NamedLesson,
  scores: readonly LessonScore[],
  items: readonly ItemRecord[],
  language: Language,
): readonly HTMLElement[] {
  const score = scores.find((each) => each.lesson === lesson);
  if (score === undefined || partKinds.every((kind) => score[kind].done === 0)) {
    if (!items.some((each) => each.lesson === lesson)) return [];
  }
  const rows = parts.flatMap(({ kind, id, name }) => {
    const isItem = kind === 'exercises' || kind === 'questions';
    const item = isItem ? items.find((each) => each.lesson === lesson && each.item === id) : undefined;
    return item === undefined ? [] : [itemRow(item, name, language)];
  });
  const head = element('h4', {}, score === undefined ? title : scoreText(title, score, language));
  return [head, element('ul', { class: 'parts' }, ...rows)];
}

function itemRow(item: ItemRecord, name: string, language: Language): HTMLLIElement {
  const words = classWords[language];
  const { hints, imported } = outcomeOf(item);
  const state = [
    itemState(item, progressPageWords[language]),
    ...(hints > 0 ? [words.hints(hints)] : []),
    ...(imported > 0 ? [words.importedTries(imported)] : []),
  ].join(', ');
  const code = item.item.startsWith('exercise/') ? answerOf(item) : null;
  return element(
    'li',
    { 'data-handed-in': item.item },
    element('span', { class: 'part-name' }, name),
    element('span', { class: 'part-state' }, state),
    ...(code === null
      ? []
      : [
          element(
            'details',
            { class: 'handed-in-code' },
            element('summary', { 'aria-label': words.codeOf(name) }, words.code),
            element('pre', {}, element('code', {}, code)),
          ),
        ]),
  );
}

function scoreText(title: string, score: LessonScore, language: Language): string {
  const words = classWords[language];
  const { count } = progressPageWords[language];
  const counts = partKinds
    .filter((kind) => score[kind].of > 0)
    .map((kind) => `${words.kinds[kind]} ${count(score[kind].done, score[kind].of)}`);
  return `${title}: ${counts.join(', ')}`;
}
