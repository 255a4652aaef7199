import { describe, expect, it, vi } from 'vitest';
import { type FetchBytes, FetchFailure } from '../../src/lessons-runtime/host/fetch-bytes.ts';
import type { Photos } from '../../src/lessons-runtime/host/photos.ts';
import {
  errorOf,
  noPhotos,
  partsOf,
  textOf,
  useTestLesson,
  valuesOf,
} from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 15_000 });

/** A `fetchBytes` that serves the given files of the site and records the requested addresses. */
function site(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): {
  fetchBytes: FetchBytes;
  requested: string[];
} {
  const requested: string[] = [];
  return {
    requested,
    fetchBytes: async (url, { subject, onProgress }) => {
      requested.push(url);
      const found = files[url.replace('/site/', '')];
      if (found === undefined) throw new FetchFailure({ code: 'file-missing', subject });
      const bytes = typeof found === 'string' ? new TextEncoder().encode(found) : found.slice();
      onProgress?.({ loaded: bytes.byteLength, total: bytes.byteLength });
      return bytes.buffer;
    },
  };
}

describe('fetch in a cell', () => {
  it('reads models and data by a path with or without the site’s base', async () => {
    const { fetchBytes, requested } = site({ 'datasets/x@1/data.json': '{"n":42}' });
    lesson.open({ fetchBytes });
    for (const path of ['datasets/x@1/data.json', '/site/datasets/x@1/data.json']) {
      expect(valuesOf(await lesson.run(`(await (await fetch(${JSON.stringify(path)})).json()).n`))).toEqual([
        '42',
      ]);
    }
    expect(requested).toEqual(['/site/datasets/x@1/data.json', '/site/datasets/x@1/data.json']);
  });

  it('returns a response with type and length', async () => {
    lesson.open(site({ 'models/a.bin': 'abcd' }));
    const state = await lesson.run(
      'const r = await fetch("models/a.bin"); [r.ok, r.headers.get("content-type"), r.headers.get("content-length"), (await r.arrayBuffer()).byteLength].join()',
    );
    expect(valuesOf(state)).toEqual(['"true,application/octet-stream,4,4"']);
  });

  it('supports data: addresses', async () => {
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
  ])('refuses %j without a request', async (path) => {
    const { fetchBytes, requested } = site({});
    lesson.open({ fetchBytes });
    const error = errorOf(await lesson.run(`\nawait fetch(${JSON.stringify(path)})`));
    expect(error).toMatchObject({ name: 'CourseError', what: `A cell cannot read “${path}”.` });
    expect(requested).toEqual([]);
  });

  it.each([
    ['es', 'El sitio no tiene el archivo «models/a.json».', 'Recarga la página'],
    ['en', 'The site does not have the file “models/a.json”.', 'Reload the page'],
  ] as const)('reports in %s that a file is missing', async (language, what, advice) => {
    lesson.open({ language, ...site({}) });
    const error = errorOf(await lesson.run('await fetch("models/a.json")'));
    expect(error.what).toBe(what);
    expect(error.advice).toContain(advice);
  });

  it('reports a failed connection and can be retried', async () => {
    let works = false;
    lesson.open({
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

  it('throws an error that the cell can catch', async () => {
    lesson.open(site({}));
    const state = await lesson.run(
      'try { await fetch("models/no") } catch (error) { console.log(error.name, error.failure.code) }',
    );
    expect(textOf(state)).toBe('CourseError file-missing');
  });
});

describe('loading by tfjs', () => {
  it('loads a layers model by a path of the site', async () => {
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
    lesson.open(site({ 'models/t/model.json': JSON.stringify(model), 'models/t/w.bin': kernel }));
    const state = await lesson.run(
      'const m = await tf.loadLayersModel("models/t/model.json"); m.predict(tf.tensor2d([[10, 1]])).arraySync()[0][0]',
    );
    expect(valuesOf(state)).toEqual(['23']);
  });

  it('reports a forbidden path', async () => {
    lesson.open(site({}));
    const error = errorOf(await lesson.run('await tf.loadLayersModel("https://other.example/model.json")'));
    expect(error.what).toContain('A cell cannot read');
  });
});

describe('the requests of the module deshielo', () => {
  it('report a corrupt model file', async () => {
    lesson.open({
      language: 'es',
      ...site({ 'models/efficientnet-lite0@1/model.json': '{}' }),
    });
    const error = errorOf(
      await lesson.run("import { efficientNetLite0 } from 'deshielo';\nawait efficientNetLite0();"),
    );
    expect(error.what).toBe('El archivo «models/efficientnet-lite0@1/model.json» llegó incompleto o dañado.');
  });

  it('report that no photo is chosen or that the gallery has no such photo', async () => {
    await lesson.run("import { chosenPhoto, galleryPhoto } from 'deshielo';", 'imports');
    expect(errorOf(await lesson.run('await chosenPhoto()')).what).toBe('You have not chosen a photo yet.');
    expect(errorOf(await lesson.run('await galleryPhoto("unicorn")')).what).toContain('“unicorn”');
  });

  it('fail the run if the page’s code throws', async () => {
    const broken: Photos = { ...noPhotos, chosen: () => Promise.reject(new TypeError('bug')) };
    lesson.open({ photos: broken });
    const state = await lesson.run("import { chosenPhoto } from 'deshielo';\nawait chosenPhoto();");
    expect(partsOf(state.outputs, 'error')).toHaveLength(1);
  });

  it('show progress until the run is stopped', async () => {
    let progress: ((loaded: number) => void) | undefined;
    lesson.open({
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
