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

/** What is to be graded. */
export interface GradingTask {
  /** The name of the exercise's own cell. */
  readonly cell: string;
  /** The learner's code. */
  readonly code: string;
  /** The author's check. */
  readonly check: string;
  /** The lesson's cells as they were authored. */
  readonly cells: readonly AuthoredCell[];
}

/** A task whose code can be read. */
interface ReadTask extends GradingTask {
  readonly compiled: Compiled;
}

/** Opens a session of its own, beside the lesson's. Nothing is shared but `keptFiles`. */
export type OpenSession = (side: {
  readonly events: SessionEvents;
  readonly blobCache: () => Promise<BlobCache>;
  /** `null` for the lesson's own. */
  readonly seed: number | null;
}) => Session;

export interface GradingDependencies {
  readonly language: Language;
  readonly open: OpenSession;
  /** The text of the script that grades. */
  readonly script: string;
  /** What the check's hidden inputs follow from. */
  readonly seed: () => number;
  /** Ends both workers at once; what the grade is then is for nobody. */
  readonly signal?: AbortSignal;
}

/** The check broke, or could not be brought up: nobody's mistake but ours. */
class BrokenCheck extends Error {}

/**
 * Grades an exercise, in stages: blanks, syntax, what cannot be, whether it runs, whether it is right.
 *
 * Two workers, so that no trust is needed. In one, the learner's code runs after the cells that it needs, and what it came to is
 * read: models by their layers and weights, values as JSON, functions by what they make of inputs that the check drew. In the
 * other, where no learner's code ever runs, the author's check rules on these answers, and only that worker is heard on the
 * verdict. Whatever a cell does to the realm, tfjs or the grading script of its own worker, it can change its answers and
 * nothing else; an answer passes where a right solution's would.
 *
 * Never rejects: what goes wrong here is the verdict `broken`.
 */
export async function gradeExercise(task: GradingTask, deps: GradingDependencies): Promise<Grade> {
  const read = readCode(task, deps.language);
  if ('verdict' in read) return read;
  const blobCache = createAnswerModels();
  const judge = openSide(deps, blobCache, deps.seed());
  try {
    return await gradeBy(judge, { ...task, compiled: read }, deps, blobCache);
  } catch (error) {
    return brokenGrade(deps.language, error);
  } finally {
    judge.session.restart();
  }
}

/** A session, and what became of it. */
interface Side {
  readonly session: Session;
  /** Runs cells one after the other. @returns whether all of them ended well */
  run(...cells: readonly (readonly [cell: string, source: string])[]): Promise<boolean>;
  /** The JSON that a cell sent last; empty where it sent none. */
  sent(cell: string): string;
  /** The last error that one of these cells ended with. */
  errorOf(...cells: readonly string[]): OutputOf<'error'> | undefined;
}

function openSide(deps: GradingDependencies, blobCache: BlobCache, seed: number | null): Side {
  const nothing = (): void => {};
  const data = new Map<string, string>();
  const events: SessionEvents = {
    onData: (cell, json) => void data.set(cell, json),
    onCell: nothing,
    onState: nothing,
    onMemory: nothing,
    onTraining: nothing,
    onTrouble: nothing,
  };
  const session = deps.open({ events, blobCache: async () => blobCache, seed });
  deps.signal?.addEventListener('abort', () => session.restart(), { once: true });
  return {
    session,
    run: async (...cells) =>
      deps.signal?.aborted !== true &&
      (await session.run(cells.map(([cell, source]) => ({ cell, source })))) === 'done',
    sent: (cell) => data.get(cell) ?? '',
    errorOf: (...cells) =>
      cells.flatMap((each) => session.cell(each).outputs).findLast((part) => part.kind === 'error'),
  };
}

async function gradeBy(
  judge: Side,
  task: ReadTask,
  deps: GradingDependencies,
  blobCache: BlobCache,
): Promise<Grade> {
  const { language, script } = deps;
  const planned = await judge.run(['grading', script], ['check', checkCell(task.check)], ['plan', planCell]);
  const plan = planned ? parsePlan(judge.sent('plan')) : null;
  if (plan === null) throw new BrokenCheck(judge.errorOf('grading', 'check', 'plan')?.what ?? 'no plan');
  const staticError = gradeStaticError(task, plan, language);
  if (staticError !== null) return staticError;

  const answers = await answersOf(task, plan, deps, blobCache);
  if (typeof answers !== 'string') return answers;

  const graded = await withTime(judge.session, plan.seconds, judge.run(['grade', gradeCell(answers)]));
  const ruling = graded === true ? parseRuling(judge.sent('grade')) : null;
  if (ruling === null) throw new BrokenCheck(judge.errorOf('grade')?.what ?? 'no ruling');
  return { stage: 'checked', ...ruling };
}

/** What the learner's code came to, as JSON; or why it came to nothing. */
async function answersOf(
  { cell, code, cells }: GradingTask,
  plan: Plan,
  deps: GradingDependencies,
  blobCache: BlobCache,
): Promise<string | Grade> {
  const learner = openSide(deps, blobCache, null);
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
      (await learner.run([cell, code])) && (await learner.run(['hand-over', collectAnswersCell(plan)]));
    const worked = await withTime(learner.session, plan.seconds, work());
    if (worked === 'late')
      return { verdict: 'incorrect', stage: 'time', ...stageWords[language].time(plan.seconds) };
    const answers = learner.sent('hand-over');
    if (worked && answers !== '') return answers;
    return whyItFailed(learner, cell, language);
  } finally {
    learner.session.restart();
  }
}

/** The learner's code as the compiler has it; or what is wrong with it before anything runs. */
function readCode({ cell, code }: GradingTask, language: Language): Compiled | Grade {
  const [blank] = findBlanks(code);
  if (blank !== undefined)
    return { verdict: 'incorrect', stage: 'blanks', ...stageWords[language].blanks, place: blank };
  const compiled = compileCell(code, { name: cell, run: 1 });
  if (compiled.ok) return compiled;
  const { line, column } = compiled.problem;
  return {
    verdict: 'incorrect',
    stage: 'syntax',
    ...problemText(compiled.problem, language),
    place: { line, column },
  };
}

function gradeStaticError({ code, cells, compiled }: ReadTask, plan: Plan, language: Language): Grade | null {
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

/** The error that the learner's code ended with; where there is none, its worker is gone. */
function whyItFailed(learner: Side, cell: string, language: Language): Grade {
  const error = learner.errorOf(cell, 'hand-over');
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
 * What the work comes to, or `late`, its worker ended. The seconds are those in which the page could hear the worker: one that was
 * stalled takes no time away from code that was done long ago.
 */
async function withTime<T>(session: Session, seconds: number, work: Promise<T>): Promise<T | 'late'> {
  let stop = (): void => {};
  const late = new Promise<'late'>((resolve) => {
    let passed = 0;
    stop = startPageTicks(1000, (wasStalled) => {
      if (!wasStalled) passed += 1;
      if (passed < seconds) return;
      stop();
      resolve('late');
      session.restart();
    });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    stop();
  }
}
