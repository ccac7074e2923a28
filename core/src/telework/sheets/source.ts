import { factsFrom } from '../punches/fact-texts.ts';
import type { PersonsRecord } from '../working-time/sheet-rows.ts';

/** What a person's month is made from, with the facts still as one text: as a thread is given it. */
export interface Source extends Omit<PersonsRecord, 'facts'> {
  readonly facts: string;
}

export const recordFrom = (source: Source): PersonsRecord => ({ ...source, facts: factsFrom(source.facts) });
