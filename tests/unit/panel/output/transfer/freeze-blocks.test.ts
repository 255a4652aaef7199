import { describe, expect, it } from 'vitest';
import type { LayerRow } from '../../../../../src/lessons-runtime/panel/output/layer-blocks.ts';
import { freezeBlocks } from '../../../../../src/lessons-runtime/panel/output/transfer/freeze-blocks.ts';

const layer = (name: string, more: Partial<LayerRow> = {}): LayerRow => ({
  name,
  type: 'Dense',
  outputShape: '[null, 1]',
  parameters: 1,
  trainable: true,
  ...more,
});
const bare = (name: string, more: Partial<LayerRow> = {}) => layer(name, { parameters: 0, ...more });

const shape = (layers: readonly LayerRow[]) =>
  freezeBlocks(layers).map((block) => `${block.name} ${block.from}–${block.to}`);

describe('freezeBlocks', () => {
  it('adds layers without weights to the block before them', () => {
    expect(shape([bare('input'), layer('a'), bare('relu'), bare('pool'), layer('b')])).toEqual([
      'a 0–4',
      'b 4–5',
    ]);
  });

  it('splits a backbone into its layers', () => {
    const inside = (name: string) => layer(name, { block: 'backbone' });
    expect(shape([bare('input'), inside('low'), inside('high'), bare('pool'), layer('head')])).toEqual([
      'low 0–2',
      'high 2–4',
      'head 4–5',
    ]);
  });

  it('splits a long backbone into its named blocks', () => {
    const backbone = Array.from({ length: 24 }, (_, n) =>
      layer(`block${Math.floor(n / 6) + 1}_part${n % 6}`, { block: 'backbone' }),
    );
    expect(shape([...backbone, layer('head')])).toEqual([
      'block1 0–6',
      'block2 6–12',
      'block3 12–18',
      'block4 18–24',
      'head 24–25',
    ]);
  });

  it('returns no blocks if no layer has weights', () => {
    expect(shape([bare('a'), bare('b')])).toEqual([]);
  });
});
