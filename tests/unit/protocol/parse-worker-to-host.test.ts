import { describe, expect, it } from 'vitest';
import { parseWorkerToHost } from '../../../src/lessons-runtime/protocol/worker-to-host.ts';
import { layersPart, mutate, validMessages } from '../../wire/messages.ts';
import { createRandom } from '../compile/seeded-random.ts';

const honest = validMessages('a', 1);

describe('a valid message', () => {
  it.each(
    honest.map((message) => [JSON.stringify(message).slice(0, 60), message] as const),
  )('is parsed unchanged: %s', (_, message) => {
    expect(parseWorkerToHost(structuredClone(message))).toEqual(message);
  });

  it('loses unknown properties', () => {
    const message = { type: 'cancel', request: 1, extra: { html: '<b>' } };
    expect(parseWorkerToHost(message)).toEqual({ type: 'cancel', request: 1 });
  });
});

describe('an invalid message', () => {
  it.each([
    undefined,
    null,
    0,
    '',
    'ready',
    [],
    {},
    { type: 'nonsense' },
    { type: 'start', language: 'es', backend: 'cpu' },
    { type: 'ready', backend: 'webgpu', reason: 'forced', renderer: '' },
    { type: 'ready', backend: 'cpu', reason: 'because', renderer: '' },
    { type: 'finished', cell: 'a', run: 0, outcome: 'done', milliseconds: 1 },
    { type: 'finished', cell: 'a', run: 1, outcome: 'idle', milliseconds: 1 },
    { type: 'finished', cell: 'a', run: 1, outcome: 'done', milliseconds: -1 },
    { type: 'finished', cell: 'a', run: 1.5, outcome: 'done', milliseconds: 1 },
    { type: 'finished', cell: 1, run: 1, outcome: 'done', milliseconds: 1 },
    { type: 'redrawn', cell: 'a', run: 1, part: { kind: 'text', level: 'log', text: 't' } },
    { type: 'redrawn', cell: 'a', run: 0, part: layersPart('layers-1') },
    { type: 'redrawn', cell: 'a', run: 1, part: layersPart('x'.repeat(41)) },
    { type: 'network', run: 0, part: layersPart('network-1') },
    { type: 'network', run: 1, part: { kind: 'text', level: 'log', text: 't' } },
    {
      type: 'output',
      cell: 'a',
      run: 1,
      part: {
        kind: 'moved',
        name: 'm',
        layers: [{ name: 'l', trainable: true, parameters: 1, change: '0' }],
      },
    },
    { type: 'data', cell: 'a', run: 0, json: '{}' },
    { type: 'data', cell: 'a', run: 1, json: {} },
    { type: 'data', cell: 'a', run: 1, json: ' '.repeat(4_000_001) },
    { type: 'memory', tensors: -1, bytes: 0, backend: 'cpu' },
    { type: 'request', request: 1, payload: { kind: 'file' } },
    { type: 'request', request: 1, payload: { kind: 'script', name: 'anything' } },
    { type: 'request', request: 1, payload: { kind: 'directory', path: 'models' } },
    { type: 'request', request: Number.NaN, payload: { kind: 'chosen-photo' } },
    { type: 'request', request: 1, payload: { kind: 'read-blob', namespace: 'edits', key: 'k' } },
    { type: 'request', request: 1, payload: { kind: 'read-blob', namespace: 'models', key: '' } },
    {
      type: 'request',
      request: 1,
      payload: { kind: 'read-blob', namespace: 'models', key: 'k'.repeat(121) },
    },
    {
      type: 'request',
      request: 1,
      payload: { kind: 'write-blob', namespace: 'models', key: 'k', bytes: [1] },
    },
    {
      type: 'request',
      request: 1,
      payload: { kind: 'write-blob', namespace: 'models', key: 'k', bytes: new ArrayBuffer(2 ** 26 + 1) },
    },
    { type: 'request', request: 1, payload: { kind: 'save-recovery', bytes: new ArrayBuffer(2 ** 26 + 1) } },
    ...['', 'a.html', '../a.json', 'a/b.bin', '.json', 'a.json.exe', 'a\u202e.json'].map((name) => ({
      type: 'output',
      cell: 'a',
      run: 1,
      part: { kind: 'download', files: [{ name, bytes: new ArrayBuffer(1) }] },
    })),
    { type: 'output', cell: 'a', run: 1, part: { kind: 'download', files: [] } },
  ])('is dropped: %j', (message) => {
    expect(parseWorkerToHost(message)).toBeNull();
  });

  const output = (part: unknown) => parseWorkerToHost({ type: 'output', cell: 'a', run: 1, part });

  it.each([
    { kind: 'html', html: '<b>' },
    { kind: 'text', level: 'fatal', text: '' },
    { kind: 'image', width: 2, height: 2, pixels: new ArrayBuffer(15), caption: '' },
    { kind: 'image', width: 2, height: 2, pixels: new Uint8Array(16), caption: '' },
    { kind: 'image', width: 0, height: 0, pixels: new ArrayBuffer(0), caption: '' },
    { kind: 'image', width: 5000, height: 1, pixels: new ArrayBuffer(20_000), caption: '' },
    { kind: 'progress', id: 'p', label: '', loaded: 1, total: Number.POSITIVE_INFINITY, unit: 'bytes' },
    { kind: 'tensor', shape: ['2'], dtype: 'float32', preview: '', range: null },
    { kind: 'tensor', shape: [2], dtype: 'float32', preview: '', range: { min: 'a', max: 1, mean: 1 } },
    {
      kind: 'tensor',
      shape: [1],
      dtype: 'float32',
      preview: '',
      range: null,
      pictures: { width: 1, height: 2, count: 1, total: 1, values: '0..1', pixels: new ArrayBuffer(4) },
    },
    {
      kind: 'tensor',
      shape: [1],
      dtype: 'float32',
      preview: '',
      range: null,
      histogram: new Array(25).fill(0),
    },
    { kind: 'value', value: { type: 'object', text: 'o', entries: [['x']] } },
    {
      kind: 'error',
      name: 'E',
      what: 'w',
      advice: 'a',
      place: { cell: 'a', line: -1, column: 1 },
      trace: [],
    },
  ])('is dropped if its part is invalid: %j', (part) => {
    expect(output(part)).toBeNull();
  });

  it.each([
    { path: 'show.layer', surface: { name: '', tab: '' }, data: [], options: {} },
    { path: 'constructor', surface: { name: '', tab: '' }, data: [], options: {} },
    null,
  ])('keeps an invalid chart as a refused call: %j', (call) => {
    expect(output({ kind: 'chart', id: 'c', call })).toMatchObject({ part: { call: { path: 'refused' } } });
  });

  it('never throws or passes unparsed data, over 20,000 damaged messages', () => {
    const random = createRandom(11);
    const known = new Set([
      'ready',
      'output',
      'redrawn',
      'occlusion',
      'network',
      'finished',
      'data',
      'training',
      'memory',
      'request',
      'cancel',
    ]);
    let dropped = 0;
    for (let n = 0; n < 20_000; n++) {
      const parsed = parseWorkerToHost(mutate(random.pick(honest), random));
      if (parsed === null) dropped += 1;
      else {
        expect(known.has(parsed.type)).toBe(true);
        expect(parsed).not.toHaveProperty('extra');
      }
    }
    expect(dropped).toBeGreaterThan(8000);
  });
});
