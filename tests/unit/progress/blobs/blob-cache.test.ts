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

describe('kept files', () => {
  it('are read as they were written, each namespace for itself', async () => {
    const files = open();
    const bytes = new Uint8Array([1, 2, 3]).buffer;
    expect(await files.write('features', 'a', bytes)).toBe('kept');
    expect(await files.read('features', 'a')).toEqual(bytes);
    expect(await files.read('models', 'a')).toBeNull();
    expect([await files.names('features'), await files.names('models')]).toEqual([['a'], []]);
  });

  it('make room for features: those used longest ago go', async () => {
    const files = open();
    for (const key of ['a', 'b', 'c']) await files.write('features', key, megabytes(20));
    await files.read('features', 'a');
    await files.write('features', 'd', megabytes(20));
    expect(await files.names('features')).toEqual(['a', 'c', 'd']);
  });

  it('never exceed the limit, with writes at the same time', async () => {
    const files = open();
    await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map((key) => files.write('features', String(key), megabytes(15))),
    );
    expect(await files.names('features')).toEqual(['4', '5', '6', '7']);
  });

  it('keep every model, until there is no room: the newest is refused', async () => {
    const files = open();
    for (const key of ['a', 'b', 'c', 'd']) await files.write('models', key, megabytes(64));
    expect(await files.write('models', 'e', megabytes(1))).toBe('full');
    expect(await files.write('models', 'a', megabytes(60))).toBe('kept');
    expect(await files.write('models', 'b', new ArrayBuffer(0))).toBe('kept');
    expect(await files.write('models', 'e', megabytes(50))).toBe('kept');
    expect(await files.names('models')).toEqual(['a', 'c', 'd', 'e']);
    expect(blobLimits.modelBytes).toBe(256 * 2 ** 20);
  });

  it('give up features for a model on a device that is nearly full', async () => {
    const files = open(createMemoryBlobStorage(30 * 2 ** 20));
    await files.write('features', 'f', megabytes(20));
    expect(await files.write('models', 'm', megabytes(20))).toBe('kept');
    expect(await files.names('features')).toEqual([]);
    expect(await files.write('models', 'n', megabytes(20))).toBe('full');
    expect(await files.names('models')).toEqual(['m']);
  });

  it('say so where the browser refuses', async () => {
    const refusing: BlobStorage = {
      ...createMemoryBlobStorage(),
      put: () => Promise.reject(new Error('private window')),
    };
    expect(await open(refusing).write('models', 'm', megabytes(1))).toBe('refused');
  });
});
