import { type BlobCache, createBlobCache } from '../../progress/blobs/blob-cache.ts';
import { openIndexedBlobStorage } from '../../progress/blobs/indexed-blob-storage.ts';

/** Opens the cache in which cells store data on this device. @throws if the browser does not allow storage */
export async function openBlobCache(): Promise<BlobCache> {
  return createBlobCache(await openIndexedBlobStorage());
}
