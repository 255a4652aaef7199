import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/lessons-runtime/models/crc32.ts';
import type { FetchFile } from '../../../src/lessons-runtime/models/fetch-file.ts';
import { ModelFileError } from '../../../src/lessons-runtime/models/model-file-error.ts';
import { createDiskFetch, openModel } from './open-model.ts';

const shard = 'backbone-2-of-2.bin';

/** The published files, one of them spoilt. */
function spoil(name: string, change: (bytes: ArrayBuffer) => ArrayBuffer): FetchFile {
  const { fetchFile } = createDiskFetch();
  return async (path, options) => {
    const bytes = await fetchFile(path, options);
    return path.endsWith(name) ? change(bytes) : bytes;
  };
}

function failing(name: string, error: Error): FetchFile {
  return spoil(name, () => {
    throw error;
  });
}

async function failure(fetchFile: FetchFile): Promise<ModelFileError> {
  const error: unknown = await openModel({ fetchFile })().catch((cause: unknown) => cause);
  if (error instanceof ModelFileError) return error;
  throw new Error('a ModelFileError was expected', { cause: error });
}

describe('files that cannot be used', () => {
  it('tells a file that came cut short', async () => {
    const error = await failure(spoil(shard, (bytes) => bytes.slice(0, -100)));
    expect(error).toMatchObject({ kind: 'truncated', file: `/model/${shard}` });
    expect(error.message).toMatch(/cut short; expected \d+ bytes, found \d+ bytes$/);
    expect(Number.parseInt(error.expected ?? '', 10) - Number.parseInt(error.found ?? '', 10)).toBe(100);
  });

  it('tells a file with one bit changed', async () => {
    const flip = (bytes: ArrayBuffer): ArrayBuffer => {
      const view = new Uint8Array(bytes);
      view[12345] = (view[12345] ?? 0) ^ 4;
      return bytes;
    };
    const error = await failure(spoil(shard, flip));
    expect(error).toMatchObject({ kind: 'corrupt', file: `/model/${shard}` });
    expect(error.expected).toMatch(/^crc32 [0-9a-f]{8}$/);
    expect(error.found).not.toBe(error.expected);
  });

  it('tells a file that is longer than it should be', async () => {
    const longer = (bytes: ArrayBuffer): ArrayBuffer => new Uint8Array(bytes.byteLength + 1).buffer;
    expect(await failure(spoil(shard, longer))).toMatchObject({ kind: 'corrupt' });
  });

  it('tells a missing file from a failed connection', async () => {
    const absent = Object.assign(new Error('Not Found'), { status: 404 });
    expect(await failure(failing('model.json', absent))).toMatchObject({
      kind: 'missing',
      file: '/model/model.json',
      cause: absent,
    });
    expect(await failure(failing(shard, new TypeError('Failed to fetch')))).toMatchObject({
      kind: 'network',
    });
  });

  it.each([
    ['a page of HTML', '<!doctype html><title>Not found</title>'],
    ['half a file', '{"format":"layers-model","modelTopology":{"config"'],
    ['another model', '{"format":"graph-model"}'],
    [
      'no records of files',
      '{"format":"layers-model","modelTopology":{"config":{"layers":[],"output_layers":[]}},"weightsManifest":[]}',
    ],
  ])('tells a model.json that is %s', async (_, text) => {
    const error = await failure(spoil('model.json', () => new TextEncoder().encode(text).buffer));
    expect(error).toMatchObject({ kind: 'corrupt', file: '/model/model.json' });
    expect(error.found).toContain(text.slice(0, 8).replaceAll('"', '\\"'));
  });

  it('passes on that the learner stopped it', async () => {
    const stopped = new DOMException('stopped', 'AbortError');
    await expect(openModel({ fetchFile: failing(shard, stopped) })()).rejects.toBe(stopped);
  });

  it('hands the signal to every fetch', async () => {
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

describe('crc32', () => {
  it.each([
    ['123456789', 0xcbf43926],
    ['', 0],
    ['a', 0xe8b7be43],
  ])('of %j', (text, expected) => {
    expect(crc32(new TextEncoder().encode(text))).toBe(expected);
  });
});
