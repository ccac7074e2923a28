import type { Unsent } from './unsent.ts';

/** Keeps what is not known to have arrived on this machine, until it has. Never a token. */
export interface UnsentStore {
  /** Of one person, oldest first. Empty where this machine keeps nothing. */
  of(person: string): Promise<Unsent[]>;
  /** @returns whether it will still be there when the pane is closed. */
  put(unsent: Unsent): Promise<boolean>;
  remove(key: string): Promise<void>;
}

const DATABASE = 'kaigi-unsent';
const STORE = 'unsent';

/** In the browser's own database: documents are too large for `localStorage`. */
export class BrowserUnsentStore implements UnsentStore {
  #database: Promise<IDBDatabase> | undefined;

  async of(person: string): Promise<Unsent[]> {
    const all = await this.#ask<Unsent[]>('readonly', (store) => store.getAll()).catch(() => []);
    return all.filter((one) => one.person === person).sort((one, other) => one.pressedAt - other.pressedAt);
  }

  put(unsent: Unsent): Promise<boolean> {
    return this.#ask('readwrite', (store) => store.put(unsent)).then(
      () => true,
      () => false,
    );
  }

  remove(key: string): Promise<void> {
    return this.#ask('readwrite', (store) => store.delete(key)).then(
      () => undefined,
      () => undefined,
    );
  }

  async #ask<T>(mode: IDBTransactionMode, question: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    this.#database ??= open();
    const database = await this.#database;
    return new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const request = question(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException('blocked', 'InvalidStateError'));
  });
}
