import type * as TensorFlow from '@tensorflow/tfjs';
import type { InputShape } from './adapt-topology.ts';
import { appendPooling, cutAfter, fixInputShape, type Pooling, requiredGroups } from './adapt-topology.ts';
import type { FetchFile } from './fetch-file.ts';
import { fetchModelFile } from './fetch-file.ts';
import type { ModelProgress } from './load-model-weights.ts';
import { loadModelWeights } from './load-model-weights.ts';
import { ModelArgumentError } from './model-argument-error.ts';
import { parseModelJson } from './parse-model-json.ts';

export interface PretrainedModelDeps {
  /** The instance of tfjs that creates the model's tensors. */
  readonly tf: Pick<typeof TensorFlow, 'loadLayersModel'>;
  readonly fetchFile: FetchFile;
  /** The folder of `model.json`, with a trailing slash. */
  readonly baseUrl: string;
  /** Called with the progress of every load, in addition to the caller's `onProgress`. */
  readonly onProgress?: (progress: ModelProgress) => void;
}

export interface PretrainedModelOptions<Weights extends string> {
  /** The name of the pretrained weights (default), or `null` for random weights, without a download of the pretrained. */
  readonly weights?: Weights | null;
  /** Whether the model includes the classifier. Default true; otherwise it ends with the last feature maps. */
  readonly includeTop?: boolean;
  /**
   * For a model without the classifier: reduces each feature map to its mean (`'avg'`) or its maximum (`'max'`), so that the
   * output is [batch, channels]. With `null` (default) the output is the feature maps. Ignored with the classifier, as in
   * Keras.
   */
  readonly pooling?: Pooling | null;
  /** [height, width, 3], each side at least 32. Default: pictures of any size. */
  readonly inputShape?: InputShape;
  readonly onProgress?: (progress: ModelProgress) => void;
  readonly signal?: AbortSignal;
}

/** The properties of a pretrained network. */
interface PretrainedModel<Weights extends string> {
  /** The name of the weights. */
  readonly weights: Weights;
  /** The layer after which `includeTop: false` cuts. */
  readonly lastFeatureLayer: string;
  /** The names of the layers that `pooling` adds there. */
  readonly poolingLayers: Readonly<Record<Pooling, string>>;
}

/**
 * Creates the loader of a network that one of the course's converters wrote. All layers are trainable, as in Keras. With
 * `includeTop: false` the classifier's weights are not fetched.
 * @throws {ModelFileError} from the loader, if a file is missing, cannot be fetched, is truncated or corrupt
 * @throws {ModelArgumentError} from the loader, if `inputShape`, `weights` or `pooling` is invalid
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
    const loaded = await loadModelWeights(requiredGroups(topology, weightsManifest), files, {
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
  throw weightsError(weights, [pretrained]);
}

/** Returns the error for `weights` that a network does not have. @param names those that it has */
export function weightsError(weights: unknown, names: readonly string[]): ModelArgumentError {
  return new ModelArgumentError(
    'weights',
    'weights',
    `${names.map((name) => `'${name}'`).join(', ')} or null`,
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
