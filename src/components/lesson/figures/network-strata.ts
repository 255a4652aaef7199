import type { NetworkState, PublishedNetwork } from '../../../course/published/read-network.ts';
import { type FreezeBlock, freezeBlocks, type LayerRow } from '../../../lessons-runtime/build.ts';

/** A part of a network, drawn as one stratum. */
export interface NetworkStratum {
  readonly name: string;
  /** The names of its layers; empty for a new classifier, whose name is the author's choice. */
  readonly layers: readonly string[];
  readonly state: 'frozen' | 'trainable' | 'removed';
  /** Sizes of its output without the batch: `112×112×32`. */
  readonly output: string;
  readonly parameters: number;
  readonly isHead: boolean;
}

/** Networks with more blocks than this are drawn with the blocks of equal number together. */
const mostBlocks = 14;
/** How many blocks of the base are trainable in the state `last-blocks`. */
const lastBlocks = 2;

/**
 * Returns the strata of a network from input to output.
 * @param classes the number of classes of a new classifier
 * @param newHead the name of a new classifier
 */
export function networkStrata(
  { layers, head }: PublishedNetwork,
  state: NetworkState,
  classes: number,
  newHead: string,
): readonly NetworkStratum[] {
  const blocks = groupByNumber(freezeBlocks(layers.slice(0, head)));
  const firstTrainable = { pretrained: blocks.length, cut: blocks.length, frozen: blocks.length };
  const from = { ...firstTrainable, 'last-blocks': blocks.length - lastBlocks, all: 0 }[state];
  const base = blocks.map(
    (block, place): NetworkStratum => ({
      name: block.name,
      layers: block.layers.map(({ name }) => name),
      state: place >= from ? 'trainable' : 'frozen',
      output: sizesOf(featureLayer(block.layers)),
      parameters: parametersOf(block.layers),
      isHead: false,
    }),
  );
  const classifier = layers.slice(head);
  if (state === 'pretrained' || state === 'cut')
    return [
      ...base,
      {
        name: classifier[0]?.name ?? '',
        layers: classifier.map(({ name }) => name),
        state: state === 'cut' ? 'removed' : 'frozen',
        output: sizesOf(classifier.at(-1)),
        parameters: parametersOf(classifier),
        isHead: true,
      },
    ];
  const features = Number(
    sizesOf(layers[head - 1])
      .split('×')
      .at(-1),
  );
  return [
    ...base,
    {
      name: newHead,
      layers: [],
      state: 'trainable',
      output: String(classes),
      parameters: (features + 1) * classes,
      isHead: true,
    },
  ];
}

/** Joins consecutive blocks with the same number, such as `block2a` and `block2b`, if there are many. */
function groupByNumber(blocks: readonly FreezeBlock[]): readonly Pick<FreezeBlock, 'name' | 'layers'>[] {
  if (blocks.length <= mostBlocks) return blocks;
  const groups: FreezeBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const number = /\d+/.exec(block.name)?.[0];
    if (last !== undefined && number !== undefined && /\d+/.exec(last[0]?.name ?? '')?.[0] === number)
      last.push(block);
    else groups.push([block]);
  }
  // The stem has the number of the first block in MobileNet: `conv1`, `conv_dw_1`, `conv_pw_1`.
  return groups
    .flatMap((group) => splitStem(group))
    .map((group) => ({
      name: jointName(group.map(({ name }) => name)),
      layers: group.flatMap(({ layers }) => layers),
    }));
}

function splitStem(group: readonly FreezeBlock[]): readonly (readonly FreezeBlock[])[] {
  const [first, ...others] = group;
  const hasStem =
    first !== undefined && others.length > 0 && !first.name.includes('_') && others[0]?.name.includes('_');
  return hasStem ? [[first], others] : [group];
}

/** Returns what names have in common: `block2` of `block2a` and `block2b`, `conv_dw/pw_1` of `conv_dw_1` and `conv_pw_1`. */
function jointName(names: readonly string[]): string {
  const [first = '', ...others] = names;
  if (others.length === 0) return first;
  const prefix = /^(.*?\d+)[a-z]$/.exec(first)?.[1];
  if (prefix !== undefined) return prefix;
  const parts = names.map((name) => name.split('_'));
  return (parts[0] ?? []).map((_, at) => [...new Set(parts.map((each) => each[at]))].join('/')).join('_');
}

/** Returns the last layer whose output is a feature map, before the layers that summarize it. */
function featureLayer(layers: readonly LayerRow[]): LayerRow | undefined {
  const end = layers.findIndex(({ type }) => type.startsWith('Global'));
  return end > 0 ? layers[end - 1] : layers.at(-1);
}

function sizesOf(layer: LayerRow | undefined): string {
  return (layer?.outputShape ?? '').replace(/[[\]]/g, '').split(', ').slice(1).join('×');
}

function parametersOf(layers: readonly LayerRow[]): number {
  return layers.reduce((sum, { parameters }) => sum + (parameters ?? 0), 0);
}
