import type { BlobCache } from '../progress/blobs/blob-cache.ts';
import type { Failure } from '../protocol/failure.ts';
import type { ReplyMessage } from '../protocol/host-to-worker.ts';
import {
  type BlobNamespace,
  type PhotoClassFiles,
  type ReplyTo,
  type RequestKind,
  type RequestPayload,
  transferOf,
} from '../protocol/requests.ts';
import type { ScriptName } from '../protocol/worker-scripts.ts';
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

interface Serving {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** What each kind of request is answered with. */
type Answers = {
  readonly [Kind in RequestKind]: (want: RequestPayload<Kind>, serving: Serving) => Promise<ReplyTo<Kind>>;
};

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

  const answers: Answers = {
    async file({ path: asked }, { signal, onProgress }) {
      const path = asked.startsWith(urls.base) ? asked.slice(urls.base.length) : asked;
      if (!isReadablePath(path)) throw new FetchFailure({ code: 'file-forbidden', subject: asked });
      return fetchBytes(urls.base + path, { subject: path, signal, onProgress });
    },
    async script({ name }, { signal }) {
      return new TextDecoder().decode(await fetchBytes(urls.scripts[name], { subject: name, signal }));
    },
    'wasm-binary': ({ name }, { signal }) =>
      fetchBytes(urls.wasm[name], { subject: urls.wasm[name], signal }),
    'chosen-photo': () => photos.chosen(),
    'gallery-photo': ({ id }) => photos.fromGallery(id),
    kept: ({ namespace, key }) => read(namespace, key),
    async keep({ namespace, key, bytes }) {
      const written = await (await keptFilesOr(key)).write(namespace, key, bytes);
      if (written !== 'kept') throw new FetchFailure({ code: `storage-${written}`, subject: key });
      return null;
    },
    'kept-names': async ({ namespace }) => (await keptFilesOr(namespace)).names(namespace),
    async rescue({ bytes }) {
      rescued = bytes;
      return null;
    },
    async rescued() {
      const bytes = rescued;
      rescued = null;
      return bytes;
    },
    async 'photo-classes'() {
      const classes = (await photoClasses()).filter((each) => each.photos.length > 0);
      if (classes.length === 0) throw new FetchFailure({ code: 'no-classes', subject: '' });
      return classes;
    },
    'model-files': (_, { signal }) => chosenFiles(chooseFiles, signal),
  };

  async function serveOne<Kind extends RequestKind>(
    kind: Kind,
    want: RequestPayload<Kind>,
    serving: Serving,
  ): Promise<Served> {
    const value = await answers[kind](want, serving);
    return { result: { ok: true, value: { kind, value } }, transfer: transferOf(kind, value) };
  }

  return {
    async serve(request, want, onProgress) {
      const abort = new AbortController();
      aborts.set(request, abort);
      try {
        return await inTurn(() => serveOne(want.kind, want, { signal: abort.signal, onProgress }));
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

function failureOf(error: unknown, want: RequestPayload): Failure {
  if (error instanceof FetchFailure) return error.failure;
  return { code: 'network', subject: want.kind };
}
