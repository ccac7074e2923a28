import { type CaseView, CaseViewSchema } from '@kaigi/core/contract';
import type { ActionKeys } from '../api/action-keys.ts';
import type { ApiClient, DocumentFile } from '../api/client.ts';
import { ApiFailure } from '../api/failure.ts';
import type { DocumentReader } from '../filing/document-reader.ts';
import { placesFor } from '../filing/filing-form.ts';
import { failureOf } from '../pane/failure-of.ts';
import type { Failure } from '../pane/pane-state.ts';
import type { PaneStore } from '../pane/pane-store.ts';
import type { Standing } from '../pane/standing.ts';

export interface CaseParts {
  store: PaneStore;
  standing: Standing;
  reader: DocumentReader;
  api: Pick<ApiClient, 'caseView' | 'replaceDocument' | 'submit' | 'act'>;
  keys: ActionKeys;
  /** The open document is what is filed now. */
  onReplaced: (recordId: string) => Promise<void>;
}

const PLACES = placesFor({ kind: 'DRAFT_DOCUMENT', classificationPlace: false });

type Call = (view: CaseView, key: string) => Promise<CaseView>;

/** What the drafter does with a case from the pane. */
export class CaseDesk {
  readonly #parts: CaseParts;
  /** The corrected document, until the service has answered for it. */
  #replacing: DocumentFile | undefined;

  constructor(parts: CaseParts) {
    this.#parts = parts;
  }

  submit(): Promise<void> {
    return this.#act('submit', (view, key) => this.#parts.api.submit({ id: view.id, version: view.version }, key));
  }

  pullBack(): Promise<void> {
    return this.#act('pullBack', ({ id, version }, key) => this.#parts.api.act(id, { act: 'pullBack', version }, key));
  }

  requestWithdrawal(reason: string): Promise<void> {
    const act = 'requestWithdrawal';
    return this.#act(`${act} ${reason}`, ({ id, version }, key) =>
      this.#parts.api.act(id, { act, version, reason }, key),
    );
  }

  replaceDocument(): Promise<void> {
    return this.#act('replace', async (view, key) => {
      const { fileName } = view.document.file;
      this.#replacing ??= { fileName, bytes: await this.#parts.reader.read(PLACES) };
      return this.#parts.api.replaceDocument({ id: view.id, version: view.version }, this.#replacing, key);
    });
  }

  async #act(name: string, call: Call): Promise<void> {
    const { store, standing, keys } = this.#parts;
    const state = store.case;
    if (!state || state.busy !== null) return;
    const { view } = state;
    store.set({ ...state, busy: 'acting', failure: null, replaced: false, justFiled: false });
    try {
      const after = await keys.once(`${name} ${view.id} ${view.version}`, (key) => call(view, key));
      this.#replacing = undefined;
      standing.showCase(after, name === 'replace' ? { replaced: true, writtenOn: false } : {});
      if (name === 'replace') void this.#parts.onReplaced(after.document.recordId);
    } catch (error) {
      const failure = failureOf(error, { changing: true });
      if (!failure.unsure) this.#replacing = undefined;
      this.#afterRefusal(error, failure);
    }
  }

  /** A stale action brings the present state with it: show that, with the service's one sentence. */
  #afterRefusal(error: unknown, failure: Failure): void {
    const present = CaseViewSchema.safeParse(error instanceof ApiFailure ? error.problem?.present : undefined);
    if (present.success) this.#parts.standing.showCase(present.data, { failure });
    else this.#parts.store.patchStanding({ busy: null, failure });
  }

  /** Asks the service again, quietly: when that fails, the stream or the next poll brings it. */
  async refresh(): Promise<void> {
    const { store, api, standing } = this.#parts;
    const state = store.case;
    if (!state || state.busy !== null) return;
    const view = await api.caseView(state.view.id).catch(() => undefined);
    const now = store.case;
    if (!view || !now || now.busy !== null || view.version < now.view.version) return;
    if (view.version === now.view.version) {
      standing.showCase(view, { failure: now.failure, replaced: now.replaced, justFiled: now.justFiled });
      return;
    }
    // The case has moved on: an action that nobody knew about has either arrived or is too late.
    this.#replacing = undefined;
    standing.showCase(view, { failure: now.failure?.unsure ? null : now.failure });
  }
}
