import { pairOf } from '../../schedules/of-pack.ts';
import { type Finding, finding } from '../finding.ts';
import type { PackFile } from '../schema.ts';

/** The same way twice would say two things; a way from an office to itself says nothing. */
export function doubledTravel({ schedules }: PackFile): Finding[] {
  const ways = (schedules?.travel ?? []).map(({ id, between: [from = null, to = null] }) => ({
    ...{ id, pair: pairOf(from, to), itself: from === to },
  }));
  return ways
    .filter(({ pair, itself }, at) => itself || ways.findIndex((other) => other.pair === pair) !== at)
    .map(({ id, pair }) => finding(id, 'regulations.pack_twice', { what: 'travel', name: pair.trim() }));
}
