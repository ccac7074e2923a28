import { servingSpans } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type LocalDate, localDateOf } from '../../shared/index.ts';
import type { PersonsHours } from '../working-time/pattern.ts';
import type { PersonsRecord } from '../working-time/sheet-rows.ts';
import type { TimeRules } from '../working-time/time-rules.ts';

// Nobody has punched yet: of no day is anything missing.
const NEVER = '9999-12-31' as LocalDate;

async function firstPunch(tx: Tx): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    `select min(p.server_at) as at from kaigi.telework_punch p where p.municipality_id = $1 and p.kind = 'TAPPED'`,
    [tx.municipalityId],
  );
  return row?.at ?? null;
}

/** The rules with the day on which the record of a city begins: as its regulations say, else that of its first punch. */
export async function keptRules<Rules extends Pick<TimeRules, 'keptSince'>>(tx: Tx, rules: Rules): Promise<Rules> {
  if (rules.keptSince !== null) return rules;
  const first = await firstPunch(tx);
  return { ...rules, keptSince: first ? localDateOf(first) : NEVER };
}

/** From when until when somebody holds any post; `to` is the day after. */
export interface Serving {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export const isServing = (day: LocalDate, { from, to }: Serving): boolean => from <= day && (to === null || day < to);

/** Before somebody came and after they left nothing is asked of them. */
export function whileServing(hours: PersonsHours, serving: Serving | undefined): PersonsHours {
  if (!serving) return hours;
  const { from: first, to: last } = serving;
  const ended = hours.assigned.map((held) => {
    const goesOn = held.to === null || (last !== null && last < held.to);
    return goesOn ? { ...held, to: last } : held;
  });
  const assigned = ended
    .map((held) => (held.from < first ? { ...held, from: first } : held))
    .filter(({ from, to }) => to === null || from < to);
  return { ...hours, assigned };
}

/** Whether a missing punch of a day may be asked about: the record has begun, and the person was there. */
export const isKept = (day: LocalDate, { keptSince }: Pick<TimeRules, 'keptSince'>): boolean =>
  keptSince === null || keptSince <= day;

/** Nothing is missing before the record began, nor before somebody came or after they left. */
export async function asKept(tx: Tx, staffId: string, person: PersonsRecord): Promise<PersonsRecord> {
  const [rules, [serving]] = await Promise.all([keptRules(tx, person.rules), servingSpans(tx, [staffId])]);
  return { ...person, rules, hours: whileServing(person.hours, serving) };
}
