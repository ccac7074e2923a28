export interface StoredDocument {
  id: string;
  person: string;
  name: string;
  /** False until the person opened it from a file or gave it a name by downloading: Word calls that "never saved". */
  hasPlace: boolean;
  bytes: Uint8Array<ArrayBuffer>;
  usedAt: number;
}

export type StoredHead = Omit<StoredDocument, 'bytes'>;

const STORE = 'documents';
const KEPT = 30;

/** The person's documents in this browser, so that they survive a reload and can be opened again later. */
export class DocumentStore {
  readonly #person: string;
  readonly #database: Promise<IDBDatabase>;

  constructor(person: string) {
    this.#person = person;
    this.#database = openDatabase();
  }

  async read(id: string): Promise<StoredDocument | undefined> {
    const found = await this.#ask<StoredDocument | undefined>('readonly', (store) => store.get(id));
    return found?.person === this.#person ? found : undefined;
  }

  async write(document: StoredDocument): Promise<void> {
    await this.#ask('readwrite', (store) => store.put(document));
    for (const old of (await this.list()).slice(KEPT)) await this.forget(old.id);
  }

  async forget(id: string): Promise<void> {
    await this.#ask('readwrite', (store) => store.delete(id));
  }

  /** The last used first. */
  async list(): Promise<StoredHead[]> {
    const all = await this.#ask<StoredDocument[]>('readonly', (store) => store.index('person').getAll(this.#person));
    return all.map(({ bytes: _bytes, ...head }) => head).sort((a, b) => b.usedAt - a.usedAt);
  }

  async #ask<T>(mode: IDBTransactionMode, question: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    const database = await this.#database;
    return new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = question(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('kaigi-word-window', 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('person', 'person');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
