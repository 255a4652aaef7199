import type * as TensorFlow from '@tensorflow/tfjs';
import type { Artifacts } from './write-artifacts.ts';

/** Loads a model that was just built, as tfjs will load it from a server. */
export function loadArtifacts(tf: typeof TensorFlow, artifacts: Artifacts): Promise<TensorFlow.LayersModel> {
  const weightSpecs = artifacts.manifest.flatMap(({ weights }) => weights);
  const weightData = artifacts.shards.map(({ bytes }) => new Uint8Array(bytes).buffer);
  return tf.loadLayersModel(tf.io.fromMemory({ modelTopology: artifacts.topology, weightSpecs, weightData }));
}

/** The 1000 logits of each input of [224 · 224 · 3] values. */
export function logitsOf(
  tf: typeof TensorFlow,
  model: TensorFlow.LayersModel,
  inputs: readonly Float32Array[],
): Float32Array[] {
  const output = model.getLayer('logits').output;
  if (Array.isArray(output)) throw new Error('logits has several outputs');
  const head = tf.model({ inputs: model.inputs, outputs: output });
  return inputs.map((input) =>
    tf.tidy(() => {
      const logits = head.predict(tf.tensor4d(input, [1, 224, 224, 3]));
      if (Array.isArray(logits)) throw new Error('several outputs');
      return Float32Array.from(logits.dataSync());
    }),
  );
}
