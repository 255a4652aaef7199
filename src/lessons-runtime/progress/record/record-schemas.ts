import * as v from 'valibot';
import { attemptStages } from '../../lesson/attempt-stages.ts';
import { firstSteps } from '../../lesson/first-steps.ts';
import { confusionSchema, trainingSchema } from '../../protocol/training.ts';
import { digestStates } from './digest-state.ts';

/**
 * How much a file may bring: more than anyone makes by learning, and far from where a counter ends. What is kept on the
 * device has no such limits: a record that has grown is no damaged record.
 */
export const fileLimits = {
  /** Bytes of a whole file. */
  bytes: 200_000_000,
  /** Objects and lists within each other; a record has 7. */
  depth: 32,
  /** Characters of a name of a learner, of a lesson or of what is in it. */
  name: 200,
  /** Characters of code, an answer or a note. */
  text: 10_000_000,
  fileName: 1000,
  /** Of what is counted up. */
  count: 1_000_000_000,
} as const;

/** The limits of texts and numbers. */
export type Sizes = Readonly<Record<'name' | 'text' | 'fileName' | 'count', number>>;
export const anySize: Sizes = {
  name: Number.POSITIVE_INFINITY,
  text: Number.POSITIVE_INFINITY,
  fileName: Number.POSITIVE_INFINITY,
  count: Number.POSITIVE_INFINITY,
};

/** A moment that a `Date` can hold, in milliseconds since 1970. */
export const timeSchema = v.custom<number>(
  (value) => typeof value === 'number' && value >= 0 && value <= 8.64e15,
  'date',
);
const seed = v.pipe(v.number(), v.integer('integer'), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** What a learner is called, as a file has it. */
export const learnerNameSchema = nameOf(fileLimits);

function nameOf(sizes: Sizes) {
  return v.pipe(v.string(), v.maxLength(sizes.name));
}

/** The schema of each table, and so what each holds: the types of `record-types.ts` follow. */
export function schemasOf(sizes: Sizes) {
  const time = timeSchema;
  const learnerName = nameOf(sizes);
  const name = v.pipe(v.string(), v.minLength(1), v.maxLength(sizes.name));
  const text = v.pipe(v.string(), v.maxLength(sizes.text));
  const fileName = v.pipe(v.string(), v.maxLength(sizes.fileName));
  const count = v.pipe(v.number(), v.integer('integer'), v.minValue(0), v.maxValue(sizes.count));

  /** That something came in by import, from a file that was not made on this device as far as it knows. */
  const imported = v.object({
    at: time,
    /** The file's name. */
    file: fileName,
    /** What the file's seal said then. */
    seal: v.picklist(digestStates),
  });

  /** One try at an item. */
  const attempt = v.object({
    at: time,
    /** An exercise's code, or a question's answer as JSON. */
    answer: text,
    /** `broken` is our fault and counts against nobody. */
    verdict: v.picklist(['correct', 'incorrect', 'broken']),
    /** What decided it. */
    stage: v.picklist(attemptStages),
    /**
     * Which of the item's messages it got: of an exercise the name that its author gave it, of a question its reason. Empty
     * where there is none.
     */
    message: text,
    /** What a check compared, where it did; empty where there was nothing on that side. */
    compared: v.exactOptional(v.object({ expected: text, found: text })),
    /** Where it was not made here. */
    imported: v.exactOptional(imported),
  });

  /** An answer to a question that only the next training decides. */
  const bet = v.object({
    at: time,
    /** As in an attempt. */
    answer: text,
    /** Whether the learner had seen a training of that cell by then. */
    isAfterTraining: v.boolean(),
  });

  return {
    /** What a learner made of a cell's code. */
    edits: v.object({
      lesson: name,
      cell: name,
      source: text,
      /** 0 where it was kept before times were. */
      at: time,
    }),
    /** What a learner did with one exercise or one question of a quiz. */
    items: v.object({
      /** The lesson's folder. */
      lesson: name,
      item: v.pipe(
        name,
        v.regex(/^(?:exercise\/[^/]+|quiz\/[^/]+\/[^/]+)$/, 'exercise/<id>, quiz/<quiz>/<question>'),
      ),
      /** Oldest first; the first try stays the first. */
      attempts: v.array(attempt),
      /** How many of the hints were opened. */
      hints: count,
      /** Whether the solution was opened. */
      isSolutionSeen: v.boolean(),
      /** When it was first opened; absent where that was before times were kept. */
      solutionSeenAt: v.exactOptional(time),
      /** One that stands. */
      bet: v.exactOptional(bet),
    }),
    /** A training as the log keeps it. */
    runs: v.pipe(
      v.object({
        ...trainingSchema.entries,
        lesson: name,
        cell: name,
        /** At its end. */
        at: time,
        /** Of the worker it ran in. */
        seed,
        /** What the learner concludes from it. */
        note: text,
        /** Of the last `accuracyReport` of its model. */
        confusion: v.exactOptional(confusionSchema),
        /** Counts the trainings of this device, over all lessons; never given twice. */
        number: count,
      }),
      v.check((run) => v.safeParse(trainingSchema, run).success, 'a value each'),
    ),
    /** That a cell was run, and how its last run ended. */
    cells: v.object({
      lesson: name,
      cell: name,
      runs: count,
      /** At the end of the last run. */
      at: time,
      outcome: v.picklist(['done', 'failed', 'stopped']),
      /** Whether it ever ran to its end. */
      wasDone: v.boolean(),
    }),
    /** One of lesson 0's first steps, taken. */
    steps: v.object({ lesson: name, step: v.picklist(firstSteps), at: time }),
    /** Where a learner was in a lesson: the heading or the cell that was being read. */
    places: v.object({
      lesson: name,
      at: time,
      /** Its id on the page of each language. */
      anchors: v.object({ es: name, en: name }),
      /** The heading over it, in the language it was read in. */
      heading: text,
      language: v.picklist(['es', 'en']),
    }),
    /** What is the learner's, and of no lesson. */
    learner: v.object({
      /** As it stands on what they hand in; empty until they gave one. */
      name: learnerName,
      /** The number that the last training got. */
      lastRun: count,
    }),
  };
}
