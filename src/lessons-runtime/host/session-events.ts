import type { BackendName } from '../protocol/host-to-worker.ts';
import type { OutputOf } from '../protocol/output.ts';
import type { BackendReason, Outcome } from '../protocol/worker-to-host.ts';
import type { CellState } from './cell-state.ts';
import type { ConnectionFailure } from './connection.ts';

/** Runs the cells of one lesson in a worker, one at a time. */
export interface Session {
  /**
   * Queues runs. If one does not end `done`, the following runs of the same call are removed from the queue.
   *
   * @returns `done`, or the outcome of the first run that ended otherwise; never rejects
   */
  run(cells: readonly { readonly cell: string; readonly source: string }[]): Promise<Outcome>;
  /** Starts the worker, so that the next run need not wait for it. */
  warmUp(): void;
  /** Empties the queue and ends the current run: cooperatively within the grace period, otherwise by terminating the worker. */
  stop(): void;
  /** Terminates the worker; the next run starts a new one. Code and outputs stay. */
  restart(): void;
  /**
   * Freezes the first `layers` layers of a panel that a run showed and unfreezes the others, after the current run.
   *
   * @returns whether the worker that holds the model still exists
   */
  freeze(run: number, panel: string, layers: number): boolean;
  /**
   * Asks for the occlusion map of a picture that a run of a cell showed; it is computed after the current run, and becomes part
   * of the cell's outputs.
   *
   * @returns whether the worker that holds the model still exists
   */
  occlude(cell: string, run: number, card: string): boolean;
  /** Returns whether the worker of a run still exists. */
  holds(run: number): boolean;
  /**
   * Sends a picture to a live view that a run showed, whose worker exists. It is classified after the current run.
   *
   * @param frame the number of the picture, which the view's new state repeats
   * @param pixels RGBA in the size of the view; it is transferred
   */
  classify(run: number, view: string, frame: number, pixels: ArrayBuffer): void;
  /** Returns the state of a cell. */
  cell(cell: string): CellState;
}

/** The state of a session's worker. */
export type SessionState =
  /** There is no worker: before the first run, or after one was terminated. `lost`: variables were lost with it. */
  | { readonly phase: 'off'; readonly lost: boolean }
  | { readonly phase: 'starting' }
  | {
      readonly phase: 'ready';
      readonly backend: BackendName;
      readonly reason: BackendReason;
      readonly renderer: string;
    };

/** Callbacks of a session. */
export interface SessionEvents {
  /** Called when the state of a cell changes. */
  onCell(cell: string, state: CellState): void;
  /** Called when the state of the worker changes. */
  onState(state: SessionState): void;
  /** Called with the JSON that a run sends; only sessions that grade have this callback. */
  onData?(cell: string, json: string): void;
  /** Called during and after each run with the live tensors, their bytes, and the backend in use. */
  onMemory(memory: { readonly tensors: number; readonly bytes: number; readonly backend: string }): void;
  /** Called with the events of a run's trainings, not validated; `seed` is the seed of the worker. */
  onTraining(
    run: { readonly cell: string; readonly run: number; readonly source: string },
    event: unknown,
    seed: number,
  ): void;
  /** Called with the layers of a model of the lesson; `run` and the `id` of the part identify it for `freeze`. */
  onNetwork?(run: number, part: OutputOf<'layers'>): void;
  /** Called when the worker could not be started or was lost; every pending run then fails. */
  onConnectionLost(failure: ConnectionFailure): void;
}
