import { randomUUID } from 'node:crypto';
import { GraphError } from '../graph/graph-error.ts';
import { quickXorHash } from './quick-xor.ts';

/** Retention labels that the tenant's administrator has published. */
export const LABELS = [
  { name: '公文書', isDeleteAllowed: true, behavior: 'retain' },
  { name: '公文書（削除禁止）', isDeleteAllowed: false, behavior: 'retainAsRecord' },
] as const;
export type Label = (typeof LABELS)[number];

export interface Item {
  readonly id: string;
  readonly path: string;
  readonly createdAt: number;
  bytes: Buffer;
  hash: string;
  changedAt: number;
  /** Turns with anything about it, and with its content only. */
  version: number;
  contentVersion: number;
  label: Label | null;
  labelledAt: number;
  /** Set when it was deleted. */
  deleted: boolean;
  /** Deleted and still in the recycle bin. */
  recycled: boolean;
  /** When it last changed, as the library counts. */
  seq: number;
}

export type OnConflict = 'fail' | 'replace' | 'rename';

// As SharePoint refuses them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /["*:<>?\\|\u0000-\u001f]|^\s|\s$|^~\$|\.$/;
const RESERVED = /^(\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini)$|_vti_/i;
const LONGEST_PATH = 400;

export const isBadName = (path: string): boolean =>
  path.length > LONGEST_PATH ||
  path.split('/').some((step) => FORBIDDEN.test(step) || RESERVED.test(step) || step === '');

export const nameTaken = () => new GraphError(409, 'nameAlreadyExists', 'An item with the same name already exists.');
const notThere = () => new GraphError(404, 'itemNotFound', 'The resource could not be found.');

const THERE = { deleted: false, recycled: false };

/** One document library of a tenant. */
export class Library {
  readonly driveId: string;
  readonly #items = new Map<string, Item>();
  readonly #now: () => number;
  #seq = 0;

  constructor(driveId: string, now: () => number) {
    this.driveId = driveId;
    this.#now = now;
  }

  get seq(): number {
    return this.#seq;
  }

  all(): readonly Item[] {
    return [...this.#items.values()];
  }

  present(): readonly Item[] {
    return this.all().filter(({ deleted }) => !deleted);
  }

  /** @throws GraphError 404 */
  item(id: string): Item {
    const found = this.#items.get(id);
    if (!found || found.deleted) throw notThere();
    return found;
  }

  find(path: string): Item | null {
    return this.present().find((item) => item.path.toLowerCase() === path.toLowerCase()) ?? null;
  }

  /** @throws GraphError 404 */
  at(path: string): Item {
    const found = this.find(path);
    if (!found) throw notThere();
    return found;
  }

  /** A file whose bytes have all come. @throws GraphError 409 */
  put(wished: string, bytes: Buffer, onConflict: OnConflict): { readonly item: Item; readonly isNew: boolean } {
    const there = this.find(wished);
    if (there && onConflict === 'fail') throw nameTaken();
    if (there && onConflict === 'replace') {
      this.write(there.id, bytes);
      return { item: there, isNew: false };
    }
    const path = there ? this.#free(wished) : wished;
    const at = { createdAt: this.#now(), changedAt: this.#now(), version: 1, contentVersion: 1, seq: ++this.#seq };
    const id = `01${randomUUID().replaceAll('-', '').toUpperCase()}`;
    const item = { id, path, bytes, hash: quickXorHash(bytes), label: null, labelledAt: 0, ...at, ...THERE };
    this.#items.set(id, item);
    return { item, isNew: true };
  }

  /** Somebody saves other content. @throws GraphError 404 */
  write(id: string, bytes: Buffer): void {
    const item = this.item(id);
    item.bytes = bytes;
    item.hash = quickXorHash(bytes);
    item.contentVersion += 1;
    this.#turn(item);
  }

  label(id: string, label: Label | null): void {
    const item = this.item(id);
    item.label = label;
    item.labelledAt = this.#now();
    this.#turn(item);
  }

  bin(): readonly Item[] {
    return this.all().filter(({ recycled }) => recycled);
  }

  /** Into the recycle bin, or past it. @throws GraphError 403 where the label forbids it */
  delete(id: string, { forGood = false } = {}): void {
    const item = this.item(id);
    if (item.label?.isDeleteAllowed === false)
      throw new GraphError(403, 'accessDenied', 'The item is under a retention label and cannot be deleted.');
    item.deleted = true;
    item.recycled = !forGood;
    if (forGood) item.bytes = Buffer.alloc(0);
    this.#turn(item);
  }

  #turn(item: Item): void {
    item.version += 1;
    item.changedAt = this.#now();
    item.seq = ++this.#seq;
  }

  #free(path: string): string {
    const [, stem = path, extension = ''] = /^(.*?)(\.[^./]*)?$/.exec(path) ?? [];
    for (let count = 1; ; count += 1)
      if (!this.find(`${stem} ${count}${extension}`)) return `${stem} ${count}${extension}`;
  }
}
