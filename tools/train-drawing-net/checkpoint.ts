import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as TensorFlow from '@tensorflow/tfjs';
import type { Accuracy, EpochReport, TrainingPlan } from './train-drawing-net.ts';

/** One training of a network: first of its head only, or of all layers. */
export interface Phase {
  readonly layers: 'classifier' | 'all';
  readonly plan: TrainingPlan;
  readonly epochs: readonly EpochReport[];
}

/** How a network was trained, and its accuracy on the drawings held out. */
export interface TrainingRecord {
  /** The name of the network whose convolutions it began with, or `null` for random weights. */
  readonly base: string | null;
  readonly phases: readonly Phase[];
  readonly classNames: readonly string[];
  readonly drawings: { readonly train: number; readonly test: number };
  readonly accuracy: Accuracy;
}

interface Checkpoint {
  readonly record: TrainingRecord;
  readonly weights: TensorFlow.NamedTensorMap;
}

/** Writes a trained network and its record. */
export async function writeCheckpoint(
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
export function readCheckpoint(tf: typeof TensorFlow, folder: string): Checkpoint {
  const { record, specs }: { record: TrainingRecord; specs: TensorFlow.io.WeightsManifestEntry[] } =
    JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'));
  const bytes = new Uint8Array(readFileSync(join(folder, 'weights.bin')));
  return { record, weights: tf.io.decodeWeights(bytes.buffer, specs) };
}
