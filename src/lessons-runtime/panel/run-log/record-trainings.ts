import * as v from 'valibot';
import type { LoggedRun, RunsStore } from '../../progress/record/runs-store.ts';
import {
  type Confusion,
  type Training,
  type TrainingPlace,
  trainingEventSchema,
} from '../../protocol/training.ts';

/** Keeps the trainings that workers tell of. */
export interface TrainingRecorder {
  /** What the worker tells of a training; what is none of the protocol's is dropped. */
  onTrainingEvent(by: { readonly cell: string; readonly run: number }, event: unknown, seed: number): void;
  /** The worker is no more: what was under way in it ended early. */
  endWorker(): void;
  /** When all that was heard so far is kept. */
  settled(): Promise<void>;
}

interface ReceivedTraining {
  readonly run: number;
  readonly cell: string;
  readonly seed: number;
  readonly training: Training;
}

/** @param events `onConfusion` gives the run as it is to be saved */
export function recordTrainings(
  lesson: string,
  store: RunsStore,
  events: {
    readonly onAdded: (run: LoggedRun) => void;
    readonly onConfusion: (run: LoggedRun, confusion: Confusion) => LoggedRun;
  },
): TrainingRecorder {
  /** Trainings under way, by their place, as they were last heard of. */
  const going = new Map<string, ReceivedTraining>();
  /** The numbers of those that are kept, by their place. */
  const kept = new Map<string, Promise<number | null>>();
  /** One change after another: each finds what the one before left. */
  let changes: Promise<unknown> = Promise.resolve();

  function change<T>(act: () => Promise<T>): Promise<T | null> {
    const made = changes.then(act).catch(() => null);
    changes = made;
    return made;
  }

  async function add({ cell, seed, training }: ReceivedTraining): Promise<number> {
    const run = await store.add({ ...training, lesson, cell, seed, at: Date.now(), note: '' });
    events.onAdded(run);
    return run.number;
  }

  function keep(key: string, received: ReceivedTraining): void {
    going.delete(key);
    kept.set(
      key,
      change(() => add(received)),
    );
  }

  async function addConfusion(key: string, confusion: Confusion): Promise<void> {
    const number = await kept.get(key);
    const run = (await store.load(lesson)).find((each) => each.number === number);
    // The learner may have deleted it.
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
        if (kept.has(key)) void change(() => addConfusion(key, confusion));
        return;
      }
      // A worker may tell of the run that is heard, and once how each of its trainings ended.
      if (output.place.run !== run || kept.has(key)) return;
      // Nobody waited for those of a cell that is over: how they ended, nobody will hear.
      for (const [other, earlier] of going) if (earlier.run < run) going.delete(other);
      const received = { run, cell, seed, training: output.training };
      if (output.training.outcome === 'ended') going.set(key, received);
      else keep(key, received);
    },
    endWorker() {
      for (const [key, received] of going) keep(key, received);
    },
    async settled() {
      await changes;
    },
  };
}

function keyOf({ run, number }: TrainingPlace): string {
  return `${run}/${number}`;
}
