import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBlobCache } from '../../src/lessons-runtime/progress/blobs/blob-cache.ts';
import { PartFailure } from '../../src/lessons-runtime/shared/load-part.ts';
import {
  createTestLesson,
  errorOf,
  partsOf,
  type TestLesson,
  valuesOf,
} from '../support/kernel-over-channel.ts';
import { createMemoryBlobStorage } from '../support/memory-blob-storage.ts';

vi.setConfig({ testTimeout: 20_000 });

let lesson: TestLesson;
afterEach(() => lesson.close());

/** A page that outlives its lessons. */
function createPage() {
  const blobCache = createBlobCache(createMemoryBlobStorage());
  return { blobCache, open: () => createTestLesson({ blobCache: async () => blobCache }) };
}

const makeModel = `
  import { saveModel, loadSavedModel, savedModels, deleteSavedModel, downloadModel, openModel, extractFeatures } from 'deshielo';
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], name: 'only' })] });
  const row = tf.tensor2d([[1, 2, 3]]);
  const told = (m) => m.predict(row).dataSync().join();
`;

describe('saveModel', () => {
  it('keeps a model beyond its worker', async () => {
    const page = createPage();
    lesson = page.open();
    const saved = await lesson.run(`${makeModel}; await saveModel(model, 'pets 1'); told(model)`);
    expect(saved.status).toBe('done');
    lesson.session.restart();
    const loaded = await lesson.run(
      "import { loadSavedModel, savedModels } from 'deshielo'; const again = await loadSavedModel('pets 1'); display((await savedModels()).join()); again.predict(tf.tensor2d([[1, 2, 3]])).dataSync().join()",
    );
    expect(valuesOf(loaded)).toEqual(['"pets 1"', ...valuesOf(saved)]);
  });

  it('forgets what is deleted, and says which there are', async () => {
    lesson = createPage().open();
    await lesson.run(
      `${makeModel}; await saveModel(model, 'a'); await saveModel(model, 'b'); await deleteSavedModel('a');`,
    );
    const failed = errorOf(await lesson.run("await loadSavedModel('a')"));
    expect(failed).toMatchObject({
      name: 'ArgumentError',
      what: 'This browser has no saved model “a”.',
      advice: 'Those it has: b.',
      place: { line: 1 },
    });
  });

  it.each(['', '../x', '.hidden', 'a/b', 'x'.repeat(61), 'a\u0000'])('refuses the name %j', async (name) => {
    lesson = createPage().open();
    const error = errorOf(await lesson.run(`${makeModel}; await saveModel(model, ${JSON.stringify(name)})`));
    expect(error.what).toMatch(/cannot be a model’s name/);
  });

  it('says so where the browser keeps nothing', async () => {
    lesson = createTestLesson({ blobCache: () => Promise.reject(new Error('private window')) });
    const error = errorOf(await lesson.run(`${makeModel}; await saveModel(model, 'a')`));
    expect(error.what).toBe('This browser does not let the page keep “a” in its storage.');
  });

  it('blames the connection, not the browser, where what keeps could not be downloaded', async () => {
    lesson = createTestLesson({ blobCache: () => Promise.reject(new PartFailure('open-kept-files')) });
    for (const code of [`${makeModel}; await saveModel(model, 'a')`, `await loadSavedModel('a')`]) {
      expect(errorOf(await lesson.run(code)).what).toContain('could not be downloaded');
    }
  });
});

describe('downloadModel', () => {
  it('shows two files, which openModel reads as the learner chooses them', async () => {
    const chosen: File[] = [];
    lesson = createTestLesson({ chooseFiles: async () => chosen });
    const state = await lesson.run(`${makeModel}; await downloadModel(model, 'pets'); told(model)`);
    const [download] = partsOf(state.outputs, 'download');
    const files = download?.files ?? [];
    expect(files.map(({ name }) => name)).toEqual(['pets.json', 'pets.weights.bin']);
    chosen.push(...files.map(({ name, bytes }) => new File([bytes], name)));
    expect(valuesOf(await lesson.run('told(await openModel())'))).toEqual(valuesOf(state));
  });

  it('takes the model’s own name where none is given', async () => {
    lesson = createPage().open();
    const state = await lesson.run(`${makeModel}; await downloadModel(model)`);
    expect(partsOf(state.outputs, 'download')[0]?.files[0]?.name).toMatch(/^sequential_\d+\.json$/);
  });
});

describe('openModel', () => {
  it('tells what is missing among the files', async () => {
    lesson = createTestLesson({ chooseFiles: async () => [new File(['x'], 'cat.jpg')] });
    const error = errorOf(await lesson.run("import { openModel } from 'deshielo'; await openModel()"));
    expect(error.what).toBe('There is no .json among the files.');
  });

  it('ends with Stop while the learner is asked', async () => {
    let asked = 0;
    lesson = createTestLesson({
      chooseFiles: (signal) =>
        new Promise((resolve) => {
          asked += 1;
          signal.addEventListener('abort', () => resolve(null));
        }),
    });
    const run = lesson.run("import { openModel } from 'deshielo'; await openModel()");
    await vi.waitFor(() => expect(asked).toBe(1));
    lesson.session.stop();
    expect((await run).status).toBe('stopped');
  });
});

describe('extractFeatures in a cell', () => {
  it('takes features of an earlier worker, and shows so', async () => {
    lesson = createPage().open();
    const source = `${makeModel}; model.layers[0].setWeights([tf.ones([3, 2]), tf.zeros([2])]);
      const features = await extractFeatures(model, row); features.dataSync().join()`;
    const first = await lesson.run(source);
    lesson.session.restart();
    const second = await lesson.run(source);
    expect(valuesOf(second)).toEqual(valuesOf(first));
    const labels = [first, second].map(({ outputs }) => partsOf(outputs, 'progress').at(-1)?.label);
    expect(labels).toEqual(['Extracting features', 'Features computed before: from the cache']);
  });

  it('leaves nothing that a learner is warned of', async () => {
    lesson = createPage().open();
    const state = await lesson.run(
      `${makeModel}; const kept = await extractFeatures(model, row); kept.shape.join()`,
    );
    expect(partsOf(state.outputs, 'note')).toEqual([]);
  });
});
