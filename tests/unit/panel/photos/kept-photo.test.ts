import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  forgetKeptPhoto,
  keepPhoto,
  readKeptPhoto,
} from '../../../../src/lessons-runtime/panel/photos/kept-photo.ts';

const stored = new Map<string, string>();
let isFull = false;

beforeEach(() => {
  stored.clear();
  isFull = false;
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      stored.set(key, value);
    },
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal('createImageBitmap', async () => ({ width: 4, height: 3, close() {} }));
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ fillRect() {}, drawImage() {} });
      convertToBlob = async () => new Blob([new Uint8Array([0, 200, 255])], { type: 'image/jpeg' });
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

describe('the photo that the home page keeps', () => {
  it('is read as it was kept: one of the gallery by its id, an own one as a small JPEG', async () => {
    expect(await keepPhoto({ kind: 'gallery', id: 'macaw' })).toBe(true);
    expect(readKeptPhoto()).toEqual({ kind: 'gallery', id: 'macaw' });

    expect(await keepPhoto({ kind: 'own', name: 'dog.png', blob: new Blob(['png']) })).toBe(true);
    const kept = readKeptPhoto();
    if (kept?.kind !== 'own') throw new Error('an own photo was kept');
    expect(kept.name).toBe('dog.png');
    expect(kept.blob.type).toBe('image/jpeg');
    expect([...new Uint8Array(await kept.blob.arrayBuffer())]).toEqual([0, 200, 255]);
  });

  it('is not kept if the browser refuses, and an earlier one is forgotten then', async () => {
    await keepPhoto({ kind: 'gallery', id: 'macaw' });
    isFull = true;
    expect(await keepPhoto({ kind: 'gallery', id: 'rocket' })).toBe(false);
    expect(readKeptPhoto()).toBeNull();
  });

  it('is forgotten when the learner chooses another', async () => {
    await keepPhoto({ kind: 'gallery', id: 'macaw' });
    forgetKeptPhoto();
    expect(readKeptPhoto()).toBeNull();
  });

  it.each([
    '{',
    '{"kind":"own"}',
    '{"kind":"own","name":"a","url":"data:image/jpeg;base64,%%%"}',
  ])('is none if %s is stored', (text) => {
    stored.set('deshielo:photo', text);
    expect(readKeptPhoto()).toBeNull();
  });
});
