import type { CellState } from '../../host/cell-state.ts';
import type { SessionEvents } from '../../host/session-events.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import type { CreateOutputs } from '../cell/cell-view.ts';
import type { Engine, startEngine } from '../engine/start-engine.ts';

/** The engine, loaded when a cell is about to run. */
export interface LazyEngine {
  /** Starts the engine, or returns the started one; after a failure, the next call tries again. */
  readonly start: () => Promise<Engine>;
  /** Returns the engine; `null` until it has started. */
  readonly current: () => Engine | null;
}

type EngineOptions = Parameters<typeof startEngine>[0];

/** @param events the events of the session; `onCell` also gets the function that creates a cell's outputs */
export function createLazyEngine(
  options: Omit<EngineOptions, 'events'>,
  events: Omit<SessionEvents, 'onCell'> & {
    onCell(cell: string, state: CellState, createOutputs: CreateOutputs): void;
  },
): LazyEngine {
  let engine: Engine | null = null;
  const start = once(async () => {
    try {
      const part = await loadPart(() => import('../engine/start-engine.ts'));
      engine = part.startEngine({
        ...options,
        events: {
          ...events,
          onCell(cell, state) {
            if (engine !== null) events.onCell(cell, state, engine.createOutputs);
          },
        },
      });
      return engine;
    } catch (error) {
      events.onConnectionLost('start-failed');
      throw error;
    }
  });
  return { start, current: () => engine };
}
