import type { AttemptStage } from '../../lesson/attempt-stages.ts';
import type { FirstStep } from '../../lesson/first-steps.ts';
import type { Confusion, Training } from '../../protocol/training.ts';
import type { DigestState } from './digest.ts';

/** What a learner made of a cell's code. */
export interface EditRecord {
  readonly lesson: string;
  readonly cell: string;
  readonly source: string;
  /** Milliseconds since 1970; 0 where it was kept before times were. */
  readonly at: number;
}

/** What a try came to; `broken` is our fault and counts against nobody. */
export type Verdict = 'correct' | 'incorrect' | 'broken';

/** That something came in by import, from a file that was not made on this device as far as it knows. */
export interface Imported {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The file's name. */
  readonly file: string;
  /** What the file's seal said then. */
  readonly seal: DigestState;
}

/** One try at an item. */
export interface Attempt {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** An exercise's code, or a question's answer as JSON. */
  readonly answer: string;
  readonly verdict: Verdict;
  readonly stage: AttemptStage;
  /**
   * Which of the item's messages it got: of an exercise the name that its author gave it, of a question its reason. Empty
   * where there is none.
   */
  readonly message: string;
  /** What a check compared, where it did; empty where there was nothing on that side. */
  readonly compared?: { readonly expected: string; readonly found: string };
  /** Where it was not made here. */
  readonly imported?: Imported;
}

/** An answer to a question that only the next training decides. */
export interface Bet {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As in an attempt. */
  readonly answer: string;
  /** Whether the learner had seen a training of that cell by then. */
  readonly isAfterTraining: boolean;
}

/** What a learner did with one exercise or one question of a quiz. */
export interface ItemRecord {
  /** The lesson's folder. */
  readonly lesson: string;
  /** `exercise/<id>`, or `quiz/<quiz>/<question>`. */
  readonly item: string;
  /** Oldest first; the first try stays the first. */
  readonly attempts: readonly Attempt[];
  /** How many of the hints were opened. */
  readonly hints: number;
  /** Whether the solution was opened. */
  readonly isSolutionSeen: boolean;
  /** Milliseconds since 1970 at which it was first opened; absent where that was before times were kept. */
  readonly solutionSeenAt?: number;
  /** One that stands. */
  readonly bet?: Bet;
}

/** A training as the log keeps it. */
export interface LoggedRun extends Training {
  readonly lesson: string;
  readonly cell: string;
  /** Milliseconds since 1970 at its end. */
  readonly at: number;
  /** Of the worker it ran in. */
  readonly seed: number;
  /** What the learner concludes from it. */
  readonly note: string;
  /** Of the last `accuracyReport` of its model. */
  readonly confusion?: Confusion;
  /** Counts the trainings of this device, over all lessons; never given twice. */
  readonly number: number;
}

/** That a cell was run, and how its last run ended. */
export interface CellRecord {
  readonly lesson: string;
  readonly cell: string;
  readonly runs: number;
  /** Milliseconds since 1970 at the end of the last run. */
  readonly at: number;
  readonly outcome: 'done' | 'failed' | 'stopped';
  /** Whether it ever ran to its end. */
  readonly wasDone: boolean;
}

/** One of lesson 0's first steps, taken. */
export interface StepRecord {
  readonly lesson: string;
  readonly step: FirstStep;
  readonly at: number;
}

/** Where a learner was in a lesson: the heading or the cell that was being read. */
export interface PlaceRecord {
  readonly lesson: string;
  readonly at: number;
  /** Its id on the page of each language. */
  readonly anchors: { readonly es: string; readonly en: string };
  /** The heading over it, in the language it was read in. */
  readonly heading: string;
  readonly language: 'es' | 'en';
}

/** What is the learner's, and of no lesson. */
export interface LearnerRecord {
  /** As it stands on what they hand in; empty until they gave one. */
  readonly name: string;
  /** The number that the last training got. */
  readonly lastRun: number;
}

/** What each table holds. */
export interface Records {
  readonly edits: EditRecord;
  readonly items: ItemRecord;
  readonly runs: LoggedRun;
  readonly cells: CellRecord;
  readonly steps: StepRecord;
  readonly places: PlaceRecord;
  readonly learner: LearnerRecord;
}
export type TableName = keyof Records;

/** Everything that is kept of a learner. */
export type WholeRecord = { readonly [Table in TableName]: readonly Records[Table][] };

/** Where a record lies. */
export type RecordKey = readonly [table: string, lesson: string, id: string | number];
