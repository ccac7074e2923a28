import type { RecordView } from '@kaigi/core/contract';
import { ActionKeys } from '../api/action-keys.ts';
import type { ApiClient } from '../api/client.ts';
import { CaseDesk } from '../approvals/case-desk.ts';
import { DocumentReader } from '../filing/document-reader.ts';
import { FilingDesk } from '../filing/filing-desk.ts';
import type { FormStore } from '../filing/form-store.ts';
import { CopyDesk } from '../records/copy-desk.ts';
import { TemplateDesk } from '../records/template-desk.ts';
import { UnsentDesk } from '../unsent/unsent-desk.ts';
import type { UnsentStore } from '../unsent/unsent-store.ts';
import type { DocumentLook, WordDocument } from '../word/word-document.ts';
import { failureOf, isNotFound, isSignedOut } from './failure-of.ts';
import type { PaneView } from './pane-state.ts';
import { PaneStore } from './pane-store.ts';
import { Standing } from './standing.ts';

export interface PaneParts {
  word: WordDocument;
  api: ApiClient;
  forms: FormStore;
  kept: UnsentStore;
  person: string;
  documentUrl: string;
  view?: PaneView;
  keys?: ActionKeys;
}

/** What the pane knows and does. The screens draw `store.state` and call the desks. */
export class PaneModel {
  readonly store = new PaneStore();
  readonly standing: Standing;
  readonly unsent: UnsentDesk;
  readonly filing: FilingDesk;
  readonly case: CaseDesk;
  readonly templates: TemplateDesk;
  readonly #copies: CopyDesk;
  #again: (() => Promise<void>) | undefined;
  readonly #word: WordDocument;
  readonly #api: PaneParts['api'];
  #view: PaneView;

  constructor({ word, api, forms, kept, person, documentUrl, view = 'file', keys = new ActionKeys() }: PaneParts) {
    const { store } = this;
    this.#word = word;
    this.#api = api;
    this.#view = view;
    this.#copies = new CopyDesk({ word, api, documentUrl });
    this.standing = new Standing(store, word);
    this.unsent = new UnsentDesk({ kept, api, store, standing: this.standing, person, documentUrl });
    const reader = new DocumentReader({ word, api, documentUrl });
    const given = { store, standing: this.standing, word, api, reader };
    const onFiled = (recordId: string, words: string) => this.#copies.note(recordId, words);
    const onFiledElsewhere = () => this.start();
    this.filing = new FilingDesk({ ...given, forms, unsent: this.unsent, onFiled, onFiledElsewhere });
    this.case = new CaseDesk({ ...given, keys, onReplaced: (recordId) => this.#copies.note(recordId) });
    this.templates = new TemplateDesk({ word, api, onInserted: () => this.start() });
  }

  /** Looks at the document and goes on where it stands. */
  async start(): Promise<void> {
    this.store.set({ stage: 'starting' });
    await this.#orSayWhy(async () => {
      if (this.#view === 'places') await this.#addPlaces();
      const look = await this.#word.look();
      if (look.recordId !== null) await this.#continueWith(look.recordId, look);
      else await this.#notKnownYet(look);
      await this.unsent.sendOthers();
    });
  }

  /** 「番号の欄」 of the ribbon: the places alone, for a document that is filed later. */
  async #addPlaces(): Promise<void> {
    this.#view = 'file';
    try {
      const { places, recordId } = await this.#word.look();
      if (recordId !== null && (await this.#takesNoNumber(recordId))) {
        this.store.say({ intent: 'warning', code: 'places.noNumber' });
        return;
      }
      await this.#word.prepare(['number', 'date']);
      const there = places.includes('number') && places.includes('date');
      this.store.say({ intent: 'success', code: there ? 'places.there' : 'places.added' });
    } catch (error) {
      this.store.say({ intent: 'error', code: failureOf(error, { changing: false }).code });
    }
  }

  /** 参考 and 完成図書: a place for a number would never be filled. */
  async #takesNoNumber(recordId: string): Promise<boolean> {
    try {
      const { caseId, documentNumber } = await this.#api.record(recordId);
      return caseId === null && documentNumber === null;
    } catch (error) {
      // Whether it is gone is said when the pane goes on with it.
      if (isNotFound(error)) return false;
      throw error;
    }
  }

  async #notKnownYet(look: DocumentLook): Promise<void> {
    const sent = await this.unsent.ofThisDocument(look);
    if (sent && sent.recordId !== null) {
      await this.unsent.remember(sent, sent.recordId);
      await this.#copies.note(sent.recordId, sent.words);
      await this.#continueWith(sent.recordId, look);
      this.store.patchStanding({ writtenOn: look.words !== sent.words });
    } else if (sent || this.#view !== 'status') await this.filing.begin(look, sent);
    else this.store.set({ stage: 'notFiled' });
  }

  /** From 「状況」, where nothing is filed yet. */
  async beginFiling(): Promise<void> {
    this.#view = 'file';
    await this.start();
  }

  /** The person could not be asked for: says why, and tries that again before the document. */
  failToBegin(error: unknown, again: () => Promise<void>): void {
    this.#again = again;
    this.store.set({ stage: 'failed', failure: failureOf(error, { changing: false }) });
  }

  retry(): Promise<void> {
    return this.#again?.() ?? this.start();
  }

  /** The line may be back: what was pressed here, and in other documents, is sent again. */
  async sendAgain(): Promise<void> {
    if (this.store.filing?.failure?.unsure) await this.filing.file();
    await this.unsent.sendOthers();
  }

  /** For a copy of a filed document: unties it and begins again. */
  async startAnew(): Promise<void> {
    await this.#orSayWhy(async () => {
      await this.#word.startAnew();
      await this.unsent.forgetArrived(await this.#word.look());
      this.#view = 'file';
      await this.start();
    });
  }

  /** It is no copy: the person goes on with the filed document. */
  async goOn(recordId: string): Promise<void> {
    await this.#orSayWhy(async () => {
      await this.#copies.note(recordId);
      await this.#show(await this.#api.record(recordId));
    });
  }

  async #continueWith(recordId: string, look: DocumentLook): Promise<void> {
    try {
      const record = await this.#api.record(recordId);
      const signs = await this.#copies.signs(recordId, look);
      if (signs.length === 0) return await this.#show(record);
      const number = record.documentNumber?.label ?? null;
      this.store.set({ stage: 'copy', recordId, title: record.title, number, signs });
    } catch (error) {
      if (!isNotFound(error)) throw error;
      this.store.set({ stage: 'gone', recordId });
    }
  }

  async #show(record: RecordView): Promise<void> {
    if (record.caseId === null) this.standing.showRecord(record, { remembered: true, writtenOn: false });
    else this.standing.showCase(await this.#api.caseView(record.caseId));
  }

  async #orSayWhy(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.store.set(
        isSignedOut(error)
          ? { stage: 'signedOut' }
          : { stage: 'failed', failure: failureOf(error, { changing: false }) },
      );
    }
  }
}
