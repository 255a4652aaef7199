/**
 * Trains IconNet on the source set of tools/build-icons, and writes a checkpoint to .cache/icon-net@1:
 *
 *   npm exec -- node tools/train-icon-net/train.ts [epochs]
 *
 * It takes about 8 ms of one core per picture, 20 minutes in all. The same source set and kernels give the same weights.
 */
import { fileURLToPath } from 'node:url';
import { type TrainingRecord, writeCheckpoint } from './checkpoint.ts';
import { readSource } from './read-source.ts';
import { startTraining } from './start-training.ts';
import { type EpochReport, evaluate, type TrainingPlan, trainIconNet } from './train-icon-net.ts';

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
  unseenDesigners: evaluate(tf, model, source.validation, source.side),
};
await writeCheckpoint(tf, `${cache}icon-net@1`, model, record);
process.stdout.write(`${JSON.stringify(record.unseenDesigners)}\n`);
