import { describe, expect, it } from 'vitest';
import { chartWordsIn } from '../../../../src/lessons-runtime/panel/chart/chart-words.ts';
import { localizeSpec } from '../../../../src/lessons-runtime/panel/chart/localize-spec.ts';
import {
  localizeCell,
  localizeHeading,
} from '../../../../src/lessons-runtime/panel/chart/localize-tfvis-table.ts';
import { vegaNumberLocale } from '../../../../src/lessons-runtime/panel/chart/vega-number-locale.ts';

const words = chartWordsIn('es');

describe('the texts of tfjs-vis in the page’s language', () => {
  it('translates the headings and cells of its tables', () => {
    const headings = [
      'Layer Name',
      '# Of Params',
      'Trainable',
      'Class',
      'Accuracy',
      '# Samples',
      'Num Vals',
      'mine',
    ];
    expect(headings.map((heading) => localizeHeading(words, heading))).toEqual([
      'Capa',
      'Parámetros',
      'Estado',
      'Clase',
      'Acierto',
      'Muestras',
      'Valores',
      'mine',
    ]);
    const cells = [true, false, 'Scalar', '[batch,32]', '[[batch,2], [batch,3]]', '[3,3,8]', 'batch,1', 0.5];
    expect(cells.map((cell) => localizeCell(words, cell))).toEqual([
      'entrenable',
      'congelada',
      '[]',
      '[null, 32]',
      '[[null, 2], [null, 3]]',
      '[3, 3, 8]',
      'batch,1',
      0.5,
    ]);
  });

  it('adds titles to the axes and tooltips of bars, histograms and matrices', () => {
    const axis = { title: '' };
    const bars = { x: { field: 'index', axis }, y: { field: 'value' }, color: { value: 'red' } };
    expect(localizeSpec({ encoding: bars }, words)['encoding']).toEqual({
      x: { field: 'index', axis, title: 'índice' },
      y: { field: 'value', title: 'valor' },
      color: { value: 'red' },
    });
    const histogram = { x: { bin: {}, field: 'value' }, y: { aggregate: 'count' } };
    expect(localizeSpec({ encoding: histogram }, words)['encoding']).toMatchObject({
      x: { title: 'valor' },
      y: { title: 'cuántos' },
    });
    const matrix = { color: { field: 'scaleCount' }, tooltip: [{ field: 'label' }, { field: 'prediction' }] };
    expect(localizeSpec({ layer: [{ encoding: matrix }] }, words)['layer']).toEqual([
      {
        encoding: {
          color: { field: 'scaleCount', title: 'cuántos' },
          tooltip: [
            { field: 'label', title: 'real' },
            { field: 'prediction', title: 'predicción' },
          ],
        },
      },
    ]);
  });

  it('keeps the name that the cell gave to a series', () => {
    const encoding = { x: { field: 'x', title: 'Época' }, tooltip: [{ field: 'x' }, { field: 'value' }] };
    expect(localizeSpec({ encoding }, words)['encoding']).toEqual({
      ...encoding,
      tooltip: [{ field: 'x', title: 'Época' }, { field: 'value' }],
    });
  });

  it('uses the titles of the axes in the tooltip of a point', () => {
    const encoding = {
      x: { field: 'x', type: 'quantitative', title: 'tasa' },
      y: { field: 'y', type: 'quantitative', title: 'pérdida' },
      color: { field: 'series', type: 'nominal' },
    };
    const spec = localizeSpec({ mark: { type: 'point', tooltip: { content: 'data' } }, encoding }, words);
    expect(spec['mark']).toEqual({ type: 'point' });
    expect(spec['encoding']).toMatchObject({
      tooltip: [
        { field: 'x', title: 'tasa' },
        { field: 'y', title: 'pérdida' },
        { field: 'series', title: 'serie' },
      ],
    });
  });

  it('returns the decimal and thousands separators of the language', () => {
    expect(vegaNumberLocale('es')).toMatchObject({ decimal: ',', thousands: '.' });
    expect(vegaNumberLocale('en')).toMatchObject({ decimal: '.', thousands: ',' });
  });
});
