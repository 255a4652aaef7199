import { describe, expect, it } from 'vitest';
import { efficientNetLite0Layers } from '../../../tools/convert-efficientnet-lite0/architecture.ts';
import { collectWeights } from '../../../tools/convert-efficientnet-lite0/collect-weights.ts';

const layers = efficientNetLite0Layers();

describe('efficientNetLite0Layers', () => {
  it('has the blocks of the paper, with a shortcut if input and output have the same shape', () => {
    const names = layers.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.endsWith('_dwconv'))).toHaveLength(16);
    expect(names.filter((name) => name.endsWith('_add'))).toEqual(
      ['2b', '3b', '4b', '4c', '5b', '5c', '6b', '6c', '6d'].map((block) => `block${block}_add`),
    );
    expect(names.slice(0, 5)).toEqual([
      'stem_conv',
      'stem_relu',
      'block1a_dwconv',
      'block1a_dwconv_relu',
      'block1a_project',
    ]);
    expect(names.slice(-6)).toEqual([
      'head_conv',
      'head_relu',
      'avg_pool',
      'dropout',
      'logits',
      'predictions',
    ]);
  });

  it('lists every layer after its inputs', () => {
    const seen = new Set(['input']);
    for (const layer of layers) {
      for (const from of [layer.from].flat()) expect(seen).toContain(from);
      seen.add(layer.name);
    }
  });
});

describe('collectWeights', () => {
  const conv = layers.slice(0, 1);
  const channels = { shape: [32], data: new Float32Array(32).fill(1) };
  const stem = new Map([
    ['_conv_stem.weight', { shape: [32, 3, 3, 3], data: new Float32Array(32 * 27) }],
    ...['weight', 'bias', 'running_mean', 'running_var'].map((part) => [`_bn0.${part}`, channels] as const),
  ]);

  it('names weights as tfjs does', () => {
    expect(collectWeights(conv, stem).map(({ name, shape }) => [name, shape])).toEqual([
      ['stem_conv/kernel', [3, 3, 3, 32]],
      ['stem_conv/bias', [32]],
    ]);
  });

  it('rejects a checkpoint with a missing tensor, an extra tensor, or another shape', () => {
    expect(() => collectWeights(layers, stem)).toThrow(
      'the checkpoint has no _blocks.0._depthwise_conv.weight',
    );
    expect(() => collectWeights(conv, new Map([...stem, ['extra', channels]]))).toThrow(
      'no layer uses: extra',
    );
    const wrongShape = new Map([
      ...stem,
      ['_conv_stem.weight', { shape: [32, 3, 5, 5], data: new Float32Array(32 * 75) }],
    ]);
    expect(() => collectWeights(conv, wrongShape)).toThrow('stem_conv: _conv_stem.weight is [32,3,5,5]');
  });
});
