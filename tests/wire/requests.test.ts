import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FetchBytes, FetchFailure } from '../../src/lessons-runtime/host/fetch-bytes.ts';
import type { Photos } from '../../src/lessons-runtime/host/photos.ts';
import {
  createTestLesson,
  errorOf,
  noPhotos,
  partsOf,
  type TestLesson,
  textOf,
  valuesOf,
} from '../support/kernel-over-channel.ts';

vi.setConfig({ testTimeout: 15_000 });

let lesson: TestLesson;
afterEach(() => lesson.close());

/** A site of texts by path below `models/` and `datasets/`. */
function site(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): {
  fetchBytes: FetchBytes;
  asked: string[];
} {
  const asked: string[] = [];
  return {
    asked,
    fetchBytes: async (url, { subject, onProgress }) => {
      asked.push(url);
      const found = files[url.replace('/site/', '')];
      if (found === undefined) throw new FetchFailure({ code: 'file-missing', subject });
      const bytes = typeof found === 'string' ? new TextEncoder().encode(found) : found.slice();
      onProgress?.({ loaded: bytes.byteLength, total: bytes.byteLength });
      return bytes.buffer;
    },
  };
}

describe('fetch in a cell', () => {
  it('reads the course’s models and data, by a path with or without the site’s base', async () => {
    const { fetchBytes, asked } = site({ 'datasets/x@1/data.json': '{"n":42}' });
    lesson = createTestLesson({ fetchBytes });
    for (const path of ['datasets/x@1/data.json', '/site/datasets/x@1/data.json']) {
      expect(valuesOf(await lesson.run(`(await (await fetch(${JSON.stringify(path)})).json()).n`))).toEqual([
        '42',
      ]);
    }
    expect(asked).toEqual(['/site/datasets/x@1/data.json', '/site/datasets/x@1/data.json']);
  });

  it('takes a URL object, and says type and length', async () => {
    lesson = createTestLesson(site({ 'models/a.bin': 'abcd' }));
    const state = await lesson.run(
      'const r = await fetch("models/a.bin"); [r.ok, r.headers.get("content-type"), r.headers.get("content-length"), (await r.arrayBuffer()).byteLength].join()',
    );
    expect(valuesOf(state)).toEqual(['"true,application/octet-stream,4,4"']);
  });

  it('still reads data: addresses by itself', async () => {
    lesson = createTestLesson();
    expect(valuesOf(await lesson.run('await (await fetch("data:,hi")).text()'))).toEqual(['"hi"']);
  });

  it.each([
    '../secret.json',
    'models/../index.html',
    'models/%2e%2e/index.html',
    'models/..%2findex.html',
    'models/./a',
    'models//a',
    'models/',
    'models',
    '/models/a.json',
    '/site/',
    '/site/es/index.html',
    '/site//other.example/a',
    '//other.example/models/a',
    'https://other.example/models/a.json',
    'https:models/a',
    'file:///etc/passwd',
    'models\\a',
    'models/a?x=1',
    'models/a#x',
    'models/a\nb',
    '',
  ])('cannot read %j, and the page is asked for nothing', async (path) => {
    const { fetchBytes, asked } = site({});
    lesson = createTestLesson({ fetchBytes });
    const error = errorOf(await lesson.run(`\nawait fetch(${JSON.stringify(path)})`));
    expect(error).toMatchObject({ name: 'CourseError', what: `A cell cannot read “${path}”.` });
    expect(asked).toEqual([]);
  });

  it.each([
    ['es', 'El sitio no tiene el archivo «models/a.json».', 'Recarga la página'],
    ['en', 'The site does not have the file “models/a.json”.', 'Reload the page'],
  ] as const)('says in %s that a file is missing', async (language, what, advice) => {
    lesson = createTestLesson({ language, ...site({}) });
    const error = errorOf(await lesson.run('await fetch("models/a.json")'));
    expect(error.what).toBe(what);
    expect(error.advice).toContain(advice);
  });

  it('says that the connection failed, and works when tried again', async () => {
    let works = false;
    lesson = createTestLesson({
      fetchBytes: async (_url, { subject }) => {
        if (!works) throw new FetchFailure({ code: 'network', subject });
        return new TextEncoder().encode('ok').buffer;
      },
    });
    const source = 'await (await fetch("models/a.txt")).text()';
    expect(errorOf(await lesson.run(source)).what).toContain('the connection failed');
    works = true;
    expect(valuesOf(await lesson.run(source))).toEqual(['"ok"']);
  });

  it('can be caught by the cell', async () => {
    lesson = createTestLesson(site({}));
    const state = await lesson.run(
      'try { await fetch("models/no") } catch (error) { console.log(error.name, error.failure.code) }',
    );
    expect(textOf(state)).toBe('CourseError file-missing');
  });
});

