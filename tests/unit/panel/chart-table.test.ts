import { describe, expect, it } from 'vitest';
import { chartTable } from '../../../src/lessons-runtime/panel/chart/chart-table.ts';
import { type ChartFunction, chartFunctions } from '../../../src/lessons-runtime/protocol/chart-functions.ts';
import { createRandom } from '../compile/seeded-random.ts';

const table = (path: ChartFunction, data: unknown, options: Record<string, unknown> = {}) =>
  chartTable({ path, data, options, surface: { name: 'n', tab: '' } });

describe('a chart as a table', () => {
  it('of bars, under the titles of its axes', () => {
    const data = [
      { index: 'panda', value: 0.98765 },
      { index: 'bear', value: 0.01 },
    ];
    expect(table('render.barchart', data, { xLabel: 'class', yLabel: 'p' })).toEqual({
      columns: ['class', 'p'],
      rows: [
        ['panda', '0.9877'],
        ['bear', '0.01'],
      ],
    });
  });

  it('of a histogram, from records or bare numbers', () => {
    expect(table('render.histogram', [1, 2.5])).toEqual({
      columns: ['index', 'value'],
      rows: [
        ['0', '1'],
        ['1', '2.5'],
      ],
    });
    expect(table('render.histogram', [{ value: 3 }]).rows).toEqual([['3']]);
  });

  it.each(['render.linechart', 'render.scatterplot'] as const)('of %s, one series or more', (path) => {
    const one = [
      { x: 1, y: 2 },
      { x: 2, y: Number.NaN },
    ];
    expect(table(path, { values: one }).rows).toEqual([
      ['0', '1', '2'],
      ['0', '2', 'NaN'],
    ]);
    expect(table(path, { values: [one, [{ x: 5, y: 6 }]], series: ['train', 'val'] })).toEqual({
      columns: ['', 'x', 'y'],
      rows: [
        ['train', '1', '2'],
        ['train', '2', 'NaN'],
        ['val', '5', '6'],
      ],
    });
  });

  it('of a confusion matrix, with its labels or numbers', () => {
    const values = [
      [5, 1],
      [0, 7],
    ];
    expect(table('render.confusionMatrix', { values, tickLabels: ['cat', 'dog'] })).toEqual({
      columns: ['', 'cat', 'dog'],
      rows: [
        ['cat', '5', '1'],
        ['dog', '0', '7'],
      ],
    });
    expect(table('render.confusionMatrix', { values }).columns).toEqual(['', '0', '1']);
  });

  it('of a heatmap: tfjs-vis draws values[x][y], so rows are x and columns y', () => {
    expect(
      table('render.heatmap', { values: [[1, 2, 3]], xTickLabels: ['a'], yTickLabels: ['p', 'q', 'r'] }),
    ).toEqual({ columns: ['', 'p', 'q', 'r'], rows: [['a', '1', '2', '3']] });
  });

  it('of a table, as it is', () => {
    expect(table('render.table', { headers: ['h', 'i'], values: [[1, 'x']] })).toEqual({
      columns: ['h', 'i'],
      rows: [['1', 'x']],
    });
  });

  it('of a history, epoch by epoch', () => {
    const history = [{ history: { loss: [1, 0.5], acc: [0.1] }, epoch: [0, 1] }];
    expect(table('show.history', { history, metrics: ['loss', 'acc'] })).toEqual({
      columns: ['epoch', 'loss', 'acc'],
      rows: [
        ['1', '1', '0.1'],
        ['2', '0.5', ''],
      ],
    });
  });

  it('ends at five hundred rows', () => {
    expect(table('render.barchart', new Array(1000).fill({ index: 1, value: 1 })).rows).toHaveLength(500);
  });
});

describe('data that fits no chart', () => {
  const strange: readonly unknown[] = [
    undefined,
    null,
    0,
    'text',
    [],
    {},
    [null],
    [[]],
    [[[]]],
    { values: 5 },
    { values: [null], series: 7 },
    { headers: {}, values: [{}] },
    { history: [null], metrics: [null] },
    { history: { loss: 1 }, metrics: { a: 1 } },
    [{ index: [1, [2]], value: { nested: 1 } }],
    { values: [{ x: {}, y: [] }] },
    [new Map()],
    new ArrayBuffer(4),
  ];

  it.each(chartFunctions)('gives %s a table of texts still, whatever it is', (path) => {
    const random = createRandom(9);
    const grow = (depth: number): unknown => {
      if (depth === 0 || random.next() < 0.3) return strange[random.below(strange.length)];
      const keys = [
        'values',
        'series',
        'headers',
        'history',
        'metrics',
        'x',
        'y',
        'index',
        'value',
        'tickLabels',
      ];
      return random.next() < 0.5
        ? Array.from({ length: random.below(4) }, () => grow(depth - 1))
        : Object.fromEntries(
            Array.from({ length: random.below(4) }, () => [random.pick(keys), grow(depth - 1)]),
          );
    };
    for (let n = 0; n < 3000; n++) {
      const { columns, rows } = table(path, n < strange.length ? strange[n] : grow(4));
      expect([...columns, ...rows.flat()].every((text) => typeof text === 'string')).toBe(true);
    }
  });
});
