import type { ErrorParams } from '../../shared/index.ts';

/** What a language model is given: what it is to do, and what was said. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

export type WordingCode =
  `minutes.wording_${'unreachable' | 'not_admitted' | 'not_found' | 'busy' | 'quota' | 'refused' | 'too_slow' | 'answer_unreadable'}`;

/** Why nothing was proposed. */
export interface WordingRefusal {
  readonly code: WordingCode;
  readonly params: ErrorParams;
}

export type Worded =
  | { readonly text: string; readonly refusal?: undefined }
  | { readonly refusal: WordingRefusal; readonly text?: undefined };

/** A language model of the city or its tenant. It keeps nothing, and nothing of what it says enters the minutes by itself. */
export interface Wording {
  /** The model's name, for the record. */
  readonly model: string;
  /** Where words of the meeting are sent. */
  readonly host: string;
  /** Whether closed meetings may be sent there too: the administrator's word. */
  readonly forClosed: boolean;
  propose(prompt: Prompt): Promise<Worded>;
}

export const wordingRefused = (code: WordingCode, params: ErrorParams = {}): { readonly refusal: WordingRefusal } => ({
  refusal: { code, params },
});

/** Whom to ask about these minutes; null where nobody is set, or their words do not leave the house. */
export const wordingFor = (
  wording: Wording | null | undefined,
  { isOpen }: { readonly isOpen: boolean },
): Wording | null => (wording && (isOpen || wording.forClosed) ? wording : null);
