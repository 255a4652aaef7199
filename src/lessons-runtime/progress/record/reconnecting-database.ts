import type { DBSchema, IDBPDatabase } from 'idb';

/** A database whose connection is opened again after the browser or another tab has closed it. */
interface ReconnectingDatabase<Schema extends DBSchema> {
  /** Opens the connection, if it is not open. @throws if that fails; the next call tries again */
  open(): Promise<void>;
  /**
   * Calls `act` with the connection, synchronously if it is open. If `act` fails because the connection was closed, it is
   * called again with a new one.
   * @param act runs one transaction, possibly twice
   */
  use<Result>(act: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result>;
}

/** @param connect opens a connection */
export function createReconnectingDatabase<Schema extends DBSchema>(
  connect: () => Promise<IDBPDatabase<Schema>>,
): ReconnectingDatabase<Schema> {
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
    const onClose = () => {
      if (current === opened) current = null;
    };
    opened.addEventListener('close', onClose);
    opened.addEventListener('versionchange', () => {
      opened.close();
      onClose();
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

/** Whether a connection is closed. A closed one begins no transactions, even before its `close` event. */
function isClosed<Schema extends DBSchema>(database: IDBPDatabase<Schema>): boolean {
  const name = database.objectStoreNames.item(0);
  if (name === null) return false;
  try {
    const transaction = database.transaction(name);
    transaction.done.catch(() => {});
    transaction.abort();
    return false;
  } catch (error) {
    return error instanceof DOMException && error.name === 'InvalidStateError';
  }
}
