import type * as v from 'valibot';
import type { schemasOf } from './record-schemas.ts';

/** The types of a learner's record, derived from its schemas. Records are immutable: a change makes a new one. */

type Schemas = ReturnType<typeof schemasOf>;
type DeepReadonly<Value> = Value extends readonly (infer Each)[]
  ? readonly DeepReadonly<Each>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: DeepReadonly<Value[Name]> }
    : Value;
type RecordOf<Table extends TableName> = DeepReadonly<v.InferOutput<Schemas[Table]>>;

export type TableName = keyof Schemas;

/** The type of a record, by table. */
export type Records = { readonly [Table in TableName]: RecordOf<Table> };

/** All tables of a learner's record. */
export type RecordTables = { readonly [Table in TableName]: readonly Records[Table][] };

/**
 * The key of a stored record: its table, its lesson, and its cell, item, step or number within the lesson. Drawings have their
 * class in place of a lesson. Parts that a table does not have are empty strings.
 */
export type RecordKey = readonly [table: string, lesson: string, id: string | number];

export type ItemRecord = Records['items'];
export type LoggedRun = Records['runs'];
export type PlaceRecord = Records['places'];
export type DrawingRecord = Records['drawings'];
export type LearnerRecord = Records['learner'];

/** One attempt at an exercise or a question. */
export type Attempt = ItemRecord['attempts'][number];

/** The import that added an attempt. */
export type Imported = NonNullable<Attempt['imported']>;

/** A prediction that the next training decides. */
export type Bet = NonNullable<ItemRecord['bet']>;
