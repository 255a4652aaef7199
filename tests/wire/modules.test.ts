import { describe, expect, it } from 'vitest';
import { errorOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 15_000 });

describe('an import', () => {
  it('of tfjs returns the instance of the global tf', async () => {
    await lesson.run(
      "import * as tfjs from '@tensorflow/tfjs'; import { tensor1d as make } from '@tensorflow/tfjs';",
    );
    expect(valuesOf(await lesson.run('[tfjs === tf, make === tf.tensor1d].join()', 'b'))).toEqual([
      '"true,true"',
    ]);
  });

  it('of the course returns its functions', async () => {
    const state = await lesson.run("import * as course from 'deshielo'; Object.keys(course).join()");
    expect(valuesOf(state)).toEqual([
      '"efficientNetLite0,mobileNet,iconNet,drawingNet,preprocessInput,decodePredictions,catsAndDogs,chosenPhoto,galleryPhoto,loadImage,iconDataset,photoDataset,drawingDataset,myDrawings,imgToArray,watchTasks,cutModel,splitModel,extractFeatures,saveModel,loadSavedModel,savedModels,deleteSavedModel,downloadModel,openModel,showLayers,whatMoved,accuracyReport,occlusionMap,showEmbeddings,showNeighbours,showSplits,trainFourWays,modelCard,liveCamera,imageDataset,myClasses"',
    ]);
  });

  it('of a network includes its own preprocessInput, and the exported one is that of EfficientNet-Lite0', async () => {
    const state = await lesson.run(`import { efficientNetLite0, mobileNet, preprocessInput } from 'deshielo';
const pixels = tf.tensor3d([0, 127, 255], [1, 1, 3]);
JSON.stringify([efficientNetLite0.preprocessInput === preprocessInput, ...[efficientNetLite0, mobileNet].map((network) => [...network.preprocessInput(pixels).dataSync()].map((value) => value.toFixed(4)))])`);
    expect(valuesOf(state).map((value) => JSON.parse(JSON.parse(value)))).toEqual([
      [true, ['-0.9922', '0.0000', '1.0000'], ['-1.0000', '-0.0039', '1.0000']],
    ]);
  });

  it('of catsAndDogs returns a function that sums the probabilities of 5 cats and 118 dogs', async () => {
    const state = await lesson.run(`import { catsAndDogs } from 'deshielo';
JSON.stringify([catsAndDogs.classNames, (await catsAndDogs(tf.fill([1, 1000], 0.001))).arraySync()])`);
    const [[classNames, [probabilities]]] = valuesOf(state).map((value) => JSON.parse(JSON.parse(value)));
    expect(classNames).toEqual(['cat', 'dog']);
    expect(probabilities[0]).toBeCloseTo(5 / 123, 5);
    expect(probabilities[1]).toBeCloseTo(118 / 123, 5);
  });

  it('works and fails in the same way with import()', async () => {
    expect(valuesOf(await lesson.run("(await import('@tensorflow/tfjs')).version.tfjs"))).toEqual([
      '"4.22.0"',
    ]);
    expect(errorOf(await lesson.run("await import('fs')")).what).toContain('“fs”');
  });

  it('cannot be reassigned by another cell', async () => {
    await lesson.run("import { preprocessInput } from 'deshielo';");
    expect(errorOf(await lesson.run('preprocessInput = 1', 'b')).name).toBe('TypeError');
  });
});
