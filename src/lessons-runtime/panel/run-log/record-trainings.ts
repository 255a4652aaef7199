import * as v from 'valibot';
import type { LoggedRun, RunsStore } from '../../progress/record/runs-store.ts';
import {
  type Confusion,
  type Training,
  type TrainingPlace,
  trainingEventSchema,
} from '../../protocol/training.ts';

/** Stores the trainings that workers report. */
export interface TrainingRecorder {
  /**
   * Handles an event of a worker about a training. Events that do not conform to the protocol are dropped.
   * @param by the run that sent the event
   * @param seed the one with which the worker started
   */
  onTrainingEvent(by: { readonly cell: string; readonly run: number }, event: unknown, seed: number): void;
  /** Stores the trainings in progress as ended early, because their worker no longer exists. */
  endWorker(): void;
  /** Resolves when the events so far have been stored, or have failed to be. */
  settled(): Promise<void>;
}

interface ReceivedTraining {
  readonly run: number;
  readonly cell: string;
  readonly seed: number;
  readonly training: Training;
}

/**
 * Creates the recorder of a lesson's trainings.
 * @param events `onAdded` is called after a training was stored; `onConfusion` returns the run, with its matrix, to be stored
 */
export function recordTrainings(
  lesson: string,
  store: RunsStore,
  events: {
    readonly onAdded: (run: LoggedRun) => void;
    readonly onConfusion: (run: LoggedRun, confusion: Confusion) => LoggedRun;
  },
): TrainingRecorder {
  /** The last events of trainings in progress, by their place. */
  const inProgress = new Map<string, ReceivedTraining>();
  /** The numbers of the stored trainings, by their place. */
  const stored = new Map<string, Promise<number | null>>();
  /** When the first training of each run of a cell ended. */
  const ranAt = new Map<number, number>();
  /** The last change. Changes run one after another, so that each sees the result of the previous one. */
  let lastChange: Promise<unknown> = Promise.resolve();

  /** @returns `null` if the change failed, which the record reports */
  function enqueue<T>(change: () => Promise<T>): Promise<T | null> {
    const result = lastChange.then(change).catch(() => null);
    lastChange = result;
    return result;
  }

  async function add({ cell, run, seed, training }: ReceivedTraining): Promise<number> {
    const at = Date.now();
    const first = ranAt.get(run) ?? at;
    ranAt.set(run, first);
    const added = await store.add({ ...training, lesson, cell, seed, at, ranAt: first, note: '' });
    events.onAdded(added);
    return added.number;
  }

  function storeTraining(key: string, received: ReceivedTraining): void {
    inProgress.delete(key);
    stored.set(
      key,
      enqueue(() => add(received)),
    );
  }

  async function addConfusion(key: string, confusion: Confusion): Promise<void> {
    const number = await stored.get(key);
    const run = (await store.load(lesson)).find((each) => each.number === number);
    // The learner may have deleted the run.
    if (run !== undefined) await store.save(events.onConfusion(run, confusion));
  }

  return {
    onTrainingEvent({ cell, run }, event, seed) {
      const parsed = v.safeParse(trainingEventSchema, event);
      if (!parsed.success) return;
      const { output } = parsed;
      const key = keyOf(output.place);
      if (output.type === 'confusion') {
        const { confusion } = output;
        if (stored.has(key)) void enqueue(() => addConfusion(key, confusion));
        return;
      }
      // Only events of the current run are accepted, and only one final event for each training.
      if (output.place.run !== run || stored.has(key)) return;
      // Trainings that an earlier run did not wait for are dropped: no event about their end is accepted.
      for (const [other, earlier] of inProgress) if (earlier.run < run) inProgress.delete(other);
      const received = { run, cell, seed, training: output.training };
      if (output.training.outcome === 'ended') inProgress.set(key, received);
      else storeTraining(key, received);
    },
    endWorker() {
      for (const [key, received] of inProgress) storeTraining(key, received);
    },
    async settled() {
      await lastChange;
    },
  };
}

function keyOf({ run, number }: TrainingPlace): string {
  return `${run}/${number}`;
}
