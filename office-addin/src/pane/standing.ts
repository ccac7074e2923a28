import { type CaseView, isDecidedStatus, type RecordView } from '@kaigi/core/contract';
import type { WordDocument } from '../word/word-document.ts';
import type { CaseState, StampState } from './pane-state.ts';
import type { PaneStore } from './pane-store.ts';

/** A filed document: shows where it stands and brings number and day into the document. */
export class Standing {
  readonly #store: PaneStore;
  readonly #word: WordDocument;
  #stamping: Promise<void> | undefined;

  constructor(store: PaneStore, word: WordDocument) {
    this.#store = store;
    this.#word = word;
  }

  showCase(view: CaseView, extra: Partial<Omit<CaseState, 'stage' | 'view'>> = {}): void {
    const now = this.#store.case;
    const before = now?.view.id === view.id ? now : undefined;
    const kept = { stamp: before?.stamp ?? ('none' as const), remembered: before?.remembered ?? true };
    this.#store.set({
      stage: 'case',
      view,
      justFiled: false,
      replaced: false,
      busy: null,
      failure: null,
      ...kept,
      ...extra,
    });
    if (isDecidedStatus(view.status) && view.documentNumber && before?.stamp !== 'done') void this.stamp();
  }

  showRecord(view: RecordView, remembered: boolean): void {
    this.#store.set({ stage: 'record', view, remembered, stamp: 'none', busy: null, failure: null });
    if (view.documentNumber) void this.stamp();
  }

  /** Writes the id of the record into the document. A document that cannot keep it is still filed. */
  async remember(recordId: string): Promise<boolean> {
    try {
      await this.#word.rememberRecord(recordId);
      return true;
    } catch {
      return false;
    }
  }

  async rememberAgain(): Promise<void> {
    const state = this.#store.standing;
    if (!state) return;
    const id = state.stage === 'case' ? state.view.document.recordId : state.view.id;
    this.#store.patchStanding({ remembered: await this.remember(id) });
  }

  /** One at a time; `insertPlaces` when the person asked for the places to be made first. */
  stamp(options: { insertPlaces?: boolean } = {}): Promise<void> {
    this.#stamping ??= this.#stampOnce(options.insertPlaces ?? false).finally(() => {
      this.#stamping = undefined;
    });
    return this.#stamping;
  }

  async #stampOnce(insertPlaces: boolean): Promise<void> {
    const number = this.#store.standing?.view.documentNumber;
    if (!number) return;
    this.#store.patchStanding({ stamp: 'working' });
    this.#store.patchStanding({
      stamp: await this.#write({ number: number.label, date: number.dateWareki }, insertPlaces),
    });
  }

  async #write(stamp: { number: string; date: string }, insertPlaces: boolean): Promise<StampState> {
    try {
      if (insertPlaces) await this.#word.prepare();
      return (await this.#word.stamp(stamp)) === 'missing' ? 'missing' : 'done';
    } catch {
      return 'failed';
    }
  }
}
