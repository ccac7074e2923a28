import { personOf } from '../../directory/index.ts';
import type { Json } from '../../shared/index.ts';
import { addGlossaryFact } from '../history/store.ts';
import type { Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { KeptTerm } from './keeping.ts';
import { countGlossaryOn } from './store.ts';

/** A term as its history keeps it. */
export const wordsOf = ({ termId, bodyId, written, reading, kind, heard }: KeptTerm): Json => ({
  ...{ termId, bodyId, written, reading, kind, heard: [...heard] },
});

interface Noted {
  readonly act: 'TERM_ADDED' | 'TERM_CHANGED' | 'TERM_REMOVED' | 'TERMS_IMPORTED';
  /** As they stood and as they stand now: names are words, so the fact has their number alone. */
  readonly before: readonly KeptTerm[];
  readonly after: readonly KeptTerm[];
  /** The version of the glossary before, held. */
  readonly held: number;
}

/** One line of the glossary's history. */
export async function note({ clock }: MinutesParts, open: Open, { act, before, after, held }: Noted): Promise<void> {
  const seq = held + 1;
  await addGlossaryFact(open.tx, clock, {
    ...{ seq, act, actor: personOf(open.actor), via: open.caller.via },
    fact: { before: before.length, after: after.length },
    change: { before: before.map(wordsOf), after: after.map(wordsOf) },
  });
  await countGlossaryOn(open.tx, seq);
}
