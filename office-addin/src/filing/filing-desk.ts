import type { ActionKeys } from '../api/action-keys.ts';
import type { ApiClient, DocumentFile } from '../api/client.ts';
import { failureOf, isSignedOut } from '../pane/failure-of.ts';
import type { PaneStore } from '../pane/pane-store.ts';
import type { Standing } from '../pane/standing.ts';
import type { DocumentLook, WordDocument } from '../word/word-document.ts';
import { emptyForm, type FilingForm, fileNameFor, problemsOf } from './filing-form.ts';
import type { FormStore } from './form-store.ts';

export interface FilingParts {
  store: PaneStore;
  standing: Standing;
  word: WordDocument;
  api: Pick<ApiClient, 'classifications' | 'draftCase' | 'fileRecord'>;
  forms: FormStore;
  keys: ActionKeys;
}

interface Sent {
  form: FilingForm;
  file: DocumentFile;
}

/** 起案・登録: from the choice of the kind to the filed document. */
export class FilingDesk {
  readonly #parts: FilingParts;
  /** What was sent and not yet answered: sent again as it was, byte for byte. */
  #sent: Sent | undefined;

  constructor(parts: FilingParts) {
    this.#parts = parts;
  }

  async begin(look: DocumentLook): Promise<void> {
    const form = this.#parts.forms.read() ?? emptyForm(look);
    this.#parts.store.set({ stage: 'filing', look, form, classifications: 'loading', busy: null, failure: null });
    await this.loadClassifications();
  }

  async loadClassifications(): Promise<void> {
    const { store, api } = this.#parts;
    const state = store.filing;
    if (!state) return;
    store.set({ ...state, classifications: 'loading', failure: null });
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
    } catch (error) {
      if (isSignedOut(error)) store.set({ stage: 'signedOut' });
      else store.patchFiling(() => ({ classifications: 'failed', failure: failureOf(error, { changing: false }) }));
    }
  }

  change(changed: Partial<FilingForm>): void {
    const { store, forms } = this.#parts;
    const state = store.filing;
    // What was sent stays as it was until the service has answered; else the answer would belong to something else.
    if (!state || state.busy !== null || state.failure?.unsure) return;
    const form = { ...state.form, ...changed };
    forms.write(form);
    store.set({ ...state, form, failure: null });
  }

  /** 保存: prepares the document, sends it, and shows what became of it. Pressing twice is pressing once. */
  async file(): Promise<void> {
    const { store } = this.#parts;
    const state = store.filing;
    if (!state || state.busy !== null || problemsOf(state.form).length > 0) return;
    store.set({ ...state, busy: 'preparing', failure: null });
    try {
      this.#sent ??= {
        form: state.form,
        file: await readDocument(this.#parts.word, fileNameFor(state.look, state.form.title)),
      };
      store.patchFiling(() => ({ busy: 'sending' }));
      await this.#send(this.#sent);
      this.#sent = undefined;
    } catch (error) {
      const failure = failureOf(error, { changing: true });
      if (!failure.unsure && !isSignedOut(error)) this.#sent = undefined;
      store.patchFiling(() => ({ busy: null, failure }));
    }
  }

  async #send({ form, file }: Sent): Promise<void> {
    const { api, forms, keys, standing } = this.#parts;
    const { kind, classificationCode } = form;
    const title = form.title.trim();
    if (kind === 'DRAFT_DOCUMENT') {
      const input = { title, classificationCode, proposalText: form.proposalText.trim() };
      const view = await keys.once('file', (key) => api.draftCase(input, file, key));
      forms.forget();
      standing.showCase(view, { justFiled: true, remembered: await standing.remember(view.document.recordId) });
      return;
    }
    const counterparty = form.counterparty.trim();
    const input = {
      kind,
      title,
      classificationCode,
      ...(kind === 'RECEIPT' && counterparty !== '' ? { counterparty } : {}),
    };
    const view = await keys.once('file', (key) => api.fileRecord(input, file, key));
    forms.forget();
    standing.showRecord(view, await standing.remember(view.id));
  }
}

/** The document with its places for number and day, as it is to be filed. */
export async function readDocument(word: WordDocument, fileName: string): Promise<DocumentFile> {
  await word.prepare();
  return { fileName, bytes: await word.bytes() };
}
