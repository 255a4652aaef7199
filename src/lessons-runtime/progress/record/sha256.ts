import { loadPart } from '../../shared/load-part.ts';

/**
 * The SHA-256 digest of a text's UTF-8 bytes, in hexadecimal. A page over plain http has no `crypto.subtle`: there a library
 * computes it.
 */
export async function sha256(
  text: string,
  subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle,
): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const digest =
    subtle === undefined
      ? (await loadPart(() => import('@noble/hashes/sha2.js'))).sha256(bytes)
      : new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
