import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { chartSentence } from '../../../src/lessons-runtime/panel/chart/chart-sentence.ts';
import { chartTable } from '../../../src/lessons-runtime/panel/chart/chart-table.ts';
import { chartWordsIn } from '../../../src/lessons-runtime/panel/chart/chart-words.ts';
import { tableCsv } from '../../../src/lessons-runtime/panel/dom/table-csv.ts';
import { chartCallSchema } from '../../../src/lessons-runtime/protocol/chart-call.ts';
import { chartFunctions } from '../../../src/lessons-runtime/protocol/chart-functions.ts';
import { createRandom } from '../compile/seeded-random.ts';
import { exampleCalls, examples } from './example-calls.ts';

const parse = (input: unknown) => v.parse(chartCallSchema, input);
const bars = exampleCalls['render.barchart'];
const lines = exampleCalls['render.linechart'];

describe('chartCallSchema', () => {
  it.each(examples)('accepts a call of $path unchanged', (call) => {
    expect(parse(structuredClone(call))).toEqual(call);
  });

  it.each([
    ['a number', 5, ''],
    ['nothing', null, ''],
    ['a function that tfjs-vis does not have', { ...bars, path: 'render.pie' }, 'path'],
    ['a function of the page', { ...bars, path: 'constructor' }, 'path'],
    ['data of another function', { ...bars, data: lines.data }, 'data'],
    ['a negative width', { ...bars, options: { width: -1 } }, 'options.width'],
    ['an infinite width', { ...bars, options: { width: Number.POSITIVE_INFINITY } }, 'options.width'],
    ['a title that is a Vega signal', { ...bars, options: { xLabel: { signal: 'x' } } }, 'options.xLabel'],
    [
      'a colour that contains a URL',
      { ...bars, options: { color: 'url(https://example.org/#a)' } },
      'options.color',
    ],
    [
      'colours that are a Vega signal',
      { ...lines, options: { seriesColors: [{ signal: 'x' }] } },
      'options.seriesColors',
    ],
    ['a very long name', { ...bars, surface: { name: 'x'.repeat(1000), tab: '' } }, 'surface.name'],
    [
      'an invalid style',
      { ...bars, surface: { name: 'a', tab: '', styles: { width: 'calc(1px)' } } },
      'surface.styles.width',
    ],
    ['too many bars', { ...bars, data: Array.from({ length: 3000 }, () => bars.data[0]) }, 'data'],
    [
      'a series with too few values',
      { ...lines, data: { x: [0, 1], series: [{ name: 'a', values: [1] }] } },
      'data',
    ],
    ['too many points', { ...lines, data: { x: new Array(100_001).fill(0), series: [] } }, 'data.x'],
    ['a list with holes', { ...lines, data: { x: new Array(2), series: [] } }, 'data.x'],
    [
      'a matrix with too many cells',
      {
        ...exampleCalls['render.heatmap'],
        data: { values: Array.from({ length: 200 }, () => new Array(200).fill(0)) },
      },
      'data',
    ],
    [
      'too many values',
      { ...exampleCalls['render.histogram'], data: { values: new Float64Array(200_000), statistics: {} } },
      'data.values',
    ],
    [
      'a cell that is an object',
      { ...exampleCalls['render.table'], data: { headers: ['a'], values: [[{}]] } },
      'data.values.0.0',
    ],
    ['a visor with an invalid state', { path: 'visor', data: { isOpen: 'yes' } }, 'data.isOpen'],
  ])('refuses %s', (_what, call, place) => {
    const parsed = parse(call);
    expect(parsed.path).toBe('refused');
    expect('problem' in parsed ? parsed.problem : '').toContain(place);
  });

  it('drops unknown properties', () => {
    const call = {
      ...bars,
      onclick: 'x',
      data: [{ index: 'a', value: 1, href: 'javascript:1' }],
      options: { height: 5, usermeta: {} },
    };
    expect(parse(call)).toEqual({
      path: bars.path,
      surface: bars.surface,
      data: [{ index: 'a', value: 1 }],
      options: { height: 5 },
    });
  });

  it('accepts only calls that can be described and tabulated, over damaged data', () => {
    const random = createRandom(11);
    const invalidValues: readonly unknown[] = [
      undefined,
      null,
      -1,
      Number.NaN,
      1e308,
      '',
      'x',
      [],
      {},
      [[]],
      [null],
      new Map(),
      true,
      [{}],
    ];
    const damaged = (value: unknown): unknown => {
      if (random.next() < 0.1) return invalidValues[random.below(invalidValues.length)];
      if (Array.isArray(value)) return value.map(damaged);
      if (value instanceof Float64Array || typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, damaged(entry)]));
    };
    let drawn = 0;
    for (const path of chartFunctions) {
      for (let trial = 0; trial < 500; trial++) {
        const call = parse({ ...exampleCalls[path], data: damaged(exampleCalls[path].data) });
        if (call.path === 'refused') continue;
        drawn += 1;
        for (const words of [chartWordsIn('es'), chartWordsIn('en')]) {
          expect(chartSentence(call, words)).not.toMatch(/undefined|\[object/);
          const table = chartTable(call, words);
          if (table !== null) expect(tableCsv(table)).not.toMatch(/undefined|\[object/);
        }
      }
    }
    expect(drawn).toBeGreaterThan(500);
  });
});
