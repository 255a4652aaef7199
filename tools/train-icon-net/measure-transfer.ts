/**
 * Measures the accuracy that the published IconNet reaches as a base for butterflies and bees, over twenty splits by designer,
 * and writes measured-transfer.json, which the model card includes (publish, measure, publish again):
 *
 *   npm exec -- node tools/train-icon-net/measure-transfer.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as TensorFlow from '@tensorflow/tfjs';
import seedrandom from 'seedrandom';
import { meanAndDeviation } from '../measures.ts';
import { openCourseFiles } from '../open-course-files.ts';
import { startTraining } from '../train-network/start-training.ts';
import { accuracyOfTransfer } from './transfer.ts';

const tf = await startTraining();
const { iconDataset, iconNet } = openCourseFiles(tf);

const splits = 20;
const examples = [5, 10] as const;
const rows = [];
for (const numExamples of examples) {
  const accuracies: Readonly<Record<'pretrained' | 'random' | 'scratch', number[]>> = {
    pretrained: [],
    random: [],
    scratch: [],
  };
  for (let split = 0; split < splits; split += 1) {
    // Initial weights and the shuffling of `fit` use Math.random.
    seedrandom(`transfer ${split}`, { global: true });
    const data = await iconDataset(['butterfly', 'bee'], { numExamples, split, seed: split });
    accuracies.pretrained.push(await accuracyOfTransfer(tf, await baseOf('icons'), 'frozen', data, split));
    accuracies.random.push(await accuracyOfTransfer(tf, await baseOf(null), 'frozen', data, split));
    accuracies.scratch.push(await accuracyOfTransfer(tf, await baseOf(null), 'trained', data, split));
    tf.dispose([data.train.xs, data.train.ys, data.validation.xs, data.validation.ys]);
    process.stdout.write(`${numExamples} ${split} ${Object.values(accuracies).map((list) => list.at(-1))}\n`);
  }
  rows.push({
    numExamples,
    pretrainedFrozen: summary(accuracies.pretrained),
    randomFrozen: summary(accuracies.random),
    scratch: summary(accuracies.scratch),
  });
}
const text = JSON.stringify(
  {
    task: 'butterfly against bee, balanced accuracy on designers that neither the network nor the head was trained on',
    bases:
      'frozen: a head of 128 units is trained on the pooled features; scratch: the same network, as published without BatchNorm, from random weights, all of it trained',
    splits,
    epochs: 20,
    augment: 4,
    rows,
  },
  null,
  1,
);
writeFileSync(join(import.meta.dirname, 'measured-transfer.json'), `${text}\n`);

async function baseOf(weights: 'icons' | null): Promise<TensorFlow.LayersModel> {
  const net = await iconNet({ weights });
  return tf.model({ inputs: net.inputs, outputs: net.getLayer('average_pool').output });
}

function summary(values: readonly number[]) {
  const [mean, deviation] = meanAndDeviation(values);
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return { mean: round(mean), deviation: round(deviation), each: values.map(round) };
}
