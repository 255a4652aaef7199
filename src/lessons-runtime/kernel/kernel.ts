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
import type { MemoryNote } from './memory/memory-words.ts';
import { createPendingWork } from './memory/pending-work.ts';
import { createMemoryReport } from './memory/report-memory.ts';
import { createCourseModule } from './modules/course-module.ts';
import { createModules } from './modules/modules.ts';
import { hasPartlyFrozenModel } from './network/has-partly-frozen-model.ts';
import { type CapturedOutput, createOutputCapture } from './output/capture-output.ts';
import type { PredictionCard } from './predictions/prediction-views.ts';
import { watchPredictions } from './predictions/watch-predictions.ts';
import { createCellRunner } from './run-cell.ts';
import { createRunQueue } from './run-queue.ts';
import { createScope } from './scope.ts';
import { createSiteFetch } from './site-fetch.ts';
import { startTensorFlow } from './start-tensorflow.ts';
import type { TensorFlow } from './tensorflow.ts';
import { patchTraining } from './training/around-fit.ts';
import { createFitProgress } from './training/fit-progress.ts';
import { applyKerasSemantics } from './training/keras-semantics.ts';

export interface KernelDependencies {
  readonly tf: TensorFlow;
  /** The worker's global object, which resolves the free names of cells. */
  readonly globals: object;
  /** An indirect `eval`: runs a script in the global scope and returns its completion value. */
  readonly evaluate: (script: string) => unknown;
  /** The exports of scripts that are already loaded and need not be requested. */
  readonly scripts?: LazyScripts;
  /** Restores the built-in objects that cells changed; called when the kernel continues while a cell's code has not ended. */
  readonly repair?: () => void;
}

export interface Kernel {
  /** Handles a message of the page. */
  receive(message: Exclude<HostToWorker, StartMessage>): void;
  /** Shows an uncaught error or rejection in the current or the last run. */
  reportUncaught(thrown: unknown): void;
}

/** The interval of `memory` messages during a run. */
const memoryMilliseconds = 1000;

/**
 * Creates the kernel, which runs the cells of one lesson, one at a time, in a shared scope.
 *
 * @param message the page's first message
 */
