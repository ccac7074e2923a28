import type { ApiClient } from '../api/client.ts';
import { type PlaceName, type WordDocument, WordProblem } from '../word/word-document.ts';

/** Gets the bytes of the open document: from Word, or where Word does not give them, from where it is saved. */
export class DocumentReader {
  readonly #word: WordDocument;
  readonly #api: Pick<ApiClient, 'savedDocument'>;
  readonly #documentUrl: string;

  constructor(parts: { word: WordDocument; api: Pick<ApiClient, 'savedDocument'>; documentUrl: string }) {
    this.#word = parts.word;
    this.#api = parts.api;
    this.#documentUrl = parts.documentUrl;
  }

  /** With its places for number and day, as it is to be filed. */
  async read(places: readonly PlaceName[]): Promise<Uint8Array<ArrayBuffer>> {
    await this.#word.prepare(places);
    try {
      return await this.#word.bytes();
    } catch (error) {
      const given = error instanceof WordProblem && error.code === 'fileNotGiven';
      if (!given || !this.#documentUrl.startsWith('https://')) throw error;
      return this.#saved(error);
    }
  }

  async #saved(refused: WordProblem): Promise<Uint8Array<ArrayBuffer>> {
    try {
      await this.#word.save();
      return await this.#api.savedDocument(this.#documentUrl);
    } catch {
      throw refused;
    }
  }
}
