import { blobLimits } from '../../protocol/blob-limits.ts';
import type { BlobNamespace } from '../../protocol/requests.ts';

/** What cells had the page keep on this device: features in one namespace, models in another. */
export interface BlobCache {
  /** `null` where nothing is kept under the key. */
  read(namespace: BlobNamespace, key: string): Promise<ArrayBuffer | null>;
  /**
   * Keeps bytes; empty ones free the key. Features make room by the least recently used going first; a saved model never
   * goes by itself.
   * @returns `full` where a model finds no room, `refused` where the browser takes nothing
   */
  write(namespace: BlobNamespace, key: string, bytes: ArrayBuffer): Promise<'kept' | 'full' | 'refused'>;
  names(namespace: BlobNamespace): Promise<readonly string[]>;
}

/** One kept thing, less its bytes. */
export interface BlobEntry {
  readonly drawer: BlobNamespace;
  readonly key: string;
  readonly size: number;
  /** Milliseconds since 1970 at its last use. */
  readonly used: number;
}

/** Where kept things lie. Each call is a transaction of its own. */
export interface BlobStorage {
  entries(): Promise<readonly BlobEntry[]>;
  read(namespace: BlobNamespace, key: string): Promise<ArrayBuffer | null>;
  /** Notes the use of what is there. */
  touch(namespace: BlobNamespace, key: string, used: number): Promise<void>;
  /** @throws {DOMException} `QuotaExceededError` where the device has no room */
  put(entry: BlobEntry, bytes: ArrayBuffer): Promise<void>;
  remove(namespace: BlobNamespace, keys: readonly string[]): Promise<void>;
}

export function createBlobCache(storage: BlobStorage, now: () => number = Date.now): BlobCache {
  /** Writes follow one another: what one of them counted, another must not change. */
  let last: Promise<unknown> = Promise.resolve();

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
    if (namespace === 'features') await storage.remove('features', toMakeRoom(features, bytes.byteLength));
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
      // A device that is nearly full: what can be computed anew makes room.
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
      const mine = last.then(() => write(namespace, key, bytes));
      last = mine.catch(() => {});
      try {
        return await mine;
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

/** The keys that have to go so that `incoming` bytes fit: those used longest ago. */
function toMakeRoom(features: readonly BlobEntry[], incoming: number): readonly string[] {
  const byUse = features.toSorted((a, b) => a.used - b.used);
  let over = sizeOf(byUse) + incoming - blobLimits.featureBytes;
  const gone: string[] = [];
  for (const { key, size } of byUse) {
    if (over <= 0) break;
    gone.push(key);
    over -= size;
  }
  return gone;
}
