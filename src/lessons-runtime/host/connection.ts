import type { HostToWorker } from '../protocol/host-to-worker.ts';

/** A worker that is up, seen from the page. */
export interface Connection {
  post(message: HostToWorker, transfer?: readonly Transferable[]): void;
  /** Ends the worker at once, whatever it does. */
  close(): void;
}

/** Why there is no worker, though nobody ended it. */
export type ConnectionFailure =
  /** It could not be brought up. */
  | 'start-failed'
  /** It broke, most likely for lack of memory. */
  | 'worker-lost'
  /** A cell called `close()`. */
  | 'worker-closed'
  /** A cell changed the language's own objects for good. */
  | 'worker-damaged'
  /** It said more than the page can read. */
  | 'worker-flooded'
  /** The graphics processor forgot all of its tensors. */
  | 'graphics-lost'
  /** It did, and the weights of the training under way are saved. */
  | 'training-rescued';

export interface ConnectionEvents {
  /** A message as it came: nothing about it is known yet. */
  onMessage(data: unknown): void;
  /** The worker is gone without having been asked to, or has to go. */
  onLost(trouble: ConnectionFailure): void;
}

export type Connect = (events: ConnectionEvents) => Promise<Connection>;
