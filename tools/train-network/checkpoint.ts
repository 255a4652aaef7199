import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as TensorFlow from '@tensorflow/tfjs';

interface Checkpoint<TrainingRecord> {
  /** How the network was trained, and its accuracy. */
  readonly record: TrainingRecord;
  readonly weights: TensorFlow.NamedTensorMap;
}

/** Writes a trained network and its record. */
export async function writeCheckpoint<TrainingRecord>(
  tf: typeof TensorFlow,
  folder: string,
  model: TensorFlow.LayersModel,
  record: TrainingRecord,
): Promise<void> {
  const named = Object.fromEntries(model.weights.map((weight) => [weight.originalName, weight.read()]));
  const { data, specs } = await tf.io.encodeWeights(named);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'weights.bin'), new Uint8Array(data));
  writeFileSync(join(folder, 'record.json'), `${JSON.stringify({ record, specs }, null, 1)}\n`);
}

/** Reads a checkpoint. @throws Error if the folder has none */
export function readCheckpoint<TrainingRecord>(
  tf: typeof TensorFlow,
  folder: string,
): Checkpoint<TrainingRecord> {
  const { record, specs }: { record: TrainingRecord; specs: TensorFlow.io.WeightsManifestEntry[] } =
    JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'));
  const bytes = new Uint8Array(readFileSync(join(folder, 'weights.bin')));
  return { record, weights: tf.io.decodeWeights(bytes.buffer, specs) };
}

/**
 * Writes the weights of a checkpoint to a network of the same layers.
 * @param isCopied chooses weights by name; default all
 * @throws Error if the checkpoint lacks one
 */
export function restoreWeights(
  model: TensorFlow.LayersModel,
  weights: TensorFlow.NamedTensorMap,
  isCopied: (name: string) => boolean = () => true,
): void {
  for (const weight of model.weights) {
    if (!isCopied(weight.originalName)) continue;
    const value = weights[weight.originalName];
    if (value === undefined) throw new Error(`the checkpoint has no ${weight.originalName}`);
    weight.write(value);
  }
}
