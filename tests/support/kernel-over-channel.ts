import * as v from 'valibot';
import { createCharts } from '../../src/lessons-runtime/charts/charts.ts';
import { problemText } from '../../src/lessons-runtime/compile/problems/problem-text.ts';
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
  createSession,
  type Session,
  type SessionEvents,
  type SessionState,
} from '../../src/lessons-runtime/host/session.ts';
import { errorWords } from '../../src/lessons-runtime/kernel/errors/word-error.ts';
import { createKernel, type Kernel } from '../../src/lessons-runtime/kernel/kernel.ts';
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

interface ToldTraining {
  readonly cell: string;
  readonly training: Training;
  readonly seed: number;
}

/** What a worker told of its trainings, checked as the page's log checks it. */
interface HeardTold {
  readonly by: { readonly cell: string; readonly run: number };
  readonly told: TrainingEvent;
}
type Memory = Parameters<SessionEvents['onMemory']>[0];
type Trouble = Parameters<SessionEvents['onTrouble']>[0];

export const testUrls: RuntimeUrls = {
  scripts: {
    'backend-webgl': '/js/webgl.js',
    'backend-wasm': '/js/wasm.js',
    'graph-models': '/js/graph.js',
    problems: '/js/problems.js',
    charts: '/js/charts.js',
    'icon-data': '/js/icon-data.js',
    predictions: '/js/predictions.js',
    library: '/js/library.js',
  },
  wasm: { simd: '/js/simd.wasm', plain: '/js/plain.wasm' },
  base: '/site/',
};

/** No photos: these tests run where no picture can be decoded. */
export const noPhotos: Photos = {
  gallery: () => Promise.reject(new FetchFailure({ code: 'file-missing', subject: 'gallery.json' })),
  choose: () => Promise.reject(new FetchFailure({ code: 'photo-unreadable', subject: '' })),
  chosen: () => Promise.reject(new FetchFailure({ code: 'no-photo', subject: '' })),
  fromGallery: (id) => Promise.reject(new FetchFailure({ code: 'photo-unknown', subject: id })),
};

/** Undoes what a kernel registered with the one tfjs of the process. */
export function forgetKernel(): void {
  const tf = createTensorFlow();
  for (const name of ['webgl', 'wasm']) {
    if (tf.findBackendFactory(name) !== null) tf.removeBackend(name);
  }
  Reflect.deleteProperty(tf.env().platform, 'fetch');
}

/**
 * The real kernel at the far end of a `MessageChannel`, in this process instead of a worker. Ending it undoes what it
 * did to the one tfjs of the process, as ending a worker would.
 */
export function createKernelConnect(): { readonly connect: Connect; readonly kernels: readonly Kernel[] } {
  Object.assign(Error, { stackTraceLimit: 60 });
  const kernels: Kernel[] = [];
  const connect: Connect = async ({ onMessage }) => {
    const { port1, port2 } = new MessageChannel();
    const tf = createTensorFlow();
    const restoreTfjs = rememberTfjs(tf);
    // biome-ignore lint/security/noGlobalEval: running cells is what a kernel does; an indirect eval has global scope
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
            problems: { problemText, errorWords },
            library: { createLibrary },
            predictions: { createCatsAndDogs, createDecodePredictions },
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
        forgetKernel();
      },
    };
  };
  return { connect, kernels };
}

export interface TestLesson {
  readonly session: Session;
  /** The newest kernel's own object, for what only the worker's entry calls. */
  readonly kernel: () => Kernel;
  /** Runs one cell and gives its state when it ended. */
  run(source: string, cell?: string): Promise<CellState>;
  outputs(cell?: string): readonly Output[];
  readonly states: readonly SessionState[];
  readonly memories: readonly Memory[];
  readonly troubles: readonly Trouble[];
  /** Trainings that are over. */
  readonly trainings: readonly ToldTraining[];
  /** Everything that was told of trainings, those under way too. */
  readonly told: readonly HeardTold[];
  /** Every state that any cell went through. */
  readonly history: readonly (readonly [cell: string, state: CellState])[];
  close(): void;
}

/** A lesson as the page has it, less the page: a real session that speaks to a real kernel. */
export function createTestLesson(
  options: {
    readonly language?: Language;
    readonly seed?: number;
    /** `cpu` where left out: nothing has to be downloaded for it. */
    readonly backend?: BackendChoice;
    readonly connect?: Connect;
    readonly fetchBytes?: FetchBytes;
    readonly photos?: Photos;
    readonly blobCache?: LearnerFiles['blobCache'];
    readonly chooseFiles?: LearnerFiles['chooseFiles'];
    readonly photoClasses?: LearnerFiles['photoClasses'];
    /** Of a session that grades. */
    readonly onData?: SessionEvents['onData'];
  } = {},
): TestLesson {
  const { connect, kernels } = createKernelConnect();
  const states: SessionState[] = [];
  const memories: Memory[] = [];
  const troubles: Trouble[] = [];
  const trainings: ToldTraining[] = [];
  const told: HeardTold[] = [];
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
    }),
    events: {
      ...(options.onData === undefined ? {} : { onData: options.onData }),
      onCell: (cell, state) => void history.push([cell, state]),
      onState: (state) => void states.push(state),
      onMemory: (memory) => void memories.push(memory),
      onTraining(by, said, seed) {
        const parsed = v.safeParse(trainingEventSchema, said);
        if (!parsed.success) return;
        told.push({ by, told: parsed.output });
        if (parsed.output.type !== 'training') return;
        const { training } = parsed.output;
        if (training.outcome !== 'ended') trainings.push({ cell: by.cell, training, seed });
      },
      onTrouble: (trouble) => void troubles.push(trouble),
    },
  });
  return {
    session,
    states,
    memories,
    troubles,
    trainings,
    told,
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

/** The parts of one kind. */
export function partsOf<Kind extends Output['kind']>(
  outputs: readonly Output[],
  kind: Kind,
): readonly OutputOf<Kind>[] {
  return outputs.filter((part): part is OutputOf<Kind> => part.kind === kind);
}

/** The one error a cell showed. */
export function errorOf({ outputs }: Pick<CellState, 'outputs'>): OutputOf<'error'> {
  const [error, ...more] = partsOf(outputs, 'error');
  if (error === undefined || more.length > 0)
    throw new Error(`no single error in ${JSON.stringify(outputs)}`);
  return error;
}

/** Values as they were shown, in a line each. */
export function valuesOf({ outputs }: Pick<CellState, 'outputs'>): readonly string[] {
  return partsOf(outputs, 'value').map(({ value }) => value.text);
}

/** Everything that was printed, whatever its level. */
export function textOf({ outputs }: Pick<CellState, 'outputs'>): string {
  return partsOf(outputs, 'text')
    .map(({ text }) => text)
    .join('\n');
}
