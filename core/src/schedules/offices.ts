import type { OrganisationSnapshot } from '../directory/index.ts';
import type { ScheduleRules } from '../regulations/index.ts';
import type { Locale } from '../shared/index.ts';

/** 本庁, where a code is wanted. */
export const MAIN = 'main';

/** By the code of its unit; null: 本庁. */
export interface OfficeRef {
  readonly code: string | null;
  readonly name: string;
}

type Where = { readonly there: OrganisationSnapshot; readonly rules: ScheduleRules };

const codeOf = (office: string): string | null => (office === MAIN ? null : office);

/** Where people below the unit work: the nearest unit upwards that is a 支所, or that the rules of travel name. */
function officeOfUnit({ there, rules }: Where, unitId: string): string {
  const line = there.lineAbove(unitId).flatMap((step) => there.units.get(step.unitId) ?? []);
  return line.find(({ code, kind }) => kind === 'BRANCH' || rules.offices.has(code))?.code ?? MAIN;
}

/** Where somebody works, by their first post of today. */
export function officeOf(where: Where, staffId: string): string {
  const [post] = where.there.postsOf(staffId);
  return post ? officeOfUnit(where, post.unitId) : MAIN;
}

export const travelIn =
  ({ rules }: Pick<Where, 'rules'>) =>
  (from: string, to: string): number =>
    rules.travel(codeOf(from), codeOf(to)).minutes;

export const officeName = ({ there, rules }: Where, code: string | null, locale: Locale): string =>
  code === null || code === MAIN ? rules.mainOffice[locale] : (there.unitByCode(code)?.name ?? code);

/** 本庁 first, then every 支所 and every unit of the rules. */
export function allOffices({ there, rules }: Where, locale: Locale): OfficeRef[] {
  const units = [...there.units.values()].filter(({ code, kind }) => kind === 'BRANCH' || rules.offices.has(code));
  const named = units.map(({ code, name }) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1));
  return [{ code: null, name: rules.mainOffice[locale] }, ...named];
}

export const isOffice = ({ there }: Where, code: string): boolean =>
  code === MAIN || there.unitByCode(code) !== undefined;
