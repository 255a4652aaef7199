import { crc32 } from './crc32.ts';
import { ModelFileError } from './model-file-error.ts';

/**
 * Brings the bytes of one of the site's own files.
 * @param path below the site's root, as the model's `baseUrl` begins it
 * @param options.onProgress to be called with the bytes received so far, as often as they grow
 * @throws what it likes. An error whose `status` is 404 or 410 means that the site has no such file; one whose
 *   `name` is `AbortError` is passed on as it is; any other counts as a failed connection.
 */
export type FetchFile = (
  path: string,
  options: { readonly onProgress: (loaded: number) => void; readonly signal?: AbortSignal | undefined },
) => Promise<ArrayBuffer>;

/** What a model says of one of its weight files. */
export interface FileRecord {
  readonly path: string;
  readonly bytes: number;
  readonly crc32: number;
}

/**
 * Fetches a file and turns every failure but a cancelled one into a `ModelFileError`.
 * @throws ModelFileError `missing` or `network`
 */
export async function fetchModelFile(
  fetchFile: FetchFile,
  path: string,
  onProgress: (loaded: number) => void,
  signal: AbortSignal | undefined,
): Promise<ArrayBuffer> {
  try {
    return await fetchFile(path, { onProgress, signal });
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AbortError') throw cause;
    throw new ModelFileError(isAbsent(cause) ? 'missing' : 'network', { file: path, cause });
  }
}

/**
 * Compares received bytes with what the model says of them.
 * @throws ModelFileError `truncated` or `corrupt`
 */
export function verifyFile(file: string, bytes: ArrayBuffer, record: FileRecord): void {
  if (bytes.byteLength !== record.bytes) {
    throw new ModelFileError(bytes.byteLength < record.bytes ? 'truncated' : 'corrupt', {
      file,
      expected: `${record.bytes} bytes`,
      found: `${bytes.byteLength} bytes`,
    });
  }
  const found = crc32(new Uint8Array(bytes));
  if (found !== record.crc32) {
    throw new ModelFileError('corrupt', { file, expected: checksum(record.crc32), found: checksum(found) });
  }
}

function checksum(value: number): string {
  return `crc32 ${value.toString(16).padStart(8, '0')}`;
}

function isAbsent(cause: unknown): boolean {
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : undefined;
  return status === 404 || status === 410;
}
