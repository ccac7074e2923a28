import type { Json, LoadedObject } from '../protocol.ts';
import { notLoaded, OfficeExtensionError } from './errors.ts';
import { OBJECT_MODEL, type TypeModel } from './object-model.ts';
import type { RequestContext } from './request-context.ts';

export type LoadSpec = undefined | string | readonly string[] | Readonly<Record<string, unknown>>;

/** What stands behind one proxy: which object of the host it is, and what of it has been brought over. */
export class ClientObject {
  readonly context: RequestContext;
  readonly id: string;
  readonly type: string;
  readonly #values = new Map<string, Json>();
  readonly #objects = new Map<string, object>();
  #items: object[] | undefined;
  #isNull: boolean | undefined;

  constructor(context: RequestContext, id: string, type: string) {
    this.context = context;
    this.id = id;
    this.type = type;
  }

  get model(): TypeModel {
    return OBJECT_MODEL[this.type] ?? { values: [] };
  }

  take(loaded: LoadedObject): void {
    this.#isNull = loaded.isNull;
    for (const [name, value] of Object.entries(loaded.values)) this.#values.set(name, value);
    const itemType = this.model.items;
    if (!loaded.items || itemType === undefined) return;
    this.#items = loaded.items.map((item) => {
      const { client, proxy } = this.context.adopt(item.id, itemType);
      client.take(item);
      return proxy;
    });
  }

  read(property: string): Json {
    const value = this.#values.get(property);
    if (value !== undefined) return value;
    if (this.#isNull)
      throw new OfficeExtensionError({
        code: 'ItemNotFound',
        message: 'The requested item does not exist.',
        errorLocation: `${this.type}.${property}`,
      });
    throw notLoaded(property);
  }

  write(property: string, value: Json): void {
    this.context.record({ kind: 'set', on: this.id, property, value });
    this.#values.set(property, value);
  }

  get items(): object[] {
    if (!this.#items) throw notLoaded('items');
    return this.#items;
  }

  get isNullObject(): boolean {
    if (this.#isNull === undefined) throw notLoaded('isNullObject');
    return this.#isNull;
  }

  load(spec: LoadSpec): void {
    this.context.record({ kind: 'load', on: this.id, properties: propertyNames(spec) });
  }

  /** `document.body` is the same object every time it is asked for, as in Word. */
  navigate(member: string, type: string): object {
    const known = this.#objects.get(member);
    if (known) return known;
    const made = this.context.open({ from: this.id, member, args: [], type });
    this.#objects.set(member, made);
    return made;
  }
}

function propertyNames(spec: LoadSpec): string[] {
  if (spec === undefined) return [];
  if (typeof spec === 'string')
    return spec
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  if (Array.isArray(spec)) return spec.flatMap((each: string) => propertyNames(each));
  return Object.entries(spec)
    .filter(([name, wanted]) => wanted && !name.startsWith('$'))
    .map(([name]) => name);
}
