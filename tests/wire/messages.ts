import type { HostToWorker } from '../../src/lessons-runtime/protocol/host-to-worker.ts';
import type { OutputOf } from '../../src/lessons-runtime/protocol/output.ts';
import type { Training, TrainingEvent, TrainingPlace } from '../../src/lessons-runtime/protocol/training.ts';
import type { WorkerToHost } from '../../src/lessons-runtime/protocol/worker-to-host.ts';
import type { createRandom } from '../unit/compile/seeded-random.ts';

/** Returns a `layers` part with one layer. */
export function layersPart(id: string, isDisposed = false): OutputOf<'layers'> {
  return {
    kind: 'layers',
    id,
    name: 'm',
    layers: [{ name: 'l', type: 'Dense', outputShape: '[null, 1]', parameters: 2, trainable: true }],
    parameters: 2,
    trainableParameters: 2,
    line: null,
    compiled: 'fits',
    isDisposed,
  };
}

/** Returns a `training` event. */
export function trainingEvent(
  place: TrainingPlace,
  changes: Partial<Training> = {},
): Extract<TrainingEvent, { type: 'training' }> {
  return {
    type: 'training',
    place,
    training: {
      outcome: 'done',
      milliseconds: 12.5,
      backend: 'cpu',
      optimizer: 'Adam',
      learningRate: 0.001,
      loss: 'categoricalCrossentropy',
      batchSize: 32,
      samples: null,
      epochs: 2,
      parameters: { trained: 10, frozen: 4 },
      firstTrained: 'head',
      epoch: [1, 2],
      curves: [{ name: 'loss', values: [1, 0.5] }],
      ...changes,
    },
  };
}

