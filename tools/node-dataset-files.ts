import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetFiles } from '../src/lessons-runtime/datasets/labelled/dataset-files.ts';
import { readRgba } from './read-rgba.ts';

/** Reads the files of a data set's folder, and decodes its pictures without a browser. */
export function nodeDatasetFiles(folder: string): DatasetFiles {
  return {
    read: async (file, parse) => parse(new Uint8Array(await readFile(join(folder, file))).buffer),
    decode: (bytes) => readRgba(Buffer.from(bytes)),
  };
}
