import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FetchFailure, fetchBytes } from '../../../src/lessons-runtime/host/fetch-bytes.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

function answerWith(answer: (signal: AbortSignal | null | undefined) => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', async (_url: string, init?: RequestInit) => answer(init?.signal));
}

/** Returns a body that arrives in chunks with delays. */
function pieces(lengths: readonly number[], error?: Error): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await new Promise((done) => setTimeout(done, 1));
      const length = lengths[at];
      at += 1;
      if (length !== undefined) controller.enqueue(new Uint8Array(length).fill(at));
      else if (error !== undefined) controller.error(error);
      else controller.close();
    },
  });
}

async function failureOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof FetchFailure ? error.failure : error;
}

describe('fetchBytes', () => {
  it('returns all chunks in order', async () => {
    answerWith(() => new Response(pieces([3, 1, 2])));
    const bytes = await fetchBytes('/f', { subject: 'f', onProgress: () => {} });
    expect([...new Uint8Array(bytes)]).toEqual([1, 1, 1, 2, 3, 3]);
  });

  it('works without a progress listener and for an empty file', async () => {
    answerWith(() => new Response('abc'));
    expect((await fetchBytes('/f', { subject: 'f' })).byteLength).toBe(3);
    answerWith(() => new Response(null, { status: 200 }));
    expect((await fetchBytes('/f', { subject: 'f', onProgress: () => {} })).byteLength).toBe(0);
  });

  it('reports progress up to the last byte, throttled', async () => {
    const told: { loaded: number; total: number }[] = [];
    answerWith(
      () => new Response(pieces(new Array(200).fill(10)), { headers: { 'Content-Length': '2000' } }),
    );
    await fetchBytes('/f', { subject: 'f', onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toEqual({ loaded: 2000, total: 2000 });
    expect(told.length).toBeLessThan(100);
    expect(told.map(({ loaded }) => loaded)).toEqual(told.map(({ loaded }) => loaded).sort((a, b) => a - b));
  });

  it.each([
    ['no length', {}],
    ['a compressed length', { 'Content-Length': '5', 'Content-Encoding': 'gzip' }],
    ['an invalid length', { 'Content-Length': 'many' }],
  ])('reports an unknown total for %s, until the file is complete', async (_, headers) => {
    const told: [loaded: number, total: number][] = [];
    answerWith(() => new Response(pieces([4]), { headers }));
    await fetchBytes('/f', { subject: 'f', onProgress: ({ loaded, total }) => told.push([loaded, total]) });
    expect(told).toEqual([
      [4, 0],
      [4, 4],
    ]);
  });
});

describe('a failed download', () => {
  // Removes the delay before retries.
  beforeEach(() => vi.stubGlobal('setTimeout', (act: () => void) => queueMicrotask(act)));

  it.each([
    ['a server error', () => new Response('', { status: 503 })],
    ['a network error', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('is retried after %s', async (_, failing) => {
    let asked = 0;
    answerWith(() => {
      asked += 1;
      return asked < 3 ? failing() : new Response('abc');
    });
    expect((await fetchBytes('/f', { subject: 'f' })).byteLength).toBe(3);
    expect(asked).toBe(3);
  });

  it('is not retried if the file is missing', async () => {
    let asked = 0;
    answerWith(() => {
      asked += 1;
      return new Response('', { status: 404 });
    });
    expect(await failureOf(fetchBytes('/f', { subject: 'S' }))).toEqual({
      code: 'file-missing',
      subject: 'S',
    });
    expect(asked).toBe(1);
  });

  it.each([
    [404, 'file-missing'],
    [410, 'file-missing'],
    [403, 'file-missing'],
    [500, 'network'],
    [503, 'network'],
  ])('has for status %i the code %s', async (status, code) => {
    answerWith(() => new Response('', { status }));
    expect(await failureOf(fetchBytes('/f', { subject: 'S' }))).toEqual({ code, subject: 'S' });
  });

  it('has the code network if the connection fails or breaks', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failureOf(fetchBytes('/f', { subject: 'S' }))).toEqual({ code: 'network', subject: 'S' });
    answerWith(() => new Response(pieces([5], new TypeError('reset'))));
    const broken = fetchBytes('/f', { subject: 'S', onProgress: () => {} });
    expect(await failureOf(broken)).toEqual({ code: 'network', subject: 'S' });
  });

  it('has the code cancelled if it was aborted', async () => {
    const abort = new AbortController();
    answerWith(
      (signal) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
    );
    const fetching = fetchBytes('/f', { subject: 'S', signal: abort.signal });
    abort.abort();
    expect(await failureOf(fetching)).toEqual({ code: 'cancelled', subject: 'S' });
  });
});
