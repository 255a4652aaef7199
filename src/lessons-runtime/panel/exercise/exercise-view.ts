import type { Grade } from '../../grading/grade.ts';
import {
  countHonestTries,
  type ExercisePage,
  exerciseItem,
  honestTries,
} from '../../lesson/exercise-page.ts';
import type { ItemRecord, ItemsStore } from '../../progress/items-store.ts';
import type { CodeView } from '../code-view.ts';
import { part } from '../read-page.ts';
import type { ExerciseWords } from './exercise-words.ts';
import { saidOf, showEarlier, showGrade } from './feedback-view.ts';
import { guardSolution } from './guard-solution.ts';
import { openHints } from './open-hints.ts';

export interface ExerciseDependencies {
  readonly lesson: string;
  readonly words: ExerciseWords;
  readonly store: ItemsStore;
  /** Said when the device takes nothing more. */
  readonly onCannotSave: () => void;
  readonly grade: (exercise: ExercisePage, code: string) => Promise<Grade>;
}

/** Brings one exercise to life, as earlier visits left it. */
export async function mountExercise(
  section: HTMLElement,
  code: CodeView,
  { lesson, words, store, onCannotSave, grade }: ExerciseDependencies,
): Promise<void> {
  const item = exerciseItem(section.dataset['exercise'] ?? '');
  const page = JSON.parse(
    part<HTMLTemplateElement>(section, '[data-exercise-page]').content.textContent ?? '',
  ) as ExercisePage;
  const button = part<HTMLButtonElement>(section, '[data-action=check]');
  const feedback = part(section, '[data-exercise-feedback]');
  const live = part(section, '[data-exercise-live]');
  let record: ItemRecord | null =
    (await store.load(lesson).catch(() => [])).find((each) => each.item === item) ?? null;
  let isChecking = false;

  /** Of tries that count: those that broke are our fault. */
  const tries = () => (record?.attempts ?? []).filter(({ verdict }) => verdict !== 'broken');

  function showState(): void {
    const last = tries().at(-1)?.verdict;
    const verdict = last === 'correct' || last === 'incorrect' ? last : null;
    section.dataset['verdict'] = verdict ?? 'unanswered';
    const state = verdict === null ? words.unanswered : words.state[verdict](tries().length);
    part(section, '[data-exercise-state]').textContent =
      record?.isSolutionSeen === true ? `${state} · ${words.seen}` : state;
  }

  async function change(make: (record: ItemRecord) => ItemRecord): Promise<void> {
    try {
      record = await store.update(lesson, item, make);
    } catch {
      // What cannot be kept still holds for this page.
      record = make(record ?? { lesson, item, attempts: [], hints: 0, isSolutionSeen: false });
      onCannotSave();
    }
    showState();
  }

  async function check(): Promise<void> {
    if (isChecking) return;
    isChecking = true;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = words.checking;
    live.textContent = words.checking;
    const answer = code.source();
    const graded = await grade(page, answer);
    const { verdict } = graded;
    const message = graded.stage === 'right' ? graded.message : graded.stage;
    await change((found) => ({
      ...found,
      attempts: [...found.attempts, { at: Date.now(), answer, verdict, message }],
    }));
    showGrade(feedback, graded, page, words, code.goTo);
    live.textContent = saidOf(graded, page, words);
    button.textContent = words.check;
    button.removeAttribute('aria-disabled');
    isChecking = false;
  }

  openHints(
    [...section.querySelectorAll<HTMLDetailsElement>('[data-exercise-hint]')],
    record?.hints ?? 0,
    (count) => void change((found) => ({ ...found, hints: Math.max(found.hints, count) })),
  );
  guardSolution(
    part<HTMLDetailsElement>(section, '[data-solution]'),
    words,
    () =>
      record?.isSolutionSeen === true || tries().at(-1)?.verdict === 'correct'
        ? 0
        : honestTries -
          countHonestTries(tries().flatMap(({ answer, message }) => (message === 'blanks' ? [] : [answer]))),
    () => void change((found) => ({ ...found, isSolutionSeen: true })),
  );
  button.addEventListener('click', () => void check());
  button.disabled = false;
  showState();
  const last = tries().at(-1);
  if (last?.verdict === 'correct' || last?.verdict === 'incorrect')
    showEarlier(feedback, last.verdict, last.message, page, words);
}
