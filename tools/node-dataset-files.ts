import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { DatasetFiles } from '../src/lessons-runtime/datasets/labelled/dataset-files.ts';

/** Reads a data set's folder and decodes its pictures without a browser. */
export function nodeDatasetFiles(folder: string): DatasetFiles {
  return {
    read: async (file, parse) => parse(new Uint8Array(await readFile(join(folder, file))).buffer),
    async decode(bytes) {
      const picture = sharp(Buffer.from(bytes)).ensureAlpha().raw();
      const { data, info } = await picture.toBuffer({ resolveWithObject: true });
      return { width: info.width, height: info.height, data };
    },
  };
}
