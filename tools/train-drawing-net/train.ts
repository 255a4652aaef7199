/**
 * Trains one of the networks on public/datasets/drawings@1 and writes a checkpoint to .cache/ after each phase:
 *
 *   npm exec -- node tools/train-drawing-net/train.ts drawing-net-341
 *   npm exec -- node tools/train-drawing-net/train.ts drawing-net-345
 *
 * The second begins with the convolutions of the first: its classifier alone, then all layers. A picture takes about 3 ms of
 * one core: 45 minutes for the first network, 20 for the second. The same data and kernels give the same weights.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyKerasSemantics } from '../../src/lessons-runtime/kernel/training/keras-semantics.ts';
import { readCheckpoint, restoreWeights, writeCheckpoint } from '../train-network/checkpoint.ts';
import { startTraining } from '../train-network/start-training.ts';
import type { EpochReport } from '../train-network/train-network.ts';
import { buildDrawingNet } from './build-drawing-net.ts';
import { networkNamed, networks } from './networks.ts';
import { readSource } from './read-source.ts';
import { evaluate, type SmoothedPlan, trainDrawingNet } from './train-drawing-net.ts';
import type { Phase, TrainingRecord } from './training-record.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const name = networkNamed(process.argv[2]);
const { without, base } = networks[name];
const shared = { batchSize: 64, labelSmoothing: 0.1 };
const plans: readonly Omit<Phase, 'epochs'>[] =
  base === null
    ? [{ layers: 'all', plan: { ...shared, epochs: 30, learningRate: 0.003, seed: `${name} all` } }]
    : [
        {
          layers: 'classifier',
          plan: { ...shared, epochs: 3, learningRate: 0.003, seed: `${name} classifier` },
        },
        { layers: 'all', plan: { ...shared, epochs: 10, learningRate: 0.001, seed: `${name} all` } },
      ];

const tf = await startTraining();
// The BatchNorm of frozen layers uses its moving averages, as in the course's cells.
applyKerasSemantics(tf, 'en', () => {});
const source = await readSource(join(root, 'public/datasets/drawings@1'), without);
const { classNames, side } = source;
const model = buildDrawingNet(tf, { classes: classNames.length, channels: 1, normalized: true, seed: 1 });
if (base !== null) {
  const { weights } = readCheckpoint<TrainingRecord>(tf, join(root, '.cache', base));
  restoreWeights(model, weights, (weight) => !weight.startsWith('logits/'));
}

const phases: Phase[] = [];
for (const { layers, plan } of plans) {
  for (const layer of model.layers) layer.trainable = layers === 'all' || layer.name === 'logits';
  phases.push({ layers, plan, epochs: await trainPhase(plan) });
  const record: TrainingRecord = {
    base,
    phases,
    classNames,
    drawings: { train: source.train.length, test: source.test.length },
    accuracy: evaluate(tf, model, source.test, side),
  };
  await writeCheckpoint(tf, join(root, '.cache', name), model, record);
  process.stdout.write(`${JSON.stringify(record.accuracy)}\n`);
}

async function trainPhase(plan: SmoothedPlan): Promise<readonly EpochReport[]> {
  const epochs: EpochReport[] = [];
  await trainDrawingNet(tf, model, source, plan, (epoch) => {
    epochs.push(epoch);
    process.stdout.write(`${JSON.stringify(epoch)}\n`);
  });
  return epochs;
}
