import * as v from 'valibot';
import { attemptStages } from '../../lesson/attempt-stages.ts';
import { firstSteps } from '../../lesson/first-steps.ts';
import { classNameSchema, strokesSchema } from '../../protocol/drawing.ts';
import { confusionSchema, trainingSchema } from '../../protocol/training.ts';
import { inEachLanguage, languages } from '../../shared/language.ts';
import { digestStates } from './digest-state.ts';

/**
 * Upper limits of a file's contents. They are far above what learning produces, and far enough below the limits of numbers
 * and memory that an imported record can keep growing. Records in the database have no limits, because a record that has
 * grown is not damaged.
 */
export const fileLimits = {
  /** Size of the file in bytes. */
  bytes: 200_000_000,
  /** Nesting of objects and arrays. A record has 7 levels. */
  depth: 32,
  /** Length of a learner's name and of the ids of lessons, cells and items, in UTF-16 code units. */
  name: 200,
  /** Length of code, an answer or a note, in UTF-16 code units. */
  text: 10_000_000,
  /** Length of the name of an imported file, in UTF-16 code units. */
  fileName: 1000,
  /** Value of a counter. */
  count: 1_000_000_000,
} as const;

/** Limits of the lengths of texts and of the values of counters. */
type SizeLimits = Readonly<Record<'name' | 'text' | 'fileName' | 'count', number>>;
export const unlimited: SizeLimits = {
  name: Number.POSITIVE_INFINITY,
  text: Number.POSITIVE_INFINITY,
  fileName: Number.POSITIVE_INFINITY,
  count: Number.POSITIVE_INFINITY,
};

