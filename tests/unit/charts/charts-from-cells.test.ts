import { describe, expect, it } from 'vitest';
import type { ChartCall } from '../../../src/lessons-runtime/protocol/chart-call.ts';
import { chartFunctions } from '../../../src/lessons-runtime/protocol/chart-functions.ts';
import {
  createTestLesson,
  errorOf,
  partsOf,
  useTestLesson,
  valuesOf,
} from '../../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 20_000 });

const header = "import * as tfvis from '@tensorflow/tfjs-vis';\n";
const run = (source: string, cell = 'a') => lesson.run(header + source, cell);

/** Returns the calls of a cell's charts. */
function callsOf(cell = 'a'): readonly ChartCall[] {
  return partsOf(lesson.outputs(cell), 'chart').map(({ call }) => call);
}

const dense =
  "const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 3, name: 'd' })] });";
const statistics = { numZeros: 0, numNans: 0, numInfs: 0 };

/** The code of a cell for each function, with the call that the page receives. */
const calls: Record<(typeof chartFunctions)[number], { readonly code: string; readonly call: object }> = {
  'render.barchart': {
    code: "await tfvis.render.barchart({ name: 'N' }, [{ index: 'a', value: 5 }, { index: 1, value: NaN }], { color: 'red' });",
    call: {
      data: [
        { index: 'a', value: 5 },
        { index: 1, value: Number.NaN },
      ],
      options: { color: 'red' },
    },
  },
  'render.linechart': {
    code: "await tfvis.render.linechart({ name: 'N' }, { values: [[{ x: 5, y: 1 }, { x: 7, y: 2 }], [{ x: 5, y: 3 }]], series: ['a', 'b'] });",
    call: {
      data: {
        x: [5, 7],
        series: [
          { name: 'a', values: [1, 2] },
          { name: 'b', values: [3, Number.NaN] },
        ],
      },
    },
  },
  'render.scatterplot': {
    code: "await tfvis.render.scatterplot({ name: 'N' }, { values: [{ x: 1, y: 2 }, { x: 'b', y: 4 }] });",
    call: { data: { series: [{ name: 'Series 1', x: [1, 'b'], y: [2, 4] }] } },
  },
  'render.histogram': {
    code: "await tfvis.render.histogram({ name: 'N' }, new Float32Array([3, 1, NaN, 0]));",
    call: {
      data: {
        values: new Float64Array([0, 1, 3]),
        statistics: { numVals: 4, numZeros: 1, numNans: 1, numInfs: 0, min: 0, max: 3 },
      },
    },
  },
  'render.heatmap': {
    code: "await tfvis.render.heatmap({ name: 'N' }, { values: tf.tensor2d([[1, 2, 3], [4, 5, 6]]), xTickLabels: ['p', 'q', 'r'] }, { rowMajor: true });",
    call: {
      data: {
        values: [
          [1, 4],
          [2, 5],
          [3, 6],
        ],
        xTickLabels: ['p', 'q', 'r'],
      },
    },
  },
  'render.confusionMatrix': {
    code: "await tfvis.render.confusionMatrix({ name: 'N' }, { values: [[1, 0], [0, 1]], tickLabels: ['a', 'b'] });",
    call: {
      data: {
        values: [
          [1, 0],
          [0, 1],
        ],
        tickLabels: ['a', 'b'],
      },
    },
  },
  'render.table': {
    code: "tfvis.render.table({ name: 'N' }, { headers: ['h', 2], values: [[1, 'x', true, undefined]] });",
    call: { data: { headers: ['h', '2'], values: [[1, 'x', true, null]] } },
  },
  'show.history': {
    code: "await tfvis.show.history({ name: 'N' }, { epoch: [0, 1], history: { loss: [0.5, tf.scalar(0.25)] }, model: { circular: tf } }, ['loss']);",
    call: {
      data: { x: [1, 2], series: [{ name: 'loss', values: [0.5, 0.25] }] },
      options: { xLabel: 'Epoch' },
    },
  },
  'show.fitCallbacks': {
    code: `const callbacks = tfvis.show.fitCallbacks({ name: 'N' }, ['loss', 'acc'], { callbacks: ['onEpochEnd'] });
      if (Object.keys(callbacks).join() !== 'onEpochEnd') throw new Error(Object.keys(callbacks).join());
      await callbacks.onEpochEnd(0, { loss: 2 }); await callbacks.onEpochEnd(1, { loss: 1 });`,
    call: {
      data: {
        callbacks: [
          { name: 'onEpochEnd', total: 2, curves: { x: [1, 2], series: [{ name: 'loss', values: [2, 1] }] } },
        ],
      },
    },
  },
  'show.valuesDistribution': {
    code: "await tfvis.show.valuesDistribution({ name: 'N' }, tf.tensor2d([[2, 1]]));",
    call: {
      data: { values: new Float64Array([1, 2]), statistics: { ...statistics, numVals: 2, min: 1, max: 2 } },
    },
  },
  'show.layer': {
    code: `${dense} model.layers[0].setWeights([tf.tensor2d([[1, 2, 3], [4, 5, 6]]), tf.tensor1d([0, 0, 7])]);
      await tfvis.show.layer({ name: 'N' }, model.layers[0]);`,
    call: {
      data: {
        weights: [
          {
            name: 'd/kernel',
            shape: [2, 3],
            size: 6,
            values: new Float64Array([1, 2, 3, 4, 5, 6]),
            statistics: { ...statistics, numVals: 6, min: 1, max: 6 },
          },
          {
            name: 'd/bias',
            shape: [3],
            size: 3,
            values: new Float64Array([0, 0, 7]),
            statistics: { ...statistics, numVals: 3, numZeros: 2, min: 0, max: 7 },
          },
        ],
      },
    },
  },
  'show.modelSummary': {
    code: `${dense} model.layers[0].trainable = false; await tfvis.show.modelSummary({ name: 'N' }, model);`,
    call: { data: { layers: [{ name: 'd', outputShape: [null, 3], parameters: 9, trainable: false }] } },
  },
  'show.perClassAccuracy': {
    code: "await tfvis.show.perClassAccuracy({ name: 'N' }, [{ accuracy: 1, count: 2 }, { accuracy: 0.5, count: 4 }], ['cat', 'dog']);",
    call: {
      data: [
        { label: 'cat', accuracy: 1, count: 2 },
        { label: 'dog', accuracy: 0.5, count: 4 },
      ],
    },
  },
};

