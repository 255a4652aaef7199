import type { Stroke } from '../../protocol/strokes.ts';
import { sha256 } from './sha256.ts';

/** Returns the id of a drawing: the first 16 hexadecimal digits of the SHA-256 digest of its strokes, joined by `;`. */
export async function drawingId(strokes: readonly Stroke[]): Promise<string> {
  return (await sha256(strokes.join(';'))).slice(0, 16);
}
