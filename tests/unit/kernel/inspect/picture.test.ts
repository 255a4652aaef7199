import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pictureOf } from '../../../../src/lessons-runtime/kernel/inspect/picture.ts';

class FakeBitmap {
  width: number;
  height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  close(): void {
    this.width = 0;
  }
}

class FakeImageData {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.data = new Uint8ClampedArray(width * height * 4).fill(7);
  }
}

/** A canvas that records the drawing calls. */
const drawn: unknown[] = [];
class FakeCanvas extends FakeBitmap {
  getContext() {
    return {
      putImageData: (image: unknown) => drawn.push(image),
      drawImage: (...args: unknown[]) => drawn.push(args),
      getImageData: (_x: number, _y: number, width: number, height: number) =>
        new FakeImageData(width, height),
    };
  }
}

beforeEach(() => {
  drawn.length = 0;
  vi.stubGlobal('ImageBitmap', FakeBitmap);
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  vi.stubGlobal('ImageData', FakeImageData);
});
afterEach(() => vi.unstubAllGlobals());

describe('pictureOf', () => {
  it('returns a copy of pixels', async () => {
    const image = new FakeImageData(3, 2);
    const shown = await pictureOf(image);
    image.data.fill(0);
    expect(shown?.part).toMatchObject({ kind: 'image', width: 3, height: 2, caption: '3 × 2' });
    expect(shown?.part.kind === 'image' && new Uint8Array(shown.part.pixels)[0]).toBe(7);
    expect(shown?.transfer).toHaveLength(1);
  });

  it('returns the pixels of a bitmap, a canvas and a photo of the course', async () => {
    const captions = [];
    for (const value of [
      new FakeBitmap(4, 3),
      new FakeCanvas(5, 6),
      { name: 'panda', bitmap: new FakeBitmap(640, 480) },
    ]) {
      const shown = await pictureOf(value);
      captions.push(shown?.part.kind === 'image' && shown.part.caption);
    }
    expect(captions).toEqual(['4 × 3', '5 × 6', 'panda · 640 × 480']);
  });

  it('scales a large picture down and shows its original size', async () => {
    for (const value of [new FakeBitmap(4096, 2048), new FakeImageData(4096, 2048)]) {
      expect((await pictureOf(value))?.part).toMatchObject({
        kind: 'image',
        width: 1024,
        height: 512,
        caption: '4096 × 2048',
      });
    }
  });

  it('decodes a blob of an image type if it is a picture', async () => {
    const bitmap = new FakeBitmap(2, 2);
    vi.stubGlobal('createImageBitmap', async (file: Blob) => {
      if (file.size === 0) throw new Error('no picture');
      return bitmap;
    });
    expect((await pictureOf(new Blob(['x'], { type: 'image/png' })))?.part).toMatchObject({
      caption: '2 × 2',
    });
    expect(bitmap.width).toBe(0);
    expect(await pictureOf(new Blob([], { type: 'image/png' }))).toBeNull();
  });
});

describe('pictureOf returns null for', () => {
  it.each([
    ['a closed bitmap', () => new FakeBitmap(0, 0)],
    ['an empty canvas', () => new FakeCanvas(0, 4)],
    ['a text file', () => new Blob(['x'], { type: 'text/plain' })],
    ['a record with another bitmap', () => ({ name: 'a', bitmap: 'b' })],
    [
      'a getter, which is not called',
      () => Object.defineProperty({}, 'bitmap', { get: () => expect.fail() }),
    ],
    ['null', () => null],
    ['a number', () => 3],
  ])('%s', async (_, make) => {
    expect(await pictureOf(make())).toBeNull();
  });

  it('all values without the browser’s classes', async () => {
    vi.unstubAllGlobals();
    expect(await pictureOf({ width: 3, height: 2 })).toBeNull();
  });
});
