import type { BackendName } from '../protocol/host-to-worker.ts';
import type { OutputOf } from '../protocol/output.ts';
import type { BackendReason } from '../protocol/worker-to-host.ts';
import type { CellState } from './cell-state.ts';
import type { ConnectionFailure } from './connection.ts';

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
