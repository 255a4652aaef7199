import { lastFeatureLayer } from '../../src/lessons-runtime/models/efficient-net-lite0.ts';

/** A layer of the network, with its name in tfjs and the names of its parameters in PyTorch. */
export type LayerSpec =
  | ConvolutionSpec
  | { readonly kind: 'relu6' | 'average-pool' | 'softmax'; readonly name: string; readonly from: string }
  | { readonly kind: 'add'; readonly name: string; readonly from: readonly [string, string] }
  | { readonly kind: 'dropout'; readonly name: string; readonly from: string; readonly rate: number }
  | DenseSpec;

export interface ConvolutionSpec {
  readonly kind: 'convolution' | 'depthwise';
  readonly name: string;
  readonly from: string;
  /** Output channels; for a depthwise convolution also the input channels. */
  readonly filters: number;
  readonly size: number;
  readonly stride: number;
  /** Whether a ReLU6 follows, which determines the variance of random initial weights. */
  readonly rectified: boolean;
  readonly weight: string;
  readonly norm: string;
}

export interface DenseSpec {
  readonly kind: 'dense';
  readonly name: string;
  readonly from: string;
  readonly units: number;
  readonly weight: string;
  readonly bias: string;
}

interface Stage {
  readonly repeats: number;
  readonly size: number;
  readonly stride: number;
  readonly expansion: number;
  readonly filters: number;
}

/** Source: `_DEFAULT_BLOCKS_ARGS` in Google's `efficientnet_lite_builder.py`, squeeze-and-excite off. */
const stages: readonly Stage[] = [
  { repeats: 1, size: 3, stride: 1, expansion: 1, filters: 16 },
  { repeats: 2, size: 3, stride: 2, expansion: 6, filters: 24 },
  { repeats: 2, size: 5, stride: 2, expansion: 6, filters: 40 },
  { repeats: 3, size: 3, stride: 2, expansion: 6, filters: 80 },
  { repeats: 3, size: 5, stride: 1, expansion: 6, filters: 112 },
  { repeats: 4, size: 5, stride: 2, expansion: 6, filters: 192 },
  { repeats: 1, size: 3, stride: 1, expansion: 6, filters: 320 },
];

export const inputName = 'input';
export const batchNormEpsilon = 1e-3;
const stemFilters = 32;

/** Returns the layers of EfficientNet-Lite0 in topological order, without the input. */
export function efficientNetLite0Layers(): readonly LayerSpec[] {
  const stem = convolution('stem_conv', inputName, { filters: stemFilters, size: 3, stride: 2 }, [
    '_conv_stem',
    '_bn0',
  ]);
  const layers: LayerSpec[] = [stem, relu6('stem_relu', 'stem_conv')];
  let from = 'stem_relu';
  let channels = stemFilters;
  let block = 0;
  for (const [stageIndex, stage] of stages.entries()) {
    for (let repeat = 0; repeat < stage.repeats; repeat += 1) {
      const name = `block${stageIndex + 1}${String.fromCharCode(97 + repeat)}`;
      const stride = repeat === 0 ? stage.stride : 1;
      const added = mobileBlock({ name, from, source: `_blocks.${block}`, channels, stage, stride });
      layers.push(...added);
      from = added.at(-1)?.name ?? from;
      channels = stage.filters;
      block += 1;
    }
  }
  layers.push(
    convolution('head_conv', from, pointwise(1280), ['_conv_head', '_bn1']),
    relu6(lastFeatureLayer, 'head_conv'),
    { kind: 'average-pool', name: 'avg_pool', from: lastFeatureLayer },
    { kind: 'dropout', name: 'dropout', from: 'avg_pool', rate: 0.2 },
    { kind: 'dense', name: 'logits', from: 'dropout', units: 1000, weight: '_fc.weight', bias: '_fc.bias' },
    { kind: 'softmax', name: 'predictions', from: 'logits' },
  );
  return layers;
}

interface BlockPlace {
  readonly name: string;
  readonly from: string;
  readonly source: string;
  readonly channels: number;
  readonly stage: Stage;
  readonly stride: number;
}

/** Returns a block: expand 1×1 → depthwise → project 1×1, with a shortcut if input and output have the same shape. */
function mobileBlock({ name, from, source, channels, stage, stride }: BlockPlace): LayerSpec[] {
  const layers: LayerSpec[] = [];
  const wide = channels * stage.expansion;
  let last = from;
  if (stage.expansion !== 1) {
    const expand = `${name}_expand`;
    layers.push(convolution(expand, last, pointwise(wide), [`${source}._expand_conv`, `${source}._bn0`]));
    layers.push(relu6(`${expand}_relu`, expand));
    last = `${expand}_relu`;
  }
  const depthwise = `${name}_dwconv`;
  const window = { filters: wide, size: stage.size, stride };
  layers.push(
    {
      ...convolution(depthwise, last, window, [`${source}._depthwise_conv`, `${source}._bn1`]),
      kind: 'depthwise',
    },
    relu6(`${depthwise}_relu`, depthwise),
    {
      ...convolution(`${name}_project`, `${depthwise}_relu`, pointwise(stage.filters), [
        `${source}._project_conv`,
        `${source}._bn2`,
      ]),
      rectified: false,
    },
  );
  if (stride === 1 && channels === stage.filters) {
    layers.push({ kind: 'add', name: `${name}_add`, from: [`${name}_project`, from] });
  }
  return layers;
}

function convolution(
  name: string,
  from: string,
  shape: Pick<ConvolutionSpec, 'filters' | 'size' | 'stride'>,
  [weight, norm]: readonly [weight: string, norm: string],
): ConvolutionSpec {
  return { kind: 'convolution', name, from, ...shape, rectified: true, weight: `${weight}.weight`, norm };
}

function pointwise(filters: number): Pick<ConvolutionSpec, 'filters' | 'size' | 'stride'> {
  return { filters, size: 1, stride: 1 };
}

function relu6(name: string, from: string): LayerSpec {
  return { kind: 'relu6', name, from };
}
