import { defaultSeed } from '../lesson/seed.ts';
import type { BackendChoice } from '../protocol/host-to-worker.ts';
import type { RequestPayload } from '../protocol/requests.ts';
import { type Outcome, parseWorkerToHost, type WorkerToHost } from '../protocol/worker-to-host.ts';
import { assertNever } from '../shared/assert-never.ts';
import { createDeferred, type Deferred } from '../shared/deferred.ts';
import type { Language } from '../shared/language.ts';
import { type CellEvent, type CellState, idleCell, reduceCell } from './cell-state.ts';
import type { Connect, Connection, ConnectionFailure } from './connection.ts';
import { startPageTicks } from './page-ticks.ts';
import type { RequestServer } from './serve-requests.ts';
import type { Session, SessionEvents } from './session-events.ts';

export type { Connect, Connection, ConnectionEvents, ConnectionFailure } from './connection.ts';
export type { Session, SessionEvents, SessionState } from './session-events.ts';

interface QueuedRun extends Deferred<Outcome> {
  readonly cell: string;
  readonly run: number;
  readonly source: string;
  /** Runs of one call share this number. */
  readonly batch: number;
}

/** How long a run may take to end by itself after Stop; including the termination of the worker, Stop takes under a second. */
const graceMilliseconds = 600;

/** The failure that each reason of a `lost` message stands for. */
const failureOfLoss = {
  closed: 'worker-closed',
  damaged: 'worker-damaged',
  download: 'start-failed',
  graphics: 'graphics-lost',
  'graphics-rescued': 'training-rescued',
} as const satisfies Record<Extract<WorkerToHost, { type: 'lost' }>['why'], ConnectionFailure>;

/** Creates a session; its worker starts with the first run or with `warmUp`. */
export function createSession(options: {
  readonly language: Language;
  readonly backend: BackendChoice;
  /** Called for every new worker; default `defaultSeed`. */
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
  /** The run whose outputs are accepted: the current or the last one, unless Stop ended it. */
  let acceptedRun: QueuedRun | null = null;
  let connection: Connection | null = null;
  let connecting: Promise<Connection | null> | null = null;
  /** Grows with every worker, so that late messages of a terminated worker are dropped. */
  let generation = 0;
  let workerSeed = defaultSeed;
  let lastRun = 0;
  let lastBatch = 0;
  /** The worker of this run and of all earlier runs no longer exists. */
  let lastLost = 0;
  /** The occlusion maps that the worker has not finished, by their cards. */
  const occlusions = new Map<string, { readonly cell: string; readonly run: number }>();
  /** Cancels the grace period of a run that is stopping. */
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
      // Reported asynchronously, because an error while the page draws an output must not keep the run from ending.
      setTimeout(() => {
        throw error;
      });
    }
  }

  /** Returns the connection to the worker, which it starts if there is none; `null` if Stop or Restart intervened. */
  function connected(): Promise<Connection | null> {
    connecting ??= connect();
    return connecting;
  }

  async function connect(): Promise<Connection | null> {
    const own = ++generation;
    const isCurrent = () => own === generation;
    events.onState({ phase: 'starting' });
    try {
      const made = await options.connect({
        onMessage: (data) => {
          if (isCurrent()) receive(parseWorkerToHost(data));
        },
        onLost: (failure) => {
          if (isCurrent()) lose(failure);
        },
      });
      if (!isCurrent()) {
        made.close();
        return null;
      }
      connection = made;
      workerSeed = seed();
      made.post({ type: 'start', language, backend, seed: workerSeed });
      return made;
    } catch {
      if (isCurrent()) lose('start-failed');
      return null;
    }
  }

  async function startNext(): Promise<void> {
    if (current !== null) return;
    const next = queue.shift();
    if (next === undefined) return;
    current = next;
    acceptedRun = next;
    const { cell, run, source } = next;
    apply(cell, { type: 'started', run, source });
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
        if (accepted(message) !== null) {
          apply(message.cell, { type: 'output', run: message.run, part: message.part });
        }
        return;
      case 'data':
        if (accepted(message) !== null) events.onData?.(message.cell, message.json);
        return;
      case 'training': {
        const run = accepted(message);
        if (run !== null) events.onTraining(run, message.event, workerSeed);
        return;
      }
      case 'redrawn':
        apply(message.cell, { type: 'redrawn', run: message.run, part: message.part });
        return;
      case 'occlusion': {
        const { cell, run, card, state } = message;
        if (state.phase !== 'working') occlusions.delete(card);
        apply(cell, { type: 'occlusion', run, card, state });
        return;
      }
      case 'network':
        events.onNetwork?.(message.run, message.part);
        return;
      case 'finished':
        if (current?.run === message.run)
          settle(message.outcome, message.milliseconds, message.isRandom === true ? workerSeed : null);
        return;
      case 'memory':
        events.onMemory(message);
        return;
      case 'lost':
        lose(failureOfLoss[message.why]);
        return;
      case 'request':
        void answer(message.request, message.payload);
        return;
      case 'cancel':
        requests.cancel(message.request);
        return;
      default:
        assertNever(message);
    }
  }

  /** Returns the accepted run if a message is about it. A cell can forge messages, but only for its own run. */
  function accepted(message: { readonly cell: string; readonly run: number }): QueuedRun | null {
    return acceptedRun?.cell === message.cell && acceptedRun.run === message.run ? acceptedRun : null;
  }

  async function answer(request: number, payload: RequestPayload): Promise<void> {
    const own = generation;
    const { result, transfer } = await requests.serve(request, payload, (progress) => {
      if (own === generation) connection?.post({ type: 'request-progress', request, ...progress });
    });
    if (own === generation) connection?.post({ type: 'reply', request, result }, transfer);
  }

  function settle(outcome: Outcome, milliseconds: number | null, usedSeed: number | null = null): void {
    endGrace?.();
    endGrace = null;
    const ended = current;
    current = null;
    if (outcome === 'stopped') acceptedRun = null;
    if (ended !== null) {
      apply(ended.cell, { type: 'finished', run: ended.run, outcome, milliseconds, seed: usedSeed });
      ended.resolve(outcome);
      if (outcome !== 'done') withdraw((other) => other.batch === ended.batch);
    }
    void startNext();
  }

  function withdraw(matches: (queued: QueuedRun) => boolean): void {
    const withdrawn = queue.filter(matches);
    queue.splice(0, queue.length, ...queue.filter((queued) => !matches(queued)));
    for (const { cell, run, resolve } of withdrawn) {
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
    void startNext();
    return queued.promise;
  }

  function endWorker(lost: boolean): void {
    generation += 1;
    lastLost = lastRun;
    for (const [card, { cell, run }] of occlusions)
      apply(cell, { type: 'occlusion', run, card, state: { phase: 'gone' } });
    occlusions.clear();
    requests.cancelAll();
    connection?.close();
    connection = null;
    connecting = null;
    events.onState({ phase: 'off', lost });
  }

  const holds = (run: number): boolean => connection !== null && run > lastLost;

  function lose(failure: ConnectionFailure): void {
    endWorker(failure !== 'start-failed');
    events.onConnectionLost(failure);
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
      if (!holds(run)) return false;
      connection?.post({ type: 'freeze', run, panel, layers });
      return true;
    },
    holds,
    classify(run, view, frame, pixels) {
      if (holds(run)) connection?.post({ type: 'frame', run, view, frame, pixels }, [pixels]);
    },
    occlude(cell, run, card) {
      if (!holds(run)) return false;
      occlusions.set(card, { cell, run });
      connection?.post({ type: 'occlude', cell, run, card });
      return true;
    },
    cell: stateOf,
  };
}
