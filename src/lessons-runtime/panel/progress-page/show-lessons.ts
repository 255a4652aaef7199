import type { LessonParts, PartKind } from '../../lesson/lesson-parts.ts';
import { partKinds } from '../../lesson/lesson-parts.ts';
import type { SolutionTokens } from '../../progress/files/hand-in-similarity.ts';
import { type LessonScore, type Share, scoreLesson, totalShare } from '../../progress/record/lesson-score.ts';
import type { RecordTables } from '../../progress/record/record-types.ts';
import type { RemovedParts } from '../../progress/record/without-parts.ts';
import { requireElement } from '../dom/read-page.ts';
import { partState } from './part-state.ts';
import type { ProgressPageWords } from './progress-page-words.ts';

/** The lessons on the page, with the learner's progress in each. */
export interface LessonList {
  show(record: RecordTables): void;
  /** Returns the score of each lesson. */
  scores(record: RecordTables): readonly LessonScore[];
  readonly lessons: readonly NamedLesson[];
}

/** A lesson and its parts, with their titles. */
export interface NamedLesson {
  readonly lesson: string;
  readonly partIds: LessonParts;
  readonly title: string;
  /** The tokens of the exercises' solutions by `<lesson>/exercise/<id>`. */
  readonly solutions: SolutionTokens;
  readonly parts: readonly { readonly kind: PartKind; readonly id: string; readonly name: string }[];
}

/**
 * Reads the lessons from the page and mounts their buttons.
 * @param onForget called with the parts of the record to delete and their title
 */
export function createLessonList(
  root: HTMLElement,
  words: ProgressPageWords,
  onForget: (parts: RemovedParts, name: string) => void,
): LessonList {
  const lessons = [...root.querySelectorAll<HTMLElement>('[data-parts]')].map((section) => {
    const parts: LessonParts = JSON.parse(section.dataset['parts'] ?? '');
    const title = textOf(requireElement(section, 'h3'));
    const forgetLesson = requireElement<HTMLButtonElement>(section, '[data-action=forget-lesson]');
    forgetLesson.addEventListener('click', () => onForget({ kind: 'lesson', lesson: parts.lesson }, title));
    const rows = [...section.querySelectorAll<HTMLElement>('[data-part]')].map((row) => {
      const place = { lesson: parts.lesson, kind: kindOf(row), id: row.dataset['part'] ?? '' };
      const name = textOf(requireElement(row, '[data-name]'));
      const forget = requireElement<HTMLButtonElement>(row, '[data-action=forget]');
      forget.setAttribute('aria-label', words.forgetNamed(name));
      forget.addEventListener('click', () => onForget(place, name));
      return { row, place, name, forget };
    });
    return { section, parts, title, forgetLesson, rows };
  });
  const scores = (record: RecordTables) => lessons.map(({ parts }) => scoreLesson(parts, record));

  return {
    scores,
    lessons: lessons.map(({ section, parts: partIds, title, rows }) => ({
      lesson: partIds.lesson,
      partIds,
      title,
      solutions: solutionsOf(section, partIds.lesson),
      parts: rows.map(({ place: { kind, id }, name }) => ({ kind, id, name })),
    })),
    show(record) {
      const scored = scores(record);
      for (const kind of partKinds) showShare(root, kind, totalShare(scored, kind), words);
      for (const [index, { section, parts, forgetLesson, rows }] of lessons.entries()) {
        const score = scored[index];
        for (const kind of partKinds) if (score !== undefined) showShare(section, kind, score[kind], words);
        for (const { row, place, forget } of rows) {
          const state = partState(record, place, words);
          row.toggleAttribute('data-touched', state !== null);
          requireElement(row, '[data-state]').textContent = state ?? '';
          forget.hidden = state === null;
        }
        forgetLesson.hidden = !isTouched(record, parts.lesson);
      }
    },
  };
}

function solutionsOf(section: HTMLElement, lesson: string): SolutionTokens {
  const tokens: Readonly<Record<string, readonly string[]>> = JSON.parse(
    section.dataset['solutions'] ?? '{}',
  );
  return new Map(Object.entries(tokens).map(([id, each]) => [`${lesson}/${id}`, new Set(each)]));
}

/** Returns an element's text, also if it is in a closed `<details>` (for which `innerText` is empty). */
function textOf(node: HTMLElement): string {
  return node.textContent?.trim() ?? '';
}

function kindOf(row: HTMLElement): PartKind {
  return partKinds.find((kind) => kind === row.dataset['kind']) ?? 'cells';
}

/** Shows a share in the first row of its kind within `scope`: that of a lesson, or in the page that of all lessons. */
function showShare(scope: HTMLElement, kind: PartKind, { done, of }: Share, words: ProgressPageWords): void {
  const row = scope.querySelector<HTMLElement>(`[data-share="${kind}"]`);
  if (row === null) return;
  requireElement<HTMLProgressElement>(row, 'progress').value = done;
  requireElement(row, '[data-count]').textContent = words.count(done, of);
}

function isTouched({ learner: _, drawings: __, ...tables }: RecordTables, lesson: string): boolean {
  return Object.values(tables).some((records) => records.some((each) => each.lesson === lesson));
}
