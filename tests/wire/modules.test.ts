import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestLesson, errorOf, type TestLesson, valuesOf } from '../support/kernel-over-channel.ts';

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
      '"efficientNetLite0,mobileNet,iconNet,preprocessInput,decodePredictions,catsAndDogs,chosenPhoto,galleryPhoto,loadImage,iconDataset,imgToArray,watchTasks,cutModel,splitModel,extractFeatures,saveModel,loadSavedModel,savedModels,deleteSavedModel,downloadModel,openModel,showLayers,whatMoved,accuracyReport,trainFourWays,modelCard,imageDataset,myClasses"',
    ]);
  });

  it('of a network has its own preprocessInput, of which the bare one is EfficientNet-Lite0’s', async () => {
    const state = await lesson.run(`import { efficientNetLite0, mobileNet, preprocessInput } from 'deshielo';
const pixels = tf.tensor3d([0, 127, 255], [1, 1, 3]);
JSON.stringify([efficientNetLite0.preprocessInput === preprocessInput, ...[efficientNetLite0, mobileNet].map((network) => [...network.preprocessInput(pixels).dataSync()].map((value) => value.toFixed(4)))])`);
    expect(valuesOf(state).map((value) => JSON.parse(JSON.parse(value)))).toEqual([
      [true, ['-0.9922', '0.0000', '1.0000'], ['-1.0000', '-0.0039', '1.0000']],
    ]);
  });

  it('of catsAndDogs sums what a network predicts for 5 cats and 118 dogs', async () => {
    const state = await lesson.run(`import { catsAndDogs } from 'deshielo';
JSON.stringify([catsAndDogs.classNames, (await catsAndDogs(tf.fill([1, 1000], 0.001))).arraySync()])`);
    const [[classNames, [probabilities]]] = valuesOf(state).map((value) => JSON.parse(JSON.parse(value)));
    expect(classNames).toEqual(['cat', 'dog']);
    expect(probabilities[0]).toBeCloseTo(5 / 123, 5);
    expect(probabilities[1]).toBeCloseTo(118 / 123, 5);
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
