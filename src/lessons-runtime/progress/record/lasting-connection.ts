import type { DBSchema, IDBPDatabase, StoreNames } from 'idb';

/** A connection to a database, opened again whenever it is needed and was ended: by the browser, or for another tab. */
export interface LastingConnection<Schema extends DBSchema> {
  /** Opens it, if it is not open. @throws where that fails; the next call tries again */
  open(): Promise<void>;
  /**
   * Uses the connection, at once where it is open; what fails because the connection has ended is done again on a new one.
   * @param act one transaction, which may be done twice
   */
  use<Result>(act: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result>;
}

/** @param connect opens the database */
export function createLastingConnection<Schema extends DBSchema>(
  connect: () => Promise<IDBPDatabase<Schema>>,
): LastingConnection<Schema> {
  let current: IDBPDatabase<Schema> | null = null;
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  function open(): Promise<IDBPDatabase<Schema>> {
    if (current !== null) return Promise.resolve(current);
    opening ??= reopen().finally(() => {
      opening = null;
    });
    return opening;
  }

  async function reopen(): Promise<IDBPDatabase<Schema>> {
    const opened = await connect();
    current = opened;
    const end = () => {
      if (current === opened) current = null;
    };
    opened.addEventListener('close', end);
    opened.addEventListener('versionchange', () => {
      opened.close();
      end();
    });
    return opened;
  }

  async function use<Result>(act: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
    const database = current ?? (await open());
    try {
      return await act(database);
    } catch (error) {
      if (current === database && !isClosed(database)) throw error;
      if (current === database) current = null;
      return act(await open());
    }
  }

  return {
    async open() {
      await open();
    },
    use,
  };
}

/** A connection that has ended begins no more transactions, also before its event says so. */
function isClosed<Schema extends DBSchema>(database: IDBPDatabase<Schema>): boolean {
  const [name] = database.objectStoreNames as unknown as readonly StoreNames<Schema>[];
  if (name === undefined) return false;
  try {
    const transaction = database.transaction(name);
    transaction.done.catch(() => {});
    transaction.abort();
    return false;
  } catch (error) {
    return error instanceof DOMException && error.name === 'InvalidStateError';
  }
}