describe('a call of tfvis', () => {
  it.each(chartFunctions)('sends %s as plain data', async (path) => {
    const { code, call } = calls[path];
    const { outputs, status } = await run(code);
    expect(partsOf(outputs, 'error')).toEqual([]);
    expect(status).toBe('done');
    // Some of these cells leak a tensor, which other tests cover.
    expect(outputs.map(({ kind }) => kind).filter((kind) => kind !== 'note')).toEqual(['chart']);
    const [arrived] = callsOf();
    expect(arrived).toMatchObject({ path, surface: { name: 'N', tab: 'Visor' }, ...call });
  });

  it('has exactly the exports of tfjs-vis', async () => {
    const { version } = await import('@tensorflow/tfjs-vis/dist/version');
    const state = await run(
      `[Object.keys(tfvis).sort().join(), Object.keys(tfvis.render).sort().join(), Object.keys(tfvis.show).sort().join(), Object.keys(tfvis.metrics).sort().join(), tfvis.version_vis, tfvis.isSurfaceInfo({ name: 'a' }), tfvis.isSurfaceInfo({})].join(' ')`,
    );
    expect(valuesOf(state)).toEqual([
      `"isSurface,isSurfaceInfo,metrics,render,show,version_vis,visor barchart,confusionMatrix,heatmap,histogram,linechart,scatterplot,table fitCallbacks,history,layer,modelSummary,perClassAccuracy,valuesDistribution accuracy,confusionMatrix,perClassAccuracy ${version} true false"`,
    ]);
  });

  it('replaces the chart on the same surface', async () => {
    await run(
      `await tfvis.render.barchart({ name: 'N' }, [{ index: 0, value: 1 }]);
       await tfvis.render.barchart({ name: 'M' }, []);
       await tfvis.render.barchart({ name: 'N' }, [{ index: 0, value: 2 }]);
       await tfvis.render.barchart({ name: 'N', tab: 'other' }, []);`,
    );
    expect(
      partsOf(lesson.outputs(), 'chart').map(({ id, call }) => [id, 'data' in call ? call.data : null]),
    ).toEqual([
      ['Visor/N', [{ index: 0, value: 2 }]],
      ['Visor/M', []],
      ['other/N', []],
    ]);
  });

  it('belongs to its cell and keeps its place if it was not awaited', async () => {
    const source = `${header}const values = tf.tensor2d([[1]]);\ntfvis.render.heatmap({ name: 'N' }, { values });\nconsole.log('after');`;
    await lesson.session.run([
      { cell: 'a', source },
      { cell: 'b', source: 'console.log("b")' },
    ]);
    expect(lesson.outputs('a').map(({ kind }) => kind)).toEqual(['chart', 'text']);
    expect(lesson.outputs('b').map(({ kind }) => kind)).toEqual(['text']);
  });

  it('leaks no tensor', async () => {
    const state = await run(
      `const labels = tf.tensor1d([0, 1, 2]); const predictions = tf.tensor1d([0, 2, 2]);
       ${dense} const before = tf.memory().numTensors;
       await tfvis.show.layer({ name: 'a' }, model.layers[0]);
       await tfvis.show.valuesDistribution({ name: 'b' }, labels);
       await tfvis.metrics.accuracy(labels, predictions);
       await tfvis.metrics.perClassAccuracy(labels, predictions);
       await tfvis.metrics.confusionMatrix(labels, predictions);
       tf.memory().numTensors - before`,
    );
    expect(valuesOf(state)).toEqual(['0']);
  });

  it('thins data beyond the limits and reports the sample', async () => {
    await run(
      `await tfvis.render.histogram({ name: 'a' }, Float32Array.from({ length: 150000 }, (_, i) => 149999 - i));
       await tfvis.render.scatterplot({ name: 'b' }, { values: Array.from({ length: 120000 }, (_, x) => ({ x, y: x })) });
       await tfvis.render.linechart({ name: 'c' }, { values: Array.from({ length: 120000 }, (_, x) => ({ x, y: x })) });
       tfvis.render.table({ name: 'd' }, { headers: ['n'], values: Array.from({ length: 1500 }, (_, n) => [n]) });`,
    );
    const [histogram, points, line, table] = callsOf();
    if (histogram?.path !== 'render.histogram' || points?.path !== 'render.scatterplot')
      throw new Error('order');
    if (line?.path !== 'render.linechart' || table?.path !== 'render.table') throw new Error('order');
    expect(histogram.sample).toEqual({ kept: 100_000, of: 150_000 });
    expect([histogram.data.values[0], histogram.data.values.at(-1)]).toEqual([0, 149_999]);
    expect(histogram.data.statistics.numVals).toBe(150_000);
    expect(points.sample).toEqual({ kept: 100_000, of: 120_000 });
    expect(points.data.series[0]?.x.at(-1)).toBe(119_999);
    expect(line.sample).toEqual({ kept: 100_000, of: 120_000 });
    expect(line.data.x.at(-1)).toBe(119_999);
    expect(table.sample).toEqual({ kept: 1000, of: 1500 });
  });
});

