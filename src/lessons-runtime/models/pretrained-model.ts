import type * as TensorFlow from '@tensorflow/tfjs';
import type { InputShape } from './adapt-topology.ts';
import { cutAfter, fixInputShape, requiredGroups } from './adapt-topology.ts';
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
}

/**
 * Creates the loader of a network that one of the course's converters wrote. All layers are trainable, as in Keras. With
 * `includeTop: false` the classifier's weights are not fetched.
 * @throws {ModelFileError} from the loader, if a file is missing, cannot be fetched, is truncated or corrupt
 * @throws {ModelArgumentError} from the loader, if `inputShape` or `weights` are invalid
 */
export function createPretrainedModel<Weights extends string>(
  { weights: pretrained, lastFeatureLayer }: PretrainedModel<Weights>,
  { tf, fetchFile, baseUrl, onProgress }: PretrainedModelDeps,
): (options?: PretrainedModelOptions<Weights>) => Promise<TensorFlow.LayersModel> {
  return async (options = {}) => {
    const { weights = pretrained, includeTop = true, inputShape, signal } = options;
    requireWeights(weights, pretrained);
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
  throw new ModelArgumentError(
    'weights',
    'weights',
    `'${pretrained}' or null`,
    JSON.stringify(weights) ?? String(weights),
  );
}
