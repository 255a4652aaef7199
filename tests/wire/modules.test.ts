import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chartFunctions } from '../../src/lessons-runtime/protocol/chart-functions.ts';
import {
  createTestLesson,
  errorOf,
  partsOf,
  type TestLesson,
  valuesOf,
} from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 15_000 });

let lesson: TestLesson;
beforeEach(() => {
  lesson = createTestLesson();
});
afterEach(() => lesson.close());

describe('an import', () => {
  it('of tfjs is the one instance that cells already have', async () => {
    await lesson.run(
      "import * as tfjs from '@tensorflow/tfjs'; import { tensor1d as make } from '@tensorflow/tfjs';",
    );
    expect(valuesOf(await lesson.run('[tfjs === tf, make === tf.tensor1d].join()', 'b'))).toEqual([
      '"true,true"',
    ]);
  });

  it('of the course gives Keras’s steps', async () => {
    const state = await lesson.run("import * as course from 'deshielo'; Object.keys(course).join()");
    expect(valuesOf(state)).toEqual([
      '"efficientNetLite0,preprocessInput,decodePredictions,chosenPhoto,galleryPhoto,loadImage,imgToArray"',
    ]);
  });

  it('by import() works and fails alike', async () => {
    expect(valuesOf(await lesson.run("(await import('@tensorflow/tfjs')).version.tfjs"))).toEqual([
      '"4.22.0"',
    ]);
    expect(errorOf(await lesson.run("await import('fs')")).what).toContain('“fs”');
  });

  it('cannot be assigned by another cell', async () => {
    await lesson.run("import { preprocessInput } from 'deshielo';");
    expect(errorOf(await lesson.run('preprocessInput = 1', 'b')).name).toBe('TypeError');
  });
});

describe('a chart', () => {
  const points = [{ x: 1, y: 2 }];
  const calls: Record<(typeof chartFunctions)[number], { code: string; data: unknown }> = {
    'render.barchart': { code: '[{ index: 0, value: 5 }]', data: [{ index: 0, value: 5 }] },
    'render.linechart': {
      code: '{ values: [[{ x: 1, y: 2 }]], series: ["a"] }',
      data: { values: [points], series: ['a'] },
    },
    'render.scatterplot': { code: '{ values: [{ x: 1, y: 2 }] }', data: { values: points } },
    'render.histogram': { code: 'new Float32Array([1, 2])', data: [1, 2] },
    'render.heatmap': {
      code: '{ values: tf.tensor2d([[1, 2], [3, 4]]) }',
      data: {
        values: [
          [1, 2],
          [3, 4],
        ],
      },
    },
    'render.confusionMatrix': {
      code: '{ values: [[1, 0], [0, 1]], tickLabels: ["a", "b"] }',
      data: {
        values: [
          [1, 0],
          [0, 1],
        ],
        tickLabels: ['a', 'b'],
      },
    },
    'render.table': { code: '{ headers: ["h"], values: [[1]] }', data: { headers: ['h'], values: [[1]] } },
    'show.history': {
      code: '{ epoch: [0], history: { loss: [0.5] }, model: { circular: tf } }, ["loss"]',
      data: { history: [{ history: { loss: [0.5] }, epoch: [0] }], metrics: ['loss'] },
    },
  };

  it.each(chartFunctions)('by tfvis.%s arrives in plain data', async (path) => {
    const { code, data } = calls[path];
    const { outputs, status } = await lesson.run(
      `import * as tfvis from '@tensorflow/tfjs-vis';
       await tfvis.${path}({ name: 'N', tab: 'T' }, ${code}, { width: 9, format: (x) => x });`,
    );
    expect(partsOf(outputs, 'error')).toEqual([]);
    expect(status).toBe('done');
    expect(outputs).toEqual([
      {
        kind: 'chart',
        id: 'T/N',
        call: { path, surface: { name: 'N', tab: 'T' }, data, options: { width: 9, format: undefined } },
      },
    ]);
  });

  it('drawn again under its name takes its own place', async () => {
    const { outputs } = await lesson.run(
      `import { render } from '@tensorflow/tfjs-vis';
       await render.barchart({ name: 'N' }, [{ index: 0, value: 1 }]);
       await render.barchart({ name: 'M' }, []);
       await render.barchart({ name: 'N' }, [{ index: 0, value: 2 }]);`,
    );
    expect(partsOf(outputs, 'chart').map(({ id, call }) => [id, call.data])).toEqual([
      ['/N', [{ index: 0, value: 2 }]],
      ['/M', []],
    ]);
  });

  it('that nobody awaited belongs to its cell still, and keeps its place among the outputs', async () => {
    const source = `import { render } from '@tensorflow/tfjs-vis';
       render.heatmap({ name: 'N' }, { values: tf.tensor2d([[1]]) });
       console.log('after');`;
    await lesson.session.run([
      { cell: 'a', source },
      { cell: 'b', source: 'console.log("b")' },
    ]);
    expect(lesson.outputs('a').map(({ kind }) => kind)).toEqual(['chart', 'text']);
    expect(lesson.outputs('b').map(({ kind }) => kind)).toEqual(['text']);
  });

  it('without a surface is an error with the learner’s line', async () => {
    const error = errorOf(
      await lesson.run("import { render } from '@tensorflow/tfjs-vis';\nawait render.barchart(null, []);"),
    );
    expect(error.what).toContain("{ name: '…' }");
    expect(error.place).toMatchObject({ line: 2 });
  });

  it('of data that holds itself is an error, not a hang', async () => {
    const state = await lesson.run(
      `import { render } from '@tensorflow/tfjs-vis';
       const data = [{ index: 0, value: 1 }]; data.push(data, data);
       await render.barchart({ name: 'N' }, data);`,
    );
    expect(state.status).toBe('failed');
  });
});
