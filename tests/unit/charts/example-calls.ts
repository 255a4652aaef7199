import type { DrawnCall, DrawnCallOf } from '../../../src/lessons-runtime/protocol/chart-call.ts';
import type { ChartFunction } from '../../../src/lessons-runtime/protocol/chart-functions.ts';

const surface = { name: 'N', tab: 'Visor' };
const statistics = { numVals: 5, numZeros: 1, numNans: 2, numInfs: 0, min: 0, max: 4.5 };
const curves = {
  x: [1, 2, 3],
  series: [
    { name: 'loss', values: [2.3, 1, 0.12] },
    { name: 'val_loss', values: [2.41, 1.2, 0.35] },
  ],
};

/** A small valid call of each function. */
export const exampleCalls: { readonly [Path in ChartFunction]: DrawnCallOf<Path> } = {
  'render.barchart': {
    path: 'render.barchart',
    surface,
    data: [
      { index: 'lynx', value: 0.12 },
      { index: 'tabby cat', value: 0.44 },
    ],
    options: { xLabel: 'class', yLabel: 'p' },
  },
  'render.linechart': { path: 'render.linechart', surface, data: curves, options: {} },
  'render.scatterplot': {
    path: 'render.scatterplot',
    surface,
    data: {
      series: [
        { name: 'a', x: [0, 1.5], y: [2, 3] },
        { name: 'b', x: [5], y: [-1] },
      ],
    },
    options: {},
  },
  'render.histogram': {
    path: 'render.histogram',
    surface,
    data: { values: new Float64Array([0, 0.5, 4.5]), statistics },
    options: { maxBins: 5 },
  },
  'render.heatmap': {
    path: 'render.heatmap',
    surface,
    data: {
      values: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      xTickLabels: ['p', 'q'],
    },
    options: {},
  },
  'render.confusionMatrix': {
    path: 'render.confusionMatrix',
    surface,
    data: {
      values: [
        [8, 2],
        [1, 9],
      ],
      tickLabels: ['cat', 'dog'],
    },
    options: {},
  },
  'render.table': {
    path: 'render.table',
    surface,
    data: {
      headers: ['word', 'n'],
      values: [
        ['a', 1.23456],
        [null, true],
      ],
    },
    options: {},
  },
  'show.history': { path: 'show.history', surface, data: curves, options: {} },
  'show.fitCallbacks': {
    path: 'show.fitCallbacks',
    surface,
    data: {
      callbacks: [
        {
          name: 'onBatchEnd',
          total: 96,
          curves: { x: [1, 96], series: [{ name: 'loss', values: [3, 0.1] }] },
        },
        { name: 'onEpochEnd', total: 3, curves },
      ],
    },
    options: {},
  },
  'show.valuesDistribution': {
    path: 'show.valuesDistribution',
    surface,
    data: { values: new Float64Array([0, 0.5, 4.5]), statistics: { ...statistics, numNans: 0 } },
    options: {},
  },
  'show.layer': {
    path: 'show.layer',
    surface,
    data: {
      weights: [
        {
          name: 'd/kernel',
          shape: [2, 3],
          size: 6,
          values: new Float64Array([-1, 2]),
          statistics: { ...statistics, min: -1, max: 2 },
        },
      ],
    },
    options: {},
  },
  'show.modelSummary': {
    path: 'show.modelSummary',
    surface,
    data: {
      layers: [
        { name: 'conv', outputShape: [null, 4], parameters: 1200, trainable: false },
        {
          name: 'head',
          outputShape: [
            [null, 2],
            [null, 3],
          ],
          parameters: 10,
          trainable: true,
        },
      ],
    },
    options: {},
  },
  'show.perClassAccuracy': {
    path: 'show.perClassAccuracy',
    surface,
    data: [
      { label: 'cat', accuracy: 1, count: 2 },
      { label: 'dog', accuracy: 1 / 3, count: 3 },
    ],
    options: {},
  },
};

export const examples: readonly DrawnCall[] = Object.values(exampleCalls);
