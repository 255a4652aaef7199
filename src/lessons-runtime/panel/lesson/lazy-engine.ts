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

/** @param events the events of the session, with the function that creates a cell's outputs, and with the text of a failure */
export function createLazyEngine(
  options: Omit<EngineOptions, 'events'>,
  events: Omit<SessionEvents, 'onCell' | 'onConnectionLost'> & {
    onCell(cell: string, state: CellState, createOutputs: CreateOutputs): void;
    onFailure(text: string): void;
  },
): LazyEngine {
  let engine: Engine | null = null;
  const start = once(async () => {
    try {
      const { startEngine, connectionFailureText } = await loadPart(
        () => import('../engine/start-engine.ts'),
      );
      engine = startEngine({
        ...options,
        events: {
          ...events,
          onCell(cell, state) {
            if (engine !== null) events.onCell(cell, state, engine.createOutputs);
          },
          onConnectionLost: (failure) => events.onFailure(connectionFailureText(failure, options.words)),
        },
      });
      return engine;
    } catch (error) {
      events.onFailure(options.words.startFailed);
      throw error;
    }
  });
  return { start, current: () => engine };
}
