import { compileCell } from '../compile/compile-cell.ts';
import { isCourseError } from '../protocol/failure.ts';
import type { HostToWorker, RunMessage, StartMessage } from '../protocol/host-to-worker.ts';
import type { Outcome } from '../protocol/worker-to-host.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { Language } from '../shared/language.ts';
import { chooseBackend, isDownloadFailure, registerLazyBackends } from './backend/backend.ts';
import { registerLazyGraphModels } from './backend/graph-models.ts';
import { createCellPlaces } from './cell-places.ts';
import { createCooperativeStop, StopSignal } from './cooperative-stop.ts';
import { explainError, isInstance } from './errors/explain-error.ts';
import { wordProblem } from './errors/word-problem.ts';
import { createHostRequests } from './host-requests.ts';
import { createCellConsole } from './inspect/cell-console.ts';
import { createDisplay } from './inspect/display.ts';
import { inspectValue } from './inspect/inspect-value.ts';
import { showLibraryConsole } from './inspect/tensorflow-console.ts';
import type { KernelPort } from './kernel-port.ts';
import { kernelWords } from './kernel-words.ts';
import { createScriptLoader, type LazyScripts } from './lazy-scripts.ts';
import { createLibraryLoader } from './library-loader.ts';
import { createMemoryWatch } from './memory/memory-watch.ts';
import { createPendingWork } from './memory/pending-work.ts';
import { createCourseModule } from './modules/course-module.ts';
import { createModules } from './modules/modules.ts';
import { createOutputCapture } from './output/capture-output.ts';
import { createProgressBar } from './output/progress-bar.ts';
import { seedRandomness } from './random.ts';
import { createScope } from './scope.ts';
import type { ChartsInterface, ChartsScript } from './script-interfaces.ts';
import { createSiteFetch } from './site-fetch.ts';
import type { TensorFlow } from './tensorflow.ts';
import { patchTraining } from './training/around-fit.ts';
import { createFitProgress } from './training/fit-progress.ts';
import { applyKerasSemantics } from './training/keras-semantics.ts';

export interface KernelDependencies {
  readonly tf: TensorFlow;
  /** What a cell's free names resolve to: the worker's global object. */
  readonly globals: object;
  /** Runs a script in the global scope and returns its completion value: an indirect `eval`. */
  readonly evaluate: (script: string) => unknown;
  /** What lazy scripts would export, for a kernel that has them at hand and need not fetch them. */
  readonly scripts?: LazyScripts;
}

export interface Kernel {
  receive(message: HostToWorker): void;
  /** For what no cell caught: a rejected promise or an error in a timer. Shown in the latest run. */
  reportUncaught(thrown: unknown): void;
}

/** How often a long run tells what it has in memory. */
const memoryMilliseconds = 1000;

type CompiledCell = (
  scope: object,
  load: (specifier: string, required?: readonly string[]) => Promise<unknown>,
  ran: (mark: number) => void,
) => Promise<unknown>;

