import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCellConsole } from '../../../../src/lessons-runtime/kernel/inspect/cell-console.ts';
import { showLibraryConsole } from '../../../../src/lessons-runtime/kernel/inspect/tensorflow-console.ts';

const original = { log: vi.fn(), warn: vi.fn(), timeStamp: vi.fn() };
const print = vi.fn();
let run: number;
let library: Record<string, (...values: unknown[]) => void>;

beforeEach(() => {
  vi.clearAllMocks();
  run = 0;
  library = { ...original };
  const cell = createCellConsole(print, () => {});
  showLibraryConsole({ console: library }, cell, { run: () => run, language: 'es' });
});

describe('showLibraryConsole', () => {
  it('uses the original console before the first run', () => {
    library['log']?.('early', 1);
    library['warn']?.('early');
    library['error']?.('nowhere to go');
    expect([original.log.mock.calls, original.warn.mock.calls, print.mock.calls]).toEqual([
      [['early', 1]],
      [['early']],
      [],
    ]);
  });

  it('prints into the cell from the first run on, also by detached methods', () => {
    run = 1;
    const { log, info, error, group } = library;
    for (const method of [log, info, error, group]) method?.('x', { a: 1 });
    expect(print.mock.calls).toEqual(['log', 'info', 'error', 'log'].map((level) => [level, 'x { a: 1 }']));
    expect(original.log).not.toHaveBeenCalled();
  });

  it('shows a warning once in a run, for up to two hundred different ones', () => {
    run = 1;
    for (let time = 0; time < 3; time++) for (let n = 0; n < 201; n++) library['warn']?.(`warning ${n}`);
    expect(print).toHaveBeenCalledTimes(203);
    run = 2;
    library['warn']?.('warning 1');
    expect(print).toHaveBeenCalledTimes(204);
  });

  it.each([
    "The kernel 'Relu' for backend 'wasm' is already registered",
    "Overriding the gradient for 'Relu'",
    'wasm backend was already registered. Reusing existing backend factory.',
    'Platform browser has already been set. Overwriting the platform with [object Object].',
    'at@blob:http://a.example/1:2:3\nb@blob:http://a.example/1:4:5',
  ])('does not show “%s” to learners', (text) => {
    run = 1;
    library['warn']?.(text);
    expect(print).not.toHaveBeenCalled();
    expect(original.warn).toHaveBeenCalledWith(text);
  });

  it.each([
    [
      'You provided `batchesPerEpoch` as 3, but your dataset iterator ran out of data after 1 batches; interrupting training. Make sure that your dataset can generate at least `batchesPerEpoch * epochs` batches (in this case, 6 batches). You may need to use the repeat() function when building your dataset.',
      /tras 1 lote,.*6 lotes/,
    ],
    [
      'Your dataset iterator ran out of data during evaluateDataset(). Interrupting evalution. Make sure that your dataset can generate at least `batches` batches (in this case, 5 batches). You may need to use the repeat() function when building your dataset.',
      /5 lotes/,
    ],
    ['Cannot return a Promise inside of tidy.', /async/],
    ['Initialization of backend webgl failed', /«webgl»/],
    [
      'The shape of the input tensor ([null,3]) does not match the expectation of layer d1: [null,4]',
      /\[null,3\].*«d1».*\[null,4\]/,
    ],
  ])('translates “%s” to Spanish', (text, words) => {
    run = 1;
    library['warn']?.(text);
    expect(print).toHaveBeenCalledWith('warn', expect.stringMatching(words));
  });
});
