/**
 * Returns a short digest of a text, at once. It tells texts apart that were not made to collide; where that matters, use
 * `progress/record/sha256.ts`. FNV-1a, twice with different starts, 32 bits each.
 */
export function textDigest(text: string): string {
  return [0x811c9dc5, 0x01000193].map((start) => fnv(text, start)).join('');
}

function fnv(text: string, start: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
