import { RefusedFile } from '../ooxml/ooxml-package.ts';
import { newDocument, SAMPLES } from '../samples/samples.ts';
import { askEditedParagraph, askNewParagraph } from './dialogs.ts';
import { DocumentStore, type StoredDocument } from './document-store.ts';
import { el } from './elements.ts';
import { OpenDocument } from './open-document.ts';
import { PaneFrame } from './pane-frame.ts';
import type { Preferences } from './preferences.ts';
import { startPage } from './start-page.ts';
import { say, type TextCode } from './text.ts';
import { toolbar } from './toolbar.ts';
import { drawDocument } from './view.ts';

const HASH = '#document=';

/** The Word window of one person: the start page, or one open document with the task pane beside it. */
export class WordWindow {
  readonly #root: HTMLElement;
  readonly #person: string;
  readonly #preferences: Preferences;
  readonly #store: DocumentStore;
  readonly #pane: PaneFrame;
  readonly #page = el('div', { class: 'page', 'data-testid': 'word-page', tabindex: '0' });
  readonly #notice = el('p', { class: 'notice', role: 'status', 'data-testid': 'word-notice' });
  #open: OpenDocument | undefined;
  #drawing: Promise<void> = Promise.resolve();

  constructor(root: HTMLElement, options: { person: string; taskPaneUrl: string; preferences: Preferences }) {
    this.#root = root;
    this.#person = options.person;
    this.#preferences = options.preferences;
    this.#store = new DocumentStore(options.person);
    this.#pane = new PaneFrame(options);
    this.#notice.hidden = true;
  }

  async start(): Promise<void> {
    this.#acceptDrops();
    const id = window.location.hash.startsWith(HASH) ? window.location.hash.slice(HASH.length) : undefined;
    const known = id === undefined ? undefined : await this.#store.read(id).catch(() => undefined);
    if (known) return this.#show(known);
    if (id !== undefined) this.#say('gone');
    return this.#showStart();
  }

  #t(code: TextCode, params: Record<string, string> = {}): string {
    return say(this.#preferences.language, code, params);
  }

  #say(code: TextCode | undefined, params: Record<string, string> = {}): void {
    this.#notice.textContent = code === undefined ? '' : this.#t(code, params);
    this.#notice.hidden = code === undefined;
  }

  #frame(content: readonly HTMLElement[]): void {
    const bar = toolbar({
      preferences: this.#preferences,
      person: this.#person,
      name: this.#open?.name,
      onFile: (file) => void this.#openFile(file),
      onStart: () => void this.#showStart(),
      onAdd: () => void this.#addParagraph(),
      onEdit: () => void this.#editParagraph(),
      onDownload: () => void this.#download(),
      onPane: (view) => this.#pane.open(view),
    });
    this.#root.replaceChildren(...bar, this.#notice, el('main', {}, content));
    document.title = `${this.#open ? `${this.#open.name} - ` : ''}${this.#t('title')}`;
  }

  async #showStart(): Promise<void> {
    this.#open = undefined;
    this.#pane.close();
    history.replaceState(null, '', window.location.pathname + window.location.search);
    const recent = await this.#store.list().catch(() => []);
    const page = startPage({
      language: this.#preferences.language,
      samples: SAMPLES,
      recent,
      actions: {
        onNew: () => void this.#openNew(),
        onSample: (sample) => void sample.build().then((bytes) => this.#openBytes(sample.fileName, bytes)),
        onRecent: (head) => void this.#openRecent(head.id),
        onForget: (head) => void this.#store.forget(head.id).then(() => this.#showStart()),
      },
    });
    this.#frame([page]);
  }

  async #openNew(): Promise<void> {
    const count = (await this.#store.list().catch(() => [])).filter((head) => !head.hasPlace).length;
    const name = `${this.#t('newName', { number: String(count + 1) })}.docx`;
    await this.#openBytes(name, await newDocument(this.#person), false);
  }

  async #openRecent(id: string): Promise<void> {
    const known = await this.#store.read(id).catch(() => undefined);
    if (known) await this.#show(known);
    else this.#say('gone');
  }

  async #openFile(file: File): Promise<void> {
    await this.#openBytes(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  #openBytes(name: string, bytes: Uint8Array<ArrayBuffer>, hasPlace = true): Promise<void> {
    return this.#show({ id: crypto.randomUUID(), person: this.#person, name, hasPlace, bytes, usedAt: Date.now() });
  }

  async #show(stored: StoredDocument): Promise<void> {
    this.#say('opening');
    try {
      const opened = await OpenDocument.open(stored, {
        store: this.#store,
        onChange: (bytes) => this.#draw(bytes),
        onKeepFailed: () => this.#say('keepFailed'),
      });
      this.#say(undefined);
      this.#open = opened;
      this.#page.replaceChildren();
      history.replaceState(null, '', `${HASH}${opened.id}`);
      this.#frame([this.#page, this.#pane.show(opened)]);
      this.#draw(await opened.bytes());
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error;
      if (!this.#open) await this.#showStart();
      this.#say(`refused.${error.code}`, { name: stored.name });
    }
  }

  #draw(bytes: Uint8Array<ArrayBuffer>): void {
    this.#drawing = this.#drawing.then(async () => {
      const [top, left] = [this.#page.scrollTop, this.#page.scrollLeft];
      const whole = await drawDocument(bytes, this.#page);
      this.#page.scrollTo(left, top);
      if (!whole) this.#say('plainView');
    });
  }

  async #addParagraph(): Promise<void> {
    const text = await askNewParagraph(this.#preferences.language);
    if (text !== undefined) await this.#open?.addParagraph(text);
  }

  async #editParagraph(): Promise<void> {
    const paragraphs = this.#open?.editable() ?? [];
    if (paragraphs.length === 0) {
      this.#say('noPlainParagraph');
      return;
    }
    const edited = await askEditedParagraph(this.#preferences.language, paragraphs);
    if (edited) await this.#open?.editParagraph(edited.index, edited.text);
  }

  async #download(): Promise<void> {
    if (!this.#open) return;
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const address = URL.createObjectURL(new Blob([await this.#open.bytes()], { type }));
    el('a', { href: address, download: this.#open.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  #acceptDrops(): void {
    window.addEventListener('dragover', (event) => event.preventDefault());
    window.addEventListener('drop', (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) void this.#openFile(file);
    });
  }
}
