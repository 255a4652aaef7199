import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PhotoChoice } from '../../../../src/lessons-runtime/host/photos.ts';

const small = new Blob([new Uint8Array([0, 200, 255])], { type: 'image/jpeg' });
const pageOf = (lesson: string) =>
  ({ querySelector: () => ({ dataset: { lesson } }) }) as unknown as Document;
const own: PhotoChoice = { kind: 'own', name: 'dog.png', blob: new Blob(['png'], { type: 'image/png' }) };

/** What a page uses; another call is another visit in another tab. */
async function visit() {
  vi.resetModules();
  vi.stubGlobal('sessionStorage', { getItem: () => null, removeItem: () => {} });
  return await import('../../../../src/lessons-runtime/panel/photos/last-photo.ts');
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('createImageBitmap', async () => ({ width: 4000, height: 3000, close() {} }));
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ fillRect() {}, drawImage() {} });
      convertToBlob = async () => small;
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

describe('the photo that was chosen last in a lesson', () => {
  it('is there in a later visit of the lesson, with the same content', async () => {
    const first = await visit();
    expect(await first.readLastPhoto(pageOf('a'))).toBeNull();
    await first.storeLastPhoto(pageOf('a'), own);
    const later = await visit();
    const last = await later.readLastPhoto(pageOf('a'));
    expect(last?.isFromHome).toBe(false);
    expect(last?.choice).toEqual(own);
    expect(last !== null && later.contentOf(last.choice)).toBe('own/dog.png/3');
    expect(await later.readLastPhoto(pageOf('b'))).toBeNull();
    await later.storeLastPhoto(pageOf('a'), { kind: 'gallery', id: 'macaw' });
    expect(await (await visit()).readLastPhoto(pageOf('a'))).toEqual({
      choice: { kind: 'gallery', id: 'macaw' },
      isFromHome: false,
    });
  });

  it('creates no database before something is stored', async () => {
    await (await visit()).readLastPhoto(pageOf('a'));
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('is none if the browser refuses storage', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const page = await visit();
    await page.storeLastPhoto(pageOf('a'), own);
    expect(await page.readLastPhoto(pageOf('a'))).toBeNull();
  });

  it('is made smaller if its file is large', async () => {
    const { withStoredSize } = await visit();
    const large = new Blob([new Uint8Array(3 * 2 ** 20)]);
    expect(await withStoredSize(large, 'large.jpg')).toBe(small);
    expect(await withStoredSize(small, 'small.jpg')).toBe(small);
  });
});
