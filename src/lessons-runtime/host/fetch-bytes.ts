import type { Failure } from '../protocol/failure.ts';

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

export type FetchBytes = (url: string, options: FetchBytesOptions) => Promise<ArrayBuffer>;

/** A file of the site, whole. @throws {FetchFailure} */
export const fetchBytes: FetchBytes = async (url, { subject, signal, onProgress }) => {
  try {
    const response = await fetch(url, signal === undefined ? {} : { signal });
    if (!response.ok) throw new FetchFailure({ code: 'file-missing', subject });
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
  const total = response.headers.has('Content-Encoding') ? 0 : declared;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    loaded += value.byteLength;
    onProgress({ loaded, total });
  }
  return await new Blob(chunks).arrayBuffer();
}
