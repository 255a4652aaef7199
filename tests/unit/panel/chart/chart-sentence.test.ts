import { describe, expect, it } from 'vitest';
import { chartSentence } from '../../../../src/lessons-runtime/panel/chart/chart-sentence.ts';
import { chartWordsIn } from '../../../../src/lessons-runtime/panel/chart/chart-words.ts';
import type { ChartCall, DrawnCall } from '../../../../src/lessons-runtime/protocol/chart-call.ts';
import {
  type ChartFunction,
  chartFunctions,
} from '../../../../src/lessons-runtime/protocol/chart-functions.ts';
import { exampleCalls } from '../../charts/example-calls.ts';

const sentencesOf = (call: ChartCall) => [
  chartSentence(call, chartWordsIn('es')),
  chartSentence(call, chartWordsIn('en')),
];

const sentences: Record<ChartFunction, readonly [es: string, en: string]> = {
  'render.barchart': [
    'Gráfica de barras «N»: 2 barras; la mayor, tabby cat, 44\u00a0%.',
    'Bar chart “N”: 2 bars; the largest, tabby cat, 44%.',
  ],
  'render.linechart': [
    'Gráfica de líneas «N»: 2 series de 3 puntos; loss va de 2,3 a 0,12, val_loss va de 2,41 a 0,35.',
    'Line chart “N”: 2 series, 3 points each; loss goes from 2.3 to 0.12, val_loss goes from 2.41 to 0.35.',
  ],
  'render.scatterplot': [
    'Gráfica de dispersión «N»: 2 series, 3 puntos; x entre 0 y 5, y entre -1 y 3.',
    'Scatter plot “N”: 2 series, 3 points; x from 0 to 5, y from -1 to 3.',
  ],
  'render.histogram': [
    'Histograma «N»: 5 valores, entre 0 y 4,5; 2 NaN.',
    'Histogram “N”: 5 values, from 0 to 4.5; 2 NaN.',
  ],
  'render.heatmap': [
    'Mapa de calor «N»: 2 columnas y 3 filas, con valores entre 1 y 6; el mayor, en q, 2.',
    'Heatmap “N”: 2 columns and 3 rows, values from 1 to 6; the largest at q, 2.',
  ],
  'render.confusionMatrix': [
    'Matriz de confusión «N»: 2 clases; 17 de 20 casos en la diagonal; la confusión mayor, cat tomado por dog, 2 veces.',
    'Confusion matrix “N”: 2 classes; 17 of 20 cases on the diagonal; the commonest mistake, cat taken for dog, 2 times.',
  ],
  'render.table': ['Tabla «N»: 2 filas y 2 columnas: word, n.', 'Table “N”: 2 rows and 2 columns: word, n.'],
  'show.history': [
    'Historial del entrenamiento «N»: 2 series de 3 puntos; loss va de 2,3 a 0,12, val_loss va de 2,41 a 0,35.',
    'Training history “N”: 2 series, 3 points each; loss goes from 2.3 to 0.12, val_loss goes from 2.41 to 0.35.',
  ],
  'show.fitCallbacks': [
    'Curvas del entrenamiento «N»: tras 3 épocas, tras 96 lotes; loss va de 2,3 a 0,12, val_loss va de 2,41 a 0,35.',
    'Training curves “N”: after 3 epochs, after 96 batches; loss goes from 2.3 to 0.12, val_loss goes from 2.41 to 0.35.',
  ],
  'show.valuesDistribution': [
    'Distribución de valores «N»: 5 valores, entre 0 y 4,5.',
    'Distribution of values “N”: 5 values, from 0 to 4.5.',
  ],
  'show.layer': [
    'Pesos de la capa «N»: d/kernel [2, 3], entre -1 y 2.',
    'Weights of the layer “N”: d/kernel [2, 3], from -1 to 2.',
  ],
  'show.modelSummary': [
    'Resumen del modelo «N»: 2 capas, 1210 parámetros; 10 entrenables.',
    'Model summary “N”: 2 layers, 1,210 parameters; 10 trainable.',
  ],
  'show.perClassAccuracy': [
    'Acierto por clase «N»: 2 clases; la mejor, cat, 100\u00a0%; la peor, dog, 33,3\u00a0%.',
    'Accuracy per class “N”: 2 classes; the best, cat, 100%; the worst, dog, 33.3%.',
  ],
};

