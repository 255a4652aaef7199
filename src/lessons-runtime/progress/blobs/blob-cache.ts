import { blobLimits } from '../../protocol/blob-limits.ts';
import type { BlobNamespace } from '../../protocol/requests.ts';
import { createSerialQueue } from '../../shared/serial-queue.ts';

/** Bytes that cells store on this device: computed features in one namespace, saved models in another. */
export interface BlobCache {
  /** Returns the bytes under a key, `null` if there are none. */
  read(namespace: BlobNamespace, key: string): Promise<ArrayBuffer | null>;
  /**
   * Stores bytes; empty bytes delete the key. The least recently used features are evicted to make room. Saved models are
   * never evicted.
   * @returns `kept` if they are stored, `full` if there is no room for a model, `refused` if the browser stores nothing
   */
  write(namespace: BlobNamespace, key: string, bytes: ArrayBuffer): Promise<'kept' | 'full' | 'refused'>;
  /** Returns the keys of a namespace, sorted. */
  names(namespace: BlobNamespace): Promise<readonly string[]>;
}

/** The stored metadata of a blob. The names of the fields are those in the database. */
export interface BlobEntry {
  /** The namespace. */
  readonly drawer: BlobNamespace;
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** When it was last read or written, in milliseconds since 1970. */
  readonly used: number;
}

/** Stores blobs. Each call is one transaction. */
export interface BlobStorage {
  entries(): Promise<readonly BlobEntry[]>;
  read(namespace: BlobNamespace, key: string): Promise<ArrayBuffer | null>;
  /** Updates the time of the last use of a blob, if it exists. */
  touch(namespace: BlobNamespace, key: string, used: number): Promise<void>;
  /** @throws {DOMException} `QuotaExceededError` if the device is full */
  put(entry: BlobEntry, bytes: ArrayBuffer): Promise<void>;
  remove(namespace: BlobNamespace, keys: readonly string[]): Promise<void>;
}

/** @param now returns milliseconds since 1970 */
export function createBlobCache(storage: BlobStorage, now: () => number = Date.now): BlobCache {
  /** Writes run one after the other, because each computes how much room there is. */
  const enqueue = createSerialQueue();

  async function write(
    namespace: BlobNamespace,
    key: string,
    bytes: ArrayBuffer,
  ): Promise<'kept' | 'full' | 'refused'> {
    if (bytes.byteLength === 0) {
      await storage.remove(namespace, [key]);
      return 'kept';
    }
    const others = (await storage.entries()).filter(
      (entry) => entry.drawer !== namespace || entry.key !== key,
    );
    const features = others.filter((entry) => entry.drawer === 'features');
    if (namespace === 'features') await storage.remove('features', keysToEvict(features, bytes.byteLength));
    else if (
      sizeOf(others.filter((entry) => entry.drawer === 'models')) + bytes.byteLength >
      blobLimits.modelBytes
    )
      return 'full';
    const entry = { drawer: namespace, key, size: bytes.byteLength, used: now() };
    try {
      await storage.put(entry, bytes);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
      // The device is nearly full. Features can be computed again, so that they make room.
      await storage.remove(
        'features',
        features.map((other) => other.key),
      );
      await storage.put(entry, bytes);
    }
    return 'kept';
  }

  return {
    async read(namespace, key) {
      const bytes = await storage.read(namespace, key);
      if (bytes !== null) await storage.touch(namespace, key, now());
      return bytes;
    },
    async write(namespace, key, bytes) {
      try {
        return await enqueue(() => write(namespace, key, bytes));
      } catch (error) {
        return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
      }
    },
    async names(namespace) {
      const entries = (await storage.entries()).filter((entry) => entry.drawer === namespace);
      return entries.map(({ key }) => key).sort();
    },
  };
}

function sizeOf(entries: readonly BlobEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

/** Returns the keys of the least recently used features that have to be removed so that `incoming` bytes fit. */
function keysToEvict(features: readonly BlobEntry[], incoming: number): readonly string[] {
  const byUse = features.toSorted((a, b) => a.used - b.used);
  let excess = sizeOf(byUse) + incoming - blobLimits.featureBytes;
  const evicted: string[] = [];
  for (const { key, size } of byUse) {
    if (excess <= 0) break;
    evicted.push(key);
    excess -= size;
  }
  return evicted;
}
