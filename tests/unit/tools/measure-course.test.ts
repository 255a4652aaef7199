import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as TensorFlow from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabelledDataset } from '../../../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import { applyKerasSemantics } from '../../../src/lessons-runtime/kernel/training/keras-semantics.ts';
import { measureColourStatistics, measureMajority } from '../../../tools/measure-course/baselines.ts';
import type { Base } from '../../../tools/measure-course/bases.ts';
import { appendResult, readResults, type UnitResult } from '../../../tools/measure-course/results-file.ts';
import { trainOtherPair } from '../../../tools/measure-course/scratch.ts';
import { targets } from '../../../tools/measure-course/targets.ts';
import { toRows } from '../../../tools/measure-course/to-rows.ts';
import { measureTransfer, transferStrategies } from '../../../tools/measure-course/transfer.ts';
import { planUnits } from '../../../tools/measure-course/units.ts';
import { readmeTables, withTables } from '../../../tools/measure-course/write-readme.ts';
import { startTraining } from '../../../tools/train-network/start-training.ts';

const folder = mkdtempSync(join(tmpdir(), 'measure-course-'));
afterAll(() => rmSync(folder, { recursive: true }));

let tf: typeof TensorFlow;
let data: LabelledDataset;

beforeAll(async () => {
  tf = await startTraining();
  applyKerasSemantics(tf, 'en', () => {});
  data = { train: part(16), validation: part(8), test: part(12), classNames: ['dark', 'light'] };
});

/** Creates pictures of 32 × 32 pixels, half of them dark and half of them light. */
function part(count: number): LabelledDataset['train'] {
  const labels = Array.from({ length: count }, (_, index) => index % 2);
  return tf.tidy(() => ({
    xs: tf.stack(
      labels.map((label, index) =>
        tf.randomUniform([32, 32, 3], label * 0.5, label * 0.5 + 0.4, 'float32', count + index),
      ),
    ) as TensorFlow.Tensor4D,
    ys: tf.oneHot(tf.tensor1d(labels, 'int32'), 2).toFloat() as TensorFlow.Tensor2D,
    labels,
    ids: labels.map((_, index) => `${count}-${index}`),
  }));
}

const result = (target: UnitResult['unit']['target'], perClass: number, split: number): UnitResult => ({
  unit: { target, perClass, split },
  measurements: [
    { base: 'none', strategy: 'majority', inputSize: 32, test: 0.5, validation: 0.5, seconds: 0 },
    {
      base: 'mobilenet',
      strategy: 'frozen',
      inputSize: 64,
      test: split / 100,
      validation: 0.123456,
      seconds: split,
    },
  ],
});

describe('results file', () => {
  it('keeps finished units and ignores a line that was cut off', () => {
    const file = join(folder, 'nested/results.jsonl');
    expect(readResults(file)).toEqual([]);
    const [one, two] = [result('landscapes', 10, 0), result('landscapes', 10, 1)];
    appendResult(file, one);
    appendResult(file, two);
    appendFileSync(file, '{"unit":{"target":"landscapes"');
    expect(readResults(file)).toEqual([one, two]);
  });
});

describe('toRows', () => {
  const complete = (target: UnitResult['unit']['target']): UnitResult[] =>
    planUnits()
      .filter((unit) => unit.target === target)
      .map(({ perClass, split }) => result(target, perClass, split))
      .reverse();

  it('returns the recalls in percent in the order of the splits', () => {
    const rows = toRows(complete('butterfly-bee-icons'));
    expect(rows.map(({ perClass, base }) => [perClass, base])).toEqual([
      [10, 'none'],
      [10, 'mobilenet'],
      [5, 'none'],
      [5, 'mobilenet'],
    ]);
    expect(rows[1]?.recalls).toEqual(
      Array.from({ length: targets['butterfly-bee-icons'].splits }, (_, split) => split),
    );
    expect(rows[1]?.validationRecalls[0]).toBe(12.35);
    expect(rows[1]).toMatchObject({ inputSize: 64, seconds: 9.5 });
  });

  it('leaves out a target that is not measured completely', () => {
    const [, ...others] = complete('landscapes');
    const rows = toRows([...others, ...complete('butterfly-bee-icons')]);
    expect(new Set(rows.map(({ target }) => target))).toEqual(new Set(['butterfly-bee-icons']));
  });
});

describe('planUnits', () => {
  it('measures the rows that the course relies on in at least 20 splits, the others in at least 10', () => {
    const units = planUnits();
    for (const [target, { perClass, splits }] of Object.entries(targets)) {
      const ofTarget = units.filter((unit) => unit.target === target);
      const countOf = (count: number): number => ofTarget.filter((unit) => unit.perClass === count).length;
      expect(splits).toBeGreaterThanOrEqual(20);
      for (const count of perClass) expect(countOf(count)).toBe(count === 10 ? splits : 10);
    }
  });
});

describe('withTables', () => {
  it('replaces what is between the markers', () => {
    const readme = 'a\n\n<!-- measurements: start -->\n\nold\n\n<!-- measurements: end -->\n\nb\n';
    const rows = toRows(
      planUnits()
        .filter(({ target }) => target === 'butterfly-bee-icons')
        .map(({ target, perClass, split }) => result(target, perClass, split)),
    );
    const written = withTables(readme, rows);
    expect(written).toBe(
      `a\n\n<!-- measurements: start -->\n\n${readmeTables(rows)}\n\n<!-- measurements: end -->\n\nb\n`,
    );
    expect(written).toContain('| MobileNet, frozen | 9.5 ± 5.9 |');
    expect(() => withTables('a', rows)).toThrow('no markers');
  });
});

describe('baselines', () => {
  it('give half for the majority class, and all for colour statistics of dark and light pictures', async () => {
    expect(measureMajority(data)).toMatchObject({ test: 0.5, validation: 0.5 });
    expect((await measureColourStatistics(tf, data)).test).toBe(1);
  });
});

describe('measureTransfer', () => {
  it('measures each strategy, and trains only the layers that it should', async () => {
    const other = await trainOtherPair(tf, data.train);
    const loaded: Base[] = [];
    const before = kernels(other.copy(32));
    const scores = await measureTransfer(tf, data, transferStrategies, {
      async load() {
        const base = other.copy(32);
        loaded.push(base);
        return base;
      },
      reseed: () => {},
      fineTuningRate: 0.001,
    });
    expect(Object.keys(scores).sort()).toEqual([...transferStrategies].sort());
    for (const { test, validation } of Object.values(scores))
      for (const share of [test, validation]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    const changed = loaded.map((base) =>
      kernels(base).flatMap((kernel, index) => (kernel === before[index] ? [] : [index + 1])),
    );
    // Frozen; the last block; everything; everything at once.
    expect(changed).toEqual([[], [5], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]]);
  });
});

function kernels({ model }: Base): readonly string[] {
  return [1, 2, 3, 4, 5].map((number) =>
    String(model.getLayer(`small_conv${number}`).getWeights()[0]?.dataSync()),
  );
}
