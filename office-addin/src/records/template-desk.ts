import type { TemplateView } from '@kaigi/core/contract';
import type { ApiClient } from '../api/client.ts';
import type { TemplateMark, WordDocument } from '../word/word-document.ts';

type Api = Pick<ApiClient, 'templates' | 'template' | 'templateFile'>;

/** 様式: finding one, putting it into the document, and knowing when it has become old. */
export class TemplateDesk {
  readonly #word: WordDocument;
  readonly #api: Api;
  readonly #onInserted: () => Promise<void>;

  constructor(parts: { word: WordDocument; api: Api; onInserted: () => Promise<void> }) {
    this.#word = parts.word;
    this.#api = parts.api;
    this.#onInserted = parts.onInserted;
  }

  find(words: string): Promise<readonly TemplateView[]> {
    return this.#api.templates(words);
  }

  async insert({ id, current }: TemplateView): Promise<void> {
    const docx = await this.#api.templateFile(id, current.edition);
    await this.#word.insertTemplate(docx, { id, edition: current.edition });
    await this.#onInserted();
  }

  /** The 様式 as it is now, when the document was made from an older edition or it is offered no longer. */
  async newerThan({ id, edition }: TemplateMark): Promise<TemplateView | null> {
    const now = await this.#api.template(id);
    return now.current.edition > edition || now.state === 'RETIRED' ? now : null;
  }
}
