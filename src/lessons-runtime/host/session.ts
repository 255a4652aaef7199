import { defaultSeed } from '../lesson/seed.ts';
import type { BackendChoice } from '../protocol/host-to-worker.ts';
import { type Outcome, parseWorkerToHost, type WorkerToHost } from '../protocol/worker-to-host.ts';
import { assertNever } from '../shared/assert-never.ts';
import { createDeferred, type Deferred } from '../shared/deferred.ts';
import type { Language } from '../shared/language.ts';
import { type CellEvent, type CellState, idleCell, reduceCell } from './cell-state.ts';
import type { Connect, Connection, ConnectionFailure } from './connection.ts';
import { startPageTicks } from './page-ticks.ts';
import type { RequestServer } from './serve-requests.ts';
import type { SessionEvents } from './session-events.ts';

export type { Connect, Connection, ConnectionEvents, ConnectionFailure } from './connection.ts';
export type { SessionEvents, SessionState } from './session-events.ts';

export interface Session {
  /**
   * Queues runs; the first that does not end `done` takes the rest of its call out of the queue.
   * @returns `done`, or how the first that did not end so ended; never rejects
   */
  run(cells: readonly { readonly cell: string; readonly source: string }[]): Promise<Outcome>;
  /** Brings the worker up, so that a run soon to come need not wait for it. */
  warmUp(): void;
  /** Ends the run under way, cooperatively if it yields within the grace, else with its worker; empties the queue. */
  stop(): void;
  /** A new, empty worker at the next run. Code and outputs stay. */
  restart(): void;
  /**
   * Freezes the first `layers` layers of a panel that a run showed, thaws the others: after the run under way, if there is one.
   * @returns whether the worker that has the model is still there
   */
  freeze(run: number, panel: string, layers: number): boolean;
  cell(cell: string): CellState;
}

interface QueuedRun extends Deferred<Outcome> {
  readonly cell: string;
  readonly run: number;
  readonly source: string;
  /** Runs of one call share a number. */
  readonly batch: number;
}

/**
 * How long a run may take to end by itself after Stop. With the ending of the worker it stays under a second. That it ended in
 * time may be heard late, on a page that was kept busy.
 */
const graceMilliseconds = 600;

