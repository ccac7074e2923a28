import {
  addYears,
  type Caller,
  type LocalDate,
  type Locale,
  localDateOf,
  type Route,
  route,
} from '../../shared/index.ts';
import { bookedDays } from '../days/store.ts';
import type { RoomParts } from '../room.ts';
import { alreadyTaken } from './checks.ts';
import { cityLeave } from './city-values.ts';
import { ABSENCE, ANNUAL, type KindOfLeave, kindsOf } from './kinds.ts';
import { leaveYearOf } from './leave-rules.ts';
import { relationTexts } from './relations.ts';
import { type LeaveKindsView, LeaveKindsViewSchema } from './request-contract.ts';

type KindsParts = Pick<RoomParts, 'db' | 'clock' | 'directory' | 'regulations'>;

function viewOf({ code, name, special }: KindOfLeave, { taken, locale }: { taken: number; locale: Locale }) {
  const relations = Object.entries(special?.daysBy ?? {});
  return {
    ...{ code, name: name[locale], taken },
    unit: special?.unit ?? 'HOUR',
    days: special?.days ?? null,
    per: special?.per ?? 'ACCOUNT',
    paid: special?.paid ?? code !== ABSENCE,
    evidence: special?.evidence ?? 'NONE',
    article: special?.article ?? '',
    relations: relations.map(([relation, days]) => ({
      ...{ code: relation, days },
      name: relationTexts[relation]?.[locale] ?? relation,
    })),
  } as const;
}

export async function kindsFor(parts: KindsParts, caller: Caller): Promise<LeaveKindsView> {
  const { db, clock, directory, regulations } = parts;
  return db.singly(caller.municipalityId, async (tx) => {
    const [actor] = await Promise.all([directory.actorOf(tx, caller), regulations.ready(tx)]);
    const today = localDateOf(clock.now());
    const { rulesOn, specialOn, articleOn } = cityLeave(regulations)(caller.municipalityId);
    const rules = rulesOn(today);
    const from: LocalDate = leaveYearOf(today, rules);
    const booked = await bookedDays(tx, { staffIds: [actor.staffId], from, to: addYears(from, 1) });
    const items = kindsOf(specialOn(today)).map((kind) => {
      const { special } = kind;
      const perYear = special?.per === 'YEAR' ? special : null;
      const taken = perYear ? alreadyTaken(booked, { special: perYear, occasionOn: null, first: today, rules }) : 0;
      const view = viewOf(kind, { taken, locale: caller.locale });
      return kind.code === ANNUAL ? { ...view, article: articleOn(today, 'days') ?? '' } : view;
    });
    return { items };
  });
}

export const leaveKindRoutes = (parts: KindsParts): Route[] => [
  route({
    method: 'GET',
    path: '/leave/kinds',
    summary: { ja: '休暇の種類（日数、単位、証明、根拠）', en: 'Kinds of leave: days, units, evidence and articles' },
    answer: LeaveKindsViewSchema,
    handle: (caller) => kindsFor(parts, caller),
  }),
];