/** Returns valid messages: at least one of each type, of each output part, and of each request. */
export function validMessages(cell: string, run: number): readonly WorkerToHost[] {
  const parts: readonly Extract<WorkerToHost, { type: 'output' }>['part'][] = [
    { kind: 'text', level: 'log', text: 't' },
    {
      kind: 'value',
      value: {
        type: 'object',
        text: 'Array(1)',
        entries: [['0', { type: 'number', text: '1' }]],
        omitted: 0,
      },
    },
    { kind: 'tensor', shape: [2], dtype: 'float32', preview: '[1, 2]', range: { min: 1, max: 2, mean: 1.5 } },
    { kind: 'tensor', shape: [], dtype: 'string', preview: 'a', range: null },
    {
      kind: 'tensor',
      shape: [1, 1, 1],
      dtype: 'float32',
      preview: '[[[0]]]',
      range: { min: 0, max: 0, mean: 0 },
      nan: 1,
      infinite: 2,
      histogram: [1, 0],
      pictures: { width: 1, height: 1, count: 1, total: 1, values: '0..1', pixels: new ArrayBuffer(4) },
      variable: { name: 'w', trainable: true },
    },
    { kind: 'tensor', shape: [1], dtype: 'float32', preview: '', range: null, disposed: true },
    { kind: 'markdown', text: '**m**' },
    layersPart('layers-1'),
    {
      kind: 'moved',
      name: 'm',
      layers: [{ name: 'l', trainable: true, parameters: 2, change: Number.NaN, block: 'b' }],
    },
    {
      kind: 'predictions',
      items: [
        {
          guesses: [{ id: 'n1', label: 'l', probability: 0.5, index: 3 }],
          picture: { width: 1, height: 1, pixels: new ArrayBuffer(4) },
        },
        { guesses: [{ id: 'n1', label: 'l', probability: Number.NaN, index: 3 }], picture: null },
        {
          guesses: [{ id: 'n1', label: 'l', probability: 0.5, index: 3 }],
          picture: null,
          card: 'card-1',
          occlusion: { phase: 'shown', probability: 0.5, drops: [[0.1, Number.NaN]] },
        },
      ],
      omitted: 1,
    },
    {
      kind: 'occlusion',
      label: 'l',
      probability: 0.5,
      picture: { width: 1, height: 1, pixels: new ArrayBuffer(4) },
      drops: [
        [0.1, 0],
        [0, -0.1],
      ],
    },
    {
      kind: 'embeddings',
      view: 'map',
      points: [
        {
          name: 'n',
          group: 'g',
          isOwn: true,
          x: 0,
          y: 1,
          nearest: [{ index: 1, likeness: 0.5 }],
          picture: { width: 1, height: 1, pixels: new ArrayBuffer(4) },
        },
        { name: 'm', group: '', isOwn: false, x: 0.5, y: 0.5, nearest: [], picture: null },
      ],
    },
    {
      kind: 'report',
      total: 2,
      right: 1,
      classNames: ['a', 'b'],
      matrix: [
        [1, 1],
        [0, 0],
      ],
      examples: [{ label: 0, predicted: 1, picture: { width: 1, height: 1, pixels: new ArrayBuffer(4) } }],
      worst: [
        {
          name: '1',
          label: 'a',
          predicted: 'b',
          probability: 0.5,
          loss: 0.7,
          copies: 2,
          picture: { width: 1, height: 1, pixels: new ArrayBuffer(4) },
        },
        { name: '2', label: 'a', predicted: 'a', probability: 0.5, loss: 0.7, copies: 1, picture: null },
      ],
    },
    { kind: 'note', level: 'warn', text: 'n', place: { cell: 'a', line: 1, column: 2 } },
    {
      kind: 'table',
      title: 't',
      columns: ['a'],
      rows: [['1']],
      numeric: [true],
      types: ['number'],
      omitted: 0,
    },
    { kind: 'table', columns: ['a'], rows: [[Number.NaN], [1]], numeric: [true], omitted: 0 },
    {
      kind: 'model',
      name: 'm',
      layers: [
        { name: 'l', type: 'Dense', outputShape: '[null, 1]', parameters: 2, trainable: true },
        { name: 'k', type: 'Dense', outputShape: '?', parameters: null, trainable: false, block: 'b' },
      ],
      parameters: 2,
      trainableParameters: 2,
    },
    { kind: 'image', width: 1, height: 2, pixels: new ArrayBuffer(8), caption: '1 × 2' },
    { kind: 'note', level: 'warn', text: '`a` is not trained' },
    { kind: 'progress', id: 'q', label: 'Q', loaded: 1, total: 2, unit: 'steps', secondsLeft: 3 },
    { kind: 'progress', id: 'p', label: 'P', loaded: 1, total: 2, unit: 'bytes' },
    {
      kind: 'chart',
      id: 'c',
      call: {
        path: 'render.barchart',
        surface: { name: 'n', tab: '' },
        data: [{ index: 0, value: 1 }],
        options: {},
      },
    },
    { kind: 'live', id: 'l', width: 1, height: 256, classNames: ['a', 'b'], answer: null },
    { kind: 'download', files: [{ name: 'pets.json', bytes: new ArrayBuffer(2) }] },
    {
      kind: 'error',
      name: 'E',
      what: 'w',
      advice: 'a',
      place: { cell: 'a', line: 1, column: 1 },
      trace: ['a:1:1'],
    },
  ];
  return [
    { type: 'ready', backend: 'cpu', reason: 'forced', renderer: '' },
    ...parts.map((part) => ({ type: 'output', cell, run, part }) as const),
    { type: 'finished', cell, run, outcome: 'done', milliseconds: 1.5 },
    {
      type: 'training',
      cell,
      run,
      event: trainingEvent({ run, number: 1 }),
    },
    { type: 'redrawn', cell, run, part: layersPart('layers-1') },
    {
      type: 'redrawn',
      cell,
      run,
      part: {
        ...{ kind: 'live', id: 'live-1', width: 96, height: 64, classNames: ['a', 'b'] },
        answer: { frame: 1, probabilities: [0.25, Number.NaN], problem: 'p' },
      },
    },
    { type: 'occlusion', cell, run, card: 'card-1', state: { phase: 'working', loaded: 4, total: 64 } },
    {
      type: 'occlusion',
      cell,
      run,
      card: 'card-1',
      state: { phase: 'shown', probability: 0.5, drops: [[0.1, -0.1]] },
    },
    { type: 'occlusion', cell, run, card: 'card-1', state: { phase: 'gone' } },
    { type: 'network', run, part: layersPart('network-1') },
    { type: 'data', cell, run, json: '{}' },
    { type: 'memory', tensors: 1, bytes: 4, backend: 'cpu' },
    { type: 'request', request: 1, payload: { kind: 'file', path: 'models/a' } },
    { type: 'request', request: 2, payload: { kind: 'script', name: 'backend-wasm' } },
    { type: 'request', request: 3, payload: { kind: 'wasm-binary', name: 'simd' } },
    { type: 'request', request: 4, payload: { kind: 'chosen-photo' } },
    { type: 'request', request: 5, payload: { kind: 'gallery-photo', id: 'panda' } },
    { type: 'request', request: 6, payload: { kind: 'read-blob', namespace: 'features', key: 'k' } },
    {
      type: 'request',
      request: 7,
      payload: { kind: 'write-blob', namespace: 'models', key: 'pets', bytes: new ArrayBuffer(4) },
    },
    { type: 'request', request: 8, payload: { kind: 'list-blobs', namespace: 'models' } },
    { type: 'request', request: 9, payload: { kind: 'model-files' } },
    { type: 'request', request: 10, payload: { kind: 'photo-classes' } },
    { type: 'request', request: 11, payload: { kind: 'drawings' } },
    { type: 'request', request: 12, payload: { kind: 'save-recovery', bytes: new ArrayBuffer(4) } },
    { type: 'request', request: 13, payload: { kind: 'load-recovery' } },
    { type: 'cancel', request: 1 },
  ];
}