export function createSession(options: {
  readonly language: Language;
  readonly backend: BackendChoice;
  /** Asked for with every worker; `defaultSeed` where left out. */
  readonly seed?: () => number;
  readonly connect: Connect;
  readonly requests: RequestServer;
  readonly events: SessionEvents;
}): Session {
  const { language, backend, requests, events } = options;
  const seed = options.seed ?? (() => defaultSeed);
  const cells = new Map<string, CellState>();
  const queue: QueuedRun[] = [];
  let current: QueuedRun | null = null;
  /** The run whose outputs are taken: the one under way, or the last one, unless Stop ended it. */
  let acceptedRun: QueuedRun | null = null;
  let connection: Connection | null = null;
  let connecting: Promise<Connection | null> | null = null;
  /** Grows with every worker, so that what a dead one still says is dropped. */
  let generation = 0;
  let workerSeed = defaultSeed;
  let lastRun = 0;
  let lastBatch = 0;
  /** Runs up to this one had a worker that is no more. */
  let lastLost = 0;
  /** Ends the grace of a run that was asked to stop. */
  let endGrace: (() => void) | null = null;

  const stateOf = (cell: string): CellState => cells.get(cell) ?? idleCell;

  function apply(cell: string, event: CellEvent): void {
    const before = stateOf(cell);
    const after = reduceCell(before, event);
    if (after === before) return;
    cells.set(cell, after);
    try {
      events.onCell(cell, after);
    } catch (error) {
      // A page that cannot draw what a cell shows must not leave the run without an end: it hears of it later.
      setTimeout(() => {
        throw error;
      });
    }
  }

  /** The worker, brought up where there is none; `null` where Stop or Restart came in between. */
  function connected(): Promise<Connection | null> {
    connecting ??= connect();
    return connecting;
  }

  async function connect(): Promise<Connection | null> {
    const mine = ++generation;
    const live = () => mine === generation;
    events.onState({ phase: 'starting' });
    try {
      const made = await options.connect({
        onMessage: (data) => {
          if (live()) receive(parseWorkerToHost(data));
        },
        onLost: (trouble) => {
          if (live()) lose(trouble);
        },
      });
      if (!live()) {
        made.close();
        return null;
      }
      connection = made;
      workerSeed = seed();
      made.post({ type: 'start', language, backend, seed: workerSeed });
      return made;
    } catch {
      if (live()) lose('start-failed');
      return null;
    }
  }

  async function pump(): Promise<void> {
    if (current !== null) return;
    const next = queue.shift();
    if (next === undefined) return;
    current = next;
    acceptedRun = next;
    const { cell, run, source } = next;
    apply(cell, { type: 'started', run });
    const worker = await connected();
    if (current === next) worker?.post({ type: 'run', cell, run, source });
  }

  function receive(message: WorkerToHost | null): void {
    if (message === null) return;
    switch (message.type) {
      case 'ready': {
        const { backend: chosen, reason, renderer } = message;
        events.onState({ phase: 'ready', backend: chosen, reason, renderer });
        return;
      }
      case 'output':
        // A cell can make its worker say anything: it may speak for its own run, and for no other.
        if (acceptedRun?.cell === message.cell && acceptedRun.run === message.run) {
          apply(message.cell, { type: 'output', run: message.run, part: message.part });
        }
        return;
      case 'data':
        if (acceptedRun?.cell === message.cell && acceptedRun.run === message.run) {
          events.onData?.(message.cell, message.json);
        }
        return;
      case 'training':
        if (acceptedRun?.cell === message.cell && acceptedRun.run === message.run) {
          events.onTraining(acceptedRun, message.event, workerSeed);
        }
        return;
      case 'redrawn':
        apply(message.cell, { type: 'redrawn', run: message.run, part: message.part });
        return;
      case 'finished':
        if (current?.run === message.run) settle(message.outcome, message.milliseconds);
        return;
      case 'memory':
        events.onMemory(message);
        return;
      case 'lost':
        lose(
          (
            {
              closed: 'worker-closed',
              damaged: 'worker-damaged',
              download: 'start-failed',
              graphics: 'graphics-lost',
              'graphics-rescued': 'training-rescued',
            } as const
          )[message.why],
        );
        return;
      case 'request':
        void answer(message.request, message.want);
        return;
      case 'cancel':
        requests.cancel(message.request);
        return;
      default:
        assertNever(message);
    }
  }

  async function answer(request: number, want: Parameters<RequestServer['serve']>[1]): Promise<void> {
    const asker = generation;
    const { result, transfer } = await requests.serve(request, want, (progress) => {
      if (asker === generation) connection?.post({ type: 'request-progress', request, ...progress });
    });
    if (asker === generation) connection?.post({ type: 'reply', request, result }, transfer);
  }

  function settle(outcome: Outcome, milliseconds: number | null): void {
    endGrace?.();
    endGrace = null;
    const ended = current;
    current = null;
    if (outcome === 'stopped') acceptedRun = null;
    if (ended !== null) {
      apply(ended.cell, { type: 'finished', run: ended.run, outcome, milliseconds });
      ended.resolve(outcome);
      if (outcome !== 'done') withdraw((other) => other.batch === ended.batch);
    }
    void pump();
  }

  function withdraw(which: (queued: QueuedRun) => boolean): void {
    const kept = queue.filter((queued) => !which(queued));
    const gone = queue.filter(which);
    queue.splice(0, queue.length, ...kept);
    for (const { cell, run, resolve } of gone) {
      apply(cell, { type: 'withdrawn', run });
      resolve('stopped');
    }
  }

  function emptyQueue(): void {
    withdraw(() => true);
  }

  function enqueue(cell: string, source: string, batch: number): Promise<Outcome> {
    withdraw((other) => other.cell === cell);
    const queued = { ...createDeferred<Outcome>(), cell, run: ++lastRun, source, batch };
    queue.push(queued);
    apply(cell, { type: 'queued', run: queued.run });
    void pump();
    return queued.promise;
  }

  function endWorker(lost: boolean): void {
    generation += 1;
    lastLost = lastRun;
    requests.cancelAll();
    connection?.close();
    connection = null;
    connecting = null;
    events.onState({ phase: 'off', lost });
  }

  function lose(trouble: ConnectionFailure): void {
    endWorker(trouble !== 'start-failed');
    events.onTrouble(trouble);
    emptyQueue();
    settle('failed', null);
  }

  return {
    async run(list) {
      const batch = ++lastBatch;
      const outcomes = await Promise.all(list.map(({ cell, source }) => enqueue(cell, source, batch)));
      return outcomes.find((outcome) => outcome !== 'done') ?? 'done';
    },
    warmUp: () => void connected(),
    stop() {
      emptyQueue();
      if (current === null || endGrace !== null) return;
      if (connection === null) {
        endWorker(false);
        settle('stopped', null);
        return;
      }
      connection.post({ type: 'stop', run: current.run });
      endGrace = startPageTicks(graceMilliseconds, () => {
        endWorker(true);
        settle('stopped', null);
      });
    },
    restart() {
      emptyQueue();
      endWorker(false);
      settle('stopped', null);
    },
    freeze(run, panel, layers) {
      if (connection === null || run <= lastLost) return false;
      connection.post({ type: 'freeze', run, panel, layers });
      return true;
    },
    cell: stateOf,
  };
}
