import { bin } from 'vega-statistics';
import { describe, expect, it } from 'vitest';
import { chartTable } from '../../../../src/lessons-runtime/panel/chart/chart-table.ts';
import { chartWordsIn } from '../../../../src/lessons-runtime/panel/chart/chart-words.ts';
import { histogramBins } from '../../../../src/lessons-runtime/panel/chart/histogram-bins.ts';
import type { ChartTable } from '../../../../src/lessons-runtime/panel/chart/table-data.ts';
import { fileName } from '../../../../src/lessons-runtime/panel/dom/save-file.ts';
import { tableCsv } from '../../../../src/lessons-runtime/panel/dom/table-csv.ts';
import {
  type ChartFunction,
  chartFunctions,
} from '../../../../src/lessons-runtime/protocol/chart-functions.ts';
import { exampleCalls } from '../../charts/example-calls.ts';
import { createRandom } from '../../compile/seeded-random.ts';

const lossRows = [
  [1, 2.3, 2.41],
  [2, 1, 1.2],
  [3, 0.12, 0.35],
];
const lossKinds = ['number', 'number', 'number'] as const;

const tables: Record<ChartFunction, ChartTable> = {
  'render.barchart': {
    columns: ['class', 'p'],
    rows: [
      ['lynx', 0.12],
      ['tabby cat', 0.44],
    ],
    kinds: ['number', 'share'],
  },
  'render.linechart': { columns: ['x', 'loss', 'val_loss'], rows: lossRows, kinds: lossKinds },
  'render.scatterplot': {
    columns: ['Series', 'x', 'y'],
    rows: [
      ['a', 0, 2],
      ['a', 1.5, 3],
      ['b', 5, -1],
    ],
    kinds: ['number', 'number', 'count'],
  },
  'render.histogram': {
    columns: ['From', 'To', 'Count'],
    rows: [
      [0, 1, 2],
      [1, 2, 0],
      [2, 3, 0],
      [3, 4, 0],
      [4, 5, 1],
    ],
  },
  'render.heatmap': {
    columns: ['y ↓ · x →', 'p', 'q'],
    rows: [
      ['0', 1, 4],
      ['1', 2, 5],
      ['2', 3, 6],
    ],
  },
  'render.confusionMatrix': {
    columns: ['Actual ↓ · predicted →', 'cat', 'dog'],
    rows: [
      ['cat', 8, 2],
      ['dog', 1, 9],
    ],
    kinds: ['number', 'count', 'count'],
  },
  'render.table': {
    columns: ['word', 'n'],
    rows: [
      ['a', 1.23456],
      [null, 'true'],
    ],
  },
  'show.history': { columns: ['Iteration', 'loss', 'val_loss'], rows: lossRows, kinds: lossKinds },
  'show.fitCallbacks': { columns: ['Epoch', 'loss', 'val_loss'], rows: lossRows, kinds: lossKinds },
  'show.valuesDistribution': {
    columns: ['From', 'To', 'Count'],
    rows: [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4].map((from) => [
      from,
      from + 0.5,
      [0, 0.5, 4].includes(from) ? 1 : 0,
    ]),
  },
  'show.layer': {
    columns: ['Weight', 'Shape', 'Min', 'Max', 'Parameters', 'Zeros', 'NaN', 'Infinities'],
    rows: [['d/kernel', '[2, 3]', -1, 2, 6, 1, 2, 0]],
  },
  'show.modelSummary': {
    columns: ['Layer', 'Shape', 'Parameters', 'State'],
    rows: [
      ['conv', '[null, 4]', 1200, 'frozen'],
      ['head', '[[null, 2], [null, 3]]', 10, 'trainable'],
    ],
  },
  'show.perClassAccuracy': {
    columns: ['Class', 'Accuracy', 'Samples'],
    rows: [
      ['cat', 1, 2],
      ['dog', 1 / 3, 3],
    ],
    kinds: ['number', 'share', 'count'],
  },
};

describe('chartTable', () => {
  it.each(chartFunctions)('returns the data of %s', (path) => {
    expect(chartTable(exampleCalls[path], chartWordsIn('en'))).toEqual(tables[path]);
  });

  it('returns null for a refused call and an empty surface', () => {
    expect(chartTable({ path: 'refused', problem: '' }, chartWordsIn('es'))).toBeNull();
    expect(chartTable({ path: 'surface', surface: { name: 'a', tab: 'b' } }, chartWordsIn('es'))).toBeNull();
  });

  it('returns Spanish headings on a Spanish page', () => {
    expect(chartTable(exampleCalls['show.fitCallbacks'], chartWordsIn('es'))?.columns).toEqual([
      'Época',
      'loss',
      'val_loss',
    ]);
  });
});

describe('histogramBins', () => {
  it('returns the bins that Vega draws, for any values', () => {
    const random = createRandom(5);
    for (let trial = 0; trial < 300; trial++) {
      const scale = 10 ** (random.below(9) - 4);
      const shift = (random.next() - 0.5) * scale * 10;
      const values = Float64Array.from(
        { length: 1 + random.below(200) },
        () => shift + random.next() * scale,
      ).sort();
      const maxBins = 2 + random.below(30);
      const extent = [values[0] ?? 0, values.at(-1) ?? 0] as const;
      const { start, stop, step } = bin({ extent, maxbins: maxBins });
      const bins = histogramBins(values, maxBins);
      const message = JSON.stringify({ extent, maxBins });
      expect(bins.length, message).toBe(Math.round((stop - start) / step));
      expect(bins[0]?.from, message).toBeCloseTo(start, 8);
      expect(bins.at(-1)?.to, message).toBeCloseTo(stop, 8);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      for (const { from, to, count } of bins) {
        const slack = step * 1e-9;
        const within = values.filter((value) => value >= from - slack && value <= to + slack).length;
        expect(count, message).toBeLessThanOrEqual(within);
      }
    }
  });

  it('returns one bin for equal values, and none for no values', () => {
    expect(histogramBins([3, 3, 3], 12)).toEqual([{ from: 3, to: 3.5, count: 3 }]);
    expect(histogramBins([0], 12).map(({ count }) => count)).toEqual([1]);
    expect(histogramBins([], 12)).toEqual([]);
  });
});

describe('tableCsv', () => {
  it('quotes texts if needed, keeps all digits of numbers, and disarms formulas', () => {
    const csv = tableCsv({
      columns: ['a,b', 'c'],
      rows: [
        ['say "hi"', 0.1234567890123],
        ['two\nlines', null],
        ['=SUM(A1)', -5],
        ['-3', Number.NaN],
        ['@x', 1e21],
      ],
    });
    expect(csv).toBe(
      '\uFEFF"a,b",c\r\n"say ""hi""",0.1234567890123\r\n"two\nlines",\r\n\'=SUM(A1),-5\r\n-3,NaN\r\n\'@x,1e+21\r\n',
    );
  });
});

describe('fileName', () => {
  it('converts the title of a chart to a file name', () => {
    expect(fileName('Top 5', 'csv')).toBe('top-5.csv');
    expect(fileName('Pérdida: ¿baja?', 'png')).toBe('pérdida-baja.png');
    expect(fileName('../..', 'png')).toBe('chart.png');
    expect(fileName(`${'a'.repeat(59)} b`, 'md')).toBe(`${'a'.repeat(59)}.md`);
  });
});
