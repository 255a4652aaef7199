import * as v from 'valibot';
import { isEqual } from './is-equal.ts';
import { mergeRecords } from './merge-records.ts';
import {
  type Moved,
  NewerVersionError,
  OtherVersionError,
  type RecordStorage,
  type StoredEntry,
  type Transaction,
} from './record-storage.ts';
import { keyOf, mapTables, schemaOf, tableNames } from './record-tables.ts';
import type { RecordKey, Records, TableName, WholeRecord } from './record-types.ts';
import { byKey, changedRecords, type WholeChange } from './whole-change.ts';

/** Why something is not kept: no room, another tab's earlier version, this page's own earlier version, the browser's refusal. */
export type Refusal = 'full' | 'otherVersion' | 'newerVersion' | 'refused';

/** What went wrong with the keeping; `older` is that something was kept in the place of a text, and stays. */
export type StoreProblem =
  | { readonly kind: Refusal | 'older' }
  | { readonly kind: 'unreadable'; readonly key: RecordKey };

/** Why a write failed, or the opening. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof OtherVersionError) return 'otherVersion';
  if (error instanceof NewerVersionError) return 'newerVersion';
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
}

/** A record that could not be read, kept aside as it was. */
export interface QuarantinedEntry {
  readonly key: RecordKey;
  readonly value: unknown;
  /** Milliseconds since 1970 at which it was found. */
  readonly at: number;
}

/** A learner's record: all that is kept of what they did, parsed as it comes out. Each call is one transaction. */
export interface RecordStore {
  /** The records of a table, of one lesson or of all. What cannot be read is set aside and told; the rest comes. */
  load<Table extends TableName>(table: Table, lesson?: string): Promise<readonly Records[Table][]>;
  /**
   * Changes one record, so that two tabs lose nothing of each other's. What adds to a record and cannot be kept now is
   * kept along with the next update that can.
   * @param change gets the record as it stands, `null` where there is none; gives `null` to remove it
   * @throws {DOMException} `QuotaExceededError` where the device has no room: what was there stays
   */
  update<Table extends TableName, Changed extends Records[Table] | null>(
    table: Table,
    key: RecordKey,
    change: (record: Records[Table] | null) => Changed,
  ): Promise<Changed>;
  /** Puts a record in the place of whatever is there, also from a page that is being left. @throws as `update` */
  put<Table extends TableName>(table: Table, record: Records[Table]): Promise<void>;
  /** Everything, as it is at one moment. */
  loadAll(): Promise<WholeRecord>;
  /** Changes everything at once. @throws as `update` */
  changeAll(change: (whole: WholeRecord) => WholeRecord): Promise<WholeChange>;
  setAside(): Promise<readonly QuarantinedEntry[]>;
  /** Removes what was set aside. */
  dropSetAside(): Promise<void>;
  /** Told of what another tab changed. */
  onChange(listener: (table: TableName, lesson: string) => void): void;
  onTrouble(listener: (trouble: StoreProblem) => void): void;
  /** Told once something is kept again after that failed. */
  onRecovered(listener: () => void): void;
}

/** Where tabs tell each other of changes; a `BroadcastChannel` is one. */
export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

const asideTable = 'aside';
const announcement = v.object({ table: v.picklist(tableNames), lesson: v.string() });

