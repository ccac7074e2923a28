import type { OoxmlPackage } from '../ooxml/ooxml-package.ts';
import type { LoadedObject, Operation } from '../protocol.ts';
import { DocumentObject } from './document-objects.ts';
import { HostError, type HostObject } from './host-object.ts';
import { refuseIfProtected } from './settings.ts';

/** Carries out what a pane recorded, on the open document. Objects of one `Word.run` live until it is released. */
export class WordHost {
  readonly #file: OoxmlPackage;
  readonly #save: () => Promise<void>;
  readonly #runs = new Map<string, Map<string, HostObject>>();
  #made = 0;

  constructor(file: OoxmlPackage, save: () => Promise<void>) {
    this.#file = file;
    this.#save = save;
  }

  /** @returns what was loaded; `changed` says whether the document has to be drawn and kept anew. */
  async sync(run: string, operations: readonly Operation[]): Promise<{ loaded: LoadedObject[]; changed: boolean }> {
    const objects = this.#objectsOf(run);
    const loaded: LoadedObject[] = [];
    let changed = false;
    try {
      for (const operation of operations) {
        if (changesText(operation)) refuseIfProtected(this.#file);
        changed = changes(operation) || changed;
        await this.#carryOut(operation, objects, loaded);
      }
    } finally {
      if (changed) this.#file.markTextChanged();
    }
    return { loaded, changed };
  }

  release(run: string): void {
    this.#runs.delete(run);
  }

  #objectsOf(run: string): Map<string, HostObject> {
    const known = this.#runs.get(run);
    if (known) return known;
    const objects = new Map<string, HostObject>([['document', new DocumentObject(this.#file, this.#save)]]);
    this.#runs.set(run, objects);
    return objects;
  }

  async #carryOut(operation: Operation, objects: Map<string, HostObject>, loaded: LoadedObject[]): Promise<void> {
    switch (operation.kind) {
      case 'open': {
        const made = await find(objects, operation.from).open(operation.member, operation.args);
        objects.set(operation.id, made);
        loaded.push({ id: operation.id, isNull: made.isNull, values: {} });
        return;
      }
      case 'call':
        await find(objects, operation.on).call(operation.method, operation.args);
        return;
      case 'set':
        await find(objects, operation.on).set(operation.property, operation.value);
        return;
      case 'load':
        loaded.push(await this.#load(operation.on, operation.properties, objects));
        return;
      default:
        operation satisfies never;
    }
  }

  async #load(id: string, properties: readonly string[], objects: Map<string, HostObject>): Promise<LoadedObject> {
    const object = find(objects, id);
    if (object.isNull) return { id, isNull: true, values: {} };
    const items = await object.items();
    if (!items) return { id, isNull: false, values: await readAll(object, properties) };
    const loadedItems: LoadedObject[] = [];
    for (const item of items) {
      this.#made += 1;
      const itemId = `host${this.#made}`;
      objects.set(itemId, item);
      loadedItems.push({ id: itemId, isNull: false, values: await readAll(item, itemProperties(properties)) });
    }
    return { id, isNull: false, values: {}, items: loadedItems };
  }
}

// `load('items/text')` and `load('text')` on a collection mean the same; `items` alone brings all scalars.
function itemProperties(properties: readonly string[]): string[] {
  return properties.map((each) => each.replace(/^items\/?/, '')).filter((each) => each !== '');
}

async function readAll(object: HostObject, properties: readonly string[]): Promise<LoadedObject['values']> {
  const values: LoadedObject['values'] = {};
  for (const property of properties.length > 0 ? properties : object.scalars)
    values[property] = await object.read(property);
  return values;
}

function find(objects: Map<string, HostObject>, id: string): HostObject {
  const object = objects.get(id);
  if (!object)
    throw new HostError('InvalidObjectPath', 'The object path is not working for what you are trying to do.');
  return object;
}

const READ_ONLY = new Set(['body', 'paragraphs', 'contentControls', 'properties', 'customProperties']);

// Properties of a protected document may be written; its text may not.
const OF_THE_TEXT = new Set(['insertText', 'insertParagraph', 'insertContentControl', 'insertFileFromBase64', 'clear']);

function changesText(operation: Operation): boolean {
  if (operation.kind === 'open') return OF_THE_TEXT.has(operation.member);
  return operation.kind === 'call' && OF_THE_TEXT.has(operation.method);
}

function changes(operation: Operation): boolean {
  if (operation.kind === 'load') return false;
  if (operation.kind === 'open')
    return !READ_ONLY.has(operation.member) && !/^get|OrNullObject$/.test(operation.member);
  return operation.kind === 'set' || operation.method !== 'save';
}
