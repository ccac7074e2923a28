import type { Actor } from '../../directory/index.ts';
import { hasRole } from '../../directory/index.ts';
import type { RegisterRules } from '../../regulations/index.ts';
import { badInput, conflict, fiscalYearOf, type LocalDate, notAllowed } from '../../shared/index.ts';
import type { ChangeNumberInput } from './contract.ts';
import type { NumberRow } from './number-row.ts';
import type { NumberChange } from './store.ts';

/** Until when last year's numbers may be taken, on the day; null: not any more. */
export function lastYearUntil({ lastYear }: Pick<RegisterRules, 'lastYear'>, day: LocalDate): LocalDate | null {
  const until = `${day.slice(0, 4)}-${lastYear.until}` as LocalDate;
  return day.slice(5) >= '04-01' && day <= until ? until : null;
}

type Years = Pick<RegisterRules, 'lastYear' | 'runOf'>;

/** The year whose run a number of the day belongs to: the 年度, or of a run that begins on 1 January the calendar year. */
export const yearOfRun = ({ runOf }: Pick<Years, 'runOf'>, symbol: string, day: LocalDate): number =>
  runOf(symbol).resets === 'CALENDAR_YEAR' ? Number(day.slice(0, 4)) : fiscalYearOf(day);

interface YearAsked {
  readonly symbol: string;
  readonly day: LocalDate;
  /** Why 前年度 is asked for, where it is. */
  readonly reason: string | null;
}

/** The year of a number taken on the day. @throws bad-input `records.last_year_closed`, `records.no_last_year` */
export function yearOfTaking(rules: Years, { symbol, day, reason }: YearAsked): number {
  const present = yearOfRun(rules, symbol, day);
  if (reason === null) return present;
  // 出納整理期間 is of the 年度: a run that begins in January has closed its year long before.
  if (rules.runOf(symbol).resets === 'CALENDAR_YEAR') throw badInput('records.no_last_year', { symbol });
  if (lastYearUntil(rules, day) === null)
    throw badInput('records.last_year_closed', {
      until: rules.lastYear.until.replace('-', '/'),
      article: rules.lastYear.article,
    });
  return present - 1;
}

/** 令達 and the like: those whom the regulations name. */
export const mayTake = (actor: Actor, { runOf }: Pick<RegisterRules, 'runOf'>, symbol: string): boolean => {
  const { takenBy } = runOf(symbol);
  return takenBy === null || takenBy.some((role) => hasRole(actor, role));
};

export const isLapsed = ({ state, reservedUntil }: NumberRow, at: Date): boolean =>
  state === 'RESERVED' && reservedUntil !== null && reservedUntil <= at;

/** In the section that answers for it. */
const isOfSection = (actor: Actor, { unitId, unitPath }: Pick<NumberRow, 'unitId' | 'unitPath'>): boolean =>
  actor.posts.some((post) => post.sectionId === unitId || post.unitId === unitId || unitPath.includes(post.unitId));

/** May they say what has become of it? Whoever is in its section, and 総括文書管理者. */
export const mayChange = (actor: Actor, row: Pick<NumberRow, 'unitId' | 'unitPath'>): boolean =>
  hasRole(actor, 'CHIEF_RECORDS_MANAGER') || isOfSection(actor, row);

/** A reservation is made void by whoever made it; any other number by the 文書主任 of its section or 総括文書管理者. */
export function mayVoid(actor: Actor, row: NumberRow): boolean {
  if (row.state === 'VOID' || row.origin === 'IMPORTED') return false;
  if (hasRole(actor, 'CHIEF_RECORDS_MANAGER')) return true;
  if (row.state === 'RESERVED' && row.registeredBy.staffId === actor.staffId) return true;
  return hasRole(actor, 'RECORDS_OFFICER') && isOfSection(actor, row);
}

/** @throws not-allowed, conflict */
export function assureChangeable(actor: Actor, row: NumberRow, version: number): void {
  if (!mayChange(actor, row)) throw notAllowed('records.number_not_yours');
  if (row.version !== version) throw conflict('records.stale');
  if (row.state === 'VOID') throw conflict('records.number_void');
}

type Said = Omit<ChangeNumberInput, 'version'>;

/** What is changed by what was said; what is left out stays. @throws bad-input */
export function changeOf(row: NumberRow, said: Said): NumberChange {
  const pick = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given);
  const day = (given: string | null | undefined, before: LocalDate | null) => pick(given, before) as LocalDate | null;
  const change = {
    theirNumber: pick(said.theirNumber, row.theirNumber),
    dueOn: day(said.dueOn, row.dueOn),
    handling: pick(said.handling, row.handling),
    issuedOn: day(said.issuedOn, row.issuedOn),
    completedOn: day(said.completedOn, row.completedOn),
    note: pick(said.note, row.note) || null,
  };
  for (const [name, on] of [
    ['施行日', change.issuedOn],
    ['完結日', change.completedOn],
  ] as const)
    if (on !== null && on < row.takenOn && row.origin !== 'IMPORTED')
      throw badInput('records.day_before_number', { name, on });
  return change;
}
