import type { Language } from '../shared/language.ts';
import type { Failure } from './failure.ts';

export type BackendName = 'webgl' | 'wasm' | 'cpu';
export type BackendChoice = 'auto' | BackendName;

export interface StartMessage {
  readonly type: 'start';
  readonly language: Language;
  readonly backend: BackendChoice;
  /** All chance in the worker follows from it. A whole number. */
  readonly seed: number;
}

/** `source` is the learner's TypeScript; `run` grows by one with every run of the lesson. */
export interface RunMessage {
  readonly type: 'run';
  readonly cell: string;
  readonly run: number;
  readonly source: string;
}

/** Asks the run under way to end: cooperatively, keeping weights and variables. */
export interface StopMessage {
  readonly type: 'stop';
  readonly run: number;
}

/** What the host can answer a request with: a file's bytes, a script's text, or a decoded photo, what it keeps, or files of the learner's. */
export type ReplyValue =
  | { readonly kind: 'file'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'script'; readonly text: string }
  | { readonly kind: 'photo'; readonly bitmap: ImageBitmap; readonly name: string }
  /** What was kept under a key; `null` where nothing is. */
  | { readonly kind: 'kept'; readonly bytes: ArrayBuffer | null }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'photo-classes'; readonly classes: readonly PhotoClassFiles[] }
  | { readonly kind: 'files'; readonly files: readonly NamedBytes[] };

/** A class of the learner's own, and its photos as JPEG files. */
export interface PhotoClassFiles {
  readonly name: string;
  readonly photos: readonly NamedBytes[];
}

/** A file that the learner chose. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

export interface ReplyMessage {
  readonly type: 'reply';
  readonly request: number;
  readonly result:
    | { readonly ok: true; readonly value: ReplyValue }
    | { readonly ok: false; readonly failure: Failure };
}

/** Bytes of a requested file so far. `total` is 0 where the server does not say. */
export interface RequestProgressMessage {
  readonly type: 'request-progress';
  readonly request: number;
  readonly loaded: number;
  readonly total: number;
}

/**
 * Freezes the first `layers` layers of the model that a run's panel shows and thaws the others. Takes its turn between two
 * runs, so that no training is under way.
 */
export interface FreezeMessage {
  readonly type: 'freeze';
  readonly run: number;
  readonly panel: string;
  readonly layers: number;
}

export type HostToWorker =
  | StartMessage
  | RunMessage
  | StopMessage
  | FreezeMessage
  | ReplyMessage
  | RequestProgressMessage;