describe('tfjs’s own loading', () => {
  it('goes the same way: tf.loadLayersModel by a path of the site', async () => {
    const kernel = new Uint8Array(new Float32Array([2, 3]).buffer);
    const model = {
      modelTopology: {
        class_name: 'Sequential',
        config: {
          name: 's',
          layers: [
            {
              class_name: 'Dense',
              config: {
                name: 'd',
                units: 1,
                use_bias: false,
                activation: 'linear',
                batch_input_shape: [null, 2],
              },
            },
          ],
        },
      },
      weightsManifest: [
        { paths: ['w.bin'], weights: [{ name: 'd/kernel', shape: [2, 1], dtype: 'float32' }] },
      ],
    };
    lesson = createTestLesson(
      site({ 'models/t/model.json': JSON.stringify(model), 'models/t/w.bin': kernel }),
    );
    const state = await lesson.run(
      'const m = await tf.loadLayersModel("models/t/model.json"); m.predict(tf.tensor2d([[10, 1]])).arraySync()[0][0]',
    );
    expect(valuesOf(state)).toEqual(['23']);
  });

  it('of a forbidden path says so', async () => {
    lesson = createTestLesson(site({}));
    const error = errorOf(await lesson.run('await tf.loadLayersModel("https://other.example/model.json")'));
    expect(error.what).toContain('A cell cannot read');
  });
});

describe('the course’s own requests', () => {
  it('show a download as a bar, and end with what went wrong', async () => {
    lesson = createTestLesson({
      language: 'es',
      ...site({ 'models/efficientnet-lite0@1/model.json': '{}' }),
    });
    const error = errorOf(
      await lesson.run("import { efficientNetLite0 } from 'deshielo';\nawait efficientNetLite0();"),
    );
    expect(error.what).toBe('El archivo «models/efficientnet-lite0@1/model.json» llegó incompleto o dañado.');
  });

  it('for a photo say that none is chosen, or that the gallery has none of that name', async () => {
    lesson = createTestLesson();
    await lesson.run("import { chosenPhoto, galleryPhoto } from 'deshielo';", 'imports');
    expect(errorOf(await lesson.run('await chosenPhoto()')).what).toBe('You have not chosen a photo yet.');
    expect(errorOf(await lesson.run('await galleryPhoto("unicorn")')).what).toContain('“unicorn”');
  });

  it('that break the page’s own code are a failure, not a silence', async () => {
    const broken: Photos = { ...noPhotos, chosen: () => Promise.reject(new TypeError('bug')) };
    lesson = createTestLesson({ photos: broken });
    const state = await lesson.run("import { chosenPhoto } from 'deshielo';\nawait chosenPhoto();");
    expect(partsOf(state.outputs, 'error')).toHaveLength(1);
  });

  it('tell progress to the cell, and no more once it is stopped', async () => {
    let progress: ((loaded: number) => void) | undefined;
    lesson = createTestLesson({
      fetchBytes: (_url, { onProgress }) =>
        new Promise(() => {
          progress = (loaded) => onProgress?.({ loaded, total: 0 });
        }),
    });
    const running = lesson.run("import { efficientNetLite0 } from 'deshielo';\nawait efficientNetLite0();");
    await vi.waitFor(() => expect(progress).toBeTypeOf('function'));
    progress?.(1);
    lesson.session.stop();
    expect((await running).status).toBe('stopped');
    progress?.(2);
    expect(valuesOf(await lesson.run('1', 'b'))).toEqual(['1']);
    expect(lesson.outputs('b')).toHaveLength(1);
  });
});
