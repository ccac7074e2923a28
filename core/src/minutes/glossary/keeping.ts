import type { Person } from '../../directory/index.ts';
import type { ErrorParams } from '../../shared/index.ts';
import type { GlossaryTerm } from './glossary.ts';
import { writingOf } from './replacements.ts';

/** What a kept term says; `bodyId` null: of the whole city. */
export interface TermContent extends GlossaryTerm {
  readonly bodyId: string | null;
  readonly reading: string;
}

/** A term of the 用語集 as it stands now. */
export interface KeptTerm extends TermContent {
  readonly termId: string;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: Person;
}

/** Stands between several writings in one field, of a file or of a form. */
export const BETWEEN = '|';

/** As it is kept: what was heard once only, and nothing that is the city's spelling already. */
export function tidied<Content extends GlossaryTerm>(content: Content): Content {
  const seen = new Set([content.written]);
  const heard = content.heard
    .flatMap((words) => words.split(/[|｜]/u).map((word) => word.trim()))
    .filter((word) => word !== '' && !seen.has(word) && seen.add(word));
  return { ...content, heard };
}

export interface Clash {
  readonly code: 'minutes.term_there' | 'minutes.heard_taken' | 'minutes.heard_is_term';
  readonly params: ErrorParams;
}

type Scoped = Pick<TermContent, 'bodyId' | 'written' | 'heard'>;

/**
 * The writings of terms, to be asked before another is added. Terms of a 会議体 and of the city are no clash: the body's go
 * first.
 */
export class KnownWritings {
  readonly #written = new Map<string, string>();
  readonly #heard = new Map<string, string>();

  constructor(terms: Iterable<Scoped> = []) {
    for (const term of terms) this.add(term);
  }

  add({ bodyId, written, heard }: Scoped): void {
    this.#written.set(key(bodyId, written), written);
    for (const word of heard) this.#heard.set(key(bodyId, word), written);
  }

  /** Why a term cannot stand beside them: one writing would have to become two spellings, or a right one be changed. */
  clashOf({ bodyId, written, heard }: Scoped): Clash | null {
    const there = this.#written.get(key(bodyId, written));
    if (there !== undefined) return { code: 'minutes.term_there', params: { written: there } };
    for (const word of [written, ...heard]) {
      const right = this.#heard.get(key(bodyId, word));
      if (right !== undefined) return { code: 'minutes.heard_taken', params: { heard: word, written: right } };
    }
    const right = heard.map((word) => this.#written.get(key(bodyId, word))).find((word) => word !== undefined);
    return right === undefined ? null : { code: 'minutes.heard_is_term', params: { heard: right, written: right } };
  }
}

const key = (bodyId: string | null, word: string): string => `${bodyId ?? ''}\n${writingOf(word)}`;
