import { describe, expect, it } from 'vitest';
import { keptOutputs } from '../../../../src/lessons-runtime/host/cells/kept-outputs.ts';
import type { Output } from '../../../../src/lessons-runtime/protocol/output.ts';

const text = (letters: number): Output => ({ kind: 'text', level: 'log', text: 'x'.repeat(letters) });
const image = (side: number): Output => ({
  kind: 'image',
  width: side,
  height: side,
  pixels: new ArrayBuffer(side * side * 4),
  caption: '',
});
const bar = (loaded: number): Output => ({
  kind: 'progress',
  id: 'a',
  label: '',
  loaded,
  total: 9,
  unit: 'steps',
});

describe('keptOutputs', () => {
  it('keeps all outputs within the limit, pictures included, and adds up their size', () => {
    const outputs = [text(10), image(16)];
    const { outputs: kept, size } = keptOutputs(outputs);
    expect(kept).toEqual(outputs);
    expect(size).toBeGreaterThan(16 * 16 * 4);
    expect(size).toBeLessThan(2000);
  });

  it('keeps the newest beyond the limit, and smaller ones before one that is too large', () => {
    const [small, large, last] = [text(10), image(64), text(20)];
    expect(keptOutputs([small, large, last], 1000).outputs).toEqual([small, last]);
    expect(keptOutputs([text(400), last], 500).outputs).toEqual([last]);
  });

  it('leaves out progress bars that did not reach their end', () => {
    expect(keptOutputs([bar(3), bar(9)]).outputs).toEqual([bar(9)]);
  });
});
