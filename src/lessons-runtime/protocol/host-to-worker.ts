import type { Language } from '../shared/language.ts';
import type { Failure } from './failure.ts';
import type { ReplyValue } from './requests.ts';

/** A tfjs backend. */
export type BackendName = 'webgl' | 'wasm' | 'cpu';
/** The backend to use; `auto` selects the fastest that the device supports. */
export type BackendChoice = 'auto' | BackendName;

/** The first message to a worker; it creates the kernel. */
export interface StartMessage {
  readonly type: 'start';
  readonly language: Language;
  readonly backend: BackendChoice;
  /** An integer from which all randomness in the worker follows. */
  readonly seed: number;
}

/** Runs a cell after the runs that are queued already. Answered by `output` messages and one `finished`. */
export interface RunMessage {
  readonly type: 'run';
  readonly cell: string;
  /** From 1; grows by one with each run of the lesson. */
  readonly run: number;
  /** The learner's TypeScript. */
  readonly source: string;
}

/** Ends a run cooperatively; weights and variables survive. A run that has not started yet ends when its turn comes. */
interface StopMessage {
  readonly type: 'stop';
  readonly run: number;
}

/** The answer to a `request` message. */
export interface ReplyMessage {
  readonly type: 'reply';
  /** The number of the request. */
  readonly request: number;
  readonly result:
    | { readonly ok: true; readonly value: ReplyValue }
    | { readonly ok: false; readonly failure: Failure };
}

/** How many bytes of a requested file have arrived. `total` is 0 if the server does not send it. */
export interface RequestProgressMessage {
  readonly type: 'request-progress';
  readonly request: number;
  readonly loaded: number;
  readonly total: number;
}

/**
 * Freezes the first `layers` layers of the model in a panel that the run showed, or of a reported model, and unfreezes the others. The kernel handles
 * it between two runs, so that no training is under way.
 */
export interface FreezeMessage {
  readonly type: 'freeze';
  readonly run: number;
  /** The `id` of the panel's `layers` part. */
  readonly panel: string;
  readonly layers: number;
}

/**
 * A picture for the model of a live view that the run showed. The kernel classifies it between two runs, and answers with the new
 * state of the view's `live` part.
 */
export interface FrameMessage {
  readonly type: 'frame';
  readonly run: number;
  /** The `id` of the view's `live` part. */
  readonly view: string;
  /** The number of the picture, which the answer repeats. */
  readonly frame: number;
  /** RGBA, 8 bits a channel, in the size that the part names. */
  readonly pixels: ArrayBuffer;
}

/**
 * Asks for the occlusion map of a predicted picture. Answered by `occlusion` messages for this cell and run; the kernel handles
 * it between two runs.
 */
export interface OccludeMessage {
  readonly type: 'occlude';
  readonly cell: string;
  readonly run: number;
  /** The `card` of the picture in the `predictions` part. */
  readonly card: string;
}

/** All messages from the page to the worker. The worker trusts them. */
export type HostToWorker =
  | StartMessage
  | RunMessage
  | StopMessage
  | FreezeMessage
  | FrameMessage
  | OccludeMessage
  | ReplyMessage
  | RequestProgressMessage;
