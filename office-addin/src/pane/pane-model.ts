import { ActionKeys } from '../api/action-keys.ts';
import type { ApiClient } from '../api/client.ts';
import { CaseDesk } from '../approvals/case-desk.ts';
import { FilingDesk } from '../filing/filing-desk.ts';
import type { FormStore } from '../filing/form-store.ts';
import type { WordDocument } from '../word/word-document.ts';
import { failureOf, isNotFound, isSignedOut } from './failure-of.ts';
import { PaneStore } from './pane-store.ts';
import { Standing } from './standing.ts';

export interface PaneParts {
  word: WordDocument;
  api: Pick<
    ApiClient,
    'classifications' | 'record' | 'caseView' | 'draftCase' | 'fileRecord' | 'replaceDocument' | 'submit' | 'act'
  >;
  forms: FormStore;
  keys?: ActionKeys;
}

/** What the pane knows and does. The screens draw `store.state` and call the desks. */
export class PaneModel {
  readonly store = new PaneStore();
  readonly standing: Standing;
  readonly filing: FilingDesk;
  readonly case: CaseDesk;
  #again: (() => Promise<void>) | undefined;
  readonly #word: WordDocument;
  readonly #api: PaneParts['api'];

  constructor({ word, api, forms, keys = new ActionKeys() }: PaneParts) {
    const { store } = this;
    this.#word = word;
    this.#api = api;
    this.standing = new Standing(store, word);
    this.filing = new FilingDesk({ store, standing: this.standing, word, api, forms, keys });
    this.case = new CaseDesk({ store, standing: this.standing, word, api, keys });
  }

  /** Looks at the document and goes on where it stands. */
  async start(): Promise<void> {
    this.store.set({ stage: 'starting' });
    await this.#orSayWhy(async () => {
      const look = await this.#word.look();
      if (look.recordId === null) await this.filing.begin(look);
      else await this.#continueWith(look.recordId);
    });
  }

  /** The person could not be asked for: says why, and tries that again before the document. */
  failToBegin(error: unknown, again: () => Promise<void>): void {
    this.#again = again;
    this.store.set({ stage: 'failed', failure: failureOf(error, { changing: false }) });
  }

  retry(): Promise<void> {
    return this.#again?.() ?? this.start();
  }

  /** For a copy of a filed document: unties it and begins again. */
  async startAnew(): Promise<void> {
    await this.#orSayWhy(async () => {
      await this.#word.startAnew();
      await this.start();
    });
  }

  async #continueWith(recordId: string): Promise<void> {
    try {
      const record = await this.#api.record(recordId);
      if (record.caseId === null) this.standing.showRecord(record, true);
      else this.standing.showCase(await this.#api.caseView(record.caseId));
    } catch (error) {
      if (!isNotFound(error)) throw error;
      this.store.set({ stage: 'gone', recordId });
    }
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
