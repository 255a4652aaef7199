import type { HostToWorker, RunMessage, StartMessage } from '../protocol/host-to-worker.ts';
import type { Outcome } from '../protocol/worker-to-host.ts';
import { assertNever } from '../shared/assert-never.ts';
import { isDownloadFailure } from './backend/backend.ts';
import { createCellPlaces } from './cell-places.ts';
import { createCooperativeStop } from './cooperative-stop.ts';
import { explainError } from './errors/explain-error.ts';
import { createHostRequests } from './host-requests.ts';
import { createCellConsole } from './inspect/cell-console.ts';
import { createDisplay } from './inspect/display.ts';
import { inspectValue } from './inspect/inspect-value.ts';
import { showLibraryConsole } from './inspect/tensorflow-console.ts';
import type { KernelPort } from './kernel-port.ts';
import { kernelWords } from './kernel-words.ts';
import { createScriptLoader, type LazyScripts } from './lazy-scripts.ts';
import { loadedOnce } from './loaded-once.ts';
import { createDisplayedValues } from './memory/displayed-values.ts';
import { createMemoryWatch } from './memory/memory-watch.ts';
import { createPendingWork } from './memory/pending-work.ts';
import { createMemoryReport } from './memory/report-memory.ts';
import { createCourseModule } from './modules/course-module.ts';
import { createModules } from './modules/modules.ts';
import { createOutputCapture } from './output/capture-output.ts';
import { createCellRunner } from './run-cell.ts';
import { createRunQueue } from './run-queue.ts';
import { createScope } from './scope.ts';
import type { ChartsScript, LibraryScript } from './script-interfaces.ts';
import { createSiteFetch } from './site-fetch.ts';
import { startTensorFlow } from './start-tensorflow.ts';
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
  receive(message: Exclude<HostToWorker, StartMessage>): void;
  /** For what no cell caught: a rejected promise or an error in a timer. Shown in the latest run. */
  reportUncaught(thrown: unknown): void;
}

/** How often a long run tells what it has in memory. */
const memoryMilliseconds = 1000;

/** Runs the cells of one lesson, one at a time, in one shared scope, from the page's `start` on. */
export function createKernel(
  port: KernelPort,
  message: StartMessage,
  { tf, globals, evaluate, scripts }: KernelDependencies,
): Kernel {
  const { language } = message;
  /** The run under way, or the last one. */
  let current: Pick<RunMessage, 'cell' | 'run'> = { cell: '', run: 0 };

  const requests = createHostRequests(port.post, language);
  const capture = createOutputCapture(port.post, () => kernelWords[language].outputOmitted);
  const loadScript = createScriptLoader(requests, evaluate, scripts);
  const places = createCellPlaces();
  const stop = createCooperativeStop(tf);
  const work = createPendingWork(tf);
  const fitProgress = createFitProgress(capture, language, () => stop.requested);
  const modules = createModules();

  const displayed = createDisplayedValues();
  function show(value: unknown): void {
    displayed.add(value);
    const inspected = inspectValue(tf, value, places.trace);
    if (inspected instanceof Promise) capture.showLater(inspected);
    else capture.show(inspected.part, inspected.transfer);
  }

  const siteFetch = createSiteFetch(requests);
  const cellConsole = createCellConsole(capture.print, show);
  showLibraryConsole(globals, cellConsole, { run: () => current.run, language });
  const scope = createScope(globals, {
    tf,
    console: cellConsole,
    display: createDisplay(show, capture.show, port.post, () => current),
    fetch: siteFetch,
    ...work.timers,
  });

  const globalNames = new Set(Object.keys(globals));
  const memory = createMemoryWatch({
    tf,
    language,
    places,
    displayed,
    isIdle: () => work.isIdle && requests.isIdle,
    roots: () => [...scope.held(), ...Object.entries(globals).filter(([name]) => !globalNames.has(name))],
    foreign: () => [tf, globals, ...modules.namespaces()],
  });
  const reportMemory = createMemoryReport(tf, port.post);

  const library = loadedOnce(async () => {
    const { createLibrary } = (await loadScript('library')) as unknown as LibraryScript;
    return createLibrary({
      tf,
      requests,
      capture,
      language,
      run: () => current,
      post: port.post,
      trace: places.trace,
      nameOf: scope.nameOf,
      isStopped: () => stop.requested,
    });
  });
  const charts = loadedOnce(async () => {
    const { createCharts } = (await loadScript('charts')) as unknown as ChartsScript;
    return createCharts({ tf, capture, language });
  });

  applyKerasSemantics(tf, language, (text) => capture.show({ kind: 'note', level: 'warn', text }));
  patchTraining(tf, { pending: work.around, progress: fitProgress.around, stop: stop.around }, library);

  modules.register('@tensorflow/tfjs', tf);
  modules.registerLazy('@tensorflow/tfjs-vis', async () => (await charts.load()).module);
  modules.register(
    'deshielo',
    createCourseModule({ tf, requests, capture, language, library: library.load, loadScript }),
  );

  const explain = (thrown: unknown) => explainError(thrown, language, places, scope.declaredBy, loadScript);
  const runCell = createCellRunner({
    language,
    evaluate,
    capture,
    places,
    scope,
    memory,
    modules,
    loadScript,
    showResult(value) {
      if (library.loaded?.hasShown(value) !== true) show(value);
    },
    explain,
    isStopped: () => stop.requested,
    isStop: stop.caused,
  });

  /** Why the kernel could not start: every run fails with it. */
  let startFailure: { readonly reason: unknown } | null = null;

  async function start(): Promise<void> {
    try {
      const chosen = await startTensorFlow(tf, message, {
        requests,
        capture,
        loadScript,
        fetch: siteFetch,
        onGraphicsLost() {
          const isRescued = library.loaded?.saveRecovery() === true;
          port.post({ type: 'lost', why: isRescued ? 'graphics-rescued' : 'graphics' });
        },
      });
      port.post({ type: 'ready', ...chosen });
    } catch (reason) {
      startFailure = { reason };
      // Another worker may have it: the page brings up a new one with the next run.
      if (isDownloadFailure(reason)) port.post({ type: 'lost', why: 'download' });
    }
  }

  async function outcomeOf(message: RunMessage): Promise<Outcome> {
    if (startFailure === null) return await runCell(message);
    capture.show(await explain(startFailure.reason));
    return 'failed';
  }

  async function run(message: RunMessage, isStopped: boolean): Promise<void> {
    const { cell, run } = message;
    stop.reset();
    current = message;
    capture.begin(cell, run);
    fitProgress.begin();
    const began = performance.now();
    const ticking = setInterval(reportMemory, memoryMilliseconds);
    const outcome = isStopped ? 'stopped' : await outcomeOf(message);
    clearInterval(ticking);
    charts.loaded?.endRun();
    library.loaded?.endRun();
    for (const text of memory.end(outcome === 'done')) capture.show({ kind: 'note', level: 'info', text });
    capture.flush();
    reportMemory();
    port.post({ type: 'finished', cell, run, outcome, milliseconds: performance.now() - began });
  }

  const queue = createRunQueue(start(), run, () => {
    stop.request();
    requests.cancelAll();
  });

  return {
    receive(message) {
      switch (message.type) {
        case 'run':
          queue.add(message);
          return;
        case 'stop':
          queue.stop(message.run);
          return;
        case 'freeze':
          queue.between(() => library.loaded?.freeze(message));
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
      if (!stop.caused(thrown)) capture.showUncaught(() => explain(thrown));
    },
  };
}
