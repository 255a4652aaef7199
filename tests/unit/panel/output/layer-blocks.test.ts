import { describe, expect, it } from 'vitest';
import {
  type LayerRow,
  layerBlocks,
  stateOf,
} from '../../../../src/lessons-runtime/panel/output/layer-blocks.ts';

const layer = (name: string, more: Partial<LayerRow> = {}): LayerRow => ({
  name,
  type: 'Dense',
  outputShape: '[null, 1]',
  parameters: 1,
  trainable: true,
  ...more,
});

const shape = (layers: readonly LayerRow[]) =>
  layerBlocks(layers).map(({ name, layers: inner }) => `${name}(${inner.map((row) => row.name).join(' ')})`);

/** Enough layers to make a model long, so that layers are grouped by name. */
const padding = Array.from({ length: 21 }, (_, n) => layer(`x${n}`));
const padded = (...names: string[]) => shape([...names.map((name) => layer(name)), ...padding]).slice(0, -21);

describe('layerBlocks', () => {
  it('does not group the layers of a short model', () => {
    expect(shape([layer('block1_a'), layer('block1_b')])).toEqual(['(block1_a)', '(block1_b)']);
  });

  it.each([
    [
      ['stem_conv', 'stem_relu', 'block1a_dwconv', 'block1a_project', 'block2a_expand'],
      ['stem(stem_conv stem_relu)', 'block1a(block1a_dwconv block1a_project)', '(block2a_expand)'],
    ],
    [
      ['block_1_expand', 'block_1_expand_BN', 'block_2_project', 'block_2_add'],
      ['block_1(block_1_expand block_1_expand_BN)', 'block_2(block_2_project block_2_add)'],
    ],
    [
      ['conv_dw_3', 'conv_dw_3_bn', 'conv_dw_3_relu', 'conv_pw_3', 'conv_pw_3_bn'],
      ['conv_dw_3(conv_dw_3 conv_dw_3_bn conv_dw_3_relu)', 'conv_pw_3(conv_pw_3 conv_pw_3_bn)'],
    ],
    [
      ['Conv1/pad', 'Conv1/bn', 'Conv2/pad'],
      ['Conv1(Conv1/pad Conv1/bn)', '(Conv2/pad)'],
    ],
  ])('groups the layers of a long model by the prefix of their names: %j', (names, blocks) => {
    expect(padded(...names)).toEqual(blocks);
  });

  it('groups the layers of a nested model, however short', () => {
    expect(
      shape([layer('a', { block: 'backbone' }), layer('b', { block: 'backbone' }), layer('head')]),
    ).toEqual(['backbone(a b)', '(head)']);
    expect(shape([layer('only', { block: 'backbone' })])).toEqual(['backbone(only)']);
  });

  it('starts another block when a prefix appears again later', () => {
    expect(padded('a1_x', 'a1_y', 'b1_x', 'b1_y', 'a1_z', 'a1_w')).toEqual([
      'a1(a1_x a1_y)',
      'b1(b1_x b1_y)',
      'a1(a1_z a1_w)',
    ]);
  });
});

describe('stateOf', () => {
  const frozen = layer('f', { trainable: false });
  const empty = layer('e', { parameters: 0 });
  it.each([
    ['trainable', [layer('a'), empty]],
    ['frozen', [frozen, empty]],
    ['mixed', [frozen, layer('a')]],
    ['none', [empty, empty]],
    ['none', []],
    ['trainable', [layer('new', { parameters: null })]],
  ] as const)('returns %s for %j', (state, layers) => {
    expect(stateOf(layers)).toBe(state);
  });
});
