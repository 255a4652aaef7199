import { describe, expect, it } from 'vitest';
import { type FetchBytes, FetchFailure } from '../../../src/lessons-runtime/host/fetch-bytes.ts';
import type { Photos } from '../../../src/lessons-runtime/host/photos.ts';
import {
  createRequestServer,
  isReadablePath,
  type LearnerFiles,
} from '../../../src/lessons-runtime/host/serve-requests.ts';
import { createBlobCache } from '../../../src/lessons-runtime/progress/blobs/blob-cache.ts';
import { createMemoryBlobStorage } from '../../support/memory-blob-storage.ts';
import { createRandom } from '../compile/seeded-random.ts';

describe('isReadablePath', () => {
  it.each([
    'models/a.json',
    'datasets/gallery@1/gallery.json',
    'models/a/b/c-d_e.f',
    'models/.hidden',
    'models/a..b',
  ])('accepts %s', (path) => expect(isReadablePath(path)).toBe(true));

  it.each([
    '',
    'models',
    'models/',
    '/models/a',
    'Models/a',
    'models/..',
    'models/../a',
    'models/.../a',
    'models/a/.',
  ])('refuses %s', (path) => expect(isReadablePath(path)).toBe(false));

  it('accepts no path that leads out of the two folders', () => {
    const random = createRandom(3);
    const pieces = [
      'models',
      'datasets',
      '/',
      '..',
      '.',
      '%2e',
      '%2f',
      '\\',
      'a',
      ':',
      '?',
      '#',
      '@',
      ' ',
      '\t',
      '\n',
      '//',
      'http:',
    ];
    let accepted = 0;
    for (let n = 0; n < 50_000; n++) {
      const start = random.pick(['', '', 'models/', 'datasets/']);
      const path = start + Array.from({ length: 1 + random.below(7) }, () => random.pick(pieces)).join('');
      if (!isReadablePath(path)) continue;
      accepted += 1;
      const { origin, pathname, search, hash } = new URL(`/base/${path}`, 'https://site.example/es/');
      expect(origin + pathname + search + hash).toBe(`https://site.example/base/${path}`);
      expect(pathname).toMatch(/^\/base\/(models|datasets)\/./);
    }
    expect(accepted).toBeGreaterThan(100);
  });
});

const urls = {
  scripts: {
    'backend-webgl': '/js/w.js',
    'backend-wasm': '/js/s.js',
    'graph-models': '/js/g.js',
    problems: '/js/p.js',
    charts: '/js/c.js',
    'labelled-data': '/js/d.js',
    predictions: '/js/r.js',
    library: '/js/k.js',
  },
  wasm: { simd: '/simd.wasm', plain: '/plain.wasm' },
  base: '/',
};
const bitmap = { width: 1, height: 1, close() {} } as ImageBitmap;
const photos: Photos = {
  gallery: () => Promise.reject(new Error('unused')),
  choose: () => Promise.reject(new Error('unused')),
  chosen: async () => ({ bitmap, name: 'mine' }),
  fromGallery: async (id) => ({ bitmap, name: id }),
};
const blobCache = createBlobCache(createMemoryBlobStorage());
const own: LearnerFiles = {
  photos,
  blobCache: async () => blobCache,
  chooseFiles: async () => null,
  photoClasses: async () => [],
  drawings: async () => [],
};
const quiet = () => {};

describe('a request', () => {
  const requested: string[] = [];
  const fetchBytes: FetchBytes = async (url) => {
    requested.push(url);
    return new TextEncoder().encode('text').buffer;
  };
  const server = createRequestServer(urls, fetchBytes, own);

  it('for a file returns and transfers its bytes', async () => {
    const { result, transfer } = await server.serve(1, { kind: 'file', path: 'models/a' }, quiet);
    expect(result).toMatchObject({ ok: true, value: { kind: 'file' } });
    expect(transfer).toEqual([result.ok ? result.value.value : null]);
    expect(requested.at(-1)).toBe('/models/a');
  });

  it('returns the text of a script and the binary of a wasm build', async () => {
    const script = await server.serve(1, { kind: 'script', name: 'graph-models' }, quiet);
    expect(script).toEqual({ result: { ok: true, value: { kind: 'script', value: 'text' } }, transfer: [] });
    const wasm = await server.serve(2, { kind: 'wasm-binary', name: 'plain' }, quiet);
    expect(wasm.result).toMatchObject({ ok: true, value: { kind: 'wasm-binary' } });
    expect(requested.slice(-2)).toEqual(['/js/g.js', '/plain.wasm']);
  });

  it('for a photo returns and transfers the bitmap', async () => {
    const chosen = await server.serve(1, { kind: 'chosen-photo' }, quiet);
    expect(chosen).toEqual({
      result: { ok: true, value: { kind: 'chosen-photo', value: { bitmap, name: 'mine' } } },
      transfer: [bitmap],
    });
    const named = await server.serve(2, { kind: 'gallery-photo', id: 'panda' }, quiet);
    expect(named.result).toMatchObject({ value: { value: { name: 'panda' } } });
  });

  it('returns a failure for errors, also for unexpected ones', async () => {
    const failing = (error: Error) => createRequestServer(urls, () => Promise.reject(error), own);
    const failure = { code: 'file-missing', subject: 'x' } as const;
    const payload = { kind: 'file', path: 'models/a' } as const;
    expect(await failing(new FetchFailure(failure)).serve(1, payload, quiet)).toEqual({
      result: { ok: false, failure },
      transfer: [],
    });
    expect((await failing(new TypeError('bug')).serve(1, payload, quiet)).result).toMatchObject({
      ok: false,
      failure: { code: 'network' },
    });
  });
});

describe('cancel', () => {
  /** A server whose downloads end by `ends` or by an abort. */
  function slowServer() {
    const signals: AbortSignal[] = [];
    const ends: (() => void)[] = [];
    const fetchBytes: FetchBytes = (_url, { signal, subject }) =>
      new Promise((resolve, reject) => {
        if (signal === undefined) return;
        signals.push(signal);
        ends.push(() => resolve(new ArrayBuffer(1)));
        signal.addEventListener('abort', () => reject(new FetchFailure({ code: 'cancelled', subject })));
      });
    return { server: createRequestServer(urls, fetchBytes, own), signals, ends };
  }
  const payload = { kind: 'file', path: 'models/a' } as const;

  it('aborts one or all requests', async () => {
    const { server, signals } = slowServer();
    const [first, second, third] = [1, 2, 3].map((request) => server.serve(request, payload, quiet));
    server.cancel(2);
    server.cancel(99);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true, false]);
    expect((await second)?.result).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    server.cancelAll();
    expect((await first)?.result).toMatchObject({ ok: false });
    expect((await third)?.result).toMatchObject({ ok: false });
  });

  it('aborts a new worker’s request after an old one with the same number has ended', async () => {
    const { server, signals, ends } = slowServer();
    const old = server.serve(1, payload, quiet);
    const fresh = server.serve(1, payload, quiet);
    ends[0]?.();
    await old;
    server.cancel(1);
    expect(signals[1]?.aborted).toBe(true);
    expect((await fresh).result).toMatchObject({ ok: false });
  });
});
