import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../../directory/index.ts';
import { anOrganisation, DAY, KAKARI, KIKAKU, SEISAKU, SHUJI, ZAISEI } from '../../directory/snapshot.fixture.ts';
import {
  bossesOf,
  headsAbove,
  isBossOf,
  mayActAsBoss,
  mayLookAt,
  mayReadPersonal,
  peopleUnder,
  reportsOf,
  sightOf,
} from './people.ts';

const ALL = [KIKAKU, SEISAKU, KAKARI, SHUJI, ZAISEI];
const there = anOrganisation(DAY, ALL);

function actor(name: string, roles: readonly Role[] = [], on = there): Actor {
  const posts = on.postsOf(name).map(({ postId, title, rank, unitId, unitName }) => ({
    ...{ postId, title, rank, unitId, unitName, sectionId: unitId, concurrent: false },
  }));
  return { staffId: name, name, signInName: name, posts, roles, fallback: { postTitle: '', unitName: '' } };
}
const names = (some: readonly { staffId: string }[]) => some.map(({ staffId }) => staffId);

describe('T-05: who is whose boss', () => {
  it('is the head of the 課, also for those in a 係, and for a head the one above', () => {
    expect(names(bossesOf(there, 'drafter'))).toEqual(['section-head']);
    expect(names(bossesOf(there, 'subsection-head'))).toEqual(['section-head']);
    expect(names(bossesOf(there, 'section-head'))).toEqual(['department-head']);
    expect(bossesOf(there, 'department-head')).toEqual([]);
    expect(names(headsAbove(there, 'drafter'))).toEqual(['subsection-head', 'section-head', 'department-head']);
  });

  it('passes by a vacant post, and is the 係長 only where nobody else is above', () => {
    expect(names(bossesOf(anOrganisation(DAY, ALL, ['section-head']), 'drafter'))).toEqual(['department-head']);
    const left = anOrganisation(DAY, ALL, ['section-head', 'department-head']);
    expect(names(bossesOf(left, 'drafter'))).toEqual(['subsection-head']);
  });

  it('of somebody with 兼務 is the boss of each post, and never the person', () => {
    const also = ZAISEI.replace('finance-head,0', 'section-head,1');
    const two = anOrganisation(DAY, [
      ...ALL.slice(0, 4),
      also,
      ZAISEI.replaceAll('zaisei', 'kanri').replace('finance-head', 'x'),
    ]);
    expect(names(bossesOf(two, 'section-head'))).toEqual(['department-head']);
    const both = anOrganisation(DAY, [KIKAKU.replace('department-head', 'section-head'), ...ALL.slice(1)]);
    expect(bossesOf(both, 'section-head')).toEqual([]);
    const inTwo = anOrganisation(DAY, [...ALL, 'zaisei,財政課,SECTION,kikaku,z2,主事,STAFF,0,drafter,1,,2026-04-01,']);
    expect(names(bossesOf(inTwo, 'drafter')).sort()).toEqual(['finance-head', 'section-head']);
  });

  it('gives a boss everybody below, and apart from them those who report to them', () => {
    expect(names(peopleUnder(there, actor('department-head'))).sort()).toEqual(
      ['drafter', 'finance-head', 'section-head', 'subsection-head'].sort(),
    );
    expect(names(reportsOf(there, actor('department-head'))).sort()).toEqual(['finance-head', 'section-head']);
    expect(names(reportsOf(there, actor('section-head'))).sort()).toEqual(['drafter', 'subsection-head']);
    expect(names(peopleUnder(there, actor('subsection-head')))).toEqual(['drafter']);
    expect(reportsOf(there, actor('subsection-head'))).toEqual([]);
    expect(peopleUnder(there, actor('drafter'))).toEqual([]);
  });
});

describe('who may look at somebody’s days', () => {
  it('is the person, the heads above and personnel, and nobody else', () => {
    const looks = (name: string, roles: readonly Role[] = []) => mayLookAt(there, actor(name, roles), 'drafter');
    for (const name of ['drafter', 'subsection-head', 'section-head', 'department-head'])
      expect(looks(name)).toBe(true);
    expect(looks('finance-head')).toBe(false);
    expect(looks('finance-head', ['PERSONNEL'])).toBe(true);
    expect(looks('finance-head', ['AUDITOR', 'ADMIN'])).toBe(false);
    expect(mayLookAt(there, actor('drafter'), 'section-head')).toBe(false);
  });

  it('T-01: what is personal is read by the person, the 所属長 and personnel alone', () => {
    const reads = (name: string, roles: readonly Role[] = []) => mayReadPersonal(there, actor(name, roles), 'drafter');
    for (const name of ['drafter', 'section-head']) expect(reads(name)).toBe(true);
    for (const name of ['subsection-head', 'department-head', 'finance-head']) expect(reads(name)).toBe(false);
    expect(reads('finance-head', ['PERSONNEL'])).toBe(true);
    expect(reads('department-head', ['AUDITOR', 'ADMIN'])).toBe(false);
  });

  it('is the same when it is asked for all of a list at once', () => {
    const everybody = ['drafter', 'subsection-head', 'section-head', 'department-head', 'finance-head'];
    for (const name of everybody)
      for (const roles of [[], ['PERSONNEL'], ['AUDITOR']] as const) {
        const who = actor(name, roles);
        const sight = sightOf(there, who);
        for (const other of everybody) {
          expect(sight.mayLookAt(other)).toBe(mayLookAt(there, who, other));
          expect(sight.isAbove(other)).toBe(mayActAsBoss(there, who, other));
        }
      }
  });

  it('to act as a boss one must be above: nobody confirms for themselves, personnel only looks', () => {
    expect(mayActAsBoss(there, actor('section-head'), 'section-head')).toBe(false);
    expect(mayActAsBoss(there, actor('department-head'), 'drafter')).toBe(true);
    expect(mayActAsBoss(there, actor('finance-head', ['PERSONNEL']), 'drafter')).toBe(false);
    expect(isBossOf(there, actor('department-head'), 'drafter')).toBe(false);
  });
});