export function createKernel(
  port: KernelPort,
  message: StartMessage,
  { tf, globals, evaluate, scripts, repair = () => {} }: KernelDependencies,
): Kernel {
  const { language } = message;
  /** The current or the last run. */
  let current: Pick<RunMessage, 'cell' | 'run'> = { cell: '', run: 0 };
  /** Whether the current run has drawn a random number. */
  let isRandom = false;

  const requests = createHostRequests(port.post, language);
  const capture = createOutputCapture(port.post, () => kernelWords[language].outputOmitted);
  const loadScript = createScriptLoader(requests, evaluate, scripts);
  const places = createCellPlaces();
  const work = createPendingWork(tf);
  const stop = createCooperativeStop(tf, work, repair);
  const fitProgress = createFitProgress(capture, language, () => stop.requested);
  const modules = createModules();

  const displayed = createDisplayedValues();
  /** The predicted pictures for which the page can ask for an occlusion map, by their ids. */
  const cards = new Map<string, PredictionCard>();
  /** How to show the results of `decodePredictions`. */
  const views = new WeakMap<object, () => CapturedOutput | null>();
  function show(value: unknown): void {
    displayed.add(value);
    const inspected = views.get(value as object)?.() ?? inspectValue(tf, value, places.trace);
    if (inspected instanceof Promise) capture.showLater(inspected);
    else capture.show(inspected.part, inspected.transfer);
  }

  const siteFetch = createSiteFetch(requests);
  /** Returns a function that a cell calls to show something, and that ends the cell after Stop. */
  const stoppable =
    <Args extends readonly unknown[]>(action: (...args: Args) => void) =>
    (...args: Args): void => {
      if (!stop.refuses()) action(...args);
    };
  const loadProblems = () => loadScript('problems');
  showLibraryConsole(globals, createCellConsole(capture.print, show), {
    run: () => current.run,
    language,
    capture,
    loadProblems,
  });
  const scope = createScope(globals, {
    tf,
    console: createCellConsole(stoppable(capture.print), stoppable(show)),
    display: createDisplay(stoppable(show), stoppable(capture.show), port.post, () => current),
    fetch: siteFetch,
    ...work.timers,
  });

  const globalNames = new Set(Object.keys(globals));
  const memory = createMemoryWatch({
    tf,
    places,
    displayed,
    isIdle: () => work.isIdle && requests.isIdle,
    roots: () => [...scope.held(), ...Object.entries(globals).filter(([name]) => !globalNames.has(name))],
    foreign: () => [tf, globals, ...modules.namespaces()],
  });
  const reportMemory = createMemoryReport(tf, port.post);

  const library = loadedOnce(async () => {
    const { createLibrary } = await loadScript('library');
    return createLibrary({
      tf,
      requests,
      capture,
      language,
      run: () => current,
      post: port.post,
      trace: places.trace,
      nameOf: scope.nameOf,
      held: scope.held,
      isStopped: () => stop.requested,
    });
  });
  const charts = loadedOnce(async () => {
    const { createCharts } = await loadScript('charts');
    return createCharts({ tf, capture, language, refuses: stop.refuses });
  });

  applyKerasSemantics(tf, language, (text) => capture.show({ kind: 'note', level: 'warn', text }));
  patchTraining(tf, { pending: work.around, progress: fitProgress.around, stop: stop.around }, library);

  modules.register('@tensorflow/tfjs', tf);
  modules.registerLazy('@tensorflow/tfjs-vis', async () => (await charts.load()).module);
  modules.register(
    'deshielo',
    createCourseModule({
      ...{ tf, requests, capture, language, library: library.load, loadScript, views, cards },
      cell: () => current.cell,
      sourceOf: watchPredictions(tf),
    }),
  );

  const explain = (thrown: unknown) => explainError(thrown, language, places, scope.declaredBy, loadProblems);
  const runCell = createCellRunner({
    language,
    evaluate,
    capture,
    places,
    scope,
    memory,
    modules,
    loadProblems,
    showResult(value) {
      if (library.loaded?.hasShown(value) !== true) show(value);
    },
    explain,
    stop,
  });

  /** Why the kernel could not start; every run then fails with this reason. */
  let startFailure: { readonly reason: unknown } | null = null;

  async function start(): Promise<void> {
    try {
      const chosen = await startTensorFlow(tf, message, {
        requests,
        capture,
        loadScript,
        fetch: siteFetch,
        onDraw() {
          isRandom = true;
        },
        onGraphicsLost() {
          const isSaved = library.loaded?.saveRecovery() === true;
          port.post({ type: 'lost', why: isSaved ? 'graphics-rescued' : 'graphics' });
        },
      });
      port.post({ type: 'ready', ...chosen });
    } catch (reason) {
      startFailure = { reason };
      // The download may succeed later, so the page starts a new worker with the next run.
      if (isDownloadFailure(reason)) port.post({ type: 'lost', why: 'download' });
    }
  }

  async function outcomeOf(message: RunMessage): Promise<Outcome> {
    if (startFailure === null) return await runCell(message);
    capture.show(await explain(startFailure.reason));
    return 'failed';
  }

  /** Shows notes about memory; none if their words cannot be loaded. */
  async function showNotes(notes: readonly MemoryNote[]): Promise<void> {
    if (notes.length === 0) return;
    const script = await loadProblems().catch(() => null);
    for (const note of notes) {
      if (script !== null)
        capture.show({ kind: 'note', level: 'info', text: script.memoryText(note, language) });
    }
  }

  /** Loads the library, which reports the lesson's models to the figures of the page. */
  function loadForReports(): void {
    library.load().then(
      ({ endRun }) => queue.between(endRun),
      // The next run tries again.
      () => {},
    );
  }

  async function run(message: RunMessage, isStopped: boolean): Promise<void> {
    const { cell, run } = message;
    stop.begin();
    current = message;
    isRandom = false;
    for (const [id, card] of cards) if (card.cell === cell) cards.delete(id);
    capture.begin(cell, run);
    fitProgress.begin();
    const start = performance.now();
    const memoryTimer = setInterval(reportMemory, memoryMilliseconds);
    const outcome = isStopped ? 'stopped' : await outcomeOf(message);
    stop.end();
    clearInterval(memoryTimer);
    charts.loaded?.endRun();
    library.loaded?.endRun();
    await showNotes(memory.end(outcome === 'done'));
    capture.flush();
    reportMemory();
    port.post({ type: 'finished', cell, run, outcome, milliseconds: performance.now() - start, isRandom });
    if (library.loaded === null && hasPartlyFrozenModel(tf, scope.held())) loadForReports();
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
        case 'frame':
          queue.between(() => library.loaded?.classify(message));
          return;
        case 'occlude':
          queue.between(async () => {
            const { occludeCard } = await loadScript('predictions');
            await occludeCard(tf, cards.get(message.card), queue.isAwaited, (state) =>
              port.post({ ...message, type: 'occlusion', state }),
            );
          });
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
