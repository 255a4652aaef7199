import * as v from 'valibot';
import { afterEach, vi } from 'vitest';
import { createCharts } from '../../src/lessons-runtime/charts/charts.ts';
import { problemText } from '../../src/lessons-runtime/compile/problems/problem-text.ts';
import { createDrawingDataset } from '../../src/lessons-runtime/datasets/drawings/drawing-dataset.ts';
import { createMyDrawings } from '../../src/lessons-runtime/datasets/drawings/my-drawings.ts';
import { createIconDataset } from '../../src/lessons-runtime/datasets/icons/icon-dataset.ts';
import { createPhotoDataset } from '../../src/lessons-runtime/datasets/photos/photo-dataset.ts';
import type { CellState } from '../../src/lessons-runtime/host/cell-state.ts';
import type { FetchBytes } from '../../src/lessons-runtime/host/fetch-bytes.ts';
import { FetchFailure } from '../../src/lessons-runtime/host/fetch-bytes.ts';
import type { Photos } from '../../src/lessons-runtime/host/photos.ts';
import {
  createRequestServer,
  type LearnerFiles,
  type RuntimeUrls,
} from '../../src/lessons-runtime/host/serve-requests.ts';
import {
  type Connect,
  type ConnectionFailure,
  createSession,
  type Session,
  type SessionEvents,
  type SessionState,
} from '../../src/lessons-runtime/host/session.ts';
import { libraryText } from '../../src/lessons-runtime/kernel/errors/tensorflow-warnings.ts';
import { errorWords } from '../../src/lessons-runtime/kernel/errors/word-error.ts';
import { createKernel, type Kernel } from '../../src/lessons-runtime/kernel/kernel.ts';
import { memoryText } from '../../src/lessons-runtime/kernel/memory/memory-words.ts';
import { occludeCard } from '../../src/lessons-runtime/kernel/predictions/occlude-card.ts';
import { addPredictionViews } from '../../src/lessons-runtime/kernel/predictions/prediction-views.ts';
import { createTensorFlow } from '../../src/lessons-runtime/kernel/tensorflow.ts';
import { createLibrary } from '../../src/lessons-runtime/library/library.ts';
import { createCatsAndDogs } from '../../src/lessons-runtime/models/cats-and-dogs.ts';
import { createDecodePredictions } from '../../src/lessons-runtime/models/decode-predictions.ts';
import { createBlobCache } from '../../src/lessons-runtime/progress/blobs/blob-cache.ts';
import type { BackendChoice, HostToWorker } from '../../src/lessons-runtime/protocol/host-to-worker.ts';
import type { Output, OutputOf } from '../../src/lessons-runtime/protocol/output.ts';
import {
  type Training,
  type TrainingEvent,
  trainingEventSchema,
} from '../../src/lessons-runtime/protocol/training.ts';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { createMemoryBlobStorage } from './memory-blob-storage.ts';
import { rememberTfjs } from './remember-tfjs.ts';

interface FinishedTraining {
  readonly cell: string;
  readonly training: Training;
  readonly seed: number;
}

/** An event of a training with the run that it was sent in. */
interface ReceivedTrainingEvent {
  readonly run: { readonly cell: string; readonly run: number };
  readonly event: TrainingEvent;
}
type Memory = Parameters<SessionEvents['onMemory']>[0];

export const testUrls: RuntimeUrls = {
  scripts: {
    'backend-webgl': '/js/webgl.js',
    'backend-wasm': '/js/wasm.js',
    'graph-models': '/js/graph.js',
    problems: '/js/problems.js',
    charts: '/js/charts.js',
    'labelled-data': '/js/labelled-data.js',
    predictions: '/js/predictions.js',
    library: '/js/library.js',
  },
  wasm: { simd: '/js/simd.wasm', plain: '/js/plain.wasm' },
  base: '/site/',
};

/** Photos that are never available, because Node cannot decode pictures. */
export const noPhotos: Photos = {
  gallery: () => Promise.reject(new FetchFailure({ code: 'file-missing', subject: 'gallery.json' })),
  choose: () => Promise.reject(new FetchFailure({ code: 'photo-unreadable', subject: '' })),
  chosen: () => Promise.reject(new FetchFailure({ code: 'no-photo', subject: '' })),
  fromGallery: (id) => Promise.reject(new FetchFailure({ code: 'photo-unknown', subject: id })),
};

/** Removes what a kernel registered with the tfjs of the process. */
export function unregisterKernel(): void {
  const tf = createTensorFlow();
  for (const name of ['webgl', 'wasm']) {
    if (tf.findBackendFactory(name) !== null) tf.removeBackend(name);
  }
  Reflect.deleteProperty(tf.env().platform, 'fetch');
}

