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
import { attemptOf } from './exercise-attempt.ts';
import type { ExerciseWords } from './exercise-words.ts';
import { feedbackText, showEarlier, showGrade } from './feedback-view.ts';
import { guardSolution } from './guard-solution.ts';
import { openHints } from './open-hints.ts';

export interface ExerciseDependencies {
  readonly lesson: string;
  readonly words: ExerciseWords;
  readonly store: ItemsStore;
  /** @param signal ends the check; what it comes to then is for nobody */
  readonly grade: (exercise: ExercisePage, code: string, signal: AbortSignal) => Promise<Grade>;
}

/**
 * Brings one exercise to life.
 * @returns shows what the record has of it: after earlier visits, and once another tab changed or reset it
 */
export function mountExercise(
  section: HTMLElement,
  code: CodeView,
  { lesson, words, store, grade }: ExerciseDependencies,
): (records: readonly ItemRecord[]) => void {
  const item = exerciseItem(section.dataset['exercise'] ?? '');
  const page = JSON.parse(
    requireElement<HTMLTemplateElement>(section, '[data-exercise-page]').content.textContent ?? '',
  ) as ExercisePage;
  const feedback = requireElement(section, '[data-exercise-feedback]');
  const announce = createAnnouncer(requireElement(section, '[data-exercise-live]'));
  const nothing: ItemRecord = { lesson, item, attempts: [], hints: 0, isSolutionSeen: false };
  let record = nothing;
  /** When the try was made that the feedback is about. */
  let shown: number | null = null;

  /** Of tries that count: those that broke are our fault. */
  const tries = () => record.attempts.filter(({ verdict }) => verdict !== 'broken');

  function showState(): void {
    const last = tries().at(-1)?.verdict;
    const verdict = last === 'correct' || last === 'incorrect' ? last : null;
    section.dataset['verdict'] = verdict ?? 'unanswered';
    const state = verdict === null ? words.unanswered : words.state[verdict](tries().length);
    requireElement(section, '[data-exercise-state]').textContent =
      solutionSeen(record) === 'before' ? `${state} · ${words.seen}` : state;
  }

  function show(records: readonly ItemRecord[]): void {
    const wasSeen = record.isSolutionSeen;
    record = records.find((each) => each.item === item) ?? nothing;
    showState();
    showHints(record.hints);
    if (wasSeen && !record.isSolutionSeen) shutSolution();
    const last = tries().at(-1);
    if (shown === (last?.at ?? null)) return;
    shown = last?.at ?? null;
    feedback.replaceChildren();
    if (last !== undefined) showEarlier(feedback, last, page, words);
  }

  async function change(make: (record: ItemRecord) => ItemRecord): Promise<void> {
    try {
      record = await store.update(lesson, item, make);
    } catch {
      // Told by the record. What cannot be kept still holds for this page.
      record = make(record);
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
    const at = Date.now();
    if (graded.verdict !== 'broken') shown = at;
    const attempt = attemptOf(graded, at, answer);
    await change((found) => ({ ...found, attempts: [...found.attempts, attempt] }));
    showGrade(feedback, graded, page, words, code.goTo);
    announce(feedbackText(graded, page, words));
  }

  const showHints = openHints(
    [...section.querySelectorAll<HTMLDetailsElement>('[data-exercise-hint]')],
    (count, isMore) => {
      // That this one is open now, its own button says.
      if (isMore) announce(words.nextHint(count + 1));
      void change((found) => ({ ...found, hints: Math.max(found.hints, count) }));
    },
  );
  const shutSolution = guardSolution(
    requireElement<HTMLDetailsElement>(section, '[data-solution]'),
    words,
    () =>
      record.isSolutionSeen || tries().at(-1)?.verdict === 'correct'
        ? 0
        : honestTries - countHonestTries(tries()),
    () => void change((found) => markSolutionSeen(found, Date.now())),
  );
  createCheckButtons(section, words, check);
  return show;
}
