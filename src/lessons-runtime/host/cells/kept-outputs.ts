import type { Output } from '../../protocol/output.ts';

/** How many bytes of one run's outputs are kept. */
export const keptRunBytes = 6 * 2 ** 20;

/**
 * Returns the outputs of a run that are kept after the page is closed, and their size in bytes: the newest, as far as they fit
 * into the limit, without progress bars that have not reached their end.
 */
export function keptOutputs(
  outputs: readonly Output[],
  limit: number = keptRunBytes,
): { readonly outputs: readonly Output[]; readonly size: number } {
  const kept: Output[] = [];
  let size = 0;
  for (const part of outputs.toReversed()) {
    if (part.kind === 'progress' && part.loaded !== part.total) continue;
    const bytes = sizeOf(part);
    if (size + bytes > limit) continue;
    size += bytes;
    kept.unshift(part);
  }
  return { outputs: kept, size };
}

/** Returns about how many bytes a value takes when it is stored. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length + 8;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength + 8;
  if (typeof value !== 'object' || value === null) return 8;
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.entries(value).flat();
  return inner.reduce<number>((sum, each) => sum + sizeOf(each), 8);
}
