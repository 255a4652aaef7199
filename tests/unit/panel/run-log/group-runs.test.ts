import { describe, expect, it } from 'vitest';
import { cellText, foldedText } from '../../../../src/lessons-runtime/panel/run-log/group-heads.ts';
import { groupRuns } from '../../../../src/lessons-runtime/panel/run-log/group-runs.ts';
import { panelWordsIn } from '../../../../src/lessons-runtime/panel/words/panel-words.ts';
import type { LoggedRun } from '../../../../src/lessons-runtime/progress/record/runs-store.ts';
import { createRun } from '../../../support/logged-runs.ts';

const training = (number: number, changes: Partial<LoggedRun>): LoggedRun => ({
  ...createRun(changes),
  number,
});
const splits = [9, 8, 7, 6, 5].map((number) =>
  training(number, {
    cell: 'five-splits',
    ranAt: 700,
    curves: [{ name: 'val_acc', values: [0.1, number / 10] }],
  }),
);
const log = [
  training(10, { cell: 'train-head', ranAt: 900 }),
  ...splits,
  training(4, { cell: 'train-head', ranAt: 500 }),
  training(3, { cell: 'train-head', ranAt: 500 }),
  training(2, { cell: 'gone' }),
  training(1, { cell: 'gone' }),
];

describe('groupRuns', () => {
  const groups = groupRuns(log, ['train-head', 'unused', 'five-splits']);

  it('groups trainings by cell, in the order of the page, and by run of the cell', () => {
    expect(
      groups.map(({ cell, runs }) => [
        cell,
        runs.map(({ trainings }) => trainings.map(({ number }) => number)),
      ]),
    ).toEqual([
      ['train-head', [[10], [4, 3]]],
      ['five-splits', [[9, 8, 7, 6, 5]]],
      // Trainings that were stored before runs were.
      ['gone', [[2], [1]]],
    ]);
  });

  it('folds only runs with many trainings', () => {
    const foldable = groups.flatMap(({ runs }) => runs.map(({ isFoldable }) => isFoldable));
    expect(foldable).toEqual([false, false, true, false, false]);
  });

  it('describes a cell, and a folded run with its duration and the range of its results', () => {
    const [first, second] = groups;
    const spanish = panelWordsIn('es');
    expect(first && cellText(first, spanish)).toBe('train-head · 3 entrenamientos');
    const run = second?.runs[0];
    expect(run && foldedText(run, spanish)).toBe(
      '5–9 · 5 entrenamientos · 12,5 s · val_acc al final, de 50\u00a0% a 90\u00a0%',
    );
    expect(run && foldedText(run, panelWordsIn('en'))).toBe(
      '5–9 · 5 trainings · 12.5 s · final val_acc from 50% to 90%',
    );
  });

  it('gives no range for trainings with different metrics, or without epochs', () => {
    const [group] = groupRuns(
      [training(2, { ranAt: 1 }), training(1, { ranAt: 1, curves: [], epoch: [] })],
      [],
    );
    const run = group?.runs[0];
    expect(run && foldedText(run, panelWordsIn('en'))).toBe('1–2 · 2 trainings · 5 s');
  });
});
