import { type BlobCache, createBlobCache } from '../../progress/blobs/blob-cache.ts';
import { openIndexedBlobStorage } from '../../progress/blobs/indexed-blob-storage.ts';

/** What cells keep on this device; loaded when one first asks. @throws where the browser keeps nothing */
export async function openBlobCache(): Promise<BlobCache> {
  return createBlobCache(await openIndexedBlobStorage());
}