/**
 * Connects sessions to real kernels over a `MessageChannel`, in this process instead of a worker. Closing a connection restores
 * the tfjs of the process, which a real kernel does not share.
 */
export function createKernelConnect(): { readonly connect: Connect; readonly kernels: readonly Kernel[] } {
  Object.assign(Error, { stackTraceLimit: 60 });
  const kernels: Kernel[] = [];
  const connect: Connect = async ({ onMessage }) => {
    const { port1, port2 } = new MessageChannel();
    const tf = createTensorFlow();
    const restoreTfjs = rememberTfjs(tf);
    // biome-ignore lint/security/noGlobalEval: a kernel runs cells; an indirect eval has global scope
    const evaluate = globalThis.eval;
    let kernel: Kernel | null = null;
    function receive(message: HostToWorker): void {
      if (message.type !== 'start') {
        kernel?.receive(message);
        return;
      }
      kernel = createKernel(
        { post: (answer, transfer = []) => port2.postMessage(answer, [...transfer]) },
        message,
        {
          tf,
          globals: globalThis,
          evaluate: (script) => evaluate(script),
          scripts: {
            charts: { createCharts },
            problems: { problemText, errorWords, libraryText, memoryText },
            library: { createLibrary },
            'labelled-data': {
              createIconDataset,
              createPhotoDataset,
              createDrawingDataset,
              createMyDrawings,
            },
            predictions: { addPredictionViews, createCatsAndDogs, createDecodePredictions, occludeCard },
          },
        },
      );
      kernels.push(kernel);
    }
    port2.onmessage = ({ data }: MessageEvent<HostToWorker>) => receive(data);
    port1.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
    return {
      post: (message, transfer = []) => port1.postMessage(message, [...transfer]),
      close() {
        port1.close();
        port2.close();
        restoreTfjs();
        unregisterKernel();
      },
    };
  };
  return { connect, kernels };
}

/** A session connected to a real kernel, with everything that the session reported. */
export interface TestLesson {
  readonly session: Session;
  /** Returns the newest kernel. */
  readonly kernel: () => Kernel;
  /** Runs a cell, by default `a`, and returns its state when it has ended. */
  run(source: string, cell?: string): Promise<CellState>;
  outputs(cell?: string): readonly Output[];
  readonly states: readonly SessionState[];
  readonly memories: readonly Memory[];
  readonly failures: readonly ConnectionFailure[];
  /** The trainings that have ended. */
  readonly trainings: readonly FinishedTraining[];
  /** All events of trainings, including those of running ones. */
  readonly trainingEvents: readonly ReceivedTrainingEvent[];
  /** The reports about the lesson's models, in order. */
  readonly networks: readonly { readonly run: number; readonly part: OutputOf<'layers'> }[];
  /** All states of all cells, in order. */
  readonly history: readonly (readonly [cell: string, state: CellState])[];
  close(): void;
}

interface TestLessonOptions {
  readonly language?: Language;
  readonly seed?: number;
  /** Default `cpu`, which needs no download. */
  readonly backend?: BackendChoice;
  readonly connect?: Connect;
  readonly fetchBytes?: FetchBytes;
  readonly photos?: Photos;
  readonly blobCache?: LearnerFiles['blobCache'];
  readonly chooseFiles?: LearnerFiles['chooseFiles'];
  readonly photoClasses?: LearnerFiles['photoClasses'];
  readonly drawings?: LearnerFiles['drawings'];
  /** Only for a session that grades. */
  readonly onData?: SessionEvents['onData'];
}

