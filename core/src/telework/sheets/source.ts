import { factsFrom } from '../punches/fact-texts.ts';
import type { PersonsRecord } from '../working-time/sheet-rows.ts';
import type { Signal } from './gaps.ts';

/** What a person's month is made from, with the facts still as one text: as a thread is given it. */
export interface Source extends Omit<PersonsRecord, 'facts'> {
  readonly facts: string;
  /** What else is known of the days; missing where nobody asks about gaps. */
  readonly signals?: readonly Signal[];
}

export const recordFrom = ({ signals: _, ...source }: Source): PersonsRecord => ({
  ...source,
  facts: factsFrom(source.facts),
});
