import type { PostageTable } from '../../regulations/index.ts';
import { badInput, type LocalDate } from '../../shared/index.ts';
import type { PostageWish } from './contract.ts';

export interface Reckoned {
  readonly chargeName: string;
  readonly extras: readonly { readonly id: string; readonly name: string; readonly yen: number }[];
  /** Of one piece. */
  readonly unitYen: number;
  readonly article: string;
  readonly from: LocalDate;
}

/** What one piece costs by the table in force on the day it is sent. @throws bad-input */
export function reckon(
  table: PostageTable | null,
  { chargeId, extras }: Omit<PostageWish, 'pieces'>,
  day: LocalDate,
): Reckoned {
  if (!table) throw badInput('records.no_postage_table', { day });
  const charge = table.charges.find(({ id, extra }) => id === chargeId && !extra);
  if (!charge) throw badInput('records.unknown_charge');
  const added = [...new Set(extras)].map((id) => table.charges.find((one) => one.id === id && one.extra));
  const known = added.filter((one) => one !== undefined);
  if (known.length !== added.length) throw badInput('records.unknown_charge');
  return {
    ...{ chargeName: charge.name.ja, article: table.article, from: table.from },
    extras: known.map(({ id, name, yen }) => ({ id, name: name.ja, yen })),
    unitYen: known.reduce((sum, { yen }) => sum + yen, charge.yen),
  };
}

export interface Sum {
  readonly name: string;
  readonly pieces: number;
  readonly totalYen: number;
}

interface Counted {
  readonly pieces: number;
  readonly totalYen: number;
  readonly voidReason: string | null;
}

/** Added up by a name; void entries do not count. */
export function sumsBy<E extends Counted>(entries: readonly E[], nameOf: (entry: E) => string): Sum[] {
  const valid = entries.filter(({ voidReason }) => voidReason === null);
  return [...Map.groupBy(valid, nameOf)].map(([name, group]) => ({
    name,
    pieces: group.reduce((sum, { pieces }) => sum + pieces, 0),
    totalYen: group.reduce((sum, { totalYen }) => sum + totalYen, 0),
  }));
}
