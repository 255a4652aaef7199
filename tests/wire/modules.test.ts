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
      '"efficientNetLite0,iconNet,preprocessInput,decodePredictions,chosenPhoto,galleryPhoto,loadImage,iconDataset,photoDataset,drawingDataset,imgToArray,watchTasks,cutModel,splitModel,extractFeatures,saveModel,loadSavedModel,savedModels,deleteSavedModel,downloadModel,openModel,showLayers,whatMoved,accuracyReport,trainFourWays,modelCard,imageDataset,myClasses"',
    ]);
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
