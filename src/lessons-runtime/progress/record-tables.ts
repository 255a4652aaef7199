import * as v from 'valibot';
import { firstSteps } from '../lesson/first-steps.ts';
import { confusionSchema, trainingSchema } from '../protocol/training.ts';
import type { RecordKey, Records, TableName, WholeRecord } from './record-types.ts';

/** Beyond what anyone types: what is kept must never be too long to be read again. */
const limits = { name: 200, text: 10_000_000 } as const;
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.name));
const text = v.pipe(v.string(), v.maxLength(limits.text));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
/** Up to the last moment that a `Date` can name. */
const time = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15));

type Schemas = { readonly [Table in TableName]: v.GenericSchema<unknown, Records[Table]> };

const recordSchemas: Schemas = {
  edits: v.object({ lesson: name, cell: name, source: text, at: time }),
  items: v.object({
    lesson: name,
    item: v.pipe(
      name,
      v.regex(/^(?:exercise\/[^/]+|quiz\/[^/]+\/[^/]+)$/, 'exercise/<id>, quiz/<quiz>/<question>'),
    ),
    attempts: v.array(
      v.object({
        at: time,
        answer: text,
        verdict: v.picklist(['correct', 'incorrect', 'broken']),
        message: text,
        compared: v.exactOptional(v.object({ expected: text, found: text })),
        imported: v.exactOptional(
          v.object({ at: time, file: text, seal: v.picklist(['fits', 'broken', 'none']) }),
        ),
      }),
    ),
    hints: count,
    isSolutionSeen: v.boolean(),
    solutionSeenAt: v.exactOptional(time),
    bet: v.exactOptional(v.object({ at: time, answer: text, isAfterTraining: v.boolean() })),
  }),
  runs: v.pipe(
    v.object({
      ...trainingSchema.entries,
      lesson: name,
      cell: name,
      at: time,
      seed: count,
      note: text,
      confusion: v.exactOptional(confusionSchema),
      number: count,
    }),
    v.check((run) => v.safeParse(trainingSchema, run).success, 'a value each'),
  ),
  cells: v.object({
    lesson: name,
    cell: name,
    runs: count,
    at: time,
    outcome: v.picklist(['done', 'failed', 'stopped']),
    wasDone: v.boolean(),
  }),
  steps: v.object({ lesson: name, step: v.picklist(firstSteps), at: time }),
  places: v.object({
    lesson: name,
    at: time,
    anchors: v.object({ es: name, en: name }),
    heading: text,
    language: v.picklist(['es', 'en']),
  }),
  learner: v.object({ name: v.pipe(v.string(), v.maxLength(limits.name)), lastRun: count }),
};

/** What a record of a table has to be, whether it comes from the database or from a file. */
export function schemaOf<Table extends TableName>(table: Table): v.GenericSchema<unknown, Records[Table]> {
  return recordSchemas[table] as Schemas[TableName] as v.GenericSchema<unknown, Records[Table]>;
}

export const tableNames: readonly TableName[] = [
  'edits',
  'items',
  'runs',
  'cells',
  'steps',
  'places',
  'learner',
];

type Keys = { readonly [Table in TableName]: (record: Records[Table]) => RecordKey };

const keys: Keys = {
  edits: ({ lesson, cell }) => ['edits', lesson, cell],
  items: ({ lesson, item }) => ['items', lesson, item],
  runs: ({ lesson, number }) => ['runs', lesson, number],
  cells: ({ lesson, cell }) => ['cells', lesson, cell],
  steps: ({ lesson, step }) => ['steps', lesson, step],
  places: ({ lesson }) => ['places', lesson, ''],
  learner: () => ['learner', '', ''],
};

/** Where a record of a table belongs. */
export function keyOf<Table extends TableName>(table: Table, record: Records[Table]): RecordKey {
  return keys[table](record);
}

/** One made of each table: `mapTables((table) => record[table])`. */
export function mapTables(
  make: <Table extends TableName>(table: Table) => readonly Records[Table][],
): WholeRecord {
  return {
    edits: make('edits'),
    items: make('items'),
    runs: make('runs'),
    cells: make('cells'),
    steps: make('steps'),
    places: make('places'),
    learner: make('learner'),
  };
}

export const emptyWholeRecord: WholeRecord = mapTables(() => []);
