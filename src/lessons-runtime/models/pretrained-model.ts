import type * as TensorFlow from '@tensorflow/tfjs';
import type { InputShape } from './adapt-topology.ts';
import { appendPooling, cutAfter, fixInputShape, neededGroups, type Pooling } from './adapt-topology.ts';
import type { FetchFile } from './fetch-file.ts';
import { fetchModelFile } from './fetch-file.ts';
import type { ModelProgress } from './load-model-weights.ts';
import { loadModelWeights } from './load-model-weights.ts';
import { ModelArgumentError } from './model-argument-error.ts';
import { parseModelJson } from './parse-model-json.ts';

export interface PretrainedModelDeps {
  /** The one instance of tfjs that the model's tensors shall belong to. */
  readonly tf: Pick<typeof TensorFlow, 'loadLayersModel'>;
  readonly fetchFile: FetchFile;
  /** The folder of `model.json`, with a slash at its end. */
  readonly baseUrl: string;
  /** Told of every load's progress, beside the caller's own `onProgress`. */
  readonly onProgress?: (progress: ModelProgress) => void;
}

export interface PretrainedModelOptions<Weights extends string> {
  /** The name of the pretrained weights (default). `null`: fresh random weights, nothing of the pretrained ones is fetched. */
  readonly weights?: Weights | null;
  /** With the classifier (default), or cut before its pooling. */
  readonly includeTop?: boolean;
  /**
   * For a model without the classifier: reduces each map to its mean (`'avg'`) or its largest value (`'max'`), so that the
   * output is [batch, channels]; with `null` (default) the output is the maps. Ignored with the classifier, as in Keras.
   */
  readonly pooling?: Pooling | null;
  /** [height, width, 3]; without it the model takes pictures of any size. */
  readonly inputShape?: InputShape;
  readonly onProgress?: (progress: ModelProgress) => void;
  readonly signal?: AbortSignal;
}

/** What tells one pretrained network from another. */
interface PretrainedModel<Weights extends string> {
  /** What the weights are called. */
  readonly weights: Weights;
  /** Where `includeTop: false` cuts. */
  readonly lastFeatureLayer: string;
  /** The names of the layers that `pooling` adds there. */
  readonly poolingLayers: Readonly<Record<Pooling, string>>;
}

/**
 * Makes the loader of a network that one of the course's tools wrote.
 *
 * With `includeTop: false` it gives the last feature map, and the classifier's weights are not even fetched. Every layer is
 * trainable, as in Keras.
 * @returns a function that rejects with `ModelFileError` when a file is missing, unreachable, cut short or damaged,
 *   and with `ModelArgumentError` for an `inputShape`, `weights` or `pooling` it cannot take
 */
export function createPretrainedModel<Weights extends string>(
  { weights: pretrained, lastFeatureLayer, poolingLayers }: PretrainedModel<Weights>,
  { tf, fetchFile, baseUrl, onProgress }: PretrainedModelDeps,
): (options?: PretrainedModelOptions<Weights>) => Promise<TensorFlow.LayersModel> {
  return async (options = {}) => {
    const { weights = pretrained, includeTop = true, pooling = null, inputShape, signal } = options;
    requireWeights(weights, pretrained);
    requirePooling(pooling);
    const file = `${baseUrl}model.json`;
    const text = new TextDecoder().decode(await fetchModelFile(fetchFile, file, () => {}, signal));
    const { modelTopology, weightsManifest, files } = parseModelJson(file, text);
    const base = includeTop ? modelTopology : cutAfter(modelTopology, lastFeatureLayer);
    const pooled =
      includeTop || pooling === null
        ? base
        : appendPooling(base, lastFeatureLayer, pooling, poolingLayers[pooling]);
    const topology = inputShape ? fixInputShape(pooled, inputShape) : pooled;
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

function requireWeights(weights: unknown, pretrained: string): void {
  if (weights === pretrained || weights === null) return;
  throw new ModelArgumentError(
    'weights',
    'weights',
    `'${pretrained}' or null`,
    JSON.stringify(weights) ?? String(weights),
  );
}

function requirePooling(pooling: unknown): asserts pooling is Pooling | null {
  if (pooling === 'avg' || pooling === 'max' || pooling === null) return;
  throw new ModelArgumentError(
    'pooling',
    'pooling',
    "'avg', 'max' or null",
    JSON.stringify(pooling) ?? String(pooling),
  );
}
