import { controlsIn, lockOf, readSetting, removeControl, wrapBlocks } from '../ooxml/content-controls.ts';
import {
  alignmentOf,
  alignParagraph,
  bodyText,
  insertParagraph,
  insertParagraphBeside,
  outlineLevelOf,
  paragraphsIn,
  replaceParagraphText,
  textOf,
} from '../ooxml/paragraphs.ts';
import { ancestorNamed } from '../ooxml/xml.ts';
import type { Json } from '../protocol.ts';
import { CONTROL_SCALARS, CONTROL_WRITABLE, readControl, writeControl } from './control-values.ts';
import { accessDenied, HostCollection, HostObject, invalidArgument, NullObject, oneOf, text } from './host-object.ts';
import {
  clearBody,
  clearControl,
  insertFile,
  insertIntoBody,
  insertIntoControl,
  insertIntoParagraph,
  refuseIfLocked,
  wrap,
} from './text-edits.ts';

export class BodyObject extends HostObject {
  override readonly kind: string = 'Body';
  override readonly scalars: readonly string[] = ['text', 'type'];
  readonly node: Element;

  constructor(node: Element) {
    super();
    this.node = node;
  }

  override open(member: string, args: Json[]): HostObject | Promise<HostObject> {
    if (member === 'paragraphs') return new ParagraphCollection(this.node);
    if (member === 'contentControls' || member === 'getContentControls') return new ControlCollection(this.node);
    if (member === 'getRange') return new RangeObject(this.node);
    if (member === 'insertParagraph') {
      return new ParagraphObject(
        insertParagraph(this.node, text(args[0], 'paragraphText'), oneOf(args[1], ['Start', 'End'], 'insertLocation')),
      );
    }
    if (member === 'insertText') return new RangeObject(insertIntoBody(this.node, args));
    if (member === 'insertContentControl') return new ControlObject(wrap(this.node));
    return super.open(member, args);
  }

  override call(method: string, args: Json[]): void | Promise<void> {
    if (method === 'clear') return clearBody(this.node);
    if (method === 'insertFileFromBase64') return insertFile(this.node, args);
    return super.call(method, args);
  }

  override read(property: string): Json | Promise<Json> {
    if (property === 'text') return bodyText(this.node);
    if (property === 'type') return 'MainDoc';
    return super.read(property);
  }
}

export class ParagraphCollection extends HostCollection {
  override readonly kind = 'ParagraphCollection';
  readonly #root: Element;

  constructor(root: Element) {
    super();
    this.#root = root;
  }

  override items(): HostObject[] {
    return paragraphsIn(this.#root).map((paragraph) => new ParagraphObject(paragraph));
  }
}

export class ParagraphObject extends HostObject {
  override readonly kind = 'Paragraph';
  override readonly scalars = ['text', 'alignment', 'outlineLevel'];
  readonly #node: Element;

  constructor(node: Element) {
    super();
    this.#node = node;
  }

