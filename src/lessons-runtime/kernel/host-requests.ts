import { CourseError } from '../protocol/failure.ts';
import type { ReplyMessage, RequestProgressMessage } from '../protocol/host-to-worker.ts';
import type {
  BlobNamespace,
  NamedBytes,
  PhotoClassFiles,
  PhotoReply,
  ReplyTo,
  ReplyValue,
  RequestKind,
  RequestPayload,
} from '../protocol/requests.ts';
import type { DrawnClass } from '../protocol/strokes.ts';
import type { ScriptName } from '../protocol/worker-scripts.ts';
import type { WorkerToHost } from '../protocol/worker-to-host.ts';
import { createDeferred } from '../shared/deferred.ts';
import type { Language } from '../shared/language.ts';

interface RequestOptions {
  /** Called with the bytes loaded so far; `total` is 0 if it is unknown. */
  readonly onProgress?: (progress: { readonly loaded: number; readonly total: number }) => void;
}

interface Pending {
  readonly subject: string;
  readonly resolve: (reply: ReplyValue) => void;
  readonly reject: (reason: CourseError) => void;
  readonly onProgress: RequestOptions['onProgress'];
}

/** Requests files, scripts and photos from the page, because the worker has no network. All reject with a `CourseError`. */
export interface HostRequests {
  /** Returns the bytes of a file of the site, e.g. `models/efficientnet-lite0@1/model.json`. */
  file(path: string, options?: RequestOptions): Promise<ArrayBuffer>;
  /** Returns the text of a script of the runtime. */
  script(name: ScriptName): Promise<string>;
  /** Returns a build of tfjs's wasm backend. */
  wasmBinary(name: 'simd' | 'plain'): Promise<ArrayBuffer>;
  /** Returns the photo of the page's picker, or one of the gallery. */
  photo(payload: RequestPayload<'chosen-photo' | 'gallery-photo'>): Promise<PhotoReply>;
  /** Returns the bytes that the browser stores under a key; `null` if there are none. */
  readBlob(namespace: BlobNamespace, key: string): Promise<ArrayBuffer | null>;
  /** Transfers `bytes` to the page and stores them; empty bytes delete the key. Rejects if the browser refuses them. */
  writeBlob(namespace: BlobNamespace, key: string, bytes: ArrayBuffer): Promise<void>;
  /** Returns the stored keys. */
  listBlobs(namespace: BlobNamespace): Promise<readonly string[]>;
  /** Returns the files that the learner selects in the output of the running cell. */
  modelFiles(): Promise<readonly NamedBytes[]>;
  /** Returns the learner's classes that have photos. */
  photoClasses(): Promise<readonly PhotoClassFiles[]>;
  /** Returns the classes of the page's draw pads with the learner's drawings; no class if the page has no pad. */
  drawings(): Promise<readonly DrawnClass[]>;
  /** Transfers a training's weights to the page, for the next worker. */
  saveRecovery(bytes: ArrayBuffer): Promise<void>;
  /** Returns the weights that the previous worker saved, once; `null` if there are none. */
  loadRecovery(): Promise<ArrayBuffer | null>;
  /** Whether no request is pending. */
  readonly isIdle: boolean;
  /** Handles a message of the page. */
  receive(message: ReplyMessage | RequestProgressMessage): void;
  /** Cancels all pending requests: each rejects with `cancelled`. */
  cancelAll(): void;
}

/** @param post sends a message to the page */
export function createHostRequests(
  post: (message: WorkerToHost, transfer?: readonly Transferable[]) => void,
  language: Language,
): HostRequests {
  const pending = new Map<number, Pending>();
  let last = 0;

  /** @param subject names the request in the message of a failure */
  function send<Kind extends RequestKind>(
    kind: Kind,
    payload: RequestPayload<Kind>,
    subject: string,
    options: RequestOptions = {},
  ): Promise<ReplyTo<Kind>> {
    const request = ++last;
    const deferred = createDeferred<ReplyTo<Kind>>();
    const { reject } = deferred;
    const resolve = (reply: ReplyValue): void => {
      if (isReplyTo(kind, reply)) deferred.resolve(reply.value);
      else reject(new CourseError({ code: 'file-corrupt', subject }, language));
    };
    pending.set(request, { resolve, reject, subject, onProgress: options.onProgress });
    post({ type: 'request', request, payload }, 'bytes' in payload ? [payload.bytes] : []);
    return deferred.promise;
  }

  return {
    file: (path, options) => send('file', { kind: 'file', path }, path, options),
    wasmBinary: (name) => send('wasm-binary', { kind: 'wasm-binary', name }, `wasm (${name})`),
    script: (name) => send('script', { kind: 'script', name }, name),
    photo: (payload) =>
      send(payload.kind, payload, payload.kind === 'gallery-photo' ? payload.id : payload.kind),
    readBlob: (namespace, key) => send('read-blob', { kind: 'read-blob', namespace, key }, key),
    async writeBlob(namespace, key, bytes) {
      await send('write-blob', { kind: 'write-blob', namespace, key, bytes }, key);
    },
    listBlobs: (namespace) => send('list-blobs', { kind: 'list-blobs', namespace }, namespace),
    modelFiles: () => send('model-files', { kind: 'model-files' }, 'model.json'),
    photoClasses: () => send('photo-classes', { kind: 'photo-classes' }, 'photos'),
    drawings: () => send('drawings', { kind: 'drawings' }, 'drawings'),
    async saveRecovery(bytes) {
      await send('save-recovery', { kind: 'save-recovery', bytes }, 'weights');
    },
    loadRecovery: () => send('load-recovery', { kind: 'load-recovery' }, 'weights'),
    get isIdle() {
      return pending.size === 0;
    },
    receive(message) {
      const request = pending.get(message.request);
      if (request === undefined) return;
      if (message.type === 'request-progress') {
        request.onProgress?.({ loaded: message.loaded, total: message.total });
        return;
      }
      pending.delete(message.request);
      if (message.result.ok) request.resolve(message.result.value);
      else request.reject(new CourseError(message.result.failure, language));
    },
    cancelAll() {
      for (const [request, { reject, subject }] of pending) {
        post({ type: 'cancel', request });
        reject(new CourseError({ code: 'cancelled', subject }, language));
      }
      pending.clear();
    },
  };
}

function isReplyTo<Kind extends RequestKind>(kind: Kind, reply: ReplyValue): reply is ReplyValue<Kind> {
  return reply.kind === kind;
}
