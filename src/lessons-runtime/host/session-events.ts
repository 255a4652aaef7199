import type { BackendName } from '../protocol/host-to-worker.ts';
import type { BackendReason } from '../protocol/worker-to-host.ts';
import type { CellState } from './cell-state.ts';
import type { ConnectionFailure } from './connection.ts';

export type SessionState =
  /** No worker: before the first run, or after one was ended. `lost` says that variables went with it. */
  | { readonly phase: 'off'; readonly lost: boolean }
  | { readonly phase: 'starting' }
  | {
      readonly phase: 'ready';
      readonly backend: BackendName;
      readonly reason: BackendReason;
      readonly renderer: string;
    };

export interface SessionEvents {
  onCell(cell: string, state: CellState): void;
  onState(state: SessionState): void;
  /** What a run sends as JSON, for a session that grades; anyone else has no use for it, and it is dropped. */
  onData?(cell: string, json: string): void;
  /** After each run; `backend` is the one in use. */
  onMemory(memory: { readonly tensors: number; readonly bytes: number; readonly backend: string }): void;
  /** What the worker tells of a training of a run, not parsed yet; `seed` is the one its worker started with. */
  onTraining(
    by: { readonly cell: string; readonly run: number; readonly source: string },
    event: unknown,
    seed: number,
  ): void;
  /** The worker could not be brought up, or broke: every pending run has failed. */
  onTrouble(trouble: ConnectionFailure): void;
}