type Random = ReturnType<typeof createRandom>;

/** Values that are invalid for most fields of the protocol. */
const invalidValues: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -1,
  0.5,
  1e300,
  2 ** 53,
  '',
  '__proto__',
  'x'.repeat(1000),
  true,
  [],
  {},
  [[]],
  new Map([['type', 'ready']]),
  new Date(0),
  new Uint8Array(4),
  new ArrayBuffer(3),
  10n,
  JSON.parse('{"__proto__": {"type": "ready"}, "constructor": 1, "toString": 2}'),
];

/** Returns a copy with one to three mutations: a value replaced, a key deleted, or a key added. */
export function mutate(message: unknown, random: Random): unknown {
  let changed = structuredClone(message);
  for (let changes = 1 + random.below(3); changes > 0; changes--) changed = mutateOnce(changed, random);
  return changed;
}

function mutateOnce(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.next() < 0.15)
    return invalidValues[random.below(invalidValues.length)];
  if (value instanceof ArrayBuffer) return new ArrayBuffer(random.below(20));
  const keys = Object.keys(value);
  const kind = random.next();
  if (keys.length === 0 || kind < 0.1)
    return { ...value, extra: invalidValues[random.below(invalidValues.length)] };
  const key = random.pick(keys);
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  if (kind < 0.25) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, mutateOnce(Reflect.get(value, key), random));
  return copy;
}

/** Creates a connection to a fake worker whose messages a test sends. */
export function createFakeWorker() {
  const posted: HostToWorker[] = [];
  let receive: (data: unknown) => void = () => {};
  let closed = 0;
  return {
    posted,
    closed: () => closed,
    /** Sends a message of the worker, cloned as by a port. */
    send: (data: unknown) => receive(structuredClone(data)),
    connect: async ({ onMessage }: { onMessage(data: unknown): void }) => {
      receive = onMessage;
      return {
        post: (message: HostToWorker) => void posted.push(message),
        close() {
          closed += 1;
        },
      };
    },
  };
}
