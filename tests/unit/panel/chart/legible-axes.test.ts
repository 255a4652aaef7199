import { describe, expect, it } from 'vitest';
import { withLegibleAxes } from '../../../../src/lessons-runtime/panel/chart/legible-axes.ts';
import { barKind, matrixKind, valueKind } from '../../../../src/lessons-runtime/panel/chart/value-kinds.ts';

/** A specification of tfjs-vis's `linechart`. */
function lineChart(
  rows: readonly Record<string, unknown>[],
  { label = 'y', scale }: { readonly label?: string; readonly scale?: object } = {},
) {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'x');
  const number = { type: 'quantitative' };
  return {
    width: 600,
    data: { values: rows },
    encoding: {
      x: { ...number, field: 'x', title: 'Epoch' },
      tooltip: [{ ...number, field: 'x' }, ...names.map((field) => ({ ...number, field }))],
    },
    layer: names.map((field) => ({
      mark: { type: 'line' },
      encoding: { y: { ...number, field, title: label, scale } },
    })),
  };
}

const accuracies = [
  { x: 1, acc: 0.5, val_acc: 0.4 },
  { x: 2, acc: 0.9, val_acc: Number.NaN },
];
const yOf = (spec: ReturnType<typeof withLegibleAxes>) =>
  Object((spec['layer'] as readonly Record<string, unknown>[])[0]?.['encoding']).y;
const percent = { format: 'percent', formatType: 'pageNumber' };
const number = { format: 'number', formatType: 'pageNumber' };

describe('the axes of lines', () => {
  it('have whole epochs from the first one on, and accuracies from 0 to 100 %', () => {
    const spec = withLegibleAxes(lineChart(accuracies));
    expect(spec['encoding']).toMatchObject({
      x: {
        scale: { zero: false, nice: false },
        axis: {
          ...number,
          tickMinStep: 1,
          grid: false,
          values: { signal: expect.stringContaining('sequence') },
        },
      },
      tooltip: [
        { field: 'x', ...number },
        { field: 'acc', ...percent },
        { field: 'val_acc', ...percent },
      ],
    });
    expect(yOf(spec)).toMatchObject({ scale: { domain: [0, 1] }, axis: percent });
  });

  it.each([[{ zero: false }], [{ domain: [0.8, 1] }]])('keep the scale that the cell chose: %j', (scale) => {
    expect(yOf(withLegibleAxes(lineChart(accuracies, { scale })))).toMatchObject({ scale, axis: percent });
  });

  it('end where the cell chose', () => {
    expect(withLegibleAxes(lineChart(accuracies), [1, 20])['encoding']).toMatchObject({
      x: { scale: { domain: [1, 20] } },
    });
  });

  it('have round ticks if there are many whole numbers', () => {
    const spec = withLegibleAxes(
      lineChart([
        { x: 1, loss: 1 },
        { x: 1000, loss: 0.5 },
      ]),
    );
    expect(Object(spec['encoding']).x.axis).toMatchObject({ tickMinStep: 1 });
    expect(Object(spec['encoding']).x.axis).not.toHaveProperty('values');
  });

  it('have percentages if the label of the axis names a share', () => {
    const rows = [{ x: 0, frozen: 0.5 }];
    expect(yOf(withLegibleAxes(lineChart(rows, { label: 'Exactitud' })))).toMatchObject({ axis: percent });
    expect(yOf(withLegibleAxes(lineChart(rows, { label: 'loss' })))).toMatchObject({ axis: {} });
    expect(yOf(withLegibleAxes(lineChart(rows, { label: 'loss' })))).not.toHaveProperty('scale.domain');
  });

  it('have fractional ticks for x values with fractions, and none of its own for texts', () => {
    const fractions = withLegibleAxes(lineChart([{ x: 0.5, loss: 1 }]));
    expect(Object(fractions['encoding']).x.axis).not.toHaveProperty('tickMinStep');
    const texts = withLegibleAxes(lineChart([{ x: 'a', loss: 1 }]));
    expect(Object(texts['encoding']).x).not.toHaveProperty('scale');
  });
});

