import type { NeedView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import type { ApiClient, DocumentFile } from '../api/client.ts';
import { failureOf, isSignedOut } from '../pane/failure-of.ts';
import type { Failure, FilingState } from '../pane/pane-state.ts';
import type { PaneStore } from '../pane/pane-store.ts';
import type { Standing } from '../pane/standing.ts';
import type { Unsent } from '../unsent/unsent.ts';
import type { UnsentDesk } from '../unsent/unsent-desk.ts';
import type { DocumentLook, WordDocument } from '../word/word-document.ts';
import type { DocumentReader } from './document-reader.ts';
import { fileNameFor, standardName } from './file-names.ts';
import { emptyForm, type FilingForm, lookedAgain, placesFor, problemsOf, withTitle } from './filing-form.ts';
import type { FormStore } from './form-store.ts';
import { placedFor } from './placing.ts';

export interface FilingParts {
  store: PaneStore;
  standing: Standing;
  word: Pick<WordDocument, 'look'>;
  reader: DocumentReader;
  api: Pick<ApiClient, 'classifications' | 'suggestions' | 'need' | 'placing'>;
  forms: FormStore;
  unsent: UnsentDesk;
  /** The document is this record now; `words` are those that were filed. */
  onFiled: (recordId: string, words: string) => Promise<void>;
  /** It was filed meanwhile, from another pane: goes on where it stands. */
  onFiledElsewhere: () => Promise<void>;
}

/** The name that a document filed today is suggested to have. */
export const suggestedName = (title: string): string =>
  standardName({ day: localDateOf(new Date()), title, edition: 1 });

/** 起案・登録: from the choice of the kind to the filed document. */
export class FilingDesk {
  readonly #parts: FilingParts;
  /** What was sent and not yet answered: sent again as it was, byte for byte. */
  #sent: Unsent | undefined;

  constructor(parts: FilingParts) {
    this.#parts = parts;
  }

  /** `sent`: what was pressed in this document before the pane was closed; it goes on from there. */
  async begin(look: DocumentLook, sent?: Unsent): Promise<void> {
    const { store, forms } = this.#parts;
    this.#sent = sent;
    const form = sent?.form ?? withTitle(forms.read() ?? emptyForm(look), look);
    const known = { classifications: 'loading', suggestions: [], suggestedFor: null, placing: null } as const;
    store.set({ stage: 'filing', look, form, ...known, busy: null, failure: null });
    if (sent) await Promise.all([this.loadClassifications(), this.file()]);
    else await this.loadClassifications();
  }

  async loadClassifications(): Promise<void> {
    const { store, api } = this.#parts;
    const state = store.filing;
    if (!state) return;
    store.patchFiling(({ failure }) => ({ classifications: 'loading', failure: failure?.unsure ? failure : null }));
    try {
      const items = await api.classifications(state.form.title);
      store.patchFiling(({ form }) => {
        const known = items.some((each) => each.code === form.classificationCode);
        const suggested = items.find((each) => each.suggested)?.code ?? '';
        return {
          classifications: items,
          form: { ...form, classificationCode: known ? form.classificationCode : suggested },
        };
      });
      await Promise.all([this.suggest(), store.filing?.form.step === 'details' ? this.place() : undefined]);
    } catch (error) {
      if (isSignedOut(error)) store.set({ stage: 'signedOut' });
      else store.patchFiling(() => ({ classifications: 'failed', failure: failureOf(error, { changing: false }) }));
    }
  }

  /** Which class fits, for the kind at hand. Without an answer the plan itself is there. */
  async suggest(): Promise<void> {
    const { store, api } = this.#parts;
    const state = store.filing;
    if (!state || state.suggestedFor === state.form.kind) return;
    const { kind, title } = state.form;
    const headings = state.look.headings.map((heading) => heading.slice(0, 200));
    const asked = { kind, title: title.slice(0, 400), headings: headings.slice(0, 30) };
    const suggestions = await api.suggestions(asked).catch(() => []);
    store.patchFiling(({ form, classifications, suggestedFor }) => {
      if (form.kind !== kind) return {};
      const offered = typeof classifications === 'string' ? [] : classifications;
      const best = suggestions.find(({ code }) => offered.some((each) => each.code === code))?.code;
      // What the person chose stays, and what they went on with.
      const stays = suggestedFor === kind || form.classificationChosen || form.step === 'details';
      const chosen = stays || best === undefined ? form.classificationCode : best;
      return { suggestions, suggestedFor: kind, form: { ...form, classificationCode: chosen } };
    });
  }

  /** Where the chosen class leads. Without an answer it can be filed all the same, as the service then decides. */
  async place(): Promise<void> {
    const { store, api } = this.#parts;
    const state = store.filing;
    const code = state?.form.classificationCode ?? '';
    if (!state || code === '' || state.placing?.code === code) return;
    const view = await api.placing({ kind: state.form.kind, classificationCode: code }).catch(() => null);
    if (view === null) return;
    store.patchFiling(({ form }) => (form.classificationCode === code ? { placing: { code, view } } : {}));
  }

  need(answers: Readonly<Record<string, boolean>>): Promise<NeedView> {
    return this.#parts.api.need(answers);
  }

  change(changed: Partial<FilingForm>): void {
    const { store, forms } = this.#parts;
    const state = store.filing;
    // What was sent stays as it was until the service has answered; else the answer would belong to something else.
    if (!state || state.busy !== null || this.#sent !== undefined) return;
    const places = changed.kind === undefined ? {} : { classificationPlace: changed.kind === 'RECEIPT' };
    // Another class has other 簿冊, and another level as a rule.
    const other =
      changed.classificationCode !== undefined && changed.classificationCode !== state.form.classificationCode;
    const chosen = changed.classificationCode === undefined ? {} : { classificationChosen: true };
    const placed = other ? { folderId: '', levelAnswers: {} } : {};
    const form = { ...state.form, ...places, ...chosen, ...placed, ...changed };
    forms.write(form);
    store.set({ ...state, form, failure: null });
    if (changed.step === 'classification') void this.#lookAgain();
    if (changed.step === 'details') void this.place();
  }

  /** People write while the pane stands beside: what it offers is of the document as it is now. */
  async #lookAgain(): Promise<void> {
    const { store, word } = this.#parts;
    // Where Word does not answer now, what was seen before is good enough to suggest by.
    const look = await word.look().catch(() => undefined);
    if (look) store.patchFiling((state) => lookedAgain(state, look));
    await this.suggest();
  }

  /** 保存: prepares the document, sends it, and shows what became of it. Pressing twice is pressing once. */
  async file(): Promise<void> {
    const { store, unsent, onFiledElsewhere } = this.#parts;
    const state = store.filing;
    if (!state || state.busy !== null || problemsOf(state.form).length > 0) return;
    store.set({ ...state, busy: 'preparing', failure: null });
    try {
      this.#sent ??= await this.#pressed(state);
      if (this.#sent === undefined) return await onFiledElsewhere();
      const keptHere = await unsent.keep(this.#sent);
      store.patchFiling(() => ({ busy: 'sending' }));
      await this.#send(this.#sent, keptHere);
    } catch (error) {
      store.patchFiling(() => ({ busy: null, failure: failureOf(error, { changing: false }) }));
    }
  }

  /** What is sent: what another pane of this document is about to send, else what stands here. Nothing once it is filed. */
  async #pressed({ form, placing }: FilingState): Promise<Unsent | undefined> {
    const { store, reader, unsent, word } = this.#parts;
    const look = await word.look();
    if (look.recordId !== null) return undefined;
    const elsewhere = await unsent.ofThisDocument(look);
    if (elsewhere) {
      store.patchFiling(() => ({ form: elsewhere.form }));
      return elsewhere.recordId === null ? elsewhere : undefined;
    }
    store.patchFiling(() => ({ look }));
    const fileName = fileNameFor(form.fileName, look.fileName, suggestedName(form.title));
    const file: DocumentFile = { fileName, bytes: await reader.read(placesFor(form)) };
    return unsent.make({ form, file, words: look.words, placed: placedFor(form, placing) });
  }

  async #send(sent: Unsent, keptHere: boolean): Promise<void> {
    const { store, unsent, forms, standing } = this.#parts;
    try {
      const filed = await unsent.send(sent);
      this.#sent = undefined;
      forms.forget();
      const remembered = await unsent.remember(sent, filed.recordId);
      void this.#parts.onFiled(filed.recordId, sent.words);
      const writtenOn = await this.#writtenOnSince(sent);
      if (filed.kind === 'case') standing.showCase(filed.view, { justFiled: true, remembered, writtenOn });
      else standing.showRecord(filed.view, { remembered, writtenOn });
    } catch (error) {
      const failure = failureOf(error, { changing: true });
      const shown = stillToSend(error, failure, keptHere);
      if (!shown.unsure) {
        this.#sent = undefined;
        await unsent.forget(sent);
      }
      store.patchFiling(() => ({ busy: null, failure: shown }));
    }
  }

  async #writtenOnSince({ words }: Unsent): Promise<boolean> {
    const look = await this.#parts.word.look().catch(() => undefined);
    return look !== undefined && look.words !== words;
  }
}

/** What waits for a sign-in waits as what waits for the line does. */
function stillToSend(error: unknown, failure: Failure, keptHere: boolean): Failure {
  if (isSignedOut(error)) return { code: keptHere ? 'unsure.signedOut' : 'failed.signedOut', unsure: true };
  return failure.unsure && !keptHere ? { ...failure, code: 'unsure.notKept' } : failure;
}
