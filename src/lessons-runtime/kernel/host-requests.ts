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
import type { ScriptName } from '../protocol/worker-scripts.ts';
import type { WorkerToHost } from '../protocol/worker-to-host.ts';
import { createDeferred } from '../shared/deferred.ts';
import type { Language } from '../shared/language.ts';

export interface RequestOptions {
  readonly onProgress?: (progress: { readonly loaded: number; readonly total: number }) => void;
}

interface Pending {
  readonly subject: string;
  readonly accept: (reply: ReplyValue) => void;
  readonly reject: (reason: CourseError) => void;
  readonly onProgress: RequestOptions['onProgress'];
}

/** The worker's way to files, scripts and photos: it has no network of its own, so it asks the page. */
export interface HostRequests {
  /** Bytes of a file of the site, e.g. `models/efficientnet-lite0@1/model.json`. @throws {CourseError} */
  file(path: string, options?: RequestOptions): Promise<ArrayBuffer>;
  /** A script of the runtime. @throws {CourseError} */
  script(name: ScriptName): Promise<string>;
  wasmBinary(name: 'simd' | 'plain'): Promise<ArrayBuffer>;
  photo(want: RequestPayload<'chosen-photo' | 'gallery-photo'>): Promise<PhotoReply>;
  /** What the page keeps in the browser's storage under a key; `null` where there is nothing. @throws {CourseError} */
  kept(namespace: BlobNamespace, key: string): Promise<ArrayBuffer | null>;
  /** Gives `bytes` away to be kept; empty ones free the key. @throws {CourseError} where the browser does not take them */
  keep(namespace: BlobNamespace, key: string, bytes: ArrayBuffer): Promise<void>;
  keptNames(namespace: BlobNamespace): Promise<readonly string[]>;
  /** Files that the learner is asked for, in the output of the cell that runs. @throws {CourseError} */
  modelFiles(): Promise<readonly NamedBytes[]>;
  /** The classes that the learner made on the page, those without photos left out. @throws {CourseError} */
  photoClasses(): Promise<readonly PhotoClassFiles[]>;
  /** Leaves a training's weights with the page, for the worker after this one. */
  saveRecovery(bytes: ArrayBuffer): Promise<void>;
  /** What the worker before this one left; it is given once. */
  loadRecovery(): Promise<ArrayBuffer | null>;
  /** Whether nothing is being waited for. */
  readonly isIdle: boolean;
  receive(message: ReplyMessage | RequestProgressMessage): void;
  /** Ends every request under way: each rejects with `cancelled`. */
  cancelAll(): void;
}

export function createHostRequests(
  post: (message: WorkerToHost, transfer?: readonly Transferable[]) => void,
  language: Language,
): HostRequests {
  const pending = new Map<number, Pending>();
  let last = 0;

  function ask<Kind extends RequestKind>(
    kind: Kind,
    want: RequestPayload<Kind>,
    subject: string,
    options: RequestOptions = {},
  ): Promise<ReplyTo<Kind>> {
    const request = ++last;
    const { promise, resolve, reject } = createDeferred<ReplyTo<Kind>>();
    const accept = (reply: ReplyValue): void => {
      if (isReplyTo(kind, reply)) resolve(reply.value);
      else reject(new CourseError({ code: 'file-corrupt', subject }, language));
    };
    pending.set(request, { accept, reject, subject, onProgress: options.onProgress });
    post({ type: 'request', request, want }, 'bytes' in want ? [want.bytes] : []);
    return promise;
  }

  return {
    file: (path, options) => ask('file', { kind: 'file', path }, path, options),
    wasmBinary: (name) => ask('wasm-binary', { kind: 'wasm-binary', name }, `wasm (${name})`),
    script: (name) => ask('script', { kind: 'script', name }, name),
    photo: (want) => ask(want.kind, want, want.kind === 'gallery-photo' ? want.id : want.kind),
    kept: (namespace, key) => ask('kept', { kind: 'kept', namespace, key }, key),
    async keep(namespace, key, bytes) {
      await ask('keep', { kind: 'keep', namespace, key, bytes }, key);
    },
    keptNames: (namespace) => ask('kept-names', { kind: 'kept-names', namespace }, namespace),
    modelFiles: () => ask('model-files', { kind: 'model-files' }, 'model.json'),
    photoClasses: () => ask('photo-classes', { kind: 'photo-classes' }, 'photos'),
    async saveRecovery(bytes) {
      await ask('rescue', { kind: 'rescue', bytes }, 'rescue');
    },
    loadRecovery: () => ask('rescued', { kind: 'rescued' }, 'rescue'),
    get isIdle() {
      return pending.size === 0;
    },
    receive(message) {
      const waiting = pending.get(message.request);
      if (waiting === undefined) return;
      if (message.type === 'request-progress') {
        waiting.onProgress?.({ loaded: message.loaded, total: message.total });
        return;
      }
      pending.delete(message.request);
      if (message.result.ok) waiting.accept(message.result.value);
      else waiting.reject(new CourseError(message.result.failure, language));
    },
    cancelAll() {
      for (const [request, waiting] of pending) {
        post({ type: 'cancel', request });
        waiting.reject(new CourseError({ code: 'cancelled', subject: waiting.subject }, language));
      }
      pending.clear();
    },
  };
}

function isReplyTo<Kind extends RequestKind>(kind: Kind, reply: ReplyValue): reply is ReplyValue<Kind> {
  return reply.kind === kind;
}
