import * as v from 'valibot';
import type { Entry, Ledger, Pages } from './ledger.ts';
import { keyOf, mapTables, schemaOf, tableNames } from './record-tables.ts';
import type { RecordKey, Records, TableName, WholeRecord } from './record-types.ts';
import { isSame } from './same-value.ts';
import { touchedRecords, type WholeChange } from './whole-change.ts';

/** What went wrong with the keeping: the device has no room, the browser refuses, a record could not be read. */
export type StoreTrouble =
  | { readonly kind: 'full' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreadable'; readonly key: RecordKey };

/** A record that could not be read, kept aside as it was. */
export interface SetAside {
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
   * Changes one record, so that two tabs lose nothing of each other's.
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
  setAside(): Promise<readonly SetAside[]>;
  /** Removes what was set aside. */
  dropSetAside(): Promise<void>;
  /** Told of what another tab changed. */
  onChange(listener: (table: TableName, lesson: string) => void): void;
  onTrouble(listener: (trouble: StoreTrouble) => void): void;
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
  ledger: Ledger,
  channel: Channel | null = null,
  onSaved: (keys: readonly RecordKey[]) => void = () => {},
): RecordStore {
  const changeListeners: ((table: TableName, lesson: string) => void)[] = [];
  const troubleListeners: ((trouble: StoreTrouble) => void)[] = [];
  const tell = (trouble: StoreTrouble) => {
    for (const listener of troubleListeners) listener(trouble);
  };
  if (channel !== null) {
    channel.onmessage = ({ data }) => {
      const told = v.safeParse(announcement, data);
      if (!told.success) return;
      for (const listener of changeListeners) listener(told.output.table, told.output.lesson);
    };
  }

  const write = <Result>(act: (pages: Pages) => Promise<Result>): Promise<Result> =>
    tellOf(ledger.transact('readwrite', act));

  async function tellOf<Result>(writing: Promise<Result>): Promise<Result> {
    try {
      return await writing;
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      tell({ kind: isFull ? 'full' : 'refused' });
      throw error;
    }
  }

  function saved(keys: readonly RecordKey[]): void {
    const places = new Map(keys.map(([table, lesson]) => [`${table}/${lesson}`, { table, lesson }]));
    for (const place of places.values()) channel?.postMessage(place);
    onSaved(keys);
  }

  /** Unless someone has mended it since, or there is no room: then it stays, and is left out. */
  async function putAside({ key }: Entry): Promise<void> {
    const at = Date.now();
    const moved = await ledger.transact('readwrite', async (pages) => {
      const value = await pages.get(key);
      if (value === undefined || readEntry({ key, value }) !== null) return false;
      const aside: SetAside = { key, value, at };
      await pages.put([asideTable, key[1], `${key[0]}/${key[2]}/${at}`], aside);
      await pages.remove(key);
      return true;
    });
    if (moved) tell({ kind: 'unreadable', key });
  }

  async function sound<Table extends TableName>(table: Table, entries: readonly Entry[]) {
    const read = entries.map((entry) => ({ entry, record: parse(table, entry) }));
    for (const { entry, record } of read) if (record === null) await putAside(entry).catch(() => {});
    return read.flatMap(({ record }) => record ?? []);
  }

  async function load<Table extends TableName>(table: Table, lesson?: string) {
    return sound(table, await ledger.transact('readonly', (pages) => pages.entries(table, lesson)));
  }

  return {
    load,
    async update(table, key, change) {
      const value = await ledger.transact('readonly', (pages) => pages.get(key));
      if (value !== undefined) await sound(table, [{ key, value }]);
      const changed = await write(async (pages) => {
        const next = change(parse(table, { key, value: await pages.get(key) }));
        if (next === null) await pages.remove(key);
        else await pages.put(key, next);
        return next;
      });
      saved([key]);
      return changed;
    },
    async put(table, record) {
      const key = keyOf(table, record);
      await tellOf(ledger.put(key, record));
      saved([key]);
    },
    async loadAll() {
      for (const table of tableNames) await load(table);
      return ledger.transact('readonly', readWhole);
    },
    async changeAll(change) {
      for (const table of tableNames) await load(table);
      const touched: RecordKey[] = [];
      const whole = await write(async (pages) => {
        const before = await readWhole(pages);
        const after = change(before);
        for (const table of tableNames) {
          for (const { key, after: next } of touchedRecords(table, before[table], after[table])) {
            touched.push(key);
            if (next === null) await pages.remove(key);
            else await pages.put(key, next);
          }
        }
        return { before, after };
      });
      saved(touched);
      return whole;
    },
    async setAside() {
      const entries = await ledger.transact('readonly', (pages) => pages.entries(asideTable));
      return entries.map(({ value }) => value as SetAside);
    },
    dropSetAside: () =>
      write(async (pages) => {
        for (const { key } of await pages.entries(asideTable)) await pages.remove(key);
      }),
    onChange: (listener) => void changeListeners.push(listener),
    onTrouble: (listener) => void troubleListeners.push(listener),
  };
}

/** `null` where it is no record of the table, or lies where it does not belong. */
function parse<Table extends TableName>(table: Table, { key, value }: Entry): Records[Table] | null {
  const parsed = v.safeParse(schemaOf(table), value);
  if (!parsed.success) return null;
  return isSame(keyOf(table, parsed.output), key) ? parsed.output : null;
}

async function readWhole(pages: Pages): Promise<WholeRecord> {
  const entries = (await Promise.all(tableNames.map((table) => pages.entries(table)))).flat();
  return mapTables((table) =>
    entries.flatMap((entry) => (entry.key[0] === table ? (parse(table, entry) ?? []) : [])),
  );
}

function readEntry(entry: Entry): unknown {
  const table = tableNames.find((name) => name === entry.key[0]);
  return table === undefined ? null : parse(table, entry);
}
