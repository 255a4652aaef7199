import type { Tensor } from '@tensorflow/tfjs';
import type { HostRequests } from '../../kernel/host-requests.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { packBytes, unpackBytes } from '../../models/packed-bytes.ts';
import { blobLimits } from '../../protocol/blob-limits.ts';

/** Features computed before, by a key of all that decides them: in memory, and in the browser's storage through the page. */
export interface FeatureCache {
  /** A tensor of one's own; `null` where there is none. */
  find(key: string): Promise<Tensor | null>;
  /** Where the browser has no room, or refuses, the features are in memory only. */
  add(key: string, shape: readonly number[], values: Float32Array): Promise<void>;
}

export function createFeatureCache(
  tf: Pick<TensorFlow, 'tensor'>,
  requests: Pick<HostRequests, 'readBlob' | 'writeBlob'>,
): FeatureCache {
  /** In the order of their last use. */
  const recent = new Map<string, ArrayBuffer>();

  function remember(key: string, packed: ArrayBuffer): void {
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
      const read = readFeatures(packed);
      if (read === null) return null;
      remember(key, packed);
      return tf.tensor(read.values, [...read.shape]);
    },
    async add(key, shape, values) {
      const packed = packBytes({ shape }, values);
      if (packed.byteLength > blobLimits.entryBytes) return;
      remember(key, packed);
      await requests.writeBlob('features', key, packed.slice(0)).catch(() => {});
    },
  };
}

/** What is stored outside this worker may be damaged: then it is as if it were not there. */
function readFeatures(packed: ArrayBuffer): { shape: readonly number[]; values: Float32Array } | null {
  const unpacked = unpackBytes(packed);
  if (unpacked === null || unpacked.body.byteLength % 4 !== 0) return null;
  const { shape } = Object(unpacked.header) as { readonly shape?: unknown };
  const values = new Float32Array(unpacked.body);
  if (!isShape(shape) || shape.reduce((all, size) => all * size, 1) !== values.length) return null;
  return { shape, values };
}

function isShape(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((size) => Number.isInteger(size) && size >= 0);
}
