import type * as TensorFlow from '@tensorflow/tfjs';
import type { InputShape } from './adapt-topology.ts';
import { cutAfter, fixInputShape, neededGroups } from './adapt-topology.ts';
import type { FetchFile } from './fetch-file.ts';
import { fetchModelFile } from './fetch-file.ts';
import type { ModelProgress } from './load-model-weights.ts';
import { loadModelWeights } from './load-model-weights.ts';
import { ModelArgumentError } from './model-argument-error.ts';
import { parseModelJson } from './parse-model-json.ts';

export interface EfficientNetLite0Deps {
  /** The one instance of tfjs that the model's tensors shall belong to. */
  readonly tf: Pick<typeof TensorFlow, 'loadLayersModel'>;
  readonly fetchFile: FetchFile;
  /** The folder of `model.json`, with a slash at its end. */
  readonly baseUrl: string;
  /** Told of every load's progress, beside the caller's own `onProgress`. */
  readonly onProgress?: (progress: ModelProgress) => void;
}

export interface EfficientNetLite0Options {
  /** `'imagenet'` (default): pretrained. `null`: fresh random weights, nothing of the pretrained ones is fetched. */
  readonly weights?: 'imagenet' | null;
  /** With the classifier of 1000 classes (default), or cut before its pooling. */
  readonly includeTop?: boolean;
  /** [height, width, 3]; without it the model takes pictures of any size. */
  readonly inputShape?: InputShape;
  readonly onProgress?: (progress: ModelProgress) => void;
  readonly signal?: AbortSignal;
}

export type EfficientNetLite0 = (options?: EfficientNetLite0Options) => Promise<TensorFlow.LayersModel>;

/** The last feature map, [batch, ⌈height/32⌉, ⌈width/32⌉, 1280]: where `includeTop: false` cuts. */
export const lastFeatureLayer = 'head_relu';

/**
 * Makes the loader of EfficientNet-Lite0 (4.6 million parameters, ImageNet, 224×224), BatchNorm folded in.
 *
 * The model takes [batch, height, width, 3] float32 from `preprocessInput` and gives [batch, 1000] probabilities
 * (layer `predictions`; `logits` is the layer before). With `includeTop: false` it gives the last feature map,
 * and the classifier's weights are not even fetched. Every layer is trainable, as in Keras.
 * @returns a function that rejects with `ModelFileError` when a file is missing, unreachable, cut short or damaged,
 *   and with `ModelArgumentError` for an `inputShape` or `weights` it cannot take
 */
export function createEfficientNetLite0({
  tf,
  fetchFile,
  baseUrl,
  onProgress,
}: EfficientNetLite0Deps): EfficientNetLite0 {
  return async (options = {}) => {
    const { weights = 'imagenet', includeTop = true, inputShape, signal } = options;
    requireWeights(weights);
    const file = `${baseUrl}model.json`;
    const text = new TextDecoder().decode(await fetchModelFile(fetchFile, file, () => {}, signal));
    const { modelTopology, weightsManifest, files } = parseModelJson(file, text);
    const cut = includeTop ? modelTopology : cutAfter(modelTopology, lastFeatureLayer);
    const topology = inputShape ? fixInputShape(cut, inputShape) : cut;
    if (weights === null) return tf.loadLayersModel({ load: async () => ({ modelTopology: topology }) });
    const report = (progress: ModelProgress): void => {
      onProgress?.(progress);
      options.onProgress?.(progress);
    };
    const loaded = await loadModelWeights(neededGroups(topology, weightsManifest), files, {
      fetchFile,
      baseUrl,
      onProgress: report,
      signal,
    });
    return tf.loadLayersModel({ load: async () => ({ modelTopology: topology, ...loaded }) });
  };
}

function requireWeights(weights: unknown): void {
  if (weights === 'imagenet' || weights === null) return;
  throw new ModelArgumentError(
    'weights',
    'weights',
    "'imagenet' or null",
    JSON.stringify(weights) ?? String(weights),
  );
}