describe('a call that cannot be drawn', () => {
  it.each([
    ["await tfvis.render.histogram({ name: 'N' }, 5)", 'input data must be an array'],
    ["await tfvis.render.histogram({ name: 'N' }, [{ size: 1 }])", 'input data must have a value field'],
    ["tfvis.render.table({ name: 'N' }, { values: [] })", 'Data to render must have a "headers" property'],
    ["tfvis.render.table({ name: 'N' }, { headers: [] })", 'Data to render must have a "values" property'],
    [
      "await tfvis.render.linechart({ name: 'N' }, { values: [[]], series: ['a', 'b'] })",
      'Must have an equal number of series labels as there are data series',
    ],
    [
      "await tfvis.render.scatterplot({ name: 'N' }, { values: [[], []] }, { seriesColors: ['red'] })",
      'Must have an equal number of series colors as there are data series',
    ],
    [
      "await tfvis.render.heatmap({ name: 'N' }, { values: tf.tensor1d([1]) })",
      'Input to renderHeatmap must be a 2d array or Tensor2d',
    ],
    [
      "await tfvis.render.heatmap({ name: 'N' }, { values: [[1, 2]], xTickLabels: [] })",
      'Length of xTickLabels (0) must match number of rows (1)',
    ],
    [
      "await tfvis.render.heatmap({ name: 'N' }, { values: [[1, 2]], yTickLabels: ['a'] })",
      'Length of yTickLabels (1) must match number of columns (2)',
    ],
    [
      'tfvis.visor().surface({ name: 5 })',
      "You must pass a config object with a 'name' property to create or retrieve a surface",
    ],
    ["tfvis.visor().setActiveTab('x')", "Tab 'x' does not exist"],
    [
      'await tfvis.metrics.accuracy(tf.tensor1d([1]), tf.tensor1d([1, 2]))',
      'Error computing accuracy. Shapes 1 and 2 must match',
    ],
    [
      'await tfvis.metrics.confusionMatrix(tf.tensor2d([[1]]), tf.tensor1d([1]))',
      'labels must be a 1D tensor',
    ],
    [
      'await tfvis.metrics.perClassAccuracy(tf.tensor1d([1]), tf.tensor1d([1, 2]))',
      'labels and predictions must be the same length',
    ],
  ])('%s fails with the message of tfjs-vis at its line', async (code, message) => {
    const error = errorOf(await run(code));
    expect(error.what).toBe(message);
    expect(error.place).toMatchObject({ line: 2 });
  });

  it.each([
    ['await tfvis.render.barchart(null, [])', "{ name: '…' }"],
    ["await tfvis.render.barchart('here', [])", "{ name: '…' }"],
    ["tfvis.show.fitCallbacks({}, ['loss'])", "{ name: '…' }"],
    ["await tfvis.render.barchart({ name: 'N' }, [{ index: 0, value: 1 }, { index: 1 }])", '[1]'],
    [
      "await tfvis.render.linechart({ name: 'N' }, { values: [[{ x: 1, y: 2 }], [{ x: 1, y: {} }]] })",
      'values[1][0]',
    ],
    ["await tfvis.render.linechart({ name: 'N' }, { value: [] })", 'values'],
    ["await tfvis.render.confusionMatrix({ name: 'N' }, { values: [[1], ['a']] })", 'values[1][0]'],
    ["await tfvis.show.valuesDistribution({ name: 'N' }, [1, 2])", 'tf.tensor'],
    ["await tfvis.show.layer({ name: 'N' }, {})", 'model.getLayer(…)'],
    ["await tfvis.show.modelSummary({ name: 'N' }, {})", 'tf.LayersModel'],
    ["await tfvis.show.history({ name: 'N' }, { history: { loss: [1] } }, ['acc'])", '“acc”; it has: “loss”'],
    ["await tfvis.show.history({ name: 'N' }, { history: { loss: [1] } }, ['constructor'])", '“constructor”'],
    ["await tfvis.render.heatmap({ name: 'N' }, { values: tf.zeros([200, 200]) })", '16,384'],
    [
      "const data = [{ index: 0, value: 1 }]; data.push(data); await tfvis.render.barchart({ name: 'N' }, data)",
      '[1]',
    ],
  ])('%s fails with the invalid value at its line', async (code, told) => {
    const error = errorOf(await run(code));
    expect(error.what).toContain(told);
    expect(error.place).toMatchObject({ line: 2 });
  });

  it('fails in the page’s language', async () => {
    const spanish = createTestLesson({ language: 'es' });
    const error = errorOf(await spanish.run(`${header}await tfvis.render.barchart(null, [])`));
    expect(error.what).toBe(
      "tfvis.render.barchart espera una superficie como primer argumento: { name: '…' }",
    );
    spanish.close();
  });

  it('can be caught by the cell', async () => {
    const state = await run(
      "try { await tfvis.render.histogram({ name: 'N' }, 5) } catch (error) { console.log('caught') }",
    );
    expect(state.status).toBe('done');
    expect(state.outputs.map(({ kind }) => kind)).toEqual(['text']);
  });
});

