import type { CopySign, OpenDocument } from '@kaigi/core/contract';
import type { ApiClient } from '../api/client.ts';
import { hashOf } from '../word/document-words.ts';
import type { DocumentLook, WordDocument } from '../word/word-document.ts';

/** Tells a copy of a filed document from that document. The service knows both; only hashes are sent. */
export class CopyDesk {
  readonly #word: WordDocument;
  readonly #api: Pick<ApiClient, 'compare' | 'note'>;
  readonly #documentUrl: string;

  constructor(parts: { word: WordDocument; api: Pick<ApiClient, 'compare' | 'note'>; documentUrl: string }) {
    this.#word = parts.word;
    this.#api = parts.api;
    this.#documentUrl = parts.documentUrl;
  }

  /** @throws as the service does: a record that is gone is told by that. */
  async signs(recordId: string, look: DocumentLook): Promise<readonly CopySign[]> {
    return this.#api.compare(recordId, await this.#opened(look));
  }

  /**
   * This document is the record; `words` are those that were filed, where it says others by now. Where that cannot be
   * noted now, it is asked about another time.
   */
  async note(recordId: string, words?: string): Promise<void> {
    try {
      const look = await this.#word.look();
      await this.#api.note(recordId, await this.#opened({ ...look, words: words ?? look.words }));
    } catch {
      // Nothing is lost: without a note no document is taken for a copy, or it is asked once more.
    }
  }

  async #opened({ words, fileName }: Pick<DocumentLook, 'words' | 'fileName'>): Promise<OpenDocument> {
    const place = this.#documentUrl === '' ? null : await hashOf(this.#documentUrl);
    return { place, fileName: fileName?.slice(0, 255) ?? null, words };
  }
}