  override open(member: string, args: Json[]): HostObject | Promise<HostObject> {
    if (member === 'insertContentControl') return new ControlObject(wrapBlocks([this.#node]));
    if (member === 'getRange') return new RangeObject(this.#node);
    if (member === 'contentControls' || member === 'getContentControls') return new ControlCollection(this.#node);
    if (member === 'parentContentControlOrNullObject') {
      const control = ancestorNamed(this.#node, 'sdt');
      return control ? new ControlObject(control) : new NullObject();
    }
    refuseIfLocked(this.#node);
    if (member === 'insertText') return new RangeObject(insertIntoParagraph(this.#node, args));
    if (member === 'insertParagraph') {
      const where = oneOf(args[1], ['Before', 'After'], 'insertLocation');
      return new ParagraphObject(insertParagraphBeside(this.#node, text(args[0], 'paragraphText'), where));
    }
    return super.open(member, args);
  }

  override call(method: string, args: Json[]): void | Promise<void> {
    refuseIfLocked(this.#node);
    if (method === 'clear') {
      replaceParagraphText(this.#node, '');
      return undefined;
    }
    if (method === 'delete') {
      this.#node.parentNode?.removeChild(this.#node);
      return undefined;
    }
    return super.call(method, args);
  }

  override set(property: string, value: Json): void | Promise<void> {
    if (property === 'alignment') return alignParagraph(this.#node, text(value, property));
    // The look of a built-in style is Word's business; the stand-in takes the wish and leaves the paragraph plain.
    if (property === 'styleBuiltIn') return undefined;
    return super.set(property, value);
  }

  override read(property: string): Json | Promise<Json> {
    if (property === 'text') return textOf(this.#node);
    if (property === 'alignment') return alignmentOf(this.#node);
    if (property === 'outlineLevel') return outlineLevelOf(this.#node);
    return super.read(property);
  }
}

/** A range over a whole body, paragraph, control or run: the only ranges that the stand-in hands out. */
export class RangeObject extends HostObject {
  override readonly kind = 'Range';
  override readonly scalars = ['text', 'isEmpty'];
  readonly #node: Element;

  constructor(node: Element) {
    super();
    this.#node = node;
  }

  override open(member: string, args: Json[]): HostObject | Promise<HostObject> {
    const node = this.#node;
    if (member === 'paragraphs') return new ParagraphCollection(node);
    if (member === 'contentControls' || member === 'getContentControls') return new ControlCollection(node);
    if (member === 'insertContentControl') return new ControlObject(wrap(node));
    refuseIfLocked(node);
    if (member === 'insertText') {
      if (node.localName === 'p') return new RangeObject(insertIntoParagraph(node, args));
      if (node.localName === 'sdt') return new ControlObject(node).open(member, args);
      if (node.localName === 'body') return new BodyObject(node).open(member, args);
    }
    return super.open(member, args);
  }

  override read(property: string): Json | Promise<Json> {
    const value = this.#node.localName === 'r' ? textOf(this.#node) : bodyText(this.#node);
    if (property === 'text') return value;
    if (property === 'isEmpty') return value === '';
    return super.read(property);
  }
}

export class ControlCollection extends HostCollection {
  override readonly kind = 'ContentControlCollection';
  readonly #roots: readonly Element[];
  readonly #wanted: (control: Element) => boolean;

  constructor(roots: Element | readonly Element[], wanted: (control: Element) => boolean = () => true) {
    super();
    this.#roots = 'localName' in roots ? [roots] : roots;
    this.#wanted = wanted;
  }

  override items(): HostObject[] {
    return this.#elements().map((control) => new ControlObject(control));
  }

  #elements(): Element[] {
    return this.#roots.flatMap((root) => controlsIn(root)).filter(this.#wanted);
  }

  override async open(member: string, args: Json[]): Promise<HostObject> {
    const narrowed = (name: 'tag' | 'alias') =>
      new ControlCollection(
        this.#roots,
        (control) => this.#wanted(control) && readSetting(control, name) === text(args[0], name),
      );
    if (member === 'getByTag') return narrowed('tag');
    if (member === 'getByTitle') return narrowed('alias');
    if (member === 'getByIdOrNullObject') {
      const found = this.#elements().find((control) => Number(readSetting(control, 'id')) === args[0]);
      return found ? new ControlObject(found) : new NullObject();
    }
    return super.open(member, args);
  }
}

export class ControlObject extends HostObject {
  override readonly kind = 'ContentControl';
  override readonly scalars = CONTROL_SCALARS;
  readonly #node: Element;

  constructor(node: Element) {
    super();
    this.#node = node;
  }

  override open(member: string, args: Json[]): HostObject | Promise<HostObject> {
    const node = this.#node;
    if (member === 'paragraphs') return new ParagraphCollection(node);
    if (member === 'contentControls') return new ControlCollection(node);
    if (member === 'getRange') return new RangeObject(node);
    if (member === 'insertText') {
      insertIntoControl(node, args);
      return new RangeObject(node);
    }
    return super.open(member, args);
  }

  override call(method: string, args: Json[]): void | Promise<void> {
    if (method === 'clear') return clearControl(this.#node);
    if (method === 'delete') {
      if (lockOf(this.#node).cannotDelete) throw accessDenied();
      if (typeof args[0] !== 'boolean') throw invalidArgument('keepContent');
      return removeControl(this.#node, args[0]);
    }
    return super.call(method, args);
  }

  override set(property: string, value: Json): void | Promise<void> {
    if (CONTROL_WRITABLE.some((name) => name === property)) return writeControl(this.#node, property, value);
    return super.set(property, value);
  }

  override read(property: string): Json | Promise<Json> {
    if (CONTROL_SCALARS.some((name) => name === property)) return readControl(this.#node, property);
    return super.read(property);
  }
}
