import type { OutputOf } from '../../protocol/output.ts';

export type LayerRow = OutputOf<'model'>['layers'][number];

/** What training may do to a layer, or to several together; `none` has nothing to train. */
export type LayerState = 'trainable' | 'frozen' | 'mixed' | 'none';

/** Layers that follow each other and belong together. A block without a name is one layer on its own. */
export interface LayerBlock {
  readonly name: string;
  readonly layers: readonly LayerRow[];
}

/** A model of more layers is grouped by the names its author gave them. */
export const longModel = 20;

/** Up to the first number that a part of a name ends with: `block1a` of `block1a_expand`, `conv_dw_3` of `conv_dw_3_relu`. */
const numberedPrefix = /^(.*?\d[a-z]?)(?:[_/]|$)/;
const firstPart = /^([^_/]+)[_/]/;

/** The layers in their order, those of a model within the model together; in a long one, those of one name too. */
export function layerBlocks(layers: readonly LayerRow[]): readonly LayerBlock[] {
  const isLong = layers.length > longModel;
  const blocks: { name: string; layers: LayerRow[] }[] = [];
  for (const layer of layers) {
    const name = layer.block ?? (isLong ? prefixOf(layer.name) : '');
    const last = blocks.at(-1);
    if (last !== undefined && name !== '' && last.name === name) last.layers.push(layer);
    else blocks.push({ name, layers: [layer] });
  }
  return blocks.map((block) =>
    block.layers.length === 1 && block.layers[0]?.block === undefined ? { ...block, name: '' } : block,
  );
}

function prefixOf(name: string): string {
  return (numberedPrefix.exec(name) ?? firstPart.exec(name))?.[1] ?? name;
}

/** Layers without parameters have no say. */
export function stateOf(layers: readonly LayerRow[]): LayerState {
  const counted = layers.filter(({ parameters }) => parameters !== 0);
  if (counted.length === 0) return 'none';
  if (counted.every(({ trainable }) => trainable)) return 'trainable';
  return counted.some(({ trainable }) => trainable) ? 'mixed' : 'frozen';
}
