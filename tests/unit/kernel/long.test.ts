import { createRequire } from 'node:module';
import { util } from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { Long } from '../../../src/lessons-runtime/kernel/long.ts';

vi.mock('long', async () => import('../../../src/lessons-runtime/kernel/long.ts'));

/** Bytes that differ from length to length, as 8-bit values of a linear congruential generator. */
function bytes(length: number): Uint8Array {
  let state = length + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

test('tfjs computes the same fingerprints with it as with the package that it replaces', () => {
  // The bundle for Node, of which Vitest replaces no module.
  const bundle: typeof import('@tensorflow/tfjs-core') = createRequire(import.meta.url)(
    '@tensorflow/tfjs-core',
  );
  expect(util.fingerPrint64(bytes(1))).toBeInstanceOf(Long);
  for (let length = 0; length <= 300; length += 1) {
    const expected = bundle.util.fingerPrint64(bytes(length));
    expect(expected).not.toBeInstanceOf(Long);
    const actual = util.fingerPrint64(bytes(length));
    expect(actual.toString(), `${length} bytes`).toBe(expected.toString());
    for (const buckets of [1, 10, 4_294_967_291]) {
      expect(actual.modulo(buckets).getLowBitsUnsigned()).toBe(expected.modulo(buckets).getLowBitsUnsigned());
    }
  }
});
