import { compileCell } from '../compile/compile-cell.ts';
import { problemText } from '../compile/problems/problem-text.ts';
import { findBlanks } from '../grading/find-blanks.ts';
import { type Compiled, declaredBy, findStaticError } from '../grading/find-static-error.ts';
import type { Grade } from '../grading/grade.ts';
import { checkCell, collectAnswersCell, givenCell, gradeCell, planCell } from '../grading/grading-cells.ts';
import { type Plan, parsePlan, parseRuling } from '../grading/ruling.ts';
import { brokenGrade, staticErrorText } from '../grading/stage-text.ts';
import { stageWords } from '../grading/stage-words.ts';
import type { AuthoredCell } from '../lesson/lesson-page.ts';
import type { BlobCache } from '../progress/blobs/blob-cache.ts';
import type { OutputOf } from '../protocol/output.ts';
import type { Language } from '../shared/language.ts';
import { createAnswerModels } from './answer-models.ts';
import { startPageTicks } from './page-ticks.ts';
import type { Session, SessionEvents } from './session.ts';

/** An attempt at an exercise. */
export interface GradingTask {
  /** The name of the exercise's cell. */
  readonly cell: string;
  /** The learner's code. */
  readonly code: string;
  /** The source of the author's check. */
  readonly check: string;
  /** The lesson's cells with their authored code. */
  readonly cells: readonly AuthoredCell[];
}

/** A task whose code compiles. */
interface CompiledTask extends GradingTask {
  readonly compiled: Compiled;
}

/** Opens a session that shares nothing with the lesson's session. */
type OpenSession = (options: {
  readonly events: SessionEvents;
  readonly blobCache: () => Promise<BlobCache>;
  /** `null` for the seed of the lesson. */
  readonly seed: number | null;
}) => Session;

interface GradingDependencies {
  readonly language: Language;
  readonly open: OpenSession;
  /** The text of the grader script. */
  readonly script: string;
  /** Returns the seed of the check's hidden inputs. */
  readonly seed: () => number;
  /** Terminates both workers at once; the caller then ignores the grade. */
  readonly signal?: AbortSignal;
}

/** An error of the check or of the machinery around it, not of the learner's code. */
class BrokenCheck extends Error {}

/**
 * Grades an exercise in stages: blanks, syntax, static errors, whether the code runs, and whether its results are correct.
 *
 * It uses two workers, so that no learner's code is trusted. In the first, the learner's code runs after the cells that it
 * needs, and its results are collected: models as layers and weights, values as JSON, and the results of its functions for
 * inputs from the check. In the second, which never runs learners' code, the author's check rules on these answers; only this
 * worker decides the verdict. Code that tampers with the realm, tfjs or the grader script of its worker can change its answers
 * and nothing else.
 *
 * Never rejects: an internal error results in the verdict `broken`.
 */
export async function gradeExercise(task: GradingTask, deps: GradingDependencies): Promise<Grade> {
  const compiled = compileTask(task, deps.language);
  if ('verdict' in compiled) return compiled;
  const blobCache = createAnswerModels();
  const grader = openWorker(deps, blobCache, deps.seed());
  try {
    return await gradeWith(grader, { ...task, compiled }, deps, blobCache);
  } catch (error) {
    return brokenGrade(deps.language, error);
  } finally {
    grader.session.restart();
  }
}

/** A session with the data and the errors of its cells. */
interface GradingWorker {
  readonly session: Session;
  /** Runs cells one after the other. Returns whether all of them ended `done`. */
  run(...cells: readonly (readonly [cell: string, source: string])[]): Promise<boolean>;
  /** Returns the last JSON that a cell sent; empty if it sent none. */
  dataOf(cell: string): string;
  /** Returns the last error among the outputs of these cells. */
  errorOf(...cells: readonly string[]): OutputOf<'error'> | undefined;
}

function openWorker(deps: GradingDependencies, blobCache: BlobCache, seed: number | null): GradingWorker {
  const ignore = (): void => {};
  const data = new Map<string, string>();
  const events: SessionEvents = {
    onData: (cell, json) => void data.set(cell, json),
    onCell: ignore,
    onState: ignore,
    onMemory: ignore,
    onTraining: ignore,
    onConnectionLost: ignore,
  };
  const session = deps.open({ events, blobCache: async () => blobCache, seed });
  deps.signal?.addEventListener('abort', () => session.restart(), { once: true });
  return {
    session,
    run: async (...cells) =>
      deps.signal?.aborted !== true &&
      (await session.run(cells.map(([cell, source]) => ({ cell, source })))) === 'done',
    dataOf: (cell) => data.get(cell) ?? '',
    errorOf: (...cells) =>
      cells.flatMap((each) => session.cell(each).outputs).findLast((part) => part.kind === 'error'),
  };
}

