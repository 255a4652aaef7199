import { expect, it } from 'vitest';
import {
  bestEpoch,
  overfittingCurves,
} from '../../../../../src/components/lesson/figures/overfitting-curves.ts';

it('shows a training loss that falls, and a validation loss that falls and then rises', () => {
  const curves = overfittingCurves(120);
  expect(curves.train).toEqual(curves.train.toSorted((one, other) => other - one));
  const best = bestEpoch(curves);
  expect(best).toBeGreaterThan(5);
  expect(best).toBeLessThan(40);
  const [first = 0, least = 0, last = 0] = [0, best, 120].map((epoch) => curves.validation[epoch]);
  expect(first).toBeGreaterThan(2 * least);
  expect(last).toBeGreaterThan(1.3 * least);
});

it('returns the same curves each time', () => {
  expect(overfittingCurves(5)).toEqual(overfittingCurves(5));
});
