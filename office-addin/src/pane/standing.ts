import { type CaseView, isDecidedStatus, type RecordView } from '@kaigi/core/contract';
import { type PlaceName, type Stamp, type WordDocument, WordProblem } from '../word/word-document.ts';
import type { CaseState, RecordState, StampState } from './pane-state.ts';
import type { PaneStore, StandingState } from './pane-store.ts';

const NONE: StampState = { is: 'none' };

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
    const kept = {
      stamp: before?.stamp ?? NONE,
      remembered: before?.remembered ?? true,
      writtenOn: before?.writtenOn ?? false,
    };
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
    if (isDecidedStatus(view.status) && view.documentNumber && before?.stamp.is !== 'done') void this.stamp();
  }

  showRecord(view: RecordView, known: Pick<RecordState, 'remembered' | 'writtenOn'>): void {
    this.#store.set({ stage: 'record', view, ...known, stamp: NONE, busy: null, failure: null });
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

  /** One at a time; `insertPlaces` when the person asked for those to be made first. */
  stamp(options: { insertPlaces?: readonly PlaceName[] } = {}): Promise<void> {
    this.#stamping ??= this.#stampOnce(options.insertPlaces ?? []).finally(() => {
      this.#stamping = undefined;
    });
    return this.#stamping;
  }

  async #stampOnce(insertPlaces: readonly PlaceName[]): Promise<void> {
    const state = this.#store.standing;
    const stamp = state && stampOf(state);
    if (!stamp) return;
    this.#store.patchStanding({ stamp: { is: 'working' } });
    this.#store.patchStanding({ stamp: await this.#write(stamp, insertPlaces) });
  }

  async #write(stamp: Stamp, insertPlaces: readonly PlaceName[]): Promise<StampState> {
    try {
      if (insertPlaces.length > 0) await this.#word.prepare(insertPlaces);
      const { missing } = await this.#word.stamp(stamp);
      return { is: missing.includes('number') ? 'missing' : 'done', missing };
    } catch (error) {
      return { is: error instanceof WordProblem && error.code === 'documentLocked' ? 'locked' : 'failed' };
    }
  }
}

/** What is written into the places; nothing before the number was taken. */
function stampOf({ view }: StandingState): Stamp | null {
  if (!view.documentNumber) return null;
  const { label, dateWareki } = view.documentNumber;
  const { code, name } = view.classification;
  return { number: label, date: dateWareki, classification: `${code} ${name}（${shortPeriod(view.period.ja)}保存）` };
}

/** 永年, without when it is looked at again. */
const shortPeriod = (period: string): string => period.replace(/（.*）$/u, '');