async function gradeWith(
  grader: GradingWorker,
  task: CompiledTask,
  deps: GradingDependencies,
  blobCache: BlobCache,
): Promise<Grade> {
  const { language, script } = deps;
  const planned = await grader.run(['grading', script], ['check', checkCell(task.check)], ['plan', planCell]);
  const plan = planned ? parsePlan(grader.dataOf('plan')) : null;
  if (plan === null) throw new BrokenCheck(grader.errorOf('grading', 'check', 'plan')?.what ?? 'no plan');
  const staticError = gradeStaticError(task, plan, language);
  if (staticError !== null) return staticError;

  const answers = await answersOf(task, plan, deps, blobCache);
  if (typeof answers !== 'string') return answers;

  const graded = await withTimeout(grader.session, plan.seconds, grader.run(['grade', gradeCell(answers)]));
  const ruling = graded === true ? parseRuling(grader.dataOf('grade')) : null;
  if (ruling === null) throw new BrokenCheck(grader.errorOf('grade')?.what ?? 'no ruling');
  return { stage: 'checked', ...ruling };
}

/** Runs the learner's code. Returns its answers as JSON, or the grade if it fails or takes too long. */
async function answersOf(
  { cell, code, cells }: GradingTask,
  plan: Plan,
  deps: GradingDependencies,
  blobCache: BlobCache,
): Promise<string | Grade> {
  const learner = openWorker(deps, blobCache, null);
  const { language } = deps;
  try {
    const needs = plan.needs.map((id) => {
      const source = cells.find((each) => each.id === id)?.source;
      if (source === undefined) throw new BrokenCheck(`no cell ${id}`);
      return [id, source] as const;
    });
    const ready = await learner.run(['grading', deps.script], ...needs, ['given', givenCell(plan)]);
    if (!ready)
      throw new BrokenCheck(
        learner.errorOf('grading', ...plan.needs, 'given')?.what ?? 'the cells before it did not run',
      );
    const work = async () =>
      (await learner.run([cell, code])) && (await learner.run(['collect-answers', collectAnswersCell(plan)]));
    const isDone = await withTimeout(learner.session, plan.seconds, work());
    if (isDone === 'timeout')
      return { verdict: 'incorrect', stage: 'time', ...stageWords[language].time(plan.seconds) };
    const answers = learner.dataOf('collect-answers');
    if (isDone && answers !== '') return answers;
    return gradeFailedRun(learner, cell, language);
  } finally {
    learner.session.restart();
  }
}

/** Compiles the learner's code. Returns a grade if it has blanks or syntax errors. */
function compileTask({ cell, code }: GradingTask, language: Language): Compiled | Grade {
  const [blank] = findBlanks(code);
  if (blank !== undefined)
    return { verdict: 'incorrect', stage: 'blanks', ...stageWords[language].blanks, place: blank };
  const compiled = compileCell(code, { name: cell, run: 1 });
  if (compiled.ok) return compiled;
  return { verdict: 'incorrect', stage: 'syntax', ...problemText(code, compiled.problem, language) };
}

/** Returns the grade for the first static error; `null` if there is none. */
function gradeStaticError(
  { code, cells, compiled }: CompiledTask,
  plan: Plan,
  language: Language,
): Grade | null {
  const before = cells
    .filter(({ id }) => plan.needs.includes(id))
    .flatMap(({ source }) => declaredBy(source));
  const staticError = findStaticError(code, compiled, new Set([...before, ...Object.keys(plan.given)]));
  if (staticError === null) return null;
  const other =
    staticError.kind === 'unknown-name'
      ? cells.find(({ source }) => declaredBy(source).includes(staticError.name))
      : undefined;
  return {
    verdict: 'incorrect',
    stage: 'types',
    ...(other === undefined
      ? staticErrorText(staticError, language)
      : stageWords[language].otherCell(staticError.name, other.id)),
    place: staticError.place,
  };
}

/** Returns the grade for code that failed: with its error, or without one if its worker was lost. */
function gradeFailedRun(learner: GradingWorker, cell: string, language: Language): Grade {
  const error = learner.errorOf(cell, 'collect-answers');
  if (error === undefined) return { verdict: 'incorrect', stage: 'run', ...stageWords[language].run };
  const { what, advice, place } = error;
  return {
    verdict: 'incorrect',
    stage: 'run',
    what,
    advice,
    ...(place?.cell === cell ? { place: { line: place.line, column: place.column } } : {}),
  };
}

/**
 * Waits for `work`; after `seconds` it terminates the worker and returns `timeout`. Only seconds in which the page could read
 * messages count, because the work may have finished while the page was stalled.
 */
async function withTimeout<T>(session: Session, seconds: number, work: Promise<T>): Promise<T | 'timeout'> {
  let stop = (): void => {};
  const timeout = new Promise<'timeout'>((resolve) => {
    let passed = 0;
    stop = startPageTicks(1000, (wasStalled) => {
      if (!wasStalled) passed += 1;
      if (passed < seconds) return;
      stop();
      resolve('timeout');
      session.restart();
    });
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    stop();
  }
}
