import { type LayerBlock, type LayerRow, layerBlocks, stateOf } from '../layer-blocks.ts';

/** Layers that are frozen and unfrozen together. */
export interface FreezeBlock {
  readonly name: string;
  readonly layers: readonly LayerRow[];
  /** Index of the block's first layer in the model. */
  readonly from: number;
  /** Index after the block's last layer in the model. */
  readonly to: number;
}

/**
 * Groups a model's layers into blocks with weights, in order. Layers without weights belong to the block before them, or to
 * the first block; the layers of a long model are grouped by their names.
 */
export function freezeBlocks(layers: readonly LayerRow[]): readonly FreezeBlock[] {
  const blocks: { name: string; layers: LayerRow[] }[] = [];
  /** Layers without weights before the first block. */
  let leading: readonly LayerRow[] = [];
  for (const block of layerBlocks(layers).flatMap(innerBlocks)) {
    const last = blocks.at(-1);
    if (stateOf(block.layers) !== 'none') {
      blocks.push({
        name: block.name || (block.layers[0]?.name ?? ''),
        layers: [...leading, ...block.layers],
      });
      leading = [];
    } else if (last === undefined) leading = [...leading, ...block.layers];
    else last.layers.push(...block.layers);
  }
  let to = 0;
  return blocks.map((block) => {
    const from = to;
    to += block.layers.length;
    return { ...block, from, to };
  });
}

/** Splits a nested model, such as a backbone, into its own blocks. */
function innerBlocks(block: LayerBlock): readonly LayerBlock[] {
  if (block.layers[0]?.block === undefined) return [block];
  return layerBlocks(block.layers.map(({ block: _, ...layer }) => layer));
}
