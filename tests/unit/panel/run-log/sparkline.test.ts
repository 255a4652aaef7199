import { expect, it } from 'vitest';
import { mainCurves } from '../../../../src/lessons-runtime/panel/run-log/main-curves.ts';
import { linePath, sparklineText } from '../../../../src/lessons-runtime/panel/run-log/sparkline.ts';
import { panelWordsIn } from '../../../../src/lessons-runtime/panel/words/panel-words.ts';
import { createRun } from '../../../support/logged-runs.ts';

const run = { ...createRun(), number: 1 };
const losses = { ...run, curves: [{ name: 'loss', values: [2, 0.5] }] };

it('shows the accuracy of a training, or else its loss', () => {
  expect(mainCurves(run)).toMatchObject({
    training: { name: 'acc' },
    validation: { name: 'val_acc' },
    areShares: true,
  });
  expect(mainCurves(losses)).toMatchObject({
    training: { name: 'loss' },
    validation: null,
    areShares: false,
  });
  expect(mainCurves({ ...run, epoch: [] })).toBeNull();
});

it('has a text alternative in the page’s language', () => {
  expect(sparklineText(run, panelWordsIn('es'))).toBe(
    'acc va de 50\u00a0% a 80\u00a0%; val_acc va de 40\u00a0% a 75\u00a0%',
  );
  expect(sparklineText(losses, panelWordsIn('en'))).toBe('loss goes from 2 to 0.5');
});

it('draws a line from the lower to the upper edge, with gaps at values that are not finite', () => {
  expect(linePath([0, 1], [0, 1])).toBe('M3 37L125 3');
  expect(linePath([0, Number.NaN, 0.5, 1], [0, 1])).toBe('M3 37M84.3 20L125 3');
  expect(linePath([0.5], [0, 1])).toBe('M3 20h6');
  expect(linePath([2, 2], [2, 2])).not.toContain('NaN');
});
