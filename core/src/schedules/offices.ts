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

const BUILDING = 'building:';

/** Where a room is: the code of its unit, `main`, or, where nobody knows its office, `building:` and the building. */
export const placeOfRoom = ({ office, building }: { office: string | null; building: string | null }): string =>
  building === null ? (office ?? MAIN) : `${BUILDING}${building}`;

export const isKnownPlace = (place: string): boolean => !place.startsWith(BUILDING);

/** Of several places those whose ways can be told; where there is none, all. */
export function placesToGo(places: readonly string[]): readonly string[] {
  const known = places.filter(isKnownPlace);
  return known.length === 0 ? places : known;
}

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

/** Nothing is counted to and from where nobody knows the way. */
export const travelIn =
  ({ rules }: Pick<Where, 'rules'>) =>
  (from: string, to: string): number =>
    isKnownPlace(from) && isKnownPlace(to) ? rules.travel(codeOf(from), codeOf(to)).minutes : 0;

export function officeName({ there, rules }: Where, code: string | null, locale: Locale): string {
  if (code === null || code === MAIN) return rules.mainOffice[locale];
  return isKnownPlace(code) ? (there.unitByCode(code)?.name ?? code) : code.slice(BUILDING.length);
}

/** 本庁 first, then every 支所 and every unit of the rules. */
export function allOffices({ there, rules }: Where, locale: Locale): OfficeRef[] {
  const units = [...there.units.values()].filter(({ code, kind }) => kind === 'BRANCH' || rules.offices.has(code));
  const named = units.map(({ code, name }) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1));
  return [{ code: null, name: rules.mainOffice[locale] }, ...named];
}

export const isOffice = ({ there }: Where, code: string): boolean =>
  code === MAIN || there.unitByCode(code) !== undefined;
