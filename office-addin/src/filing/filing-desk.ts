import type { NeedView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import type { ApiClient, DocumentFile } from '../api/client.ts';
import { failureOf, isSignedOut } from '../pane/failure-of.ts';
import type { Failure, FilingState } from '../pane/pane-state.ts';
import type { PaneStore } from '../pane/pane-store.ts';
import type { Standing } from '../pane/standing.ts';
import type { Unsent } from '../unsent/unsent.ts';
import type { UnsentDesk } from '../unsent/unsent-desk.ts';
import type { DocumentLook } from '../word/word-document.ts';
import type { DocumentReader } from './document-reader.ts';
import { fileNameFor, standardName } from './file-names.ts';
import { emptyForm, type FilingForm, placesFor, problemsOf } from './filing-form.ts';
import type { FormStore } from './form-store.ts';
import { placedFor } from './placing.ts';

export interface FilingParts {
  store: PaneStore;
  standing: Standing;
  reader: DocumentReader;
  api: Pick<ApiClient, 'classifications' | 'suggestions' | 'need' | 'placing'>;
  forms: FormStore;
  unsent: UnsentDesk;
  /** The document is this record now. */
  onFiled: (recordId: string) => Promise<void>;
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
    const form = sent?.form ?? forms.read() ?? emptyForm(look);
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
      // What the person chose for this kind stays.
      const chosen = suggestedFor === kind || best === undefined || this.#chosen ? form.classificationCode : best;
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

  #chosen = false;

  change(changed: Partial<FilingForm>): void {
    const { store, forms } = this.#parts;
    const state = store.filing;
    // What was sent stays as it was until the service has answered; else the answer would belong to something else.
    if (!state || state.busy !== null || state.failure?.unsure) return;
    if (changed.classificationCode !== undefined) this.#chosen = true;
    const places = changed.kind === undefined ? {} : { classificationPlace: changed.kind === 'RECEIPT' };
    // Another class has other 簿冊, and another level as a rule.
    const other =
      changed.classificationCode !== undefined && changed.classificationCode !== state.form.classificationCode;
    const form = { ...state.form, ...places, ...(other ? { folderId: '', levelAnswers: {} } : {}), ...changed };
    forms.write(form);
    store.set({ ...state, form, failure: null });
    if (changed.step === 'classification') void this.suggest();
    if (changed.step === 'details') void this.place();
  }

  /** 保存: prepares the document, sends it, and shows what became of it. Pressing twice is pressing once. */
  async file(): Promise<void> {
    const { store, unsent } = this.#parts;
    const state = store.filing;
    if (!state || state.busy !== null || problemsOf(state.form).length > 0) return;
    store.set({ ...state, busy: 'preparing', failure: null });
    try {
      this.#sent ??= await this.#prepared(state);
      const keptHere = await unsent.keep(this.#sent);
      store.patchFiling(() => ({ busy: 'sending' }));
      await this.#send(this.#sent, keptHere);
    } catch (error) {
      store.patchFiling(() => ({ busy: null, failure: failureOf(error, { changing: false }) }));
    }
  }

  async #prepared({ form, look, placing }: FilingState): Promise<Unsent> {
    const { reader, unsent } = this.#parts;
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
      void this.#parts.onFiled(filed.recordId);
      if (filed.kind === 'case') standing.showCase(filed.view, { justFiled: true, remembered });
      else standing.showRecord(filed.view, remembered);
    } catch (error) {
      const failure = failureOf(error, { changing: true });
      const lasting = failure.unsure || isSignedOut(error);
      if (!lasting) {
        this.#sent = undefined;
        await unsent.forget(sent);
      }
      const shown: Failure = failure.unsure && !keptHere ? { ...failure, code: 'unsure.notKept' } : failure;
      store.patchFiling(() => ({ busy: null, failure: shown }));
    }
  }
}