/** Runs the cells of one lesson, one at a time, in one shared scope. */
export function createKernel(port: KernelPort, dependencies: KernelDependencies): Kernel {
  const { tf, globals, evaluate } = dependencies;
  let language: Language = 'es';
  let charts: ChartsInterface | null = null;
  /** The run under way, or the last one. */
  let current: Pick<RunMessage, 'cell' | 'run'> = { cell: '', run: 0 };

  const requests = createHostRequests(port.post, () => language);
  const capture = createOutputCapture(port.post, () => kernelWords[language].outputOmitted);
  const places = createCellPlaces();
  const stop = createCooperativeStop(tf);
  const fitProgress = createFitProgress(
    capture,
    () => language,
    () => stop.requested,
  );
  applyKerasSemantics(
    tf,
    () => language,
    (text) => capture.show({ kind: 'note', level: 'warn', text }),
  );
  const work = createPendingWork(tf);
  const modules = createModules();

  function show(value: unknown): void {
    memory.displayed(value);
    const inspected = inspectValue(tf, value, places.trace);
    if (inspected instanceof Promise) capture.showLater(inspected);
    else capture.show(inspected.part, inspected.transfer);
  }

  const siteFetch = createSiteFetch(requests);
  const cellConsole = createCellConsole(capture.print, show);
  showLibraryConsole(globals, cellConsole, { run: () => current.run, language: () => language });
  const scope = createScope(globals, {
    tf,
    console: cellConsole,
    display: createDisplay(show, capture.show),
    fetch: siteFetch,
    ...work.timers,
  });

  const globalNames = new Set(Object.keys(globals));
  const memory = createMemoryWatch({
    tf,
    language: () => language,
    places,
    isIdle: () => work.isIdle && requests.isIdle,
    roots: () => [...scope.held(), ...Object.entries(globals).filter(([name]) => !globalNames.has(name))],
    foreign: () => [tf, globals, ...modules.namespaces()],
  });

  const loadScript = createScriptLoader(requests, evaluate, dependencies.scripts);
  const explain = (thrown: unknown) => explainError(thrown, language, places, scope.declaredBy, loadScript);

  const library = createLibraryLoader(loadScript, {
    tf,
    requests,
    capture,
    language: () => language,
    run: () => current,
    post: port.post,
    trace: places.trace,
    nameOf: scope.nameOf,
    isStopped: () => stop.requested,
  });
  patchTraining(tf, { pending: work.around, progress: fitProgress.around, stop: stop.around }, library);

  /** Why the kernel could not start: every run fails with it. */
  let startFailure: { readonly reason: unknown } | null = null;

  async function start(message: StartMessage): Promise<void> {
    language = message.language;
    seedRandomness(tf, message.seed);
    registerLazyBackends(tf, requests, loadScript, {
      onLost: () =>
        port.post({
          type: 'lost',
          why: library.loaded?.saveRecovery() === true ? 'graphics-rescued' : 'graphics',
        }),
      openShaderBar: () =>
        createProgressBar(capture, {
          id: 'shaders',
          label: kernelWords[language].preparingGraphics,
          unit: 'steps',
        }),
    });
    registerLazyGraphModels(tf, loadScript);
    // `tf.loadLayersModel(path)` and its like ask tfjs's platform for files.
    Object.assign(tf.env().platform, { fetch: siteFetch });
    modules.register('@tensorflow/tfjs', tf);
    modules.registerLazy('@tensorflow/tfjs-vis', async () => {
      const script = (await loadScript('charts')) as unknown as ChartsScript;
      charts = script.createCharts({ tf, capture, language });
      return charts.module;
    });
    modules.register(
      'deshielo',
      createCourseModule({ tf, requests, capture, language, library: library.load, loadScript }),
    );
    const chosen = await chooseBackend(tf, message.backend, language);
    port.post({ type: 'ready', ...chosen });
  }

  async function runCell({ cell, run, source }: RunMessage): Promise<Outcome> {
    if (startFailure !== null) {
      capture.show(await explain(startFailure.reason));
      return 'failed';
    }
    const compiled = compileCell(source, { name: cell, run });
    if (!compiled.ok) {
      const { what, advice } = await wordProblem(compiled.problem, language, loadScript);
      const { line, column } = compiled.problem;
      capture.show({
        kind: 'error',
        name: 'SyntaxError',
        what,
        advice,
        place: { cell, line, column },
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
      const value = await execute(
        scope.bindings,
        (specifier, required = []) => modules.load(specifier, required, language),
        (mark) => {
          ran = mark;
        },
      );
      ran = Number.POSITIVE_INFINITY;
      if (value !== undefined && !library.loaded?.hasShown(value)) show(value);
      await capture.settled();
      return stop.requested ? 'stopped' : 'done';
    } catch (thrown) {
      await capture.settled().catch(() => {});
      if (isStop(thrown)) return 'stopped';
      capture.show(await explain(thrown));
      return 'failed';
    } finally {
      scope.close(compiled.declares, ran);
    }
  }

  /** What Stop made a cell throw is nobody's mistake. */
  function isStop(thrown: unknown): boolean {
    if (isInstance(thrown, StopSignal)) return true;
    return stop.requested && isCourseError(thrown) && thrown.failure.code === 'cancelled';
  }

  async function run(message: RunMessage): Promise<void> {
    stop.reset();
    current = message;
    capture.begin(message.cell, message.run);
    fitProgress.begin();
    const began = performance.now();
    const ticking = setInterval(reportMemory, memoryMilliseconds);
    const outcome = message.run <= stoppedBefore ? 'stopped' : await runCell(message);
    clearInterval(ticking);
    charts?.endRun();
    library.loaded?.endRun();
    for (const text of memory.end(outcome === 'done')) capture.show({ kind: 'note', level: 'info', text });
    capture.flush();
    reportMemory();
    const { cell, run } = message;
    port.post({ type: 'finished', cell, run, outcome, milliseconds: performance.now() - began });
  }

  function reportMemory(): void {
    try {
      const { numTensors, numBytes } = tf.memory();
      port.post({ type: 'memory', tensors: numTensors, bytes: numBytes, backend: tf.getBackend() });
    } catch {
      // A cell that took tfjs apart goes without; its run ends all the same.
    }
  }

  /** Runs follow one another: two at once would interleave at their awaits. */
  let queue: Promise<void> = Promise.resolve();
  let running: number | null = null;
  /** The last run that Stop came for before it began: the kernel was still starting. */
  let stoppedBefore = 0;

  function enqueue(message: RunMessage): void {
    queue = queue.then(async () => {
      running = message.run;
      await run(message);
      running = null;
    });
  }

  function stopRun(run: number): void {
    if (running === run) {
      stop.request();
      requests.cancelAll();
    } else if (running === null) {
      stoppedBefore = run;
    }
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'start':
          queue = queue
            .then(() => start(message))
            .catch((reason: unknown) => {
              startFailure = { reason };
              // Another worker may have it: the page brings up a new one with the next run.
              if (isDownloadFailure(reason)) port.post({ type: 'lost', why: 'download' });
            });
          return;
        case 'run':
          enqueue(message);
          return;
        case 'stop':
          stopRun(message.run);
          return;
        case 'freeze':
          queue = queue.then(() => library.loaded?.freeze(message));
          return;
        case 'reply':
        case 'request-progress':
          requests.receive(message);
          return;
        default:
          assertNever(message);
      }
    },
    reportUncaught(thrown) {
      if (isStop(thrown)) return;
      capture.showUncaught(() => explain(thrown));
    },
  };
}
