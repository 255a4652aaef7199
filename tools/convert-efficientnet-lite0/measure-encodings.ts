import type * as TensorFlow from '@tensorflow/tfjs';
import type { Setting } from './choose-encoding.ts';
import { compareLogits, type Difference, relativeError } from './compare-logits.ts';
import type { JsonObject } from './keras-topology.ts';
import { loadArtifacts, outputsOf } from './run-model.ts';
import { buildArtifacts, type WeightGroup } from './write-artifacts.ts';

/** The size of an encoding of the weights, and how much it changes the network's outputs. */
export interface Measurement extends Difference {
  readonly setting: string;
  /** The size of all weight files. */
  readonly bytes: number;
  /** Relative error of the pooled features, which a new head is trained on. */
  readonly featuresRelativeError: number;
}

/**
 * Compares the network with each encoding of its weights to the network with the first one.
 * @param inputs pictures of [224 · 224 · 3] values
 * @param layers the names of the layers that return the logits and the pooled features
 */
export async function measureEncodings(
  tf: typeof TensorFlow,
  { topology, groups }: { readonly topology: JsonObject; readonly groups: readonly WeightGroup[] },
  settings: readonly Setting[],
  inputs: readonly Float32Array[],
  layers: { readonly logits: string; readonly features: string },
): Promise<readonly Measurement[]> {
  const outputs = [];
  for (const { name, encodingOf } of settings) {
    const artifacts = buildArtifacts(topology, groups, encodingOf);
    const model = await loadArtifacts(tf, artifacts);
    outputs.push({
      setting: name,
      bytes: artifacts.shards.reduce((sum, { bytes }) => sum + bytes.length, 0),
      logits: outputsOf(tf, model, layers.logits, inputs),
      features: outputsOf(tf, model, layers.features, inputs),
    });
    model.dispose();
  }
  const [exact] = outputs;
  return outputs.map(({ setting, bytes, logits, features }) => ({
    setting,
    bytes,
    ...compareLogits(logits, exact?.logits ?? []),
    featuresRelativeError: relativeError(features, exact?.features ?? []),
  }));
}
