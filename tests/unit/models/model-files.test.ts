import { describe, expect, it } from 'vitest';
import type { FetchFile } from '../../../src/lessons-runtime/models/fetch-file.ts';
import { ModelFileError } from '../../../src/lessons-runtime/models/model-file-error.ts';
import { createDiskFetch, openModel } from './open-model.ts';

const shard = 'backbone-2-of-2.bin';

/** Serves the published files, one of them changed. */
function serveChanged(name: string, change: (bytes: ArrayBuffer) => ArrayBuffer): FetchFile {
  const { fetchFile } = createDiskFetch();
  return async (path, options) => {
    const bytes = await fetchFile(path, options);
    return path.endsWith(name) ? change(bytes) : bytes;
  };
}

function serveFailing(name: string, error: Error): FetchFile {
  return serveChanged(name, () => {
    throw error;
  });
}

async function loadError(fetchFile: FetchFile): Promise<ModelFileError> {
  const error: unknown = await openModel({ fetchFile })().catch((cause: unknown) => cause);
  if (error instanceof ModelFileError) return error;
  throw new Error('a ModelFileError was expected', { cause: error });
}

describe('loading a pretrained model', () => {
  it('reports a truncated file', async () => {
    const error = await loadError(serveChanged(shard, (bytes) => bytes.slice(0, -100)));
    expect(error).toMatchObject({ kind: 'truncated', file: `/model/${shard}` });
    expect(error.message).toMatch(/is truncated; expected \d+ bytes, found \d+ bytes$/);
    expect(Number.parseInt(error.expected ?? '', 10) - Number.parseInt(error.found ?? '', 10)).toBe(100);
  });

  it('reports a file with one changed bit', async () => {
    const flip = (bytes: ArrayBuffer): ArrayBuffer => {
      const view = new Uint8Array(bytes);
      view[12345] = (view[12345] ?? 0) ^ 4;
      return bytes;
    };
    const error = await loadError(serveChanged(shard, flip));
    expect(error).toMatchObject({ kind: 'corrupt', file: `/model/${shard}` });
    expect(error.expected).toMatch(/^crc32 [0-9a-f]{8}$/);
    expect(error.found).not.toBe(error.expected);
  });

  it('reports a file that is too long', async () => {
    const longer = (bytes: ArrayBuffer): ArrayBuffer => new Uint8Array(bytes.byteLength + 1).buffer;
    expect(await loadError(serveChanged(shard, longer))).toMatchObject({ kind: 'corrupt' });
  });

  it('distinguishes a missing file from a network error', async () => {
    const absent = Object.assign(new Error('Not Found'), { status: 404 });
    expect(await loadError(serveFailing('model.json', absent))).toMatchObject({
      kind: 'missing',
      file: '/model/model.json',
      cause: absent,
    });
    expect(await loadError(serveFailing(shard, new TypeError('Failed to fetch')))).toMatchObject({
      kind: 'network',
    });
  });

  it.each([
    ['a page of HTML', '<!doctype html><title>Not found</title>'],
    ['truncated JSON', '{"format":"layers-model","modelTopology":{"config"'],
    ['another model', '{"format":"graph-model"}'],
    [
      'a model without records of its files',
      '{"format":"layers-model","modelTopology":{"config":{"layers":[],"output_layers":[]}},"weightsManifest":[]}',
    ],
  ])('reports a model.json that is %s', async (_, text) => {
    const error = await loadError(serveChanged('model.json', () => new TextEncoder().encode(text).buffer));
    expect(error).toMatchObject({ kind: 'corrupt', file: '/model/model.json' });
    expect(error.found).toContain(text.slice(0, 8).replaceAll('"', '\\"'));
  });

  it('rethrows an AbortError', async () => {
    const stopped = new DOMException('stopped', 'AbortError');
    await expect(openModel({ fetchFile: serveFailing(shard, stopped) })()).rejects.toBe(stopped);
  });

  it('passes the signal to every fetch', async () => {
    const { signal } = new AbortController();
    const signals: unknown[] = [];
    const { fetchFile } = createDiskFetch();
    const watching: FetchFile = (path, options) => {
      signals.push(options.signal);
      return fetchFile(path, options);
    };
    const model = await openModel({ fetchFile: watching })({ signal });
    expect(signals).toEqual([signal, signal, signal, signal]);
    model.dispose();
  });
});
