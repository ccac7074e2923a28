import {
  CORE_PROPERTY_NAMES,
  deleteCustomProperty,
  readCoreProperty,
  readCustomProperties,
  writeCoreProperty,
  writeCustomProperty,
} from '../ooxml/document-properties.ts';
import type { OoxmlPackage } from '../ooxml/ooxml-package.ts';
import { bodyOf } from '../ooxml/paragraphs.ts';
import type { Json } from '../protocol.ts';
import { HostCollection, HostObject, invalidArgument, itemNotFound, NullObject, oneOf, text } from './host-object.ts';
import { setTrackingMode, trackingMode } from './settings.ts';
import { BodyObject, ControlCollection } from './text-objects.ts';

export class DocumentObject extends HostObject {
  override readonly kind = 'Document';
  override readonly scalars = ['saved', 'changeTrackingMode'];
  readonly #file: OoxmlPackage;
  readonly #save: () => Promise<void>;

  constructor(file: OoxmlPackage, save: () => Promise<void>) {
    super();
    this.#file = file;
    this.#save = save;
  }

  override open(member: string, args: Json[]): HostObject | Promise<HostObject> {
    if (member === 'body') return new BodyObject(bodyOf(this.#file.mainTree));
    // The real one counts headers and footers of a document too.
    if (member === 'contentControls' || member === 'getContentControls') {
      const beside = this.#file.side('header', 'footer').map(({ tree }) => tree.documentElement);
      return new ControlCollection([bodyOf(this.#file.mainTree), ...beside]);
    }
    if (member === 'properties') return new PropertiesObject(this.#file);
    return super.open(member, args);
  }

  override call(method: string, args: Json[]): void | Promise<void> {
    if (method === 'save') return this.#save();
    return super.call(method, args);
  }

  override set(property: string, value: Json): void | Promise<void> {
    if (property === 'changeTrackingMode')
      return setTrackingMode(this.#file, oneOf(value, ['Off', 'TrackAll', 'TrackMineOnly'], property));
    return super.set(property, value);
  }

  override read(property: string): Json | Promise<Json> {
    if (property === 'saved') return true;
    if (property === 'changeTrackingMode') return trackingMode(this.#file);
    return super.read(property);
  }
}

class PropertiesObject extends HostObject {
  override readonly kind = 'DocumentProperties';
  override readonly scalars = CORE_PROPERTY_NAMES;
  readonly #file: OoxmlPackage;

  constructor(file: OoxmlPackage) {
    super();
    this.#file = file;
  }

  override open(member: string, args: Json[]): HostObject | Promise<HostObject> {
    if (member === 'customProperties') return new CustomPropertyCollection(this.#file);
    return super.open(member, args);
  }

  override set(property: string, value: Json): void | Promise<void> {
    if (CORE_PROPERTY_NAMES.includes(property)) return writeCoreProperty(this.#file, property, text(value, property));
    return super.set(property, value);
  }

  override read(property: string): Json | Promise<Json> {
    if (CORE_PROPERTY_NAMES.includes(property)) return readCoreProperty(this.#file, property);
    return super.read(property);
  }
}

// Word's limits for a custom property.
const MAX_KEY = 255;
const MAX_VALUE = 255;

class CustomPropertyCollection extends HostCollection {
  override readonly kind = 'CustomPropertyCollection';
  readonly #file: OoxmlPackage;

  constructor(file: OoxmlPackage) {
    super();
    this.#file = file;
  }

  override async items(): Promise<HostObject[]> {
    const properties = await readCustomProperties(this.#file);
    return properties.map(({ key }) => new CustomPropertyObject(this.#file, key));
  }

  override async open(member: string, args: Json[]): Promise<HostObject> {
    if (member === 'add') return this.#add(text(args[0], 'key'), args[1]);
    if (member === 'getItem' || member === 'getItemOrNullObject') {
      const key = text(args[0], 'key').toLowerCase();
      const found = (await readCustomProperties(this.#file)).find((each) => each.key.toLowerCase() === key);
      if (found) return new CustomPropertyObject(this.#file, found.key);
      if (member === 'getItemOrNullObject') return new NullObject();
      throw itemNotFound();
    }
    return super.open(member, args);
  }

  async #add(key: string, value: Json | undefined): Promise<HostObject> {
    if (key === '' || key.length > MAX_KEY) throw invalidArgument('key');
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      throw invalidArgument('value');
    if (String(value).length > MAX_VALUE) throw invalidArgument('value');
    await writeCustomProperty(this.#file, key, String(value));
    return new CustomPropertyObject(this.#file, key);
  }

  override async call(method: string, args: Json[]): Promise<void> {
    if (method !== 'deleteAll') return super.call(method, args);
    for (const { key } of await readCustomProperties(this.#file)) await deleteCustomProperty(this.#file, key);
    return undefined;
  }
}

class CustomPropertyObject extends HostObject {
  override readonly kind = 'CustomProperty';
  override readonly scalars = ['key', 'value', 'type'];
  readonly #file: OoxmlPackage;
  readonly #key: string;

  constructor(file: OoxmlPackage, key: string) {
    super();
    this.#file = file;
    this.#key = key;
  }

  override call(method: string, args: Json[]): void | Promise<void> {
    if (method === 'delete') return deleteCustomProperty(this.#file, this.#key);
    return super.call(method, args);
  }

  override set(property: string, value: Json): void | Promise<void> {
    if (property === 'value') return writeCustomProperty(this.#file, this.#key, text(value, property));
    return super.set(property, value);
  }

  override async read(property: string): Promise<Json> {
    if (property === 'key') return this.#key;
    if (property === 'type') return 'String';
    if (property === 'value')
      return (await readCustomProperties(this.#file)).find((each) => each.key === this.#key)?.value ?? '';
    return super.read(property);
  }
}
