import type { Json, LoadedObject, Operation } from '../protocol.ts';
import { ClientObject, type LoadSpec } from './client-object.ts';
import { asOfficeError } from './errors.ts';
import type { WindowLink } from './window-link.ts';

interface Opening {
  from: string;
  member: string;
  args: Json[];
  type: string;
}

/** Collects what an add-in does to Word's objects and sends it in one go at `sync`. */
export class RequestContext {
  readonly document: object;
  readonly trackedObjects = { add: () => undefined, remove: () => undefined };
  readonly #link: WindowLink;
  readonly #run: string;
  readonly #clients = new Map<string, ClientObject>();
  readonly #byProxy = new WeakMap<object, ClientObject>();
  #recorded: Operation[] = [];
  #opened = 0;

  constructor(link: WindowLink, run: string) {
    this.#link = link;
    this.#run = run;
    this.document = this.adopt('document', 'Document').proxy;
  }

  record(operation: Operation): void {
    this.#recorded.push(operation);
  }

  open({ from, member, args, type }: Opening): object {
    this.#opened += 1;
    const id = `object${this.#opened}`;
    this.record({ kind: 'open', id, from, member, args });
    return this.adopt(id, type).proxy;
  }

  adopt(id: string, type: string): { client: ClientObject; proxy: object } {
    const client = new ClientObject(this, id, type);
    const proxy = makeProxy(client);
    this.#clients.set(id, client);
    this.#byProxy.set(proxy, client);
    return { client, proxy };
  }

  load(proxy: object, spec?: LoadSpec): void {
    this.#byProxy.get(proxy)?.load(spec);
  }

  async sync<T>(passThrough?: T): Promise<T | undefined> {
    const operations = this.#recorded;
    this.#recorded = [];
    try {
      const loaded = await this.#link.ask<LoadedObject[]>({ method: 'sync', run: this.#run, operations });
      for (const each of loaded) this.#clients.get(each.id)?.take(each);
    } catch (reason) {
      throw asOfficeError(reason);
    }
    return passThrough;
  }

  async release(): Promise<void> {
    await this.#link.ask({ method: 'release', run: this.#run });
  }
}

function makeProxy(client: ClientObject): object {
  const { model } = client;
  const proxy: Record<string, unknown> = {};
  const define = (name: string, descriptor: PropertyDescriptor) =>
    Object.defineProperty(proxy, name, { enumerable: true, ...descriptor });
  define('context', { value: client.context });
  define('isNullObject', { get: () => client.isNullObject });
  const load = (spec?: LoadSpec): object => {
    client.load(spec);
    return proxy;
  };
  define('load', { value: load });
  define('track', { value: () => proxy });
  define('untrack', { value: () => proxy });
  if (model.items !== undefined) define('items', { get: () => client.items });
  for (const name of new Set([...model.values, ...(model.writable ?? [])])) {
    const writable = model.writable?.includes(name) ?? false;
    define(name, {
      get: () => client.read(name),
      ...(writable ? { set: (value: Json) => client.write(name, value) } : {}),
    });
  }
  for (const [name, type] of Object.entries(model.objects ?? {}))
    define(name, { get: () => client.navigate(name, type) });
  for (const [name, type] of Object.entries(model.makers ?? {})) {
    define(name, { value: (...args: Json[]) => client.context.open({ from: client.id, member: name, args, type }) });
  }
  for (const name of model.actions ?? []) {
    define(name, {
      value: (...args: Json[]) => client.context.record({ kind: 'call', on: client.id, method: name, args }),
    });
  }
  define('set', { value: (values: Record<string, Json>) => Object.assign(proxy, values) });
  return proxy;
}
