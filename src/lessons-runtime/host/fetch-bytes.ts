import type { Failure } from '../protocol/failure.ts';
import { retry } from '../shared/retry.ts';

/** The exception inside the host for a file or a photo that is not available. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.subject}`);
    this.failure = failure;
  }
}

interface FetchBytesOptions {
  /** The name of the file for messages. */
  readonly subject: string;
  readonly signal?: AbortSignal;
  /** Called with the bytes received so far; `total` is 0 while it is unknown, because the server does not send it. */
  readonly onProgress?: (progress: { readonly loaded: number; readonly total: number }) => void;
}

const progressMilliseconds = 50;

export type FetchBytes = (url: string, options: FetchBytesOptions) => Promise<ArrayBuffer>;

/**
 * Downloads a file of the site completely. Network errors and server errors (5xx) are retried.
 *
 * @throws {FetchFailure} `network`, `file-missing`, or `cancelled` if the signal was aborted
 */
export const fetchBytes: FetchBytes = (url, options) =>
  retry(
    () => fetchOnce(url, options),
    (error) => error instanceof FetchFailure && error.failure.code === 'network',
  );

const fetchOnce: FetchBytes = async (url, { subject, signal, onProgress }) => {
  try {
    const response = await fetch(url, signal === undefined ? {} : { signal });
    if (!response.ok) {
      // Server errors are often temporary, so they count as `network` and are retried.
      throw new FetchFailure({ code: response.status >= 500 ? 'network' : 'file-missing', subject });
    }
    if (response.body === null || onProgress === undefined) return await response.arrayBuffer();
    return await readAll(response, response.body, onProgress);
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    throw new FetchFailure({ code: signal?.aborted ? 'cancelled' : 'network', subject });
  }
};

async function readAll(
  response: Response,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onProgress: NonNullable<FetchBytesOptions['onProgress']>,
): Promise<ArrayBuffer> {
  const declared = Number(response.headers.get('Content-Length') ?? 0);
  // With a content encoding the header counts compressed bytes, and the stream does not.
  const total = response.headers.has('Content-Encoding') || !Number.isSafeInteger(declared) ? 0 : declared;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  let lastReport = Number.NEGATIVE_INFINITY;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    loaded += value.byteLength;
    // Throttled, because a fast connection delivers hundreds of chunks a second and each report is a message to the worker.
    if (performance.now() - lastReport < progressMilliseconds) continue;
    lastReport = performance.now();
    onProgress({ loaded, total });
  }
  onProgress({ loaded, total: loaded });
  return concat(chunks, loaded);
}

/** Concatenates chunks. Not by a `Blob`, which would copy them to another process and back. */
function concat(chunks: readonly Uint8Array<ArrayBuffer>[], length: number): ArrayBuffer {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole.buffer;
}
