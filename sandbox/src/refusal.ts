import { type Language, type SentenceCode, sentence } from './text.ts';

/** A window asked for something that cannot be; it gets a code and a sentence. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: SentenceCode;
  readonly status: number;
  readonly detail: string | null;

  constructor(status: number, code: SentenceCode, detail: string | null = null) {
    super(code);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  body(language: Language): { error: { code: string; message: string; detail?: string } } {
    const detail = this.detail === null ? {} : { detail: this.detail };
    return { error: { code: this.code, message: sentence(this.code, language), ...detail } };
  }
}