describe('chartSentence', () => {
  it.each(chartFunctions)('describes %s in both languages', (path) => {
    expect(sentencesOf(exampleCalls[path])).toEqual(sentences[path]);
  });

  it('uses the singular for a single item', () => {
    const one = {
      ...exampleCalls['render.linechart'],
      data: { x: [0], series: [{ name: 'loss', values: [1.5] }] },
    };
    expect(sentencesOf(one)).toEqual([
      'Gráfica de líneas «N»: 1 serie de 1 punto; loss está en 1,5.',
      'Line chart “N”: 1 series, 1 point; loss is at 1.5.',
    ]);
    const matrix = {
      ...exampleCalls['render.confusionMatrix'],
      data: {
        values: [
          [1, 1],
          [0, 0],
        ],
      },
    };
    expect(sentencesOf(matrix)[0]).toContain(
      '1 de 2 casos en la diagonal; la confusión mayor, Clase 0 tomado por Clase 1, una vez.',
    );
    expect(sentencesOf({ ...matrix, data: { values: [[3]] } })).toEqual([
      'Matriz de confusión «N»: 1 clase; 3 de 3 casos en la diagonal; sin confusiones.',
      'Confusion matrix “N”: 1 class; 3 of 3 cases on the diagonal; no mistakes.',
    ]);
  });

  it('describes a line that ends in NaN up to its last value', () => {
    const curves = {
      x: [0, 1, 2],
      series: [
        { name: 'loss', values: [2, 3, Number.NaN] },
        { name: 'acc', values: [0.5, Number.NaN, 0.5] },
        { name: 'none', values: [Number.NaN, Number.NaN, Number.NaN] },
      ],
    };
    const [spanish, english] = sentencesOf({ ...exampleCalls['show.history'], data: curves });
    expect(spanish).toContain(
      'loss va de 2 a 3 y no tiene valor (NaN) después de 1, acc va de 50\u00a0% a 50\u00a0%, none no tiene valores (NaN).',
    );
    expect(english).toContain('loss goes from 2 to 3 and has no value (NaN) after 1,');
    const bars = [
      { index: 'a', value: Number.NaN },
      { index: 'b', value: 1 },
    ];
    expect(sentencesOf({ ...exampleCalls['render.barchart'], data: bars })[1]).toContain('the largest, b, 1');
  });

  it('keeps the significant digits of very small and very large numbers', () => {
    const line = { x: [0, 1], series: [{ name: 'lr', values: [0.00123, 12345.6] }] };
    expect(sentencesOf({ ...exampleCalls['render.linechart'], data: line })).toEqual([
      'Gráfica de líneas «N»: 1 serie de 2 puntos; lr va de 0,00123 a 12.346.',
      'Line chart “N”: 1 series, 2 points; lr goes from 0.00123 to 12,346.',
    ]);
  });

  it('lists the first of many lines and counts the others', () => {
    const series = Array.from({ length: 6 }, (_, index) => ({ name: `s${index}`, values: [0, 1] }));
    expect(sentencesOf({ ...exampleCalls['render.linechart'], data: { x: [0, 1], series } })[1]).toMatch(
      /s3 goes from 0 to 1, and 2 more\.$/,
    );
  });

  it.each([
    { ...exampleCalls['render.barchart'], data: [] },
    { ...exampleCalls['render.linechart'], data: { x: [], series: [] } },
    { ...exampleCalls['render.scatterplot'], data: { series: [] } },
    { ...exampleCalls['render.histogram'], data: { values: [], statistics: { numVals: 0 } } },
    { ...exampleCalls['render.heatmap'], data: { values: [] } },
    { ...exampleCalls['render.confusionMatrix'], data: { values: [] } },
    { ...exampleCalls['show.fitCallbacks'], data: { callbacks: [] } },
    { ...exampleCalls['show.layer'], data: { weights: [] } },
    { ...exampleCalls['show.perClassAccuracy'], data: [] },
  ] satisfies DrawnCall[])('states that a chart has no data: $path', (call) => {
    const [spanish, english] = sentencesOf(call);
    expect(spanish).toMatch(/: sin datos\.$/);
    expect(english).toMatch(/: no data\.$/);
  });

  it('describes an empty surface, a refused call and the visor', () => {
    expect(sentencesOf({ path: 'surface', surface: { name: 'N', tab: 'T' } })).toEqual([
      'Superficie «N»: sin datos.',
      'Surface “N”: no data.',
    ]);
    expect(sentencesOf({ path: 'refused', problem: 'options.width: no' })[0]).toContain('options.width: no');
    expect(
      sentencesOf({
        path: 'visor',
        data: { isOpen: true, isFullscreen: false, activeTab: null, keys: false },
      }),
    ).toEqual(['Visor de gráficas', 'Chart visor']);
  });
});
