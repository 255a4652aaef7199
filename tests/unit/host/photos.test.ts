import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FetchFailure } from '../../../src/lessons-runtime/host/fetch-bytes.ts';
import { createPhotos, longestSide } from '../../../src/lessons-runtime/host/photos.ts';

/** Fakes the browser's decoder and canvas, which Node lacks; the text of a file is the size of its picture. */
const bitmaps: { width: number; height: number; closed: boolean }[] = [];
/** A canvas whose bitmap has its size. */
class PlayedCanvas {
  readonly width: number;
  readonly height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext() {
    return { fillRect() {}, drawImage() {} };
  }
  transferToImageBitmap() {
    return { width: this.width, height: this.height };
  }
}
const galleryJson = await import('node:fs/promises').then(({ readFile }) =>
  readFile(new URL('../../../public/datasets/gallery@1/gallery.json', import.meta.url), 'utf8'),
);
const ids = (JSON.parse(galleryJson) as { photos: { id: string; file: string; title: { es: string } }[] })
  .photos;
let gates: Map<string, Promise<void>>;
let requests: string[];

beforeEach(() => {
  bitmaps.length = 0;
  gates = new Map();
  requests = [];
  vi.stubGlobal('fetch', async (url: string) => {
    requests.push(url);
    const name = url.replace('/g/', '');
    await gates.get(name);
    return new Response(name === 'gallery.json' ? galleryJson : '800x600');
  });
  vi.stubGlobal('OffscreenCanvas', PlayedCanvas);
  vi.stubGlobal(
    'createImageBitmap',
    async (source: Blob | object, options: { resizeWidth?: number; resizeHeight?: number }) => {
      const size = source instanceof Blob ? /^(\d+)x(\d+)$/.exec(await source.text()) : null;
      if (source instanceof Blob && size === null)
        throw new DOMException('not an image', 'InvalidStateError');
      const bitmap = {
        width: options.resizeWidth ?? Number(size?.[1]),
        height: options.resizeHeight ?? Number(size?.[2]),
        closed: false,
        close() {
          this.closed = true;
        },
      };
      bitmaps.push(bitmap);
      return bitmap;
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const own = (size: string, name = 'own.jpg') => ({ kind: 'own', blob: new Blob([size]), name }) as const;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof FetchFailure ? error.failure.code : error),
  );
const [first, second] = ids.map(({ id }) => id);
const titleOf = (wanted: string | undefined) => ids.find(({ id }) => id === wanted)?.title.es;
const fileOf = (wanted: string | undefined) => ids.find(({ id }) => id === wanted)?.file ?? '';

describe('the chosen photo', () => {
  it('is the first of the gallery until the learner chooses one', async () => {
    const photos = createPhotos('es', '/g/', () => first ?? '');
    expect((await photos.chosen()).name).toBe(titleOf(first));
    await photos.choose(own('10x20'));
    expect((await photos.chosen()).name).toBe('own.jpg');
  });

  it('is missing without a first photo', async () => {
    expect(await codeOf(createPhotos('es', '/g/', () => null).chosen())).toBe('no-photo');
  });

  it('is a new bitmap for each request', async () => {
    const photos = createPhotos('es', '/g/', () => null);
    await photos.choose(own('10x20'));
    expect((await photos.chosen()).bitmap).not.toBe((await photos.chosen()).bitmap);
  });

  it('is scaled down to the limit and never up', async () => {
    const photos = createPhotos('es', '/g/', () => null);
    expect(await photos.choose(own('4096x1024'))).toEqual({
      width: longestSide,
      height: 256,
      originalWidth: 4096,
      originalHeight: 1024,
    });
    expect(await photos.choose(own('100x50'))).toMatchObject({ width: 100, height: 50 });
    expect(await photos.choose(own('9000x3'))).toMatchObject({ height: 1 });
    expect(bitmaps.every(({ closed }) => closed)).toBe(true);
  });

  it('stays the previous one if the new one cannot be read', async () => {
    const photos = createPhotos('es', '/g/', () => null);
    await photos.choose(own('10x20', 'good.png'));
    expect(await codeOf(photos.choose(own('%PDF', 'bad.pdf')))).toBe('photo-unreadable');
    expect(await codeOf(photos.choose({ kind: 'gallery', id: 'unicorn' }))).toBe('photo-unknown');
    expect((await photos.chosen()).name).toBe('good.png');
  });

  it('is the last choice, even if an earlier one is loaded later', async () => {
    let open = () => {};
    gates.set(
      fileOf(first),
      new Promise((resolve) => {
        open = resolve;
      }),
    );
    const photos = createPhotos('es', '/g/', () => null);
    const slow = photos.choose({ kind: 'gallery', id: first ?? '' });
    await photos.choose({ kind: 'gallery', id: second ?? '' });
    open();
    expect(await slow).toBeNull();
    expect((await photos.chosen()).name).toBe(titleOf(second));
  });

  it('is the learner’s choice, even if the first of the gallery was still loading', async () => {
    let open = () => {};
    gates.set(
      fileOf(first),
      new Promise((resolve) => {
        open = resolve;
      }),
    );
    const photos = createPhotos('es', '/g/', () => first ?? '');
    const early = photos.chosen();
    await photos.choose(own('10x20'));
    open();
    await early;
    expect((await photos.chosen()).name).toBe('own.jpg');
  });
});

describe('the gallery', () => {
  it('names its photos by their titles in the language of the page', async () => {
    const name = async (language: 'es' | 'en') =>
      (await createPhotos(language, '/g/', () => null).fromGallery('panda')).name;
    expect([await name('es'), await name('en')]).toEqual(['Panda gigante', 'Giant panda']);
  });

  it('is fetched once, and again after a failure', async () => {
    const photos = createPhotos('es', '/g/', () => null);
    await Promise.all([photos.gallery(), photos.fromGallery(first ?? '')]);
    expect(requests.filter((url) => url.endsWith('gallery.json'))).toHaveLength(1);

    const failing = createPhotos('es', '/g/', () => null);
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    expect(await codeOf(failing.gallery())).toBe('file-missing');
    vi.stubGlobal('fetch', async () => new Response(galleryJson));
    expect((await failing.gallery()).photos.length).toBe(ids.length);
  });

  it('fails with file-corrupt if it is damaged', async () => {
    vi.stubGlobal('fetch', async () => new Response('{"photos": [{'));
    expect(await codeOf(createPhotos('es', '/g/', () => null).gallery())).toBe('file-corrupt');
    vi.stubGlobal('fetch', async () => new Response('{"photos": 3}'));
    expect(await codeOf(createPhotos('es', '/g/', () => null).gallery())).toBe('file-corrupt');
  });
});
