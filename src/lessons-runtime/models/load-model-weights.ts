import type { io } from '@tensorflow/tfjs';
import type { FetchFile, FileRecord } from './fetch-file.ts';
import { fetchModelFile, verifyFile } from './fetch-file.ts';

/** The progress of loading a model's weights. */
export interface ModelProgress {
  /** Bytes received so far, of all files. */
  readonly loaded: number;
  /** Bytes of all files. */
  readonly total: number;
  /** The path of the file that has just received bytes. */
  readonly file: string;
}

interface LoadWeightsOptions {
  readonly fetchFile: FetchFile;
  readonly baseUrl: string;
  readonly onProgress: (progress: ModelProgress) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Fetches the files of some weight groups concurrently, and verifies each.
 * @returns the weights in the form that tfjs loads
 * @throws {ModelFileError} for the first file that is missing, cannot be fetched, is truncated or corrupt
 */
export async function loadModelWeights(
  groups: io.WeightsManifestConfig,
  files: readonly FileRecord[],
  { fetchFile, baseUrl, onProgress, signal }: LoadWeightsOptions,
): Promise<Pick<io.ModelArtifacts, 'weightSpecs' | 'weightData'>> {
  const records = groups.flatMap(({ paths }) => paths).map((path) => recordOf(files, path));
  const total = records.reduce((sum, { bytes }) => sum + bytes, 0);
  const loadedBytes = new Map<string, number>();
  const report = (file: string, loaded: number): void => {
    loadedBytes.set(file, loaded);
    onProgress({ loaded: sum(loadedBytes.values()), total, file });
  };
  const buffers = await Promise.all(
    records.map(async (record) => {
      const file = baseUrl + record.path;
      const onFileProgress = (loaded: number): void => report(record.path, Math.min(loaded, record.bytes));
      const bytes = await fetchModelFile(fetchFile, file, onFileProgress, signal);
      verifyFile(file, bytes, record);
      if (loadedBytes.get(record.path) !== record.bytes) report(record.path, record.bytes);
      return bytes;
    }),
  );
  return { weightSpecs: groups.flatMap(({ weights }) => weights), weightData: buffers };
}

function recordOf(files: readonly FileRecord[], path: string): FileRecord {
  const record = files.find((file) => file.path === path);
  if (!record) throw new Error(`the model has no record of ${path}`);
  return record;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
