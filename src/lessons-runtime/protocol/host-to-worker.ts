import type { Language } from '../shared/language.ts';
import type { Failure } from './failure.ts';
import type { ReplyValue } from './requests.ts';

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
