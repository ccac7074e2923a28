import type { CaseView, RecordView } from '@kaigi/core/contract';
import type { ApiClient, DocumentFile } from '../api/client.ts';
import { ApiFailure } from '../api/failure.ts';
import type { FilingForm } from '../filing/filing-form.ts';
import type { PaneStore } from '../pane/pane-store.ts';
import type { Standing } from '../pane/standing.ts';
import type { DocumentLook } from '../word/word-document.ts';
import { belongsTo, isTooOld, type Unsent } from './unsent.ts';
import type { UnsentStore } from './unsent-store.ts';

export type Filed =
  | { kind: 'case'; recordId: string; view: CaseView }
  | { kind: 'record'; recordId: string; view: RecordView };

export interface UnsentParts {
  kept: UnsentStore;
  api: Pick<ApiClient, 'draftCase' | 'fileRecord'>;
  store: PaneStore;
  standing: Standing;
  person: string;
  documentUrl: string;
  now?: () => number;
  makeKey?: () => string;
}

/** What was pressed stays on this machine until the service has answered for good; also when the pane is closed. */
export class UnsentDesk {
  readonly #parts: UnsentParts;
  #sending: Promise<void> | undefined;

  constructor(parts: UnsentParts) {
    this.#parts = parts;
  }

  make({ form, file, words, placed }: Pick<Unsent, 'form' | 'words' | 'placed'> & { file: DocumentFile }): Unsent {
    const { person, documentUrl, makeKey = () => crypto.randomUUID() } = this.#parts;
    const { fileName, bytes } = file;
    return {
      ...{ key: makeKey(), person, documentUrl, words, form, fileName, bytes },
      ...{ pressedAt: this.#now(), recordId: null },
      ...(placed === undefined ? {} : { placed }),
    };
  }

  /** @returns whether it will still be there when the pane is closed. */
  keep(unsent: Unsent): Promise<boolean> {
    return this.#parts.kept.put(unsent);
  }

  async forget({ key }: Pick<Unsent, 'key'>): Promise<void> {
    await this.#parts.kept.remove(key);
    await this.#tell();
  }

  async send({ form, placed = {}, fileName, bytes, key }: Unsent): Promise<Filed> {
    const { api } = this.#parts;
    const file = { fileName, bytes };
    const { kind, classificationCode } = form;
    const title = form.title.trim();
    if (kind === 'DRAFT_DOCUMENT') {
      const { folderId, level: confidentiality } = placed;
      const kept = { ...(folderId && { folderId }), ...(confidentiality && { confidentiality }) };
      const input = { title, classificationCode, proposalText: form.proposalText.trim(), ...kept };
      const view = await api.draftCase(input, file, key);
      return { kind: 'case', recordId: view.document.recordId, view };
    }
    const received = kind === 'RECEIPT' ? receiptOf(form) : {};
    const view = await api.fileRecord({ kind, title, classificationCode, ...received, ...placed }, file, key);
    return { kind: 'record', recordId: view.id, view };
  }

  /** It has arrived: the document is told its record; until it knows, this machine does. */
  async remember(unsent: Unsent, recordId: string): Promise<boolean> {
    const remembered = await this.#parts.standing.remember(recordId);
    if (remembered) await this.#parts.kept.remove(unsent.key);
    else await this.#parts.kept.put({ ...unsent, bytes: new Uint8Array(), recordId });
    await this.#tell();
    return remembered;
  }

  /** What was pressed in this document and is not known to have arrived, or arrived without the document being told. */
  async ofThisDocument(look: Pick<DocumentLook, 'words'>): Promise<Unsent | undefined> {
    const { documentUrl } = this.#parts;
    const mine = { documentUrl, words: look.words };
    const stands = (one: Unsent) => one.recordId !== null || !isTooOld(one, this.#now());
    return (await this.#all()).findLast((one) => belongsTo(one, mine) && stands(one));
  }

  /** The document is to be a new one: what it was filed as before is its own no more. */
  async forgetArrived({ words }: Pick<DocumentLook, 'words'>): Promise<void> {
    const { documentUrl, kept } = this.#parts;
    const mine = (await this.#all()).filter((one) => one.recordId !== null && belongsTo(one, { documentUrl, words }));
    for (const { key } of mine) await kept.remove(key);
  }

  /** Sends what waits from other documents; one at a time. What is refused is shown and stays until the person decides. */
  sendOthers(): Promise<void> {
    this.#sending ??= this.#sendOthers().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #sendOthers(): Promise<void> {
    for (const one of await this.#others()) {
      if (one.recordId !== null || isTooOld(one, this.#now())) continue;
      try {
        const { recordId } = await this.send(one);
        await this.#parts.kept.put({ ...one, bytes: new Uint8Array(), recordId });
      } catch (error) {
        if (error instanceof ApiFailure && error.kind === 'refused') this.#refused.set(one.key, error.message);
        else break;
      }
    }
    await this.#tell();
  }

  readonly #refused = new Map<string, string>();

  async #tell(): Promise<void> {
    const others = await this.#others();
    this.#parts.store.setWaiting(
      others
        .filter(({ recordId }) => recordId === null)
        .map((one) => ({
          key: one.key,
          title: one.form.title,
          pressedAt: one.pressedAt,
          tooOld: isTooOld(one, this.#now()),
          refused: this.#refused.get(one.key) ?? null,
        })),
    );
  }

  /** Without what the open document is busy with. */
  async #others(): Promise<Unsent[]> {
    const { documentUrl, store } = this.#parts;
    const words = store.filing?.look.words ?? '';
    return (await this.#all()).filter((one) => !belongsTo(one, { documentUrl, words }) || isTooOld(one, this.#now()));
  }

  #all(): Promise<Unsent[]> {
    return this.#parts.kept.of(this.#parts.person);
  }

  #now(): number {
    return this.#parts.now?.() ?? Date.now();
  }
}

/** What the register wants to know of a 収受; what was left empty is not sent. */
function receiptOf({ counterparty, theirNumber, dueOn, need }: FilingForm) {
  const typed = { counterparty: counterparty.trim(), theirNumber: theirNumber.trim(), dueOn };
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  return { ...given, ...(Object.keys(need).length > 0 ? { need: { ...need } } : {}) };
}
