import * as v from 'valibot';
import { expect, it } from 'vitest';
import { comparedCurves } from '../../../../src/lessons-runtime/panel/run-log/compared-curves.ts';
import { chartCallSchema } from '../../../../src/lessons-runtime/protocol/chart-call.ts';
import { createRun } from '../../../support/logged-runs.ts';

const one = { ...createRun(), number: 1 };
const two = {
  ...createRun({ epoch: [1, 2, 3], curves: [{ name: 'loss', values: [0.9, 0.5, Number.NaN] }] }),
  number: 2,
};

it('returns one chart for a metric and its validation metric, with the curves of all runs', () => {
  const calls = comparedCurves([one, two], 'Epoch');
  expect(calls.map(({ call }) => call.surface.name)).toEqual(['loss', 'acc']);
  expect(calls[0]?.call.data).toEqual({
    x: [1, 2, 3],
    series: [
      { name: '1 · loss', values: [0.7, 0.4, Number.NaN] },
      { name: '1 · val_loss', values: [0.8, 0.6, Number.NaN] },
      { name: '2 · loss', values: [0.9, 0.5, Number.NaN] },
    ],
  });
  expect(calls[1]?.call.data.series.map(({ name }) => name)).toEqual(['1 · acc', '1 · val_acc']);
});

it('gives each run a colour and its number, and dashes to the validation', () => {
  const [loss, acc] = comparedCurves([one, two], 'Epoch');
  expect(loss?.styles).toEqual([
    { colour: 'var(--water-2)', dash: [1, 0], label: '1' },
    { colour: 'var(--water-2)', dash: [6, 4], label: '1' },
    { colour: 'var(--syn-constant)', dash: [1, 0], label: '2' },
  ]);
  expect([loss?.call.options.zoomToFit, acc?.call.options.zoomToFit]).toEqual([true, undefined]);
});

it('returns valid chart calls', () => {
  for (const { call } of comparedCurves([one, two], 'Epoch')) {
    expect(v.parse(chartCallSchema, call)).toEqual(call);
  }
});
