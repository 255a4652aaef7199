import { describe, expect, it, vi } from 'vitest';
import { PartFailure } from '../../src/lessons-runtime/shared/load-part.ts';
import { errorOf, partsOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 20_000 });

const makeModel = `
  import { saveModel, loadSavedModel, savedModels, deleteSavedModel, downloadModel, openModel, extractFeatures } from 'deshielo';
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], name: 'only' })] });
  const row = tf.tensor2d([[1, 2, 3]]);
  const predict = (m) => m.predict(row).dataSync().join();
`;

describe('saveModel', () => {
  it('saves a model that a later worker can load', async () => {
    const saved = await lesson.run(`${makeModel}; await saveModel(model, 'pets 1'); predict(model)`);
    expect(saved.status).toBe('done');
    lesson.session.restart();
    const loaded = await lesson.run(
      "import { loadSavedModel, savedModels } from 'deshielo'; const again = await loadSavedModel('pets 1'); display((await savedModels()).join()); again.predict(tf.tensor2d([[1, 2, 3]])).dataSync().join()",
    );
    expect(valuesOf(loaded)).toEqual(['"pets 1"', ...valuesOf(saved)]);
  });

  it('deletes a model, and lists the others in the error for a missing one', async () => {
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
    const error = errorOf(await lesson.run(`${makeModel}; await saveModel(model, ${JSON.stringify(name)})`));
    expect(error.what).toMatch(/cannot be a model’s name/);
  });

  it('fails if the browser refuses storage', async () => {
    lesson.open({ blobCache: () => Promise.reject(new Error('private window')) });
    const error = errorOf(await lesson.run(`${makeModel}; await saveModel(model, 'a')`));
    expect(error.what).toBe('This browser does not let the page keep “a” in its storage.');
  });

  it('reports a failed download if the storage script could not be loaded', async () => {
    lesson.open({ blobCache: () => Promise.reject(new PartFailure('open-kept-files')) });
    for (const code of [`${makeModel}; await saveModel(model, 'a')`, `await loadSavedModel('a')`]) {
      expect(errorOf(await lesson.run(code)).what).toContain('could not be downloaded');
    }
  });
});

describe('downloadModel', () => {
  it('offers two files, which openModel can read', async () => {
    const chosen: File[] = [];
    lesson.open({ chooseFiles: async () => chosen });
    const state = await lesson.run(`${makeModel}; await downloadModel(model, 'pets'); predict(model)`);
    const [download] = partsOf(state.outputs, 'download');
    const files = download?.files ?? [];
    expect(files.map(({ name }) => name)).toEqual(['pets.json', 'pets.weights.bin']);
    chosen.push(...files.map(({ name, bytes }) => new File([bytes], name)));
    expect(valuesOf(await lesson.run('predict(await openModel())'))).toEqual(valuesOf(state));
  });

  it('uses the model’s name by default', async () => {
    const state = await lesson.run(`${makeModel}; await downloadModel(model)`);
    expect(partsOf(state.outputs, 'download')[0]?.files[0]?.name).toMatch(/^sequential_\d+\.json$/);
  });
});

describe('openModel', () => {
  it('reports a missing file', async () => {
    lesson.open({ chooseFiles: async () => [new File(['x'], 'cat.jpg')] });
    const error = errorOf(await lesson.run("import { openModel } from 'deshielo'; await openModel()"));
    expect(error.what).toBe('There is no .json among the files.');
  });

  it('ends on Stop while the file dialog is open', async () => {
    let opened = 0;
    lesson.open({
      chooseFiles: (signal) =>
        new Promise((resolve) => {
          opened += 1;
          signal.addEventListener('abort', () => resolve(null));
        }),
    });
    const run = lesson.run("import { openModel } from 'deshielo'; await openModel()");
    await vi.waitFor(() => expect(opened).toBe(1));
    lesson.session.stop();
    expect((await run).status).toBe('stopped');
  });
});

describe('extractFeatures in a cell', () => {
  it('uses cached features of a previous worker and shows that', async () => {
    const source = `${makeModel}; model.layers[0].setWeights([tf.ones([3, 2]), tf.zeros([2])]);
      const features = await extractFeatures(model, row); features.dataSync().join()`;
    const first = await lesson.run(source);
    lesson.session.restart();
    const second = await lesson.run(source);
    expect(valuesOf(second)).toEqual(valuesOf(first));
    const labels = [first, second].map(({ outputs }) => partsOf(outputs, 'progress').at(-1)?.label);
    expect(labels).toEqual(['Extracting features', 'Features computed before: from the cache']);
  });

  it('causes no note about leaks', async () => {
    const state = await lesson.run(
      `${makeModel}; const kept = await extractFeatures(model, row); kept.shape.join()`,
    );
    expect(partsOf(state.outputs, 'note')).toEqual([]);
  });
});