describe('metrics', () => {
  it('are computed in the worker and equal those of tfjs-vis', async () => {
    const state = await run(
      `const labels = tf.tensor1d([0, 0, 1, 2, 2, 2]); const predictions = tf.tensor1d([0, 0, 0, 2, 1, 1]);
       JSON.stringify([
         await tfvis.metrics.accuracy(labels, predictions),
         await tfvis.metrics.confusionMatrix(labels, predictions),
         await tfvis.metrics.confusionMatrix(labels, predictions, 4, tf.tensor1d([1, 1, 1, 1, 1, 5])),
         await tfvis.metrics.perClassAccuracy(labels, predictions),
       ])`,
    );
    const thirds = [
      { count: 2, accuracy: 1 },
      { count: 1, accuracy: 0 },
      { count: 3, accuracy: 1 / 3 },
    ];
    expect(JSON.parse(JSON.parse(valuesOf(state)[0] ?? ''))).toEqual([
      0.5,
      [
        [2, 0, 0],
        [1, 0, 0],
        [0, 2, 1],
      ],
      [
        [2, 0, 0, 0],
        [1, 0, 0, 0],
        [0, 6, 1, 0],
        [0, 0, 0, 0],
      ],
      thirds,
    ]);
  });
});

describe('the visor', () => {
  it('returns surfaces that can be drawn on', async () => {
    const state = await run(
      `const { drawArea, container } = tfvis.visor().surface({ name: 'N', tab: 'T', styles: { height: 300, color: 'red' } });
       await tfvis.render.barchart({ drawArea }, []);
       await tfvis.render.barchart(tfvis.visor().surface({ name: 'M' }), [{ index: 0, value: 1 }]);
       await tfvis.render.barchart(container, [{ index: 0, value: 2 }]);`,
    );
    expect(partsOf(state.outputs, 'error')).toEqual([]);
    const drawn = partsOf(lesson.outputs(), 'chart').filter(({ id }) => id !== 'visor');
    expect(drawn.map(({ id, call }) => [id, call.path, 'data' in call ? call.data : null])).toEqual([
      ['T/N', 'render.barchart', [{ index: 0, value: 2 }]],
      ['Visor/M', 'render.barchart', [{ index: 0, value: 1 }]],
    ]);
    expect(drawn[0]?.call).toMatchObject({ surface: { name: 'N', tab: 'T', styles: { height: 300 } } });
  });

  it('shows an empty surface, but does not clear one with a chart', async () => {
    await run(
      `tfvis.visor().surface({ name: 'empty' });
       await tfvis.render.barchart({ name: 'N' }, []); tfvis.visor().surface({ name: 'N' });`,
    );
    expect(callsOf().map(({ path }) => path)).toEqual(['visor', 'surface', 'render.barchart']);
    await run("tfvis.visor().surface({ name: 'N' });");
    expect(callsOf().map(({ path }) => path)).toEqual(['visor', 'surface']);
  });

  it('opens, closes, toggles full screen, binds its key and selects a tab', async () => {
    const state = await run(
      `const visor = tfvis.visor(); const seen = [visor.isOpen(), visor.isFullscreen()];
       visor.toggle(); seen.push(visor.isOpen()); visor.open(); visor.close(); seen.push(visor.isOpen());
       visor.toggleFullScreen(); seen.push(visor.isFullscreen());
       visor.bindKeys(); visor.surface({ name: 'N', tab: 'T' }); visor.setActiveTab('T');
       seen.push(visor === tfvis.visor(), visor.surfaceList.size); seen.join()`,
    );
    expect(valuesOf(state)).toEqual(['"true,false,false,false,true,true,1"']);
    expect(callsOf()[0]).toEqual({
      path: 'visor',
      data: { isOpen: false, isFullscreen: true, activeTab: 'T', keys: true },
    });
    await run('tfvis.visor().unbindKeys(); tfvis.visor().open();');
    expect(callsOf()[0]).toMatchObject({ data: { isOpen: true, keys: false } });
  });

  it.each([
    ["tfvis.visor().surface({ name: 'N' }).drawArea.appendChild(1)", 'drawArea.appendChild'],
    ["tfvis.visor().surface({ name: 'N' }).label.innerHTML = 'x'", 'label.innerHTML'],
    ['tfvis.visor().el.style', 'el.style'],
  ])('gives no access to the page: %s', async (code, member) => {
    const error = errorOf(await run(code));
    expect(error.what).toContain(`“${member}”`);
    expect(error.place).toMatchObject({ line: 2 });
  });

  it('can be shown as a value', async () => {
    const { status, outputs } = await run("tfvis.visor().surface({ name: 'N' })");
    expect(status).toBe('done');
    expect(partsOf(outputs, 'value')[0]?.value.entries?.map(([name]) => name)).toEqual([
      'container',
      'label',
      'drawArea',
    ]);
  });
});