/** A time that a `Date` can hold, in milliseconds since 1970. */
export const timeSchema = v.custom<number>(
  (value) => typeof value === 'number' && value >= 0 && value <= 8.64e15,
  'date',
);
const seed = v.pipe(v.number(), v.integer('integer'), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** A learner's name in a file. */
export const learnerNameSchema = learnerNameWithin(fileLimits);

function learnerNameWithin(limits: SizeLimits) {
  return v.pipe(v.string(), v.maxLength(limits.name));
}

/**
 * Creates the schemas of a record's tables, in the form of today's `recordVersion` (`migrations.ts`). The types in
 * `record-types.ts` are derived from them. Times are milliseconds since 1970; in files they are ISO dates.
 *
 * A field that is optional was added without a new version: records that are older lack it.
 */
export function schemasOf(limits: SizeLimits) {
  const time = timeSchema;
  const learnerName = learnerNameWithin(limits);
  const name = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.name));
  const text = v.pipe(v.string(), v.maxLength(limits.text));
  const fileName = v.pipe(v.string(), v.maxLength(limits.fileName));
  const count = v.pipe(v.number(), v.integer('integer'), v.minValue(0), v.maxValue(limits.count));

  /** The import that added an attempt: a file that, as far as this device knows, was not made on it. */
  const imported = v.object({
    /** When the file was imported. */
    at: time,
    /** The file's name. */
    file: fileName,
    /** The state of the file's digest when it was imported. */
    seal: v.picklist(digestStates),
  });

  /** One attempt at an exercise or a question. */
  const attempt = v.object({
    at: time,
    /** The code of an exercise, or the answer to a question as JSON. */
    answer: text,
    /** `broken`: the check failed to run. Such an attempt does not count against the learner. */
    verdict: v.picklist(['correct', 'incorrect', 'broken']),
    /** Which stage of grading decided the verdict. Since version 3; before, it was in `message`. */
    stage: v.picklist(attemptStages),
    /**
     * The message that the learner got: for an exercise the key that its author gave it, for a question the reason
     * (`score-answer.ts`). Empty if there is none. Any text is allowed, also the name of a stage.
     */
    message: text,
    /** The values that a check compared, as the learner read them. An empty text means nothing to show. */
    compared: v.exactOptional(v.object({ expected: text, found: text })),
    /**
     * The ids of the question's options, steps or pairs at that time, to which the numbers of the answer refer. Absent for an
     * exercise, for a typed answer, and if the attempt is older.
     */
    options: v.exactOptional(v.array(name)),
    /** Absent if the attempt was made on this device. */
    imported: v.exactOptional(imported),
  });

  /** A prediction that the next training decides. */
  const bet = v.object({
    at: time,
    /** As in an attempt. */
    answer: text,
    /** As in an attempt. */
    options: v.exactOptional(v.array(name)),
    /** Whether the learner had already seen a training of that cell. */
    isAfterTraining: v.boolean(),
  });

  return {
    /** The learner's version of a cell's code. Since version 1. */
    edits: v.object({
      lesson: name,
      cell: name,
      source: text,
      /** When it was last changed. Since version 2; 0 for edits of version 1. */
      at: time,
      /** The digest of the author's code from which the learner began (`codeDigest`). Earlier edits lack it. */
      authored: v.exactOptional(name),
    }),
    /** What a learner did with one exercise or one question of a quiz. Since version 1. */
    items: v.object({
      /** The lesson's folder. */
      lesson: name,
      /** `exercise/<id>` or `quiz/<quiz>/<question>`. */
      item: v.pipe(
        name,
        v.regex(/^(?:exercise\/[^/]+|quiz\/[^/]+\/[^/]+)$/, 'exercise/<id>, quiz/<quiz>/<question>'),
      ),
      /** Oldest first. Attempts are never removed. */
      attempts: v.array(attempt),
      /** The number of opened hints. */
      hints: count,
      /** Whether the solution was opened. */
      isSolutionSeen: v.boolean(),
      /** When it was first opened. Absent if it was opened before times were stored. */
      solutionSeenAt: v.exactOptional(time),
      /** The bet that is waiting for a training. */
      bet: v.exactOptional(bet),
    }),
    /** A training in the run log. Since version 1. */
    runs: v.pipe(
      v.object({
        ...trainingSchema.entries,
        lesson: name,
        cell: name,
        /** When the training ended. */
        at: time,
        /**
         * When the first training of the same run of the cell ended: the trainings of one run share it. Absent if the training
         * was stored before runs were.
         */
        ranAt: v.exactOptional(time),
        /** The seed of the worker that ran the training. */
        seed,
        /** The learner's conclusion. */
        note: text,
        /** The confusion matrix of the last `accuracyReport` of the trained model. */
        confusion: v.exactOptional(confusionSchema),
        /** The training's number on this device, over all lessons. Never reused. */
        number: count,
      }),
      v.check((run) => v.safeParse(trainingSchema, run).success, 'a value each'),
    ),
    /** The runs of a cell. Since version 2. */
    cells: v.object({
      lesson: name,
      cell: name,
      /** How often the cell was run. */
      runs: count,
      /** When the last run ended. */
      at: time,
      /** How the last run ended. */
      outcome: v.picklist(['done', 'failed', 'stopped']),
      /** Whether any run has completed. */
      wasDone: v.boolean(),
    }),
    /** A completed first step of lesson 0, and when it was completed. Since version 2. */
    steps: v.object({ lesson: name, step: v.picklist(firstSteps), at: time }),
    /** The place in a lesson that a learner was reading last: a heading or a cell. Since version 2. */
    places: v.object({
      lesson: name,
      at: time,
      /** The id of the heading or cell on the page of each language. */
      anchors: v.object(inEachLanguage(() => name)),
      /** The text of the heading above it, in `language`. */
      heading: text,
      language: v.picklist(languages),
    }),
    /** A drawing that the learner made or imported. All lessons share them. Added to version 3. */
    drawings: v.object({
      /** Its class, as in the manifest of the drawings: `butterfly`. */
      className: classNameSchema,
      /** Determined by the strokes (`drawing-id.ts`), so that the same drawing is stored once in a class. */
      id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'id')),
      /** When it was drawn or imported. */
      at: time,
      strokes: strokesSchema,
    }),
    /** What belongs to the learner and to no lesson. At most one record. Since version 2. */
    learner: v.object({
      /** The name on hand-ins. Empty until the learner enters one. */
      name: learnerName,
      /** The number of the newest training, 0 if there is none. */
      lastRun: count,
    }),
  };
}
