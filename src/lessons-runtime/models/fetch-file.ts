import { crc32 } from './crc32.ts';
import { ModelFileError } from './model-file-error.ts';

/**
 * Fetches a file of the site.
 * @param path relative to the site's root; begins with the model's `baseUrl`
 * @param options.onProgress called with the number of bytes received so far, whenever it grows
 * @throws any error. A `status` of 404 or 410 means that the file does not exist; an error named `AbortError` is rethrown
 *   unchanged; any other is taken as a network error.
 */
export type FetchFile = (
  path: string,
  options: { readonly onProgress: (loaded: number) => void; readonly signal?: AbortSignal | undefined },
) => Promise<ArrayBuffer>;

/** A model's record of one of its weight files. */
export interface FileRecord {
  readonly path: string;
  readonly bytes: number;
  readonly crc32: number;
}

/**
 * Fetches a file, and wraps errors except `AbortError` in a `ModelFileError`.
 * @throws {ModelFileError} `missing` or `network`
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
    throw new ModelFileError(isNotFound(cause) ? 'missing' : 'network', { file: path, cause });
  }
}

/**
 * Compares the length and checksum of a file with its record.
 * @throws {ModelFileError} `truncated` or `corrupt`
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

function isNotFound(cause: unknown): boolean {
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : undefined;
  return status === 404 || status === 410;
}
