import type { HostToWorker } from '../protocol/host-to-worker.ts';

/** The page's connection to a running worker. */
export interface Connection {
  post(message: HostToWorker, transfer?: readonly Transferable[]): void;
  /** Terminates the worker at once, whatever it is doing. */
  close(): void;
}

/** Why a connection failed or was lost without the page having closed it. */
export type ConnectionFailure =
  /** The worker could not be started. */
  | 'start-failed'
  /** The worker crashed, most likely because it ran out of memory. */
  | 'worker-lost'
  /** A cell called `close()`. */
  | 'worker-closed'
  /** A cell damaged the language's built-in objects irreparably. */
  | 'worker-damaged'
  /** The worker sent more messages than the page can read. */
  | 'worker-flooded'
  /** The WebGL context was lost, and all tensors with it. */
  | 'graphics-lost'
  /** As `graphics-lost`, but the weights of the running training were saved. */
  | 'training-rescued';

export interface ConnectionEvents {
  /** Receives each message of the worker, not validated. */
  onMessage(data: unknown): void;
  /** Called when the worker was lost, or must be terminated by the caller. */
  onLost(failure: ConnectionFailure): void;
}

/** Starts a worker. Rejects if that fails. */
export type Connect = (events: ConnectionEvents) => Promise<Connection>;
