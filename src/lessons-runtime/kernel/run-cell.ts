import { compileCell } from '../compile/compile-cell.ts';
import type { RunMessage } from '../protocol/host-to-worker.ts';
import type { OutputOf } from '../protocol/output.ts';
import type { Outcome } from '../protocol/worker-to-host.ts';
import type { Language } from '../shared/language.ts';
import type { CellPlaces } from './cell-places.ts';
import type { CooperativeStop, Wait } from './cooperative-stop.ts';
import { wordProblem } from './errors/word-problem.ts';
import type { MemoryWatch } from './memory/memory-watch.ts';
import type { Modules } from './modules/modules.ts';
import type { OutputCapture } from './output/capture-output.ts';
import type { Scope } from './scope.ts';
import type { ProblemsScript } from './script-interfaces.ts';

/** The value of a compiled cell: a function that runs the cell and resolves with its last value. */
type CompiledCell = (
  scope: object,
  load: (specifier: string, required?: readonly string[]) => Promise<unknown>,
  ran: (mark: number) => void,
  wait: Wait,
) => Promise<unknown>;

/** Returns a function that compiles a cell, runs it in the lesson's scope, and shows its result or its error. */
export function createCellRunner(deps: {
  readonly language: Language;
  readonly evaluate: (script: string) => unknown;
  readonly capture: OutputCapture;
  readonly places: CellPlaces;
  readonly scope: Scope;
  readonly memory: MemoryWatch;
  readonly modules: Modules;
  /** Loads the words for compile errors. */
  readonly loadProblems: () => Promise<ProblemsScript>;
  /** Shows a cell's last value. */
  readonly showResult: (value: unknown) => void;
  readonly explain: (thrown: unknown) => Promise<OutputOf<'error'>>;
  readonly stop: Pick<CooperativeStop, 'requested' | 'wait' | 'ofRun' | 'caused'>;
}): (message: RunMessage) => Promise<Outcome> {
  const { language, evaluate, capture, places, scope, memory, modules, loadProblems, stop } = deps;

  return async ({ cell, run, source }) => {
    const compiled = compileCell(source, { name: cell, run });
    if (!compiled.ok) {
      const { place, ...text } = await wordProblem(source, compiled.problem, language, loadProblems);
      capture.show({
        kind: 'error',
        name: 'SyntaxError',
        ...text,
        place: { cell, ...place },
        trace: [],
      });
      return 'failed';
    }
    places.remember(cell, run, compiled.mapPosition);
    scope.open(compiled.declares, cell);
    memory.begin(cell, compiled.code);
    let ran = 0;
    try {
      const execute = evaluate(compiled.code) as CompiledCell;
      const value = await stop.ofRun(
        execute(
          scope.bindings,
          (specifier, required = []) => modules.load(specifier, required, language),
          (mark) => {
            ran = mark;
          },
          stop.wait,
        ),
      );
      ran = Number.POSITIVE_INFINITY;
      if (value !== undefined) deps.showResult(value);
      await capture.settled();
      return stop.requested ? 'stopped' : 'done';
    } catch (thrown) {
      await capture.settled().catch(() => {});
      if (stop.caused(thrown)) return 'stopped';
      capture.show(await deps.explain(thrown));
      return 'failed';
    } finally {
      scope.close(compiled.declares, ran);
    }
  };
}
