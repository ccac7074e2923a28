import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../../directory/index.ts';
import { anOrganisation, DAY, KAKARI, KIKAKU, SEISAKU, SHUJI } from '../../directory/snapshot.fixture.ts';
import { mayOrderAtOnce, mayRun, type TeleworkSwitch } from './policy.ts';

const MAYOR = 'shicho,市長室,OFFICE,,shicho-1,市長,MAYOR,1,mayor,0,,2026-04-01,';
const there = anOrganisation(DAY, [KIKAKU, SEISAKU, KAKARI, SHUJI, MAYOR]);

function actor(name: string, roles: readonly Role[] = []): Actor {
  const posts = there.postsOf(name).map(({ postId, title, rank, unitId, unitName }) => ({
    ...{ postId, title, rank, unitId, unitName, sectionId: unitId, concurrent: false },
  }));
  return { staffId: name, name, signInName: name, posts, roles, fallback: { postTitle: '', unitName: '' } };
}

const words = { ja: '災害時の特例', en: 'exception for disasters' };
const switchBy = (atOnceBy: TeleworkSwitch['atOnceBy']): TeleworkSwitch => ({
  ...{ id: 'DISASTER', name: words, sentence: words, article: '第14条第1項', atOnceBy },
  relaxes: [{ rows: ['tele.cap'], to: 'WAIVED' }],
});
const atOnce = (name: string, by: TeleworkSwitch['atOnceBy'] = [], roles: readonly Role[] = []) =>
  mayOrderAtOnce(actor(name, roles), there, switchBy(by));

describe('O-12: who may switch an exception on', () => {
  it('at once: the mayors, and the posts that the rules name, as they are held today', () => {
    const code = SEISAKU.split(',')[4] ?? '';
    expect(atOnce('mayor')).toBe(true);
    expect(atOnce('section-head')).toBe(false);
    expect(atOnce('section-head', [{ post: code }])).toBe(true);
    expect(atOnce('section-head', [{ head: SEISAKU.split(',')[0] ?? '' }])).toBe(true);
    expect(atOnce('drafter', [{ post: code }, { post: 'no-such-post' }, { head: 'no-such-unit' }])).toBe(false);
    expect(atOnce('drafter', [], ['PERSONNEL', 'ADMIN', 'GENERAL_AFFAIRS'])).toBe(false);
  });

  it('by a decision, and for calls: the offices that run them as well', () => {
    const runs = (name: string, roles: readonly Role[] = []) => mayRun(actor(name, roles), there, [switchBy([])]);
    for (const role of ['PERSONNEL', 'ADMIN', 'GENERAL_AFFAIRS'] as const) expect(runs('drafter', [role])).toBe(true);
    expect(runs('mayor')).toBe(true);
    expect(runs('section-head', ['AUDITOR', 'SECRETARY'])).toBe(false);
  });
});
