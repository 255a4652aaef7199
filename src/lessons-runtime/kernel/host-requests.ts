import { CourseError } from '../protocol/failure.ts';
import type {
  NamedBytes,
  PhotoClassFiles,
  ReplyMessage,
  ReplyValue,
  RequestProgressMessage,
} from '../protocol/host-to-worker.ts';
import type { BlobNamespace, RequestPayload, ScriptName, WorkerToHost } from '../protocol/worker-to-host.ts';
import { createDeferred, type Deferred } from '../shared/deferred.ts';
import type { Language } from '../shared/language.ts';

export interface RequestOptions {
  readonly onProgress?: (progress: { readonly loaded: number; readonly total: number }) => void;
}

interface Pending extends Deferred<ReplyValue> {
  readonly subject: string;
  readonly onProgress: RequestOptions['onProgress'];
}

/** The worker's way to files, scripts and photos: it has no network of its own, so it asks the page. */
export interface HostRequests {
  /** Bytes of a file of the site, e.g. `models/efficientnet-lite0@1/model.json`. @throws {CourseError} */
  file(path: string, options?: RequestOptions): Promise<ArrayBuffer>;
  /** A script of the runtime. @throws {CourseError} */
  script(name: ScriptName): Promise<string>;
  wasmBinary(name: 'simd' | 'plain'): Promise<ArrayBuffer>;
  photo(want: RequestPayload & { readonly kind: 'chosen-photo' | 'gallery-photo' }): Promise<{
    readonly bitmap: ImageBitmap;
    readonly name: string;
  }>;
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
  language: () => Language,
): HostRequests {
  const pending = new Map<number, Pending>();
  let last = 0;

  function ask(want: RequestPayload, subject: string, options: RequestOptions = {}): Promise<ReplyValue> {
    const request = ++last;
    const deferred = createDeferred<ReplyValue>();
    pending.set(request, { ...deferred, subject, onProgress: options.onProgress });
    post({ type: 'request', request, want }, 'bytes' in want ? [want.bytes] : []);
    return deferred.promise;
  }

  async function bytes(
    want: RequestPayload,
    subject: string,
    options?: RequestOptions,
  ): Promise<ArrayBuffer> {
    const value = await ask(want, subject, options);
    if (value.kind !== 'file') throw new CourseError({ code: 'file-corrupt', subject }, language());
    return value.bytes;
  }

  return {
    file: (path, options) => bytes({ kind: 'file', path }, path, options),
    wasmBinary: (name) => bytes({ kind: 'wasm-binary', name }, `wasm (${name})`),
    async script(name) {
      const value = await ask({ kind: 'script', name }, name);
      if (value.kind !== 'script') throw new CourseError({ code: 'file-corrupt', subject: name }, language());
      return value.text;
    },
    async photo(want) {
      const subject = want.kind === 'gallery-photo' ? want.id : want.kind;
      const value = await ask(want, subject);
      if (value.kind !== 'photo') throw new CourseError({ code: 'photo-unreadable', subject }, language());
      return value;
    },
    async kept(namespace, key) {
      const value = await ask({ kind: 'kept', namespace, key }, key);
      return value.kind === 'kept' ? value.bytes : null;
    },
    async keep(namespace, key, bytes) {
      await ask({ kind: 'keep', namespace, key, bytes }, key);
    },
    async keptNames(namespace) {
      const value = await ask({ kind: 'kept-names', namespace }, namespace);
      return value.kind === 'names' ? value.names : [];
    },
    async modelFiles() {
      const value = await ask({ kind: 'model-files' }, 'model.json');
      return value.kind === 'files' ? value.files : [];
    },
    async photoClasses() {
      const value = await ask({ kind: 'photo-classes' }, 'photos');
      return value.kind === 'photo-classes' ? value.classes : [];
    },
    async saveRecovery(rescuedBytes) {
      await ask({ kind: 'rescue', bytes: rescuedBytes }, 'rescue');
    },
    async loadRecovery() {
      const value = await ask({ kind: 'rescued' }, 'rescue');
      return value.kind === 'kept' ? value.bytes : null;
    },
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
      if (message.result.ok) waiting.resolve(message.result.value);
      else waiting.reject(new CourseError(message.result.failure, language()));
    },
    cancelAll() {
      for (const [request, waiting] of pending) {
        post({ type: 'cancel', request });
        waiting.reject(new CourseError({ code: 'cancelled', subject: waiting.subject }, language()));
      }
      pending.clear();
    },
  };
}
