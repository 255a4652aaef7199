import canonicalize from 'canonicalize';
import * as v from 'valibot';
import type { DigestState } from './digest-state.ts';
import { sha256 } from './sha256.ts';

const digestSchema = v.object({ algorithm: v.literal('SHA-256'), value: v.string() });

/**
 * Returns the text of a file: its content as indented JSON, with a SHA-256 digest of that content in `digest`.
 * The digest makes changes evident, but authenticates nobody: anyone can compute one.
 * @param subtle the browser's implementation of SHA-256; a page over plain http has none
 */
export async function writeWithDigest(content: object, subtle?: SubtleCrypto): Promise<string> {
  const digest = { algorithm: 'SHA-256', value: await digestOf(content, subtle) };
  return `${JSON.stringify({ ...content, digest }, null, 2)}\n`;
}

/**
 * Computes the digest of a file's content and compares it with the one in the file. White space and the order of fields do
 * not matter.
 * @param file the parsed JSON
 * @returns the state, and the computed digest in hexadecimal
 * @throws if the browser cannot compute a digest, whatever the file holds
 */
export async function verifyDigest(
  file: object,
  subtle?: SubtleCrypto,
): Promise<{ readonly state: DigestState; readonly digest: string }> {
  const { digest, ...content }: { digest?: unknown } = { ...file };
  const found = v.safeParse(digestSchema, digest);
  const computed = await digestOf(content, subtle);
  if (!found.success) return { state: digest === undefined ? 'none' : 'broken', digest: computed };
  return { state: found.output.value === computed ? 'fits' : 'broken', digest: computed };
}

/** Hashes the canonical JSON of RFC 8785. */
async function digestOf(content: object, subtle?: SubtleCrypto): Promise<string> {
  return sha256(canonicalOf(content), subtle);
}

function canonicalOf(content: object): string {
  try {
    return canonicalize(content) ?? '';
  } catch {
    // A lone surrogate has no canonical form. No file that the course wrote contains one.
    return JSON.stringify(content);
  }
}
