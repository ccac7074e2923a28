import { personOf, type UnitRef } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import type { Series } from '../../regulations/index.ts';
import { badInput, notAllowed } from '../../shared/index.ts';
import type { At } from './at.ts';
import type { TakeNumberInput } from './contract.ts';
import type { Direction } from './number-row.ts';
import { mayTake, yearOfTaking } from './rules.ts';
import type { Taking } from './store.ts';

const OF_UNIT: Readonly<Record<string, Series>> = { DRAFTED: 'DRAFTED', RECEIVED: 'RECEIVED', SENT: 'SENT' };
const HOUR = 3_600_000;

interface Run {
  readonly symbol: string;
  readonly direction: Direction;
  readonly unit: UnitRef;
  readonly path: readonly UnitRef[];
}

/** What it takes to take a number: nobody's view of the records. */
export type Taker = Pick<At, 'parts' | 'tx' | 'actor' | 'now' | 'today'>;

/** The run that the `key` of the choices means for whoever takes the number. @throws bad-input */
async function runOf({ parts: { directory, regulations }, tx, actor, today }: Taker, key: string): Promise<Run> {
  const unitId = actor.posts[0]?.unitId;
  if (unitId === undefined) throw badInput('records.no_unit');
  const [path] = await Promise.all([directory.unitPath(tx, unitId), regulations.ready(tx)]);
  const when = { municipalityId: tx.municipalityId, day: today };
  const named = regulations.registersOn(when).series.find(({ id }) => id === key);
  const series = regulations.numberSeries(when, path, OF_UNIT[key] ?? 'SENT');
  if (!series) throw badInput('records.no_unit');
  if (!named && OF_UNIT[key] === undefined) throw badInput('records.unknown_series');
  const run = named
    ? { symbol: named.symbol, direction: 'SENT' as const }
    : { symbol: series.symbol, direction: OF_UNIT[key] ?? 'SENT' };
  return { ...run, unit: series.unit, path: path.slice(path.indexOf(series.unit)) };
}

/** The number that is wanted, but for the number itself. @throws bad-input; not-allowed `records.series_not_yours` */
export async function takingOf(at: Taker, input: TakeNumberInput): Promise<Taking> {
  const { parts, tx, actor, now, today } = at;
  const { symbol, direction, unit, path } = await runOf(at, input.series);
  const rules = parts.regulations.registersOn({ municipalityId: tx.municipalityId, day: today });
  const { article } = rules.runOf(symbol);
  if (!mayTake(actor, rules, symbol)) throw notAllowed('records.series_not_yours', { symbol, article });
  const lastYearReason = input.lastYearReason ?? null;
  return {
    ...{ id: newId(parts.clock), leafId: newId(parts.clock), symbol, direction, takenOn: today, takenAt: now },
    fiscalYear: yearOfTaking(rules, { symbol, day: today, reason: lastYearReason }),
    origin: input.reserve ? 'RESERVED' : 'BY_HAND',
    reservedUntil: input.reserve ? new Date(now.getTime() + rules.reservation.hours * HOUR) : null,
    ...{ title: input.title, counterparty: input.counterparty ?? null, theirNumber: input.theirNumber ?? null },
    ...{ dueOn: input.dueOn ?? null, lastYearReason, importId: null, mayBeLate: lastYearReason !== null },
    ...{ unitId: unit.unitId, unitName: unit.name, unitPath: path.map(({ unitId }) => unitId) },
    registeredBy: personOf(actor),
  };
}
