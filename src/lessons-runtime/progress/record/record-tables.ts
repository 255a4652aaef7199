import * as v from 'valibot';
import { attemptStages } from '../../lesson/attempt-stages.ts';
import { firstSteps } from '../../lesson/first-steps.ts';
import { confusionSchema, trainingSchema } from '../../protocol/training.ts';
import type { RecordKey, Records, TableName, WholeRecord } from './record-types.ts';

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

type Sizes = Readonly<Record<'name' | 'text' | 'fileName' | 'count', number>>;
const anySize: Sizes = {
  name: Number.POSITIVE_INFINITY,
  text: Number.POSITIVE_INFINITY,
  fileName: Number.POSITIVE_INFINITY,
  count: Number.POSITIVE_INFINITY,
};

/** A moment that a `Date` can hold, from 1970 on. */
export const timeSchema = v.custom<number>(
  (value) => typeof value === 'number' && value >= 0 && value <= 8.64e15,
  'date',
);
const seed = v.pipe(v.number(), v.integer('integer'), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** What a learner is called, as a file has it. */
export const learnerNameSchema = nameOf(fileLimits);

type Schemas = { readonly [Table in TableName]: v.GenericSchema<unknown, Records[Table]> };

const keptSchemas = schemasOf(anySize);
const fileSchemas = schemasOf(fileLimits);

function nameOf(sizes: Sizes) {
  return v.pipe(v.string(), v.maxLength(sizes.name));
}

function schemasOf(sizes: Sizes): Schemas {
  const time = timeSchema;
  const learnerName = nameOf(sizes);
  const name = v.pipe(v.string(), v.minLength(1), v.maxLength(sizes.name));
  const text = v.pipe(v.string(), v.maxLength(sizes.text));
  const fileName = v.pipe(v.string(), v.maxLength(sizes.fileName));
  const count = v.pipe(v.number(), v.integer('integer'), v.minValue(0), v.maxValue(sizes.count));
  return {
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
          stage: v.picklist(attemptStages),
          message: text,
          compared: v.exactOptional(v.object({ expected: text, found: text })),
          imported: v.exactOptional(
            v.object({ at: time, file: fileName, seal: v.picklist(['fits', 'broken', 'none']) }),
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
        seed,
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
    learner: v.object({ name: learnerName, lastRun: count }),
  };
}

/** What a record of a table has to be where it is kept. */
export function schemaOf<Table extends TableName>(table: Table): v.GenericSchema<unknown, Records[Table]> {
  return ofTable(keptSchemas, table);
}

/** What a record of a table has to be where a file brings it. */
export function fileSchemaOf<Table extends TableName>(
  table: Table,
): v.GenericSchema<unknown, Records[Table]> {
  return ofTable(fileSchemas, table);
}

function ofTable<Table extends TableName>(schemas: Schemas, table: Table) {
  return schemas[table] as Schemas[TableName] as v.GenericSchema<unknown, Records[Table]>;
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
