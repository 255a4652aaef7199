import { describe, expect, it } from 'vitest';
import {
  type BlobStorage,
  createBlobCache,
} from '../../../../src/lessons-runtime/progress/blobs/blob-cache.ts';
import { blobLimits } from '../../../../src/lessons-runtime/protocol/blob-limits.ts';
import { createMemoryBlobStorage } from '../../../support/memory-blob-storage.ts';

const megabytes = (count: number) => new ArrayBuffer(count * 2 ** 20);

function open(storage: BlobStorage = createMemoryBlobStorage()) {
  let time = 0;
  return createBlobCache(storage, () => ++time);
}

describe('a blob cache', () => {
  it('returns the stored bytes, separately by namespace', async () => {
    const cache = open();
    const bytes = new Uint8Array([1, 2, 3]).buffer;
    expect(await cache.write('features', 'a', bytes)).toBe('kept');
    expect(await cache.read('features', 'a')).toEqual(bytes);
    expect(await cache.read('models', 'a')).toBeNull();
    expect([await cache.names('features'), await cache.names('models')]).toEqual([['a'], []]);
  });

  it('evicts the least recently used features', async () => {
    const cache = open();
    for (const key of ['a', 'b', 'c']) await cache.write('features', key, megabytes(20));
    await cache.read('features', 'a');
    await cache.write('features', 'd', megabytes(20));
    expect(await cache.names('features')).toEqual(['a', 'c', 'd']);
  });

  it('does not exceed the limit with concurrent writes', async () => {
    const cache = open();
    await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map((key) => cache.write('features', String(key), megabytes(15))),
    );
    expect(await cache.names('features')).toEqual(['4', '5', '6', '7']);
  });

  it('refuses a new model instead of evicting one', async () => {
    const cache = open();
    for (const key of ['a', 'b', 'c', 'd']) await cache.write('models', key, megabytes(64));
    expect(await cache.write('models', 'e', megabytes(1))).toBe('full');
    expect(await cache.write('models', 'a', megabytes(60))).toBe('kept');
    expect(await cache.write('models', 'b', new ArrayBuffer(0))).toBe('kept');
    expect(await cache.write('models', 'e', megabytes(50))).toBe('kept');
    expect(await cache.names('models')).toEqual(['a', 'c', 'd', 'e']);
    expect(blobLimits.modelBytes).toBe(256 * 2 ** 20);
  });

  it('evicts features for a model on a nearly full device', async () => {
    const cache = open(createMemoryBlobStorage(30 * 2 ** 20));
    await cache.write('features', 'f', megabytes(20));
    expect(await cache.write('models', 'm', megabytes(20))).toBe('kept');
    expect(await cache.names('features')).toEqual([]);
    expect(await cache.write('models', 'n', megabytes(20))).toBe('full');
    expect(await cache.names('models')).toEqual(['m']);
  });

  it('returns refused if the browser stores nothing', async () => {
    const refusing: BlobStorage = {
      ...createMemoryBlobStorage(),
      put: () => Promise.reject(new Error('private window')),
    };
    expect(await open(refusing).write('models', 'm', megabytes(1))).toBe('refused');
  });
});
