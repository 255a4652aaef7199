import type { Grade } from '../../grading/grade.ts';
import {
  countHonestTries,
  type ExercisePage,
  exerciseItem,
  honestTries,
} from '../../lesson/exercise-page.ts';
import type { ItemRecord, ItemsStore } from '../../progress/record/items-store.ts';
import { markSolutionSeen, solutionSeen } from '../../progress/record/solution-seen.ts';
import type { CodeView } from '../cell/code-view.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';
import { createCheckButtons } from './check-buttons.ts';
import { createAttempt } from './exercise-attempt.ts';
import type { ExerciseWords } from './exercise-words.ts';
import { feedbackText, showGrade, showStoredAttempt } from './feedback-view.ts';
import { guardSolution } from './guard-solution.ts';
import { openHints } from './open-hints.ts';

interface ExerciseDependencies {
  readonly lesson: string;
  readonly words: ExerciseWords;
  readonly store: ItemsStore;
  /** @param signal ends the check, whose result is then ignored */
  readonly grade: (exercise: ExercisePage, code: string, signal: AbortSignal) => Promise<Grade>;
}

/**
 * Mounts one exercise.
 * @returns shows the stored state of the exercise, given all items of the lesson
 */
export function mountExercise(
  section: HTMLElement,
  code: CodeView,
  { lesson, words, store, grade }: ExerciseDependencies,
): (records: readonly ItemRecord[]) => void {
  const item = exerciseItem(section.dataset['exercise'] ?? '');
  // Written by the build.
  const page: ExercisePage = JSON.parse(
    requireElement<HTMLTemplateElement>(section, '[data-exercise-page]').content.textContent ?? '',
  );
  const feedback = requireElement(section, '[data-exercise-feedback]');
  const announce = createAnnouncer(requireElement(section, '[data-exercise-live]'));
  const emptyRecord: ItemRecord = { lesson, item, attempts: [], hints: 0, isSolutionSeen: false };
  let record = emptyRecord;
  /** The time of the attempt whose feedback is shown. */
  let shownAt: number | null = null;

  /** Attempts that count: a broken check is not the learner's fault. */
  const tries = () => record.attempts.filter(({ verdict }) => verdict !== 'broken');

  function showState(): void {
    const last = tries().at(-1)?.verdict;
    const verdict = last === 'correct' || last === 'incorrect' ? last : null;
    section.dataset['verdict'] = verdict ?? 'unanswered';
    const state = verdict === null ? words.unanswered : words.state[verdict](tries().length);
    requireElement(section, '[data-exercise-state]').textContent =
      solutionSeen(record) === 'before' ? `${state} · ${words.seen}` : state;
    solution.update();
  }

  function show(records: readonly ItemRecord[]): void {
    const wasSeen = record.isSolutionSeen;
    record = records.find((each) => each.item === item) ?? emptyRecord;
    showState();
    showHints(record.hints);
    if (wasSeen && !record.isSolutionSeen) solution.close();
    const last = tries().at(-1);
    if (shownAt === (last?.at ?? null)) return;
    shownAt = last?.at ?? null;
    feedback.replaceChildren();
    if (last !== undefined) showStoredAttempt(feedback, last, page, words);
  }

  async function updateRecord(change: (record: ItemRecord) => ItemRecord): Promise<void> {
    try {
      record = await store.update(lesson, item, change);
    } catch {
      // The record reports the failure. The change still applies to this page.
      record = change(record);
    }
    showState();
  }

  async function check(signal: AbortSignal): Promise<void> {
    announce(words.checking);
    const answer = code.source();
    const cancelled = new Promise<null>((resolve) => {
      signal.addEventListener('abort', () => resolve(null));
    });
    const graded = await Promise.race([grade(page, answer, signal), cancelled]);
    if (graded === null) {
      announce(words.cancelled);
      return;
    }
    // A blank that is left is a slip, not a try.
    if (graded.stage !== 'blanks') {
      const at = Date.now();
      if (graded.verdict !== 'broken') shownAt = at;
      const attempt = createAttempt(graded, at, answer);
      await updateRecord((stored) => ({ ...stored, attempts: [...stored.attempts, attempt] }));
    }
    showGrade(feedback, graded, page, words, code.goTo);
    announce(feedbackText(graded, page, words));
  }

  const showHints = openHints(
    [...section.querySelectorAll<HTMLDetailsElement>('[data-exercise-hint]')],
    (count, hasMore) => {
      // Screen readers announce the state of the opened hint's own button.
      if (hasMore) announce(words.nextHint(count + 1));
      void updateRecord((stored) => ({ ...stored, hints: Math.max(stored.hints, count) }));
    },
  );
  const solution = guardSolution(
    requireElement<HTMLDetailsElement>(section, '[data-solution]'),
    words,
    () =>
      record.isSolutionSeen || tries().some(({ verdict }) => verdict === 'correct')
        ? 0
        : honestTries - countHonestTries(tries()),
    () => void updateRecord((stored) => markSolutionSeen(stored, Date.now())),
  );
  createCheckButtons(section, words, check);
  return show;
}
