import { WordHost } from '../host/word-host.ts';
import { lockOf } from '../ooxml/content-controls.ts';
import { OoxmlPackage } from '../ooxml/ooxml-package.ts';
import { bodyOf, insertParagraph, paragraphsIn, replaceParagraphText, textOf } from '../ooxml/paragraphs.ts';
import { ancestorNamed, childElements } from '../ooxml/xml.ts';
import type { LoadedObject, Operation } from '../protocol.ts';
import type { DocumentStore, StoredDocument } from './document-store.ts';

export interface EditableParagraph {
  index: number;
  text: string;
}

/** The one document that the window has open: its package, and every change drawn and kept. */
export class OpenDocument {
  readonly #file: OoxmlPackage;
  readonly #store: DocumentStore;
  readonly #onChange: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly #onKeepFailed: () => void;
  readonly #host: WordHost;
  #head: StoredDocument;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(file: OoxmlPackage, head: StoredDocument, doors: Doors) {
    this.#file = file;
    this.#head = head;
    this.#store = doors.store;
    this.#onChange = doors.onChange;
    this.#onKeepFailed = doors.onKeepFailed;
    this.#host = new WordHost(file, async () => {
      await this.#saveWhereItStands(await this.#keep());
    });
  }

  /** @throws RefusedFile when it is no document that Word would open. */
  static async open(head: StoredDocument, doors: Doors): Promise<OpenDocument> {
    const opened = new OpenDocument(await OoxmlPackage.open(head.bytes), head, doors);
    await opened.#keep();
    return opened;
  }

  get id(): string {
    return this.#head.id;
  }

  get name(): string {
    return this.#head.name;
  }

  /** As SharePoint would give it; empty for a document that was never saved anywhere. */
  get url(): string {
    return this.#head.hasPlace
      ? `https://minato.sharepoint.example/sites/seisaku/Shared%20Documents/${encodeURIComponent(this.#head.name)}`
      : '';
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#inTurn(() => this.#file.bytes());
  }

  sync(run: string, operations: readonly Operation[]): Promise<LoadedObject[]> {
    return this.#inTurn(async () => {
      const { loaded, changed } = await this.#host.sync(run, operations);
      if (changed) await this.#keepAndDraw();
      return loaded;
    });
  }

  release(run: string): void {
    this.#host.release(run);
  }

  addParagraph(text: string): Promise<void> {
    return this.#inTurn(() => {
      insertParagraph(bodyOf(this.#file.mainTree), text, 'End');
      return this.#changedByHand();
    });
  }

  /** Paragraphs of plain text; those with pictures, fields or locked controls are left to the real Word. */
  editable(): EditableParagraph[] {
    return paragraphsIn(bodyOf(this.#file.mainTree))
      .map((paragraph, index) => ({ paragraph, index, text: textOf(paragraph) }))
      .filter(({ paragraph }) => isPlain(paragraph))
      .map(({ index, text }) => ({ index, text }));
  }

  editParagraph(index: number, text: string): Promise<void> {
    return this.#inTurn(async () => {
      const paragraph = paragraphsIn(bodyOf(this.#file.mainTree))[index];
      if (!paragraph || !isPlain(paragraph)) return;
      replaceParagraphText(paragraph, text);
      await this.#changedByHand();
    });
  }

  async #changedByHand(): Promise<void> {
    this.#file.markChanged(this.#file.mainPath);
    await this.#keepAndDraw();
  }

  async #keepAndDraw(): Promise<void> {
    this.#onChange(await this.#keep());
  }

  /** Into the make-believe SharePoint, from where Graph gives it; a document without a place stays here. */
  async #saveWhereItStands(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.url === '') return;
    const query = new URLSearchParams({ as: this.#head.person, url: this.url });
    const headers = { 'content-type': 'application/octet-stream' };
    await fetch(`/sandbox/word-documents?${query}`, { method: 'PUT', headers, body: bytes }).catch(() => undefined);
  }

  async #keep(): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#file.bytes();
    this.#head = { ...this.#head, bytes, usedAt: Date.now() };
    await this.#store.write(this.#head).catch(this.#onKeepFailed);
    return bytes;
  }

  /** One thing at a time: two runs of a pane, or a pane and a person, never see half of each other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

export interface Doors {
  store: DocumentStore;
  onChange: (bytes: Uint8Array<ArrayBuffer>) => void;
  onKeepFailed: () => void;
}

const PLAIN = new Set(['pPr', 'r', 'bookmarkStart', 'bookmarkEnd', 'proofErr']);
const PLAIN_IN_RUN = new Set(['rPr', 't', 'tab', 'br', 'lastRenderedPageBreak', 'noBreakHyphen']);

function isPlain(paragraph: Element): boolean {
  const control = ancestorNamed(paragraph, 'sdt');
  if (control && lockOf(control).cannotEdit) return false;
  return childElements(paragraph).every(
    (child) =>
      PLAIN.has(child.localName) &&
      (child.localName !== 'r' || childElements(child).every((part) => PLAIN_IN_RUN.has(part.localName))),
  );
}
