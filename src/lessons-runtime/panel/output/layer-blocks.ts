import type { OutputOf } from '../../protocol/output.ts';

export type LayerRow = OutputOf<'model'>['layers'][number];

/** Whether training changes a layer, or a group of layers; `none` means that there are no parameters. */
export type LayerState = 'trainable' | 'frozen' | 'mixed' | 'none';

/** Consecutive layers that belong together. A block with an empty name is a single layer. */
export interface LayerBlock {
  readonly name: string;
  readonly layers: readonly LayerRow[];
}

/** Models with more layers than this are grouped by the names of their layers. */
export const longModel = 20;

/** Matches up to the first number at the end of a name's part: `block1a` of `block1a_expand`, `conv_dw_3` of `conv_dw_3_relu`. */
const numberedPrefix = /^(.*?\d[a-z]?)(?:[_/]|$)/;
const firstPart = /^([^_/]+)[_/]/;

/** Groups layers, in their order: those of a nested model, and in a long model those whose names have the same prefix. */
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

/** Returns the common state of layers. Layers without parameters do not count; `null` (not built yet) counts as some. */
export function stateOf(layers: readonly LayerRow[]): LayerState {
  const counted = layers.filter(({ parameters }) => parameters !== 0);
  if (counted.length === 0) return 'none';
  if (counted.every(({ trainable }) => trainable)) return 'trainable';
  return counted.some(({ trainable }) => trainable) ? 'mixed' : 'frozen';
}
