import { keptLimits } from '../protocol/kept-limits.ts';
import type { Drawer } from '../protocol/worker-to-host.ts';

/** What cells had the page keep on this device: features in one drawer, models in another. */
export interface KeptFiles {
  /** `null` where nothing is kept under the key. */
  read(drawer: Drawer, key: string): Promise<ArrayBuffer | null>;
  /**
   * Keeps bytes; empty ones free the key. Features make room by the least recently used going first; a saved model never
   * goes by itself.
   * @returns `full` where a model finds no room, `refused` where the browser takes nothing
   */
  write(drawer: Drawer, key: string, bytes: ArrayBuffer): Promise<'kept' | 'full' | 'refused'>;
  names(drawer: Drawer): Promise<readonly string[]>;
}

/** One kept thing, less its bytes. */
export interface KeptEntry {
  readonly drawer: Drawer;
  readonly key: string;
  readonly size: number;
  /** Milliseconds since 1970 at its last use. */
  readonly used: number;
}

/** Where kept things lie. Each call is a transaction of its own. */
export interface Shelf {
  entries(): Promise<readonly KeptEntry[]>;
  read(drawer: Drawer, key: string): Promise<ArrayBuffer | null>;
  /** Notes the use of what is there. */
  touch(drawer: Drawer, key: string, used: number): Promise<void>;
  /** @throws {DOMException} `QuotaExceededError` where the device has no room */
  put(entry: KeptEntry, bytes: ArrayBuffer): Promise<void>;
  remove(drawer: Drawer, keys: readonly string[]): Promise<void>;
}

export function createKeptFiles(shelf: Shelf, now: () => number = Date.now): KeptFiles {
  /** Writes follow one another: what one of them counted, another must not change. */
  let last: Promise<unknown> = Promise.resolve();

  async function write(
    drawer: Drawer,
    key: string,
    bytes: ArrayBuffer,
  ): Promise<'kept' | 'full' | 'refused'> {
    if (bytes.byteLength === 0) {
      await shelf.remove(drawer, [key]);
      return 'kept';
    }
    const others = (await shelf.entries()).filter((entry) => entry.drawer !== drawer || entry.key !== key);
    const features = others.filter((entry) => entry.drawer === 'features');
    if (drawer === 'features') await shelf.remove('features', toMakeRoom(features, bytes.byteLength));
    else if (
      sizeOf(others.filter((entry) => entry.drawer === 'models')) + bytes.byteLength >
      keptLimits.modelBytes
    )
      return 'full';
    const entry = { drawer, key, size: bytes.byteLength, used: now() };
    try {
      await shelf.put(entry, bytes);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
      // A device that is nearly full: what can be computed anew makes room.
      await shelf.remove(
        'features',
        features.map((other) => other.key),
      );
      await shelf.put(entry, bytes);
    }
    return 'kept';
  }

  return {
    async read(drawer, key) {
      const bytes = await shelf.read(drawer, key);
      if (bytes !== null) await shelf.touch(drawer, key, now());
      return bytes;
    },
    async write(drawer, key, bytes) {
      const mine = last.then(() => write(drawer, key, bytes));
      last = mine.catch(() => {});
      try {
        return await mine;
      } catch (error) {
        return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
      }
    },
    async names(drawer) {
      const entries = (await shelf.entries()).filter((entry) => entry.drawer === drawer);
      return entries.map(({ key }) => key).sort();
    },
  };
}

function sizeOf(entries: readonly KeptEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

/** The keys that have to go so that `incoming` bytes fit: those used longest ago. */
function toMakeRoom(features: readonly KeptEntry[], incoming: number): readonly string[] {
  const byUse = features.toSorted((a, b) => a.used - b.used);
  let over = sizeOf(byUse) + incoming - keptLimits.featureBytes;
  const gone: string[] = [];
  for (const { key, size } of byUse) {
    if (over <= 0) break;
    gone.push(key);
    over -= size;
  }
  return gone;
}
