/**
 * Trains IconNet on the source set of tools/build-icons, without the families that `findHeldOutFamilies` finds in icons@1, and
 * writes a checkpoint to .cache/icon-net@2:
 *
 *   npm exec -- node tools/train-icon-net/train.ts [epochs]
 *
 * It takes 4 to 8 ms of one core per picture, 10 to 20 minutes in all. The same source set and kernels give the same weights.
 */
import { fileURLToPath } from 'node:url';
import { writeCheckpoint } from '../train-network/checkpoint.ts';
import { startTraining } from '../train-network/start-training.ts';
import type { EpochReport } from '../train-network/train-network.ts';
import { findHeldOutFamilies } from './find-held-out-families.ts';
import { readIconManifest } from './read-icon-manifest.ts';
import { readSource } from './read-source.ts';
import { evaluate, type IconPlan, trainIconNet } from './train-icon-net.ts';
import type { TrainingRecord } from './training-record.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const plan: IconPlan = {
  epochs: Number(process.argv[2] ?? 10),
  batchSize: 32,
  learningRate: 0.002,
  seed: 1,
};

const tf = await startTraining();
const heldOut = findHeldOutFamilies(readIconManifest(`${root}public/datasets/icons@1`));
const source = await readSource(`${root}.cache/icon-source@1`, heldOut);
const epochs: EpochReport[] = [];
const model = await trainIconNet(tf, source, plan, (epoch) => {
  epochs.push(epoch);
  process.stdout.write(`${JSON.stringify(epoch)}\n`);
});
const record: TrainingRecord = {
  plan,
  classNames: source.classNames,
  icons: { train: source.train.length, validation: source.validation.length },
  families: source.families,
  epochs,
  unseenDesigners: evaluate(tf, model, source.validation, source.side),
};
await writeCheckpoint(tf, `${root}.cache/icon-net@2`, model, record);
process.stdout.write(`${JSON.stringify(record.unseenDesigners)}\n`);
