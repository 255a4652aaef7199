import canonicalize from 'canonicalize';
import * as v from 'valibot';
import type { DigestState } from './digest-state.ts';
import { sha256 } from './sha256.ts';

const digestSchema = v.object({ algorithm: v.literal('SHA-256'), value: v.string() });

/**
 * The text of a file with a SHA-256 over all of its content: indented JSON, for people to read.
 * Tamper-evident, not secret: whoever can compute a digest can seal anything.
 * @param subtle the browser's own digests; a page over plain http has none
 */
export async function writeWithDigest(content: object, subtle?: SubtleCrypto): Promise<string> {
  const digest = { algorithm: 'SHA-256', value: await digestOf(content, subtle) };
  return `${JSON.stringify({ ...content, digest }, null, 2)}\n`;
}

/**
 * Computes the digest anew: any change of the content shows; its spacing and the order of its fields do not.
 * @throws where the browser cannot compute one: that says nothing of the file
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

/** Over the canonical form of RFC 8785; what has none is never one that was sealed here. */
async function digestOf(content: object, subtle?: SubtleCrypto): Promise<string> {
  return sha256(canonicalOf(content), subtle);
}

function canonicalOf(content: object): string {
  try {
    return canonicalize(content) ?? '';
  } catch {
    return JSON.stringify(content);
  }
}
