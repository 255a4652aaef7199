import type { Tensor } from '@tensorflow/tfjs';
import type { HostRequests } from '../../kernel/host-requests.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { packBytes, unpackBytes } from '../../models/packed-bytes.ts';
import { blobLimits } from '../../protocol/blob-limits.ts';

/** Caches features in memory and, through the page, in the browser's storage. */
export interface FeatureCache {
  /** @returns a new tensor, which the caller disposes of; `null` if the cache has no entry */
  find(key: string): Promise<Tensor | null>;
  /** Adds an entry. If the browser does not store it, because of its quota for example, it is in memory only. */
  add(key: string, shape: readonly number[], values: Float32Array): Promise<void>;
}

export function createFeatureCache(
  tf: Pick<TensorFlow, 'tensor'>,
  requests: Pick<HostRequests, 'readBlob' | 'writeBlob'>,
): FeatureCache {
  /** Packed features, least recently used first. */
  const recent = new Map<string, ArrayBuffer>();

  function addToMemory(key: string, packed: ArrayBuffer): void {
    recent.delete(key);
    recent.set(key, packed);
    let bytes = 0;
    for (const each of recent.values()) bytes += each.byteLength;
    for (const [oldest, { byteLength }] of recent) {
      if (bytes <= blobLimits.featureBytes) return;
      recent.delete(oldest);
      bytes -= byteLength;
    }
  }

  return {
    async find(key) {
      const packed = recent.get(key) ?? (await requests.readBlob('features', key));
      if (packed === null) return null;
      const features = readFeatures(packed);
      if (features === null) return null;
      addToMemory(key, packed);
      return tf.tensor(features.values, [...features.shape]);
    },
    async add(key, shape, values) {
      const packed = packBytes({ shape }, values);
      if (packed.byteLength > blobLimits.entryBytes) return;
      addToMemory(key, packed);
      await requests.writeBlob('features', key, packed.slice(0)).catch(() => {});
    },
  };
}

/** @returns `null` if the entry is damaged, as entries from the browser's storage may be */
function readFeatures(packed: ArrayBuffer): { shape: readonly number[]; values: Float32Array } | null {
  const unpacked = unpackBytes(packed);
  if (unpacked === null || unpacked.body.byteLength % 4 !== 0) return null;
  const { shape }: { readonly shape?: unknown } = Object(unpacked.header);
  const values = new Float32Array(unpacked.body);
  if (!isShape(shape) || shape.reduce((all, size) => all * size, 1) !== values.length) return null;
  return { shape, values };
}

function isShape(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((size) => Number.isInteger(size) && size >= 0);
}
