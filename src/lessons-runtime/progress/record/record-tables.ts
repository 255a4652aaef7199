import type * as v from 'valibot';
import { anySize, fileLimits, schemasOf } from './record-schemas.ts';
import type { RecordKey, Records, TableName, WholeRecord } from './record-types.ts';

type Schemas = { readonly [Table in TableName]: v.GenericSchema<unknown, Records[Table]> };

const keptSchemas: Schemas = schemasOf(anySize);
const fileSchemas: Schemas = schemasOf(fileLimits);

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
