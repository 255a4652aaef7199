import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as TensorFlow from '@tensorflow/tfjs';
import type { Accuracy, EpochReport, TrainingPlan } from './train-icon-net.ts';

/** How a network was trained, and its accuracy. */
export interface TrainingRecord {
  readonly plan: TrainingPlan;
  readonly classNames: readonly string[];
  readonly icons: { readonly train: number; readonly validation: number };
  readonly families: { readonly train: number; readonly validation: number };
  readonly epochs: readonly EpochReport[];
  readonly unseenDesigners: Accuracy;
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
