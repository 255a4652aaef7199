import type { io } from '@tensorflow/tfjs';
import type { FetchFile, FileRecord } from './fetch-file.ts';
import { fetchModelFile, verifyFile } from './fetch-file.ts';

/** Bytes of the model's weights received so far, out of all that are wanted, and the file that just grew. */
export interface ModelProgress {
  readonly loaded: number;
  readonly total: number;
  readonly file: string;
}

interface LoadWeightsOptions {
  readonly fetchFile: FetchFile;
  readonly baseUrl: string;
  readonly onProgress: (progress: ModelProgress) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Fetches the files of some weight groups side by side, checks each, and hands back what tfjs wants of them.
 * @throws ModelFileError for the first file that is missing, unreachable, cut short or damaged
 */
export async function loadModelWeights(
  groups: io.WeightsManifestConfig,
  files: readonly FileRecord[],
  { fetchFile, baseUrl, onProgress, signal }: LoadWeightsOptions,
): Promise<Pick<io.ModelArtifacts, 'weightSpecs' | 'weightData'>> {
  const wanted = groups.flatMap(({ paths }) => paths).map((path) => recordOf(files, path));
  const total = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  const loadedOf = new Map<string, number>();
  const report = (file: string, loaded: number): void => {
    loadedOf.set(file, loaded);
    onProgress({ loaded: sum(loadedOf.values()), total, file });
  };
  const buffers = await Promise.all(
    wanted.map(async (record) => {
      const file = baseUrl + record.path;
      const seen = (loaded: number): void => report(record.path, Math.min(loaded, record.bytes));
      const bytes = await fetchModelFile(fetchFile, file, seen, signal);
      verifyFile(file, bytes, record);
      if (loadedOf.get(record.path) !== record.bytes) report(record.path, record.bytes);
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