/** @param onSaved told what was kept, with every change */
export function createRecordStore(
  storage: RecordStorage,
  channel: Channel | null = null,
  onSaved: (keys: readonly RecordKey[]) => void = () => {},
): RecordStore {
  const changeListeners: ((table: TableName, lesson: string) => void)[] = [];
  const troubleListeners: ((trouble: StoreProblem) => void)[] = [];
  const recoveryListeners: (() => void)[] = [];
  let isFailing = false;
  /** Changes that could not be kept, oldest first. */
  let held: readonly {
    readonly key: RecordKey;
    readonly apply: (transaction: Transaction) => Promise<unknown>;
  }[] = [];
  const tell = (trouble: StoreProblem) => {
    for (const listener of troubleListeners) listener(trouble);
  };
  function recover(): void {
    isFailing = false;
    for (const listener of recoveryListeners) listener();
  }
  storage.onMoved?.(({ keys, hasOlder }) => {
    recover();
    for (const { table, lesson } of saved(keys)) {
      for (const listener of changeListeners) listener(table, lesson);
    }
    if (hasOlder) tell({ kind: 'older' });
  });
  if (channel !== null) {
    channel.onmessage = ({ data }) => {
      const told = v.safeParse(announcement, data);
      if (!told.success) return;
      for (const listener of changeListeners) listener(told.output.table, told.output.lesson);
    };
  }

  const write = <Result>(act: (transaction: Transaction) => Promise<Result>): Promise<Result> =>
    tellOf(storage.transact('readwrite', act));

  async function tellOf<Result>(writing: Promise<Result>): Promise<Result> {
    try {
      const result = await writing;
      if (isFailing) recover();
      return result;
    } catch (error) {
      isFailing = true;
      tell({ kind: refusalOf(error) });
      throw error;
    }
  }

  function saved(keys: readonly RecordKey[]): readonly { table: TableName; lesson: string }[] {
    const places = [
      ...new Map(
        keys.flatMap(([name, lesson]) => {
          const table = tableNames.find((each) => each === name);
          return table === undefined ? [] : [[`${table}/${lesson}`, { table, lesson }]];
        }),
      ).values(),
    ];
    for (const place of places) channel?.postMessage(place);
    onSaved(keys);
    return places;
  }

  /** Unless someone has mended it since, or there is no room: then it stays, and is left out. */
  async function putAside({ key }: StoredEntry): Promise<void> {
    const at = Date.now();
    const moved = await storage.transact('readwrite', async (transaction) => {
      const value = await transaction.get(key);
      if (value === undefined || readEntry({ key, value }) !== null) return false;
      const aside: QuarantinedEntry = { key, value, at };
      await transaction.put([asideTable, key[1], `${key[0]}/${key[2]}/${at}`], aside);
      await transaction.remove(key);
      return true;
    });
    if (moved) tell({ kind: 'unreadable', key });
  }

  async function sound<Table extends TableName>(table: Table, entries: readonly StoredEntry[]) {
    const read = entries.map((entry) => ({ entry, record: parse(table, entry) }));
    for (const { entry, record } of read) if (record === null) await putAside(entry).catch(() => {});
    return read.flatMap(({ record }) => record ?? []);
  }

  async function load<Table extends TableName>(table: Table, lesson?: string) {
    return sound(
      table,
      await storage.transact('readonly', (transaction) => transaction.entries(table, lesson)),
    );
  }

  return {
    load,
    async update(table, key, change) {
      const apply = async (transaction: Transaction) => {
        const next = change(parse(table, { key, value: await transaction.get(key) }));
        if (next === null) await transaction.remove(key);
        else await transaction.put(key, next);
        return next;
      };
      const along = held;
      held = [];
      const writing = async () => {
        const value = await storage.transact('readonly', (transaction) => transaction.get(key));
        if (value !== undefined) await sound(table, [{ key, value }]);
        return storage.transact('readwrite', async (transaction) => {
          for (const { apply: earlier } of along) await earlier(transaction);
          return apply(transaction);
        });
      };
      try {
        const changed = await tellOf(writing());
        saved([...along.map((each) => each.key), key]);
        return changed;
      } catch (error) {
        const isHeld = growing.has(table) && isOfDevice(error);
        held = [...along, ...(isHeld ? [{ key, apply }] : []), ...held];
        throw error;
      }
    },
    async put(table, record) {
      const key = keyOf(table, record);
      await tellOf(storage.put(key, record));
      saved([key]);
    },
    async loadAll() {
      for (const table of tableNames) await load(table);
      return storage.transact('readonly', readWhole);
    },
    async changeAll(change) {
      for (const table of tableNames) await load(table);
      const touched: RecordKey[] = [];
      const whole = await write(async (transaction) => {
        touched.length = 0;
        const before = await readWhole(transaction);
        const after = change(before);
        for (const table of tableNames) {
          for (const { key, after: next } of changedRecords(table, before[table], after[table])) {
            touched.push(key);
            if (next === null) await transaction.remove(key);
            else await transaction.put(key, next);
          }
        }
        return { before, after };
      });
      saved(touched);
      return whole;
    },
    async setAside() {
      const entries = await storage.transact('readonly', (transaction) => transaction.entries(asideTable));
      return entries.map(({ value }) => value as QuarantinedEntry);
    },
    dropSetAside: () =>
      write(async (transaction) => {
        for (const { key } of await transaction.entries(asideTable)) await transaction.remove(key);
      }),
    onChange: (listener) => void changeListeners.push(listener),
    onTrouble: (listener) => void troubleListeners.push(listener),
    onRecovered: (listener) => void recoveryListeners.push(listener),
  };
}

/** `null` where it is no record of the table, or lies where it does not belong. */
function parse<Table extends TableName>(table: Table, { key, value }: StoredEntry): Records[Table] | null {
  const parsed = v.safeParse(schemaOf(table), value);
  if (!parsed.success) return null;
  return isEqual(keyOf(table, parsed.output), key) ? parsed.output : null;
}

/** Of which records, what is added in each change must not be lost because one of them could not be kept. */
const growing: ReadonlySet<TableName> = new Set(['items', 'cells', 'steps']);

/** Whether a write failed for want of room, of a connection or the like, and can succeed another time. */
function isOfDevice(error: unknown): boolean {
  return (
    error instanceof DOMException || error instanceof OtherVersionError || error instanceof NewerVersionError
  );
}

/**
 * Puts what was done while nothing could be kept to what is kept. A text that is kept stays: those of the page did not
 * start from it.
 */
export async function joinHeld(transaction: Transaction, held: WholeRecord): Promise<Moved> {
  const before = await readWhole(transaction);
  const kept = byKey('edits', before.edits);
  const isOlder = (edit: Records['edits']) => {
    const own = kept.get(JSON.stringify(keyOf('edits', edit)))?.record;
    return own !== undefined && own.source !== edit.source;
  };
  const after = mergeRecords(before, { ...held, edits: held.edits.filter((edit) => !isOlder(edit)) });
  const keys: RecordKey[] = [];
  for (const table of tableNames) {
    for (const { key, after: next } of changedRecords(table, before[table], after[table])) {
      keys.push(key);
      if (next !== null) await transaction.put(key, next);
    }
  }
  const older = held.edits.filter(isOlder);
  return { keys: [...keys, ...older.map((edit) => keyOf('edits', edit))], hasOlder: older.length > 0 };
}

export async function readWhole(transaction: Transaction): Promise<WholeRecord> {
  const entries = (await Promise.all(tableNames.map((table) => transaction.entries(table)))).flat();
  return mapTables((table) =>
    entries.flatMap((entry) => (entry.key[0] === table ? (parse(table, entry) ?? []) : [])),
  );
}

function readEntry(entry: StoredEntry): unknown {
  const table = tableNames.find((name) => name === entry.key[0]);
  return table === undefined ? null : parse(table, entry);
}
