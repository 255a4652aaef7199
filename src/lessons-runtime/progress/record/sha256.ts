import { loadPart } from '../../shared/load-part.ts';

/**
 * Returns the SHA-256 digest of a text's UTF-8 bytes, in hexadecimal. Loads a library for it on a page over plain http, which
 * has no `crypto.subtle`.
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
