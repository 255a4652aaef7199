import type { CellState } from '../../host/cell-state.ts';
import type { SessionEvents } from '../../host/session-events.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import type { CreateOutputs } from '../cell/cell-view.ts';
import type { Engine, startEngine } from '../engine/start-engine.ts';

/** The engine, loaded when something is to be run. */
export interface LazyEngine {
  /** Brings it up once; after a failure, at the next try. */
  readonly start: () => Promise<Engine>;
  /** `null` until it is up. */
  readonly up: () => Engine | null;
}

type EngineOptions = Parameters<typeof startEngine>[0];

/** @param events the session's, of cells with what draws their outputs */
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
  return { start, up: () => engine };
}
