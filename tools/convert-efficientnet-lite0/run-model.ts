import type * as TensorFlow from '@tensorflow/tfjs';
import type { Artifacts } from './write-artifacts.ts';

/** Loads a model from its artifacts, as tfjs loads it from a server. */
export function loadArtifacts(tf: typeof TensorFlow, artifacts: Artifacts): Promise<TensorFlow.LayersModel> {
  const weightSpecs = artifacts.manifest.flatMap(({ weights }) => weights);
  const weightData = artifacts.shards.map(({ bytes }) => new Uint8Array(bytes).buffer);
  return tf.loadLayersModel(tf.io.fromMemory({ modelTopology: artifacts.topology, weightSpecs, weightData }));
}

/** Returns the flattened output of a layer for each input of [224 · 224 · 3] values. */
export function outputsOf(
  tf: typeof TensorFlow,
  model: TensorFlow.LayersModel,
  layer: string,
  inputs: readonly Float32Array[],
): Float32Array[] {
  const output = model.getLayer(layer).output;
  if (Array.isArray(output)) throw new Error(`${layer} has several outputs`);
  const cut = tf.model({ inputs: model.inputs, outputs: output });
  return inputs.map((input) =>
    tf.tidy(() => {
      const values = cut.predict(tf.tensor4d(input, [1, 224, 224, 3]));
      if (Array.isArray(values)) throw new Error(`${layer} has several outputs`);
      return Float32Array.from(values.dataSync());
    }),
  );
}
