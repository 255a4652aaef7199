import { CourseError } from '../protocol/failure.ts';
import type { ReplyMessage, ReplyValue, RequestProgressMessage } from '../protocol/host-to-worker.ts';
import type { RequestWant, ScriptName, WorkerToHost } from '../protocol/worker-to-host.ts';
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
  photo(want: RequestWant & { readonly kind: 'chosen-photo' | 'gallery-photo' }): Promise<{
    readonly bitmap: ImageBitmap;
    readonly name: string;
  }>;
  /** Whether nothing is being waited for. */
  readonly isIdle: boolean;
  receive(message: ReplyMessage | RequestProgressMessage): void;
  /** Ends every request under way: each rejects with `cancelled`. */
  cancelAll(): void;
}

export function createHostRequests(
  post: (message: WorkerToHost) => void,
  language: () => Language,
): HostRequests {
  const pending = new Map<number, Pending>();
  let last = 0;

  function ask(want: RequestWant, subject: string, options: RequestOptions = {}): Promise<ReplyValue> {
    const request = ++last;
    const deferred = createDeferred<ReplyValue>();
    pending.set(request, { ...deferred, subject, onProgress: options.onProgress });
    post({ type: 'request', request, want });
    return deferred.promise;
  }

  async function bytes(want: RequestWant, subject: string, options?: RequestOptions): Promise<ArrayBuffer> {
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
