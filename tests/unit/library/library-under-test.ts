import type { HostRequests } from '../../../src/lessons-runtime/kernel/host-requests.ts';
import type { OutputCapture } from '../../../src/lessons-runtime/kernel/output/capture-output.ts';
import type { TensorFlow } from '../../../src/lessons-runtime/kernel/tensorflow.ts';
import { createLibrary, type Library } from '../../../src/lessons-runtime/library/library.ts';
import { type BlobCache, createBlobCache } from '../../../src/lessons-runtime/progress/blobs/blob-cache.ts';
import type { Output } from '../../../src/lessons-runtime/protocol/output.ts';
import { createMemoryBlobStorage } from '../../support/memory-blob-storage.ts';

/** Creates the library as in a worker, with a page that stores blobs in memory. */
export function createLibraryUnderTest(
  tf: TensorFlow,
  blobCache: BlobCache = createBlobCache(createMemoryBlobStorage()),
): { readonly library: Library; readonly shown: Output[]; readonly blobCache: BlobCache } {
  const shown: Output[] = [];
  const requests: Pick<HostRequests, 'readBlob' | 'writeBlob' | 'listBlobs'> = {
    readBlob: blobCache.read,
    writeBlob: async (namespace, key, bytes) => {
      const written = await blobCache.write(namespace, key, bytes);
      if (written !== 'kept') throw new Error(written);
    },
    listBlobs: blobCache.names,
  };
  const capture: Pick<OutputCapture, 'show'> = { show: (part) => void shown.push(part) };
  const library = createLibrary({
    tf,
    requests: requests as HostRequests,
    capture: capture as OutputCapture,
    post: () => {},
    trace: () => [],
    nameOf: () => null,
    held: () => [],
    isStopped: () => false,
    language: 'en',
    run: () => ({ cell: 'a', run: 1 }),
  });
  return { library, shown, blobCache };
}