describe('the axis of bars', () => {
  const bars = (values: readonly number[], title: string, scale?: object) =>
    withLegibleAxes({
      data: { values: values.map((value, index) => ({ index: `${index}`, value })) },
      mark: { type: 'bar', tooltip: true },
      encoding: {
        x: { field: 'index', type: 'ordinal', axis: { title: '' }, title: 'índice' },
        y: { field: 'value', type: 'quantitative', axis: { title }, title: 'valor', scale },
      },
    });

  it('goes from 0 to 100 % for probabilities, also if the largest is small', () => {
    const { encoding, mark } = bars([0.176, 0.02], 'p');
    expect(encoding).toMatchObject({
      y: { scale: { domain: [0, 1] }, axis: { title: 'p', ...percent } },
      tooltip: [
        { field: 'index', title: 'índice' },
        { field: 'value', title: 'p', ...percent },
      ],
    });
    expect(mark).toEqual({ type: 'bar' });
    expect(Object(bars([0.25, 0.75], '')['encoding']).y.scale).toEqual({ domain: [0, 1] });
  });

  it('has whole ticks for counts, and no other change for other numbers', () => {
    expect(Object(bars([3, 5], 'drawings')['encoding']).y.axis).toMatchObject({ ...number, tickMinStep: 1 });
    const other = Object(bars([0.01, 0.2], 'change')['encoding']).y;
    expect(other.axis).toEqual({ title: 'change' });
    expect(other.scale).toBeUndefined();
  });

  it('has whole ticks for the counts of a histogram', () => {
    const encoding = { x: { bin: {} }, y: { aggregate: 'count', type: 'quantitative' } };
    expect(withLegibleAxes({ mark: { type: 'bar' }, encoding })['encoding']).toMatchObject({
      y: { axis: { tickMinStep: 1 } },
    });
  });
});

it('the axes and tooltips of points have percentages for shares', () => {
  const channel = (field: string, title: string) => ({
    field,
    title,
    type: 'quantitative',
    scale: undefined,
  });
  const encoding = {
    x: channel('x', 'lr'),
    y: channel('y', 'accuracy'),
    tooltip: [channel('x', 'lr'), channel('y', 'accuracy')],
  };
  const spec = { data: { values: [{ x: 0.1, y: 0.5 }] }, mark: { type: 'point' }, encoding };
  expect(withLegibleAxes(spec)['encoding']).toMatchObject({
    y: { scale: { domain: [0, 1] }, axis: percent },
    tooltip: [number, percent],
  });
});

it.each([
  [[8, 2], 'number', 1],
  [[0.8, 0.2], 'percent', undefined],
])('a confusion matrix of %j has numbers of the format %s', (counts, format, tickMinStep) => {
  const encoding = {
    color: { field: 'scaleCount', type: 'quantitative' },
    text: { field: 'count', type: 'nominal' },
    tooltip: [
      { field: 'label', type: 'nominal' },
      { field: 'count', type: 'quantitative' },
    ],
  };
  const spec = {
    data: { values: counts.map((count) => ({ count })) },
    layer: [{ mark: { type: 'rect' }, encoding }],
  };
  const [part] = withLegibleAxes(spec)['layer'] as readonly Record<string, unknown>[];
  expect(part?.['encoding']).toMatchObject({
    color: { legend: { format } },
    text: { type: 'quantitative', format },
    tooltip: [{ field: 'label' }, { field: 'count', format }],
  });
  expect(Object(part).encoding.color.legend.tickMinStep).toBe(tickMinStep);
});

describe('the kind of numbers', () => {
  it.each([
    ['acc', 'share'],
    ['3 · val_acc', 'share'],
    ['categoricalAccuracy', 'share'],
    ['Exactitud en validación', 'share'],
    ['probability', 'share'],
    ['p', 'share'],
    ['loss', 'number'],
    ['problem X', 'number'],
    ['accidents', 'number'],
    ['pixels', 'number'],
  ])('follows from the name: %s', (name, kind) => {
    expect(valueKind([name], [0.25, Number.NaN])).toBe(kind);
  });

  it('is a share only if all names say so and all numbers are within 0 to 1', () => {
    expect(valueKind(['acc', 'loss'], [0.5])).toBe('number');
    expect(valueKind(['acc'], [55.5])).toBe('number');
    expect(valueKind(['acc'], [1.0000001])).toBe('share');
    expect(valueKind([], [0.5])).toBe('number');
    expect(valueKind(['epochs'], [1, 2, Number.POSITIVE_INFINITY])).toBe('count');
    expect(barKind('', [0.2, 0.3])).toBe('number');
    expect(matrixKind([3, 4])).toBe('count');
  });
});
