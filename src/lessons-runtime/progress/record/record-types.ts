import type * as v from 'valibot';
import type { schemasOf } from './record-schemas.ts';

/** What the record of a learner holds, as its schemas say; nobody changes a record in its place. */

type Schemas = ReturnType<typeof schemasOf>;
type Unchanging<Value> = Value extends readonly (infer Each)[]
  ? readonly Unchanging<Each>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Unchanging<Value[Name]> }
    : Value;
type RecordOf<Table extends TableName> = Unchanging<v.InferOutput<Schemas[Table]>>;

export type TableName = keyof Schemas;

/** What each table holds. */
export type Records = { readonly [Table in TableName]: RecordOf<Table> };

/** Everything that is kept of a learner. */
export type WholeRecord = { readonly [Table in TableName]: readonly Records[Table][] };

/** Where a record lies. */
export type RecordKey = readonly [table: string, lesson: string, id: string | number];

export type EditRecord = Records['edits'];
export type ItemRecord = Records['items'];
export type LoggedRun = Records['runs'];
export type CellRecord = Records['cells'];
export type PlaceRecord = Records['places'];
export type LearnerRecord = Records['learner'];

/** One try at an item. */
export type Attempt = ItemRecord['attempts'][number];

/** What a try came to; `broken` is our fault and counts against nobody. */
export type Verdict = Attempt['verdict'];

/** That something came in by import. */
export type Imported = NonNullable<Attempt['imported']>;

/** An answer to a question that only the next training decides. */
export type Bet = NonNullable<ItemRecord['bet']>;
