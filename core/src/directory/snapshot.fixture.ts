// Small organisations for the pure tests of this folder: lines of the list, read as the product reads them.
import type { LocalDate } from '../shared/index.ts';
import { readPostsCsv } from './csv.ts';
import { timelines } from './effective-dates.ts';
import { organisationOf } from './organisation.ts';
import { type OrganisationSnapshot, rowsOn, snapshotOf } from './snapshot.ts';

const HEADER =
  '所属コード,所属名,所属種別,上位所属コード,職コード,職名,職位,所属長,職員(サインイン名),兼務,役割,開始日,終了日';

export const EVE = '2027-03-31' as LocalDate;
export const DAY = '2027-04-01' as LocalDate;

/** Ids are the codes and the sign-in names; whoever is in `gone` cannot sign in. */
export function anOrganisation(
  day: LocalDate,
  lines: readonly string[],
  gone: readonly string[] = [],
): OrganisationSnapshot {
  const read = readPostsCsv(new TextEncoder().encode([HEADER, ...lines].join('\n')));
  const ids = { unitOf: (code: string) => code, postOf: (code: string) => code, staffOf: (name: string) => name };
  const names = new Set(read.flatMap(({ signInName }) => signInName ?? []));
  const staff = [...names]
    .filter((name) => !gone.includes(name))
    .map((name) => ({ staffId: name, name: `見本 ${name}` }));
  const { units, posts, appointments, roles } = organisationOf(read, ids);
  const listed = { units: timelines(units), posts: timelines(posts), appointments: timelines(appointments), roles };
  return snapshotOf(rowsOn(day, listed, staff));
}

export const KIKAKU = 'kikaku,企画部,DEPARTMENT,,bucho,部長,DEPARTMENT_HEAD,1,department-head,0,,2026-04-01,';
export const SEISAKU = 'seisaku,政策課,SECTION,kikaku,kacho,課長,SECTION_HEAD,1,section-head,0,,2026-04-01,';
export const KAKARI =
  'kakari,政策係,SUBSECTION,seisaku,kakaricho,係長,SUBSECTION_HEAD,1,subsection-head,0,,2026-04-01,';
export const SHUJI = 'kakari,政策係,SUBSECTION,seisaku,shuji,主事,STAFF,0,drafter,0,,2026-04-01,';
export const ZAISEI = 'zaisei,財政課,SECTION,kikaku,zaisei-kacho,課長,SECTION_HEAD,1,finance-head,0,,2026-04-01,';
export const TODAY = [KIKAKU, SEISAKU, KAKARI, SHUJI, ZAISEI];
