import type { Failure } from '../protocol/failure.ts';
import { retry } from '../shared/retry.ts';

/** Why a file or a photo could not be had, as an exception inside the host. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.subject}`);
    this.failure = failure;
  }
}

export interface FetchBytesOptions {
  /** The file as a message names it. */
  readonly subject: string;
  readonly signal?: AbortSignal;
  /** Bytes so far; `total` is 0 where the server does not say. */
  readonly onProgress?: (progress: { readonly loaded: number; readonly total: number }) => void;
}

const progressMilliseconds = 50;

export type FetchBytes = (url: string, options: FetchBytesOptions) => Promise<ArrayBuffer>;

/** A file of the site, whole. What the network fails at is tried again. @throws {FetchFailure} */
export const fetchBytes: FetchBytes = (url, options) =>
  retry(
    () => fetchOnce(url, options),
    (error) => error instanceof FetchFailure && error.failure.code === 'network',
  );

const fetchOnce: FetchBytes = async (url, { subject, signal, onProgress }) => {
  try {
    const response = await fetch(url, signal === undefined ? {} : { signal });
    if (!response.ok) {
      // A server in trouble may have the file again in a moment.
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
  let told = Number.NEGATIVE_INFINITY;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    loaded += value.byteLength;
    // A fast line brings hundreds of pieces a second, and every word of them is a message to the worker.
    if (performance.now() - told < progressMilliseconds) continue;
    told = performance.now();
    onProgress({ loaded, total });
  }
  onProgress({ loaded, total });
  return joined(chunks, loaded);
}

/** One buffer of all chunks; a `Blob` would take them through another process and back. */
function joined(chunks: readonly Uint8Array<ArrayBuffer>[], length: number): ArrayBuffer {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole.buffer;
}
