import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PhotoSource } from './photo-source.ts';
import { readQtResource } from './read-qt-resource.ts';

/**
 * Reads the original of a photo.
 *
 * @param folder The folder that contains each unpacked package in a folder with its name.
 * @throws Error if the package is missing, or if the file is not the one whose licence was checked.
 */
export function readOriginal(folder: string, source: PhotoSource): Buffer {
  const file = readFileSync(join(folder, source.package, source.path));
  const bytes = source.member === undefined ? file : readQtResource(file, source.member);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== source.sha256) {
    throw new Error(`${source.id}: expected an original with SHA-256 ${source.sha256}, found ${found}`);
  }
  return bytes;
}
