import * as v from 'valibot';
import type { RecordChange } from './record-change.ts';
import {
  NewerVersionError,
  OtherVersionError,
  type RecordStorage,
  type StoredEntry,
  type Transaction,
} from './record-storage.ts';
import { keyOf, tableNames } from './record-tables.ts';
import type { RecordKey, Records, RecordTables, TableName } from './record-types.ts';
import { parseEntry, parseRecord, readTables, writeChanges } from './stored-tables.ts';

/**
 * Why a write was refused: the device is full, another tab keeps an earlier version open, the database is of a later
 * version than this page, or the browser refuses to store anything.
 */
export type Refusal = 'full' | 'otherVersion' | 'newerVersion' | 'refused';

/**
 * A problem with storing or reading the record. `older`: a pending edit was discarded because a different edit of the same
 * cell was already stored. `unreadable`: the record at `key` was moved to the quarantine.
 */
export type StoreProblem =
  | { readonly kind: Refusal | 'older' }
  | { readonly kind: 'unreadable'; readonly key: RecordKey };

/** Returns why writing to the database, or opening it, failed. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof OtherVersionError) return 'otherVersion';
  if (error instanceof NewerVersionError) return 'newerVersion';
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
}

/** A record that could not be parsed, stored unchanged outside the tables. Exists since `recordVersion` 2. */
const quarantinedSchema = v.object({
  /** Where it was found. */
  key: v.tuple([v.string(), v.string(), v.union([v.string(), v.number()])]),
  value: v.unknown(),
  /** When it was found, in milliseconds since 1970. */
  at: v.number(),
});
type QuarantinedEntry = Readonly<v.InferOutput<typeof quarantinedSchema>>;

/** A learner's record. Values are parsed when read. Each call runs in one transaction. */
export interface RecordStore {
  /**
   * Returns the records of a table, of one lesson or of all lessons. Records that cannot be parsed are moved to the
   * quarantine, reported to `onProblem` and left out.
   */
  load<Table extends TableName>(table: Table, lesson?: string): Promise<readonly Records[Table][]>;
  /**
   * Changes one record in one transaction, so that two tabs do not overwrite each other's changes. A change of an
   * accumulating table (`items`, `cells`, `steps`, `drawings`) is queued if the device refuses it, and applied with the next
   * update that succeeds.
   * @param change receives the current record, or `null` if there is none; returns `null` to remove it
   * @throws {DOMException} `QuotaExceededError` if the device is full; the stored record is then unchanged
   */
  update<Table extends TableName, Changed extends Records[Table] | null>(
    table: Table,
    key: RecordKey,
    change: (record: Records[Table] | null) => Changed,
  ): Promise<Changed>;
  /** Replaces a record. Completes even if the page is being closed. @throws as `update` */
  put<Table extends TableName>(table: Table, record: Records[Table]): Promise<void>;
  /** Returns all tables, read in one transaction. */
  loadAll(): Promise<RecordTables>;
  /** Changes all tables in one transaction. @throws as `update` */
  changeAll(change: (tables: RecordTables) => RecordTables): Promise<RecordChange>;
  /** Returns the records that could not be parsed. */
  loadQuarantine(): Promise<readonly QuarantinedEntry[]>;
  /** Deletes the records that could not be parsed. */
  clearQuarantine(): Promise<void>;
  /** Calls the listener with the table and the lesson of each change that another tab made. */
  onChange(listener: (table: TableName, lesson: string) => void): void;
  onProblem(listener: (problem: StoreProblem) => void): void;
  /** Calls the listener after the first write that succeeds following a failed one. */
  onRecovered(listener: () => void): void;
}

/** The channel on which tabs announce changes to each other. `BroadcastChannel` implements it. */
export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

/** The table of quarantined records. The name is stored. */
const quarantineTable = 'aside';
const announcement = v.object({ table: v.picklist(tableNames), lesson: v.string() });