describe('live curves', () => {
  it('are updated in place during a training and end with the last point', async () => {
    await run(
      `const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 1 })] });
       model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
       await model.fit(tf.randomNormal([64, 2]), tf.randomNormal([64, 1]), {
         epochs: 3, batchSize: 8, callbacks: tfvis.show.fitCallbacks({ name: 'N' }, ['loss', 'acc']),
       });`,
    );
    const [call, ...more] = callsOf();
    if (call?.path !== 'show.fitCallbacks') throw new Error(JSON.stringify(call));
    expect(more).toEqual([]);
    const [batch, epoch] = call.data.callbacks;
    expect([batch?.name, batch?.total, batch?.curves.x.length]).toEqual(['onBatchEnd', 24, 24]);
    expect([epoch?.name, epoch?.total, epoch?.curves.series.map(({ name }) => name)]).toEqual([
      'onEpochEnd',
      3,
      ['loss'],
    ]);
  });

  const trained = (callbacks: string) =>
    `const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 1 })] });
     model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
     const curves = tfvis.show.fitCallbacks({ name: 'N' }, ['loss']);
     let heard = 0; const other = { onBatchEnd() { heard += 1; } };
     const { history } = await model.fit(tf.ones([32, 2]), tf.ones([32, 1]), { epochs: 2, batchSize: 8, callbacks: ${callbacks} });
     console.log(JSON.stringify([heard, history.loss]));`;

  it.each([
    ['curves', 0],
    ['[curves, other]', 8],
    ['[other, curves]', 8],
    ['{ ...curves, ...{ onTrainEnd() { heard = 1; } } }', 1],
    ['[tf.callbacks.earlyStopping({ monitor: "loss", patience: 5 }), curves, other]', 8],
    ['[other, tf.callbacks.earlyStopping({ monitor: "loss", patience: 5 }), curves]', 8],
  ])('work among the callbacks of fit as %s', async (callbacks, heard) => {
    const state = await run(trained(callbacks));
    expect(partsOf(state.outputs, 'error')).toEqual([]);
    const [text] = partsOf(state.outputs, 'text');
    const [others, losses] = JSON.parse(text?.text ?? '') as [number, number[]];
    const [call] = callsOf();
    if (call?.path !== 'show.fitCallbacks') throw new Error('no chart');
    const totals = Object.fromEntries(call.data.callbacks.map(({ name, total }) => [name, total]));
    expect([others, totals]).toEqual([heard, { onBatchEnd: 8, onEpochEnd: 2 }]);
    const epochs = call.data.callbacks.find(({ name }) => name === 'onEpochEnd');
    expect(epochs?.curves.series[0]?.values).toEqual(losses);
  });

  it('leave no tensor behind', async () => {
    const state = await run(
      `const input = tf.ones([32, 2]); const target = tf.ones([32, 1]);
       const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 1 })] });
       model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
       await model.fit(input, target, { epochs: 1 });
       const before = tf.memory().numTensors;
       await model.fit(input, target, { epochs: 2, batchSize: 8, callbacks: tfvis.show.fitCallbacks({ name: 'N' }, ['loss']) });
       tf.memory().numTensors - before`,
    );
    expect(valuesOf(state)).toEqual(['0']);
  });

  it('send at most ten messages a second, and always the last point', async () => {
    await run(
      `const { onBatchEnd } = tfvis.show.fitCallbacks({ name: 'N' }, ['loss']);
       const end = performance.now() + 450; let batch = 0;
       while (performance.now() < end) { await onBatchEnd(batch, { loss: batch }); batch += 1; if (batch % 50 === 0) await tf.nextFrame(); }
       globalThis.batches = batch;`,
    );
    const versions = new Set(
      lesson.history.flatMap(([, { outputs }]) => partsOf(outputs, 'chart').map(({ call }) => call)),
    );
    expect(versions.size).toBeGreaterThan(2);
    expect(versions.size).toBeLessThanOrEqual(7);
    const [call] = callsOf();
    if (call?.path !== 'show.fitCallbacks') throw new Error('no chart');
    const [live] = call.data.callbacks;
    const { batches } = globalThis as unknown as { batches: number };
    expect(live?.total).toBe(batches);
    expect(live?.curves.x.at(-1)).toBe(batches);
    expect(live?.curves.series[0]?.values.at(-1)).toBe(batches - 1);
  });
});
