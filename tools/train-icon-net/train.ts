/**
 * Trains the icon network on the source set that tools/build-icons made, and keeps it in .cache/icon-net@1:
 *
 *   npm exec -- node tools/train-icon-net/train.ts [epochs]
 *
 * About 8 ms of one core a picture, 20 minutes in all; the same source set and the same kernels give the same weights.
 */
import { fileURLToPath } from 'node:url';
import { type TrainingRecord, writeCheckpoint } from './checkpoint.ts';
import { readSource } from './read-source.ts';
import { startTraining } from './start-training.ts';
import { type EpochReport, examine, type TrainingPlan, trainIconNet } from './train-icon-net.ts';

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));
const plan: TrainingPlan = {
  epochs: Number(process.argv[2] ?? 10),
  batchSize: 32,
  learningRate: 0.002,
  seed: 1,
};
const split = 1;

const tf = await startTraining();
const source = await readSource(`${cache}icon-source@1`, split);
const epochs: EpochReport[] = [];
const model = await trainIconNet(tf, source, plan, (epoch) => {
  epochs.push(epoch);
  process.stdout.write(`${JSON.stringify(epoch)}\n`);
});
const record: TrainingRecord = {
  plan,
  split,
  classNames: source.classNames,
  icons: { train: source.train.length, validation: source.validation.length },
  families: source.families,
  epochs,
  unseenDesigners: examine(tf, model, source.validation, source.side),
};
await writeCheckpoint(tf, `${cache}icon-net@1`, model, record);
process.stdout.write(`${JSON.stringify(record.unseenDesigners)}\n`);
