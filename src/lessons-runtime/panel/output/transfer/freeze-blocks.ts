import { type LayerBlock, type LayerRow, layerBlocks, stateOf } from '../layer-blocks.ts';

/** Layers that are frozen and thawed together. */
export interface FreezeBlock {
  readonly name: string;
  readonly layers: readonly LayerRow[];
  /** Layers up to the end of this block, and before its begin. */
  readonly from: number;
  readonly to: number;
}

/**
 * A model as blocks that have something to freeze, in order: those without weights belong to the block before them (the first
 * ones to the block after), and the layers of a long model to the block that their names tell.
 */
export function freezeBlocks(layers: readonly LayerRow[]): readonly FreezeBlock[] {
  const blocks: { name: string; layers: LayerRow[] }[] = [];
  let waiting: readonly LayerRow[] = [];
  for (const block of layerBlocks(layers).flatMap(innerBlocks)) {
    const last = blocks.at(-1);
    if (stateOf(block.layers) !== 'none') {
      blocks.push({
        name: block.name || (block.layers[0]?.name ?? ''),
        layers: [...waiting, ...block.layers],
      });
      waiting = [];
    } else if (last === undefined) waiting = [...waiting, ...block.layers];
    else last.layers.push(...block.layers);
  }
  let to = 0;
  return blocks.map((block) => {
    const from = to;
    to += block.layers.length;
    return { ...block, from, to };
  });
}

/** A backbone within a model is not one block to freeze, but those of its own names. */
function innerBlocks(block: LayerBlock): readonly LayerBlock[] {
  if (block.layers[0]?.block === undefined) return [block];
  return layerBlocks(block.layers.map(({ block: _, ...layer }) => layer));
}