/** @param onSaved called with the keys of each change that was stored */
export function createRecordStore(
  storage: RecordStorage,
  channel: Channel | null = null,
  onSaved: (keys: readonly RecordKey[]) => void = () => {},
): RecordStore {
  const changeListeners: ((table: TableName, lesson: string) => void)[] = [];
  const problemListeners: ((problem: StoreProblem) => void)[] = [];
  const recoveryListeners: (() => void)[] = [];
  let isFailing = false;
  /** Changes that could not be stored yet, oldest first. */
  let pending: readonly {
    readonly key: RecordKey;
    readonly apply: (transaction: Transaction) => Promise<unknown>;
  }[] = [];
  const report = (problem: StoreProblem) => {
    for (const listener of problemListeners) listener(problem);
  };
  function recover(): void {
    isFailing = false;
    for (const listener of recoveryListeners) listener();
  }
  storage.onMoved?.(({ keys, hasConflict }) => {
    recover();
    for (const { table, lesson } of announce(keys)) {
      for (const listener of changeListeners) listener(table, lesson);
    }
    if (hasConflict) report({ kind: 'older' });
  });
  if (channel !== null) {
    channel.onmessage = ({ data }) => {
      const parsed = v.safeParse(announcement, data);
      if (!parsed.success) return;
      for (const listener of changeListeners) listener(parsed.output.table, parsed.output.lesson);
    };
  }

  const write = <Result>(act: (transaction: Transaction) => Promise<Result>): Promise<Result> =>
    reportFailure(storage.transact('readwrite', act));

  async function reportFailure<Result>(writing: Promise<Result>): Promise<Result> {
    try {
      const result = await writing;
      if (isFailing) recover();
      return result;
    } catch (error) {
      isFailing = true;
      report({ kind: refusalOf(error) });
      throw error;
    }
  }

  /** Announces stored changes to other tabs. Returns the tables and lessons that changed, each once. */
  function announce(keys: readonly RecordKey[]): readonly { table: TableName; lesson: string }[] {
    const changes = [
      ...new Map(
        keys.flatMap(([name, lesson]) => {
          const table = tableNames.find((each) => each === name);
          return table === undefined ? [] : [[`${table}/${lesson}`, { table, lesson }]];
        }),
      ).values(),
    ];
    for (const change of changes) channel?.postMessage(change);
    onSaved(keys);
    return changes;
  }

  /** Moves an entry to the quarantine, unless another tab has replaced it with a valid record since it was read. */
  async function quarantine({ key }: StoredEntry): Promise<void> {
    const at = Date.now();
    const moved = await storage.transact('readwrite', async (transaction) => {
      const value = await transaction.get(key);
      if (value === undefined || parseEntry({ key, value }) !== null) return false;
      const entry: QuarantinedEntry = { key: [...key], value, at };
      await transaction.put([quarantineTable, key[1], `${key[0]}/${key[2]}/${at}`], entry);
      await transaction.remove(key);
      return true;
    });
    if (moved) report({ kind: 'unreadable', key });
  }

  /**
   * Returns the records that can be parsed and moves the others to the quarantine. On a full device these stay where they
   * are, and are only left out.
   */
  async function parseOrQuarantine<Table extends TableName>(table: Table, entries: readonly StoredEntry[]) {
    const parsed = entries.map((entry) => ({ entry, record: parseRecord(table, entry) }));
    for (const { entry, record } of parsed) if (record === null) await quarantine(entry).catch(() => {});
    return parsed.flatMap(({ record }) => record ?? []);
  }

  async function load<Table extends TableName>(table: Table, lesson?: string) {
    return parseOrQuarantine(
      table,
      await storage.transact('readonly', (transaction) => transaction.entries(table, lesson)),
    );
  }

  return {
    load,
    async update(table, key, change) {
      const apply = async (transaction: Transaction) => {
        const next = change(parseRecord(table, { key, value: await transaction.get(key) }));
        if (next === null) await transaction.remove(key);
        else await transaction.put(key, next);
        return next;
      };
      const earlier = pending;
      pending = [];
      const writing = async () => {
        const value = await storage.transact('readonly', (transaction) => transaction.get(key));
        if (value !== undefined) await parseOrQuarantine(table, [{ key, value }]);
        return storage.transact('readwrite', async (transaction) => {
          for (const each of earlier) await each.apply(transaction);
          return apply(transaction);
        });
      };
      try {
        const changed = await reportFailure(writing());
        announce([...earlier.map((each) => each.key), key]);
        return changed;
      } catch (error) {
        const isRetried = accumulating.has(table) && isStorageError(error);
        pending = [...earlier, ...(isRetried ? [{ key, apply }] : []), ...pending];
        throw error;
      }
    },
    async put(table, record) {
      const key = keyOf(table, record);
      await reportFailure(storage.put(key, record));
      announce([key]);
    },
    async loadAll() {
      for (const table of tableNames) await load(table);
      return storage.transact('readonly', readTables);
    },
    async changeAll(change) {
      for (const table of tableNames) await load(table);
      let keys: readonly RecordKey[] = [];
      const changed = await write(async (transaction) => {
        const before = await readTables(transaction);
        const after = change(before);
        keys = await writeChanges(transaction, { before, after });
        return { before, after };
      });
      announce(keys);
      return changed;
    },
    async loadQuarantine() {
      const entries = await storage.transact('readonly', (transaction) =>
        transaction.entries(quarantineTable),
      );
      return entries.flatMap(({ value }) => (v.is(quarantinedSchema, value) ? value : []));
    },
    clearQuarantine: () =>
      write(async (transaction) => {
        for (const { key } of await transaction.entries(quarantineTable)) await transaction.remove(key);
      }),
    onChange: (listener) => void changeListeners.push(listener),
    onProblem: (listener) => void problemListeners.push(listener),
    onRecovered: (listener) => void recoveryListeners.push(listener),
  };
}

/** The tables whose records accumulate. A change of one of them must not be lost because the device refused it once. */
const accumulating: ReadonlySet<TableName> = new Set(['items', 'cells', 'steps', 'drawings']);

/** Whether a write failed because of the device (full, disconnected, another version) and can succeed later. */
function isStorageError(error: unknown): boolean {
  return (
    error instanceof DOMException || error instanceof OtherVersionError || error instanceof NewerVersionError
  );
}
