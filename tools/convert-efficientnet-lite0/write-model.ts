import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelFile } from './write-artifacts.ts';

/**
 * Writes a model's folder: the weights, the licence of this project, and texts by file name. Other files in it stay.
 */
export function writeModel(
  folder: string,
  shards: readonly ModelFile[],
  texts: Readonly<Record<string, string>>,
): void {
  mkdirSync(folder, { recursive: true });
  for (const { path, bytes } of shards) writeFileSync(join(folder, path), bytes);
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
  copyFileSync(join(import.meta.dirname, '../../LICENSE'), join(folder, 'LICENSE.txt'));
}
