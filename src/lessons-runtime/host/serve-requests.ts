import type { BlobCache } from '../progress/blobs/blob-cache.ts';
import type { Failure } from '../protocol/failure.ts';
import type { PhotoClassFiles, ReplyMessage, ReplyValue } from '../protocol/host-to-worker.ts';
import type { BlobNamespace, RequestPayload, ScriptName } from '../protocol/worker-to-host.ts';
import { assertNever } from '../shared/assert-never.ts';
import { PartFailure } from '../shared/load-part.ts';
import { type ChooseFiles, chosenFiles } from './chosen-files.ts';
import { type FetchBytes, FetchFailure } from './fetch-bytes.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import type { Photos } from './photos.ts';

type Progress = { readonly loaded: number; readonly total: number };

export interface Served {
  readonly result: ReplyMessage['result'];
  readonly transfer: readonly Transferable[];
}

/** The page's side of what a worker may ask for. */
export interface RequestServer {
  /** Never rejects: what goes wrong is a failure in the result. */
  serve(request: number, want: RequestPayload, onProgress: (progress: Progress) => void): Promise<Served>;
  cancel(request: number): void;
  cancelAll(): void;
}

/** Where the runtime's own files are. */
export interface RuntimeUrls {
  readonly scripts: Readonly<Record<ScriptName, string>>;
  readonly wasm: Readonly<Record<'simd' | 'plain', string>>;
  /** The site's root, ending in a slash. */
  readonly base: string;
}

/** What is the learner's own, on this device. */
export interface LearnerFiles {
  readonly photos: Photos;
  /** Opened when it is first needed; rejects where the browser keeps nothing. */
  readonly blobCache: () => Promise<BlobCache>;
  readonly chooseFiles: ChooseFiles;
  /** What the learner photographed, by class. */
  readonly photoClasses: () => Promise<readonly PhotoClassFiles[]>;
}

/** A loop of requests must not fill the page with files and photos on their way. */
const parallelLimit = 24;

/** What cells may read: the course's models and data, and nothing beside or above them. */
const readable = /^(?:models|datasets)\/[\w@.-]+(?:\/[\w@.-]+)*$/;

export function isReadablePath(path: string): boolean {
  return readable.test(path) && !path.split('/').some((segment) => /^\.+$/.test(segment));
}

export function createRequestServer(
  urls: RuntimeUrls,
  fetchBytes: FetchBytes,
  { photos, blobCache, chooseFiles, photoClasses }: LearnerFiles,
): RequestServer {
  const aborts = new Map<number, AbortController>();
  const inTurn = limitConcurrency(parallelLimit);
  /** Weights of a training whose worker went with its graphics processor, until the next one asks. */
  let rescued: ArrayBuffer | null = null;

  async function keptFilesOr(subject: string): Promise<BlobCache> {
    try {
      return await blobCache();
    } catch (error) {
      // What opens it may not have come; that says nothing of the browser.
      throw new FetchFailure({
        code: error instanceof PartFailure ? 'network' : 'storage-refused',
        subject,
      });
    }
  }

  /** Features that cannot be read are as good as not there; a model that cannot is missed. */
  async function read(namespace: BlobNamespace, key: string): Promise<ArrayBuffer | null> {
    try {
      return await (await keptFilesOr(key)).read(namespace, key);
    } catch (error) {
      if (namespace === 'features') return null;
      throw error instanceof FetchFailure
        ? error
        : new FetchFailure({ code: 'storage-refused', subject: key });
    }
  }

  async function answerTo(
    want: RequestPayload,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ): Promise<ReplyValue> {
    switch (want.kind) {
      case 'file': {
        const path = want.path.startsWith(urls.base) ? want.path.slice(urls.base.length) : want.path;
        if (!isReadablePath(path)) throw new FetchFailure({ code: 'file-forbidden', subject: want.path });
        return {
          kind: 'file',
          bytes: await fetchBytes(urls.base + path, { subject: path, signal, onProgress }),
        };
      }
      case 'script': {
        const bytes = await fetchBytes(urls.scripts[want.name], { subject: want.name, signal });
        return { kind: 'script', text: new TextDecoder().decode(bytes) };
      }
      case 'wasm-binary': {
        const url = urls.wasm[want.name];
        return { kind: 'file', bytes: await fetchBytes(url, { subject: url, signal }) };
      }
      case 'chosen-photo':
        return { kind: 'photo', ...(await photos.chosen()) };
      case 'gallery-photo':
        return { kind: 'photo', ...(await photos.fromGallery(want.id)) };
      case 'kept':
        return { kind: 'kept', bytes: await read(want.namespace, want.key) };
      case 'keep': {
        const written = await (await keptFilesOr(want.key)).write(want.namespace, want.key, want.bytes);
        if (written !== 'kept') throw new FetchFailure({ code: `storage-${written}`, subject: want.key });
        return { kind: 'kept', bytes: null };
      }
      case 'kept-names':
        return { kind: 'names', names: await (await keptFilesOr(want.namespace)).names(want.namespace) };
      case 'rescue':
        rescued = want.bytes;
        return { kind: 'kept', bytes: null };
      case 'rescued': {
        const bytes = rescued;
        rescued = null;
        return { kind: 'kept', bytes };
      }
      case 'photo-classes': {
        const classes = (await photoClasses()).filter((each) => each.photos.length > 0);
        if (classes.length === 0) throw new FetchFailure({ code: 'no-classes', subject: '' });
        return { kind: 'photo-classes', classes };
      }
      case 'model-files':
        return { kind: 'files', files: await chosenFiles(chooseFiles, signal) };
      default:
        return assertNever(want);
    }
  }

  return {
    async serve(request, want, onProgress) {
      const abort = new AbortController();
      aborts.set(request, abort);
      try {
        const value = await inTurn(() => answerTo(want, abort.signal, onProgress));
        return { result: { ok: true, value }, transfer: transferOf(value) };
      } catch (error) {
        return { result: { ok: false, failure: failureOf(error, want) }, transfer: [] };
      } finally {
        // A new worker counts from 1 again: the number may be another request's by now.
        if (aborts.get(request) === abort) aborts.delete(request);
      }
    },
    cancel(request) {
      aborts.get(request)?.abort();
    },
    cancelAll() {
      for (const abort of aborts.values()) abort.abort();
    },
  };
}

function transferOf(value: ReplyValue): readonly Transferable[] {
  switch (value.kind) {
    case 'file':
      return [value.bytes];
    case 'photo':
      return [value.bitmap];
    case 'kept':
      return value.bytes === null ? [] : [value.bytes];
    case 'files':
      return value.files.map(({ bytes }) => bytes);
    case 'photo-classes':
      return value.classes.flatMap((each) => each.photos.map(({ bytes }) => bytes));
    case 'script':
    case 'names':
      return [];
    default:
      return assertNever(value);
  }
}

function failureOf(error: unknown, want: RequestPayload): Failure {
  if (error instanceof FetchFailure) return error.failure;
  return { code: 'network', subject: want.kind };
}
