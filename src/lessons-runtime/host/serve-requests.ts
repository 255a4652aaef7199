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
import type { DrawnClass } from '../protocol/strokes.ts';
import type { ScriptName } from '../protocol/worker-scripts.ts';
import { PartFailure } from '../shared/load-part.ts';
import { type ChooseFiles, chosenFiles } from './chosen-files.ts';
import { type FetchBytes, FetchFailure } from './fetch-bytes.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import type { Photos } from './photos.ts';

type Progress = { readonly loaded: number; readonly total: number };

interface ServedReply {
  readonly result: ReplyMessage['result'];
  readonly transfer: readonly Transferable[];
}

/** Answers the requests of a worker. */
export interface RequestServer {
  /**
   * Answers a request. Never rejects: an error becomes a failure in the result.
   *
   * @param request the number of the request, for `cancel`
   */
  serve(
    request: number,
    payload: RequestPayload,
    onProgress: (progress: Progress) => void,
  ): Promise<ServedReply>;
  cancel(request: number): void;
  cancelAll(): void;
}

/** The addresses of the runtime's files. */
export interface RuntimeUrls {
  readonly scripts: Readonly<Record<ScriptName, string>>;
  readonly wasm: Readonly<Record<'simd' | 'plain', string>>;
  /** The site's root, ending in a slash. */
  readonly base: string;
}

/** The learner's files and stores on this device. */
export interface LearnerFiles {
  readonly photos: Photos;
  /** Opens the cache when it is first needed; rejects if the browser refuses storage. */
  readonly blobCache: () => Promise<BlobCache>;
  readonly chooseFiles: ChooseFiles;
  /** Returns the learner's photos by class. */
  readonly photoClasses: () => Promise<readonly PhotoClassFiles[]>;
  /** Returns the learner's drawings of the classes of the page's draw pads. */
  readonly drawings: () => Promise<readonly DrawnClass[]>;
}

interface RequestContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** One handler for each kind of request. */
type RequestHandlers = {
  readonly [Kind in RequestKind]: (
    payload: RequestPayload<Kind>,
    context: RequestContext,
  ) => Promise<ReplyTo<Kind>>;
};

/** Bounds the memory of the page, because a loop in a cell could request any number of files and photos at once. */
const parallelLimit = 24;

/** Cells may read only the course's models and data. */
const readablePath = /^(?:models|datasets)\/[\w@.-]+(?:\/[\w@.-]+)*$/;

/** Returns whether cells may read a file of the site, by its path below the site's root. */
export function isReadablePath(path: string): boolean {
  return readablePath.test(path) && !path.split('/').some((segment) => /^\.+$/.test(segment));
}

/** Creates the server of the requests that a session's workers send. */
export function createRequestServer(
  urls: RuntimeUrls,
  fetchBytes: FetchBytes,
  { photos, blobCache, chooseFiles, photoClasses, drawings }: LearnerFiles,
): RequestServer {
  const aborts = new Map<number, AbortController>();
  const limited = limitConcurrency(parallelLimit);
  /** The weights of a training whose worker lost its WebGL context, until the next worker loads them. */
  let recovery: ArrayBuffer | null = null;

  /** @throws {FetchFailure} if the cache cannot be opened */
  async function openCache(subject: string): Promise<BlobCache> {
    try {
      return await blobCache();
    } catch (error) {
      // The script that opens the cache may have failed to load, which is not a refusal by the browser.
      throw new FetchFailure({
        code: error instanceof PartFailure ? 'network' : 'storage-refused',
        subject,
      });
    }
  }

  /** Returns `null` for features that cannot be read, because they can be recomputed; throws for models. */
  async function read(namespace: BlobNamespace, key: string): Promise<ArrayBuffer | null> {
    try {
      return await (await openCache(key)).read(namespace, key);
    } catch (error) {
      if (namespace === 'features') return null;
      throw error instanceof FetchFailure
        ? error
        : new FetchFailure({ code: 'storage-refused', subject: key });
    }
  }

  const handlers: RequestHandlers = {
    async file({ path: requested }, { signal, onProgress }) {
      const path = requested.startsWith(urls.base) ? requested.slice(urls.base.length) : requested;
      if (!isReadablePath(path)) throw new FetchFailure({ code: 'file-forbidden', subject: requested });
      return fetchBytes(urls.base + path, { subject: path, signal, onProgress });
    },
    async script({ name }, { signal }) {
      return new TextDecoder().decode(await fetchBytes(urls.scripts[name], { subject: name, signal }));
    },
    'wasm-binary': ({ name }, { signal }) =>
      fetchBytes(urls.wasm[name], { subject: urls.wasm[name], signal }),
    'chosen-photo': () => photos.chosen(),
    'gallery-photo': ({ id }) => photos.fromGallery(id),
    'read-blob': ({ namespace, key }) => read(namespace, key),
    async 'write-blob'({ namespace, key, bytes }) {
      const written = await (await openCache(key)).write(namespace, key, bytes);
      if (written !== 'kept') throw new FetchFailure({ code: `storage-${written}`, subject: key });
      return null;
    },
    'list-blobs': async ({ namespace }) => (await openCache(namespace)).names(namespace),
    async 'save-recovery'({ bytes }) {
      recovery = bytes;
      return null;
    },
    async 'load-recovery'() {
      const bytes = recovery;
      recovery = null;
      return bytes;
    },
    async 'photo-classes'() {
      const classes = (await photoClasses()).filter((each) => each.photos.length > 0);
      if (classes.length === 0) throw new FetchFailure({ code: 'no-classes', subject: '' });
      return classes;
    },
    drawings: () => drawings(),
    'model-files': (_, { signal }) => chosenFiles(chooseFiles, signal),
  };

  async function serveOne<Kind extends RequestKind>(
    kind: Kind,
    payload: RequestPayload<Kind>,
    context: RequestContext,
  ): Promise<ServedReply> {
    const value = await handlers[kind](payload, context);
    return { result: { ok: true, value: { kind, value } }, transfer: transferOf(kind, value) };
  }

  return {
    async serve(request, payload, onProgress) {
      const abort = new AbortController();
      aborts.set(request, abort);
      try {
        return await limited(() => serveOne(payload.kind, payload, { signal: abort.signal, onProgress }));
      } catch (error) {
        return { result: { ok: false, failure: failureOf(error, payload) }, transfer: [] };
      } finally {
        // A new worker numbers its requests from 1 again, so the number may belong to another request by now.
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

function failureOf(error: unknown, payload: RequestPayload): Failure {
  if (error instanceof FetchFailure) return error.failure;
  return { code: 'network', subject: payload.kind };
}
