import type * as v from 'valibot';
import { fileLimits, schemasOf, unlimited } from './record-schemas.ts';
import type { RecordKey, Records, RecordTables, TableName } from './record-types.ts';

type Schemas = { readonly [Table in TableName]: v.GenericSchema<unknown, Records[Table]> };

const storedSchemas: Schemas = schemasOf(unlimited);
const fileSchemas: Schemas = schemasOf(fileLimits);

/** Returns the schema of a table's records in the database. */
export function schemaOf<Table extends TableName>(table: Table): v.GenericSchema<unknown, Records[Table]> {
  return storedSchemas[table];
}

/** Returns the schema of a table's records in a file, with limits of size. */
export function fileSchemaOf<Table extends TableName>(
  table: Table,
): v.GenericSchema<unknown, Records[Table]> {
  return fileSchemas[table];
}

/** The names of the tables. They are stored in keys and in files. */
export const tableNames: readonly TableName[] = [
  'edits',
  'items',
  'runs',
  'cells',
  'steps',
  'places',
  'drawings',
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
  drawings: ({ className, id }) => ['drawings', className, id],
  learner: () => ['learner', '', ''],
};

/** Returns the key under which a record of a table is stored. */
export function keyOf<Table extends TableName>(table: Table, record: Records[Table]): RecordKey {
  return keys[table](record);
}

/** Builds tables by calling a function for each: `mapTables((table) => record[table])`. */
export function mapTables(
  make: <Table extends TableName>(table: Table) => readonly Records[Table][],
): RecordTables {
  return {
    edits: make('edits'),
    items: make('items'),
    runs: make('runs'),
    cells: make('cells'),
    steps: make('steps'),
    places: make('places'),
    drawings: make('drawings'),
    learner: make('learner'),
  };
}

/** A record without any data. */
export const emptyRecord: RecordTables = mapTables(() => []);
