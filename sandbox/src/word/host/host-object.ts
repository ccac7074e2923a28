import type { Json } from '../protocol.ts';

/** An error as Word's API words it; its code is what an add-in branches on. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly code: string | number;

  constructor(code: string | number, message: string) {
    super(message);
    this.code = code;
  }
}

export const itemNotFound = (): HostError => new HostError('ItemNotFound', 'The requested item does not exist.');
export const invalidArgument = (what: string): HostError =>
  new HostError('InvalidArgument', `The argument is invalid or missing or has an incorrect format. (${what})`);
export const accessDenied = (): HostError =>
  new HostError('AccessDenied', 'You cannot perform the requested operation: the content control is locked.');
const notImplemented = (what: string): HostError =>
  new HostError('ApiNotFound', `The API you are trying to use is not part of this stand-in. (${what})`);

/** One object of Word's object model, as the host sees it. Unknown members are refused, never ignored. */
export abstract class HostObject {
  abstract readonly kind: string;
  /** What `load()` without names brings. */
  readonly scalars: readonly string[] = [];
  readonly isNull: boolean = false;

  open(member: string, _args: Json[]): HostObject | Promise<HostObject> {
    throw notImplemented(`${this.kind}.${member}`);
  }

  call(method: string, _args: Json[]): void | Promise<void> {
    throw notImplemented(`${this.kind}.${method}`);
  }

  set(property: string, _value: Json): void | Promise<void> {
    throw notImplemented(`${this.kind}.${property}`);
  }

  read(property: string): Json | Promise<Json> {
    throw notImplemented(`${this.kind}.${property}`);
  }

  items(): HostObject[] | Promise<HostObject[]> | undefined {
    return undefined;
  }
}

/** What every `…OrNullObject` gives when there is nothing. */
export class NullObject extends HostObject {
  override readonly kind = 'NullObject';
  override readonly isNull = true;

  override open(): HostObject {
    return this;
  }

  override read(): Json {
    return null;
  }
}

/** A list of objects with the accessors that all of Word's collections share. */
export abstract class HostCollection extends HostObject {
  abstract override items(): HostObject[] | Promise<HostObject[]>;

  override async open(member: string, args: Json[]): Promise<HostObject> {
    const items = await this.items();
    if (member === 'getFirst') return items[0] ?? fail();
    if (member === 'getFirstOrNullObject') return items[0] ?? new NullObject();
    if (member === 'getLast') return items.at(-1) ?? fail();
    if (member === 'getLastOrNullObject') return items.at(-1) ?? new NullObject();
    if (member === 'getItem' && typeof args[0] === 'number') return items[args[0]] ?? fail();
    return super.open(member, args);
  }
}

function fail(): never {
  throw itemNotFound();
}

export function text(value: Json | undefined, name: string): string {
  if (typeof value !== 'string') throw invalidArgument(name);
  return value;
}

export function oneOf<T extends string>(value: Json | undefined, allowed: readonly T[], name: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw invalidArgument(name);
  return found;
}
