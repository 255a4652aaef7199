import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { chartNote } from '../../../../../src/lessons-runtime/panel/chart/chart-note.ts';
import { chartSentence } from '../../../../../src/lessons-runtime/panel/chart/chart-sentence.ts';
import { chartTable } from '../../../../../src/lessons-runtime/panel/chart/chart-table.ts';
import { chartWordsIn } from '../../../../../src/lessons-runtime/panel/chart/chart-words.ts';
import { splitsLayout } from '../../../../../src/lessons-runtime/panel/chart/splits/splits-layout.ts';
import { splitText } from '../../../../../src/lessons-runtime/panel/chart/splits/splits-text.ts';
import { summariseSplits } from '../../../../../src/lessons-runtime/panel/chart/splits/summarise-splits.ts';
import { chartCallSchema, type SplitsCall } from '../../../../../src/lessons-runtime/protocol/chart-call.ts';

const { NaN: toCome } = Number;

function comparison(series: Readonly<Record<string, readonly number[]>>): SplitsCall {
  const [values = []] = Object.values(series);
  return {
    path: 'splits',
    surface: { name: 'N', tab: 'Visor' },
    data: {
      x: values.map((_, split) => split),
      series: Object.entries(series).map(([name, each]) => ({ name, values: [...each] })),
    },
  };
}

const finished = comparison({ frozen: [0.5, 0.75, 0.8, 0.6], tuned: [0.75, 0.7, 0.8, 0.825] });
const underway = comparison({ frozen: [0.5, 0.75, 0.8], tuned: [0.75, toCome, toCome] });
const english = chartWordsIn('en');
const spanish = chartWordsIn('es');

describe('summariseSplits', () => {
  it('returns the mean of each strategy, and in how many splits it wins', () => {
    expect(summariseSplits(finished.data)).toEqual({
      strategies: [
        { name: 'frozen', mean: 0.6625, wins: 1 },
        { name: 'tuned', mean: 0.76875, wins: 2, gain: expect.closeTo(0.10625, 8) },
      ],
      splits: 4,
      compared: 4,
      ties: 1,
    });
  });

  it('compares only splits with all results', () => {
    expect(summariseSplits(underway.data)).toMatchObject({
      strategies: [{ wins: 0 }, { mean: 0.75, wins: 1 }],
      splits: 3,
      compared: 1,
      ties: 0,
    });
    const [alone] = summariseSplits(comparison({ frozen: [0.5] }).data).strategies;
    expect(alone).toEqual({ name: 'frozen', mean: 0.5, wins: 0 });
  });
});

describe('the texts of a comparison', () => {
  it('say the means and the wins in a sentence', () => {
    expect(chartSentence(finished, english)).toBe(
      'Comparison by splits “N”: 4 splits; frozen, mean 66.3%, wins in 1 of 4; tuned, mean 76.9% (+10.6 points), wins in 2 of 4; 1 tie.',
    );
    expect(chartSentence(underway, spanish)).toBe(
      'Comparación por repartos «N»: 1 de 3 repartos; frozen, media 68,3\u00a0%, gana en 0 de 1; tuned, media 75\u00a0% (+25 puntos), gana en 1 de 1.',
    );
    expect(chartSentence(comparison({ frozen: [toCome] }), english)).toContain(
      '0 of 1 split; frozen, no result yet.',
    );
  });

  it('say the results, the winner and the difference in a split', () => {
    expect([0, 1, 2].map((split) => splitText(finished.data, split, english))).toEqual([
      'Split 0: frozen 50%, tuned 75%; tuned wins (+25 points)',
      'Split 1: frozen 75%, tuned 70%; frozen wins (−5 points)',
      'Split 2: frozen 80%, tuned 80%; a tie (0 points)',
    ]);
    expect(splitText(underway.data, 1, spanish)).toBe(
      'Reparto 1: frozen 75\u00a0%, tuned sin resultado todavía',
    );
    const three = comparison({ a: [0.5], b: [0.75], c: [0.25] });
    expect(splitText(three.data, 0, english)).toBe('Split 0: a 50%, b 75%, c 25%; b wins');
  });

  it('are a table of shares with the means, and explain dashed lines if there are any', () => {
    expect(chartTable(underway, english)).toEqual({
      columns: ['Split', 'frozen', 'tuned'],
      rows: [
        ['0', 0.5, 0.75],
        ['1', 0.75, null],
        ['2', 0.8, null],
        ['Mean', expect.closeTo(0.683, 3), 0.75],
      ],
      kinds: ['number', 'share', 'share'],
    });
    expect(chartNote(finished, english)).toMatch(/^Dashed line/);
    expect(chartNote(underway, english)).toBe('');
  });
});

describe('splitsLayout', () => {
  const layout = splitsLayout(finished.data, 600, 1);

  it('places each result on an axis from 0 to 100 %, and joins those of a split', () => {
    expect(layout.dots).toHaveLength(8);
    for (const { x, split, row } of layout.dots)
      expect(x).toBe(layout.xOf(Number(finished.data.series[row]?.values[split])));
    expect(layout.links.map(({ split, falls }) => [split, falls]).sort()).toEqual([
      [0, false],
      [1, true],
      [2, false],
      [3, false],
    ]);
    expect(layout.rows[1]?.meanX).toBe(layout.xOf(0.76875));
    expect([layout.xOf(-1) >= 0, layout.xOf(2) <= 600]).toEqual([true, true]);
  });

  it('moves dots that would cover each other apart', () => {
    const { dots } = splitsLayout(comparison({ a: [0.5, 0.5, 0.51, 0.9] }).data, 600, 1);
    const middle = dots.find(({ split }) => split === 3)?.y ?? 0;
    expect(new Set(dots.slice(0, 3).map(({ y }) => y)).size).toBe(3);
    expect(dots.filter(({ y }) => y === middle)).toHaveLength(2);
  });

  it('leaves out results to come, and is higher with two lines of text', () => {
    const { dots, links } = splitsLayout(underway.data, 600, 1);
    expect([dots.length, links.length]).toEqual([4, 1]);
    expect(splitsLayout(finished.data, 300, 2).height).toBeGreaterThan(layout.height);
  });
});

it('the protocol accepts a comparison, and no more than a chart holds', () => {
  expect(v.parse(chartCallSchema, finished)).toEqual(finished);
  const [series] = finished.data.series;
  const tooMany = { ...finished, data: { ...finished.data, series: Array(60).fill(series) } };
  expect(v.parse(chartCallSchema, tooMany).path).toBe('refused');
});