/** Creates a lesson as the page does, but without the page. The caller closes it; `useTestLesson` does so by itself. */
export function createTestLesson(options: TestLessonOptions = {}): TestLesson {
  const { connect, kernels } = createKernelConnect();
  const states: SessionState[] = [];
  const memories: Memory[] = [];
  const failures: ConnectionFailure[] = [];
  const trainings: FinishedTraining[] = [];
  const trainingEvents: ReceivedTrainingEvent[] = [];
  const networks: { readonly run: number; readonly part: OutputOf<'layers'> }[] = [];
  const history: [string, CellState][] = [];
  const missing: FetchBytes = (_url, { subject }) =>
    Promise.reject(new FetchFailure({ code: 'file-missing', subject }));
  const blobCache = createBlobCache(createMemoryBlobStorage());
  const session = createSession({
    language: options.language ?? 'en',
    backend: options.backend ?? 'cpu',
    seed: () => options.seed ?? 1,
    connect: options.connect ?? connect,
    requests: createRequestServer(testUrls, options.fetchBytes ?? missing, {
      photos: options.photos ?? noPhotos,
      blobCache: options.blobCache ?? (async () => blobCache),
      chooseFiles: options.chooseFiles ?? (async () => null),
      photoClasses: options.photoClasses ?? (async () => []),
      drawings: options.drawings ?? (async () => []),
    }),
    events: {
      ...(options.onData === undefined ? {} : { onData: options.onData }),
      onCell: (cell, state) => void history.push([cell, state]),
      onState: (state) => void states.push(state),
      onMemory: (memory) => void memories.push(memory),
      onNetwork: (run, part) => void networks.push({ run, part }),
      onTraining(run, data, seed) {
        const parsed = v.safeParse(trainingEventSchema, data);
        if (!parsed.success) return;
        trainingEvents.push({ run, event: parsed.output });
        if (parsed.output.type !== 'training') return;
        const { training } = parsed.output;
        if (training.outcome !== 'ended') trainings.push({ cell: run.cell, training, seed });
      },
      onConnectionLost: (failure) => void failures.push(failure),
    },
  });
  return {
    session,
    states,
    memories,
    failures,
    trainings,
    trainingEvents,
    networks,
    history,
    kernel() {
      const newest = kernels.at(-1);
      if (newest === undefined) throw new Error('no kernel yet');
      return newest;
    },
    async run(source, cell = 'a') {
      await session.run([{ cell, source }]);
      return session.cell(cell);
    },
    outputs: (cell = 'a') => session.cell(cell).outputs,
    close: () => session.restart(),
  };
}

/** The lesson of the running test. */
interface LessonOfTest extends TestLesson {
  /** Replaces the lesson by one with other options. */
  open(options: TestLessonOptions): void;
}

/**
 * Gives each test of a file its own lesson, which is created when the test first uses it and closed when the test ends. Call it
 * once at the top of the file.
 *
 * @param timeout the timeout of the file's tests in milliseconds; default: that of the Vitest project
 */
export function useTestLesson({ timeout }: { readonly timeout?: number } = {}): LessonOfTest {
  if (timeout !== undefined) vi.setConfig({ testTimeout: timeout });
  let current: TestLesson | null = null;
  const lesson = (): TestLesson => {
    current ??= createTestLesson();
    return current;
  };
  function close(): void {
    current?.close();
    current = null;
  }
  afterEach(close);

  return {
    open(options) {
      close();
      current = createTestLesson(options);
    },
    close,
    kernel: () => lesson().kernel(),
    run: (source, cell) => lesson().run(source, cell),
    outputs: (cell) => lesson().outputs(cell),
    get session() {
      return lesson().session;
    },
    get states() {
      return lesson().states;
    },
    get memories() {
      return lesson().memories;
    },
    get failures() {
      return lesson().failures;
    },
    get trainings() {
      return lesson().trainings;
    },
    get trainingEvents() {
      return lesson().trainingEvents;
    },
    get networks() {
      return lesson().networks;
    },
    get history() {
      return lesson().history;
    },
  };
}

/** Returns the parts of one kind. */
export function partsOf<Kind extends Output['kind']>(
  outputs: readonly Output[],
  kind: Kind,
): readonly OutputOf<Kind>[] {
  return outputs.filter((part): part is OutputOf<Kind> => part.kind === kind);
}

/** Returns the error that a cell showed; throws unless there is exactly one. */
export function errorOf({ outputs }: Pick<CellState, 'outputs'>): OutputOf<'error'> {
  const [error, ...more] = partsOf(outputs, 'error');
  if (error === undefined || more.length > 0)
    throw new Error(`no single error in ${JSON.stringify(outputs)}`);
  return error;
}

/** Returns the series of a line chart by name. @param index of the chart among the outputs */
export function curvesOf(
  { outputs }: Pick<CellState, 'outputs'>,
  index = 0,
): Readonly<Record<string, readonly number[]>> {
  const call = partsOf(outputs, 'chart')[index]?.call;
  if (call?.path !== 'render.linechart') throw new Error(`no line chart but ${call?.path}`);
  return Object.fromEntries(call.data.series.map(({ name, values }) => [name, [...values]]));
}

/** Returns the texts of the values that a cell showed. */
export function valuesOf({ outputs }: Pick<CellState, 'outputs'>): readonly string[] {
  return partsOf(outputs, 'value').map(({ value }) => value.text);
}

/** Returns the text that a cell printed at any level. */
export function textOf({ outputs }: Pick<CellState, 'outputs'>): string {
  return partsOf(outputs, 'text')
    .map(({ text }) => text)
    .join('\n');
}
