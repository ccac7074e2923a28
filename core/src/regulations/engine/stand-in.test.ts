import { describe, expect, it } from '@jest/globals';
import { hamabe, question, standInQuestion, TWO_DAYS, thereOf } from './engine.fixture.ts';
import { passesOver, skipReviewer, standIn } from './stand-in.ts';
import type { StandInQuestion } from './vocabulary.ts';

const pack = hamabe();
const ask = (given: Partial<StandInQuestion> = {}) => standIn(pack, standInQuestion(pack, given));
const asking = (...postIds: string[]) => ({ postIds, isDrafter: false });

describe('代決', () => {
  it('A-11: by the deputy whom the article names, recorded with order, article and on whose behalf', () => {
    expect(ask()).toMatchObject({
      ok: true,
      ruleId: 'deputy.section-head',
      article: '第11条第3項',
      onBehalfOf: 'somu-head',
      actingPostId: 'somu-hosa',
      order: 1,
    });
  });

  it('A-12: opens a review afterwards, due after the return, except of minor matters', () => {
    const general = ask();
    expect(general.ok && general.postReview).toMatchObject({
      required: true,
      dueWorkingDays: 3,
      dueFrom: 'RETURN',
      to: ['ABSENT'],
      article: '第13条',
    });
    const minor = ask({ matter: 'TRIP', facts: { nights: 0 } });
    expect(minor.ok && minor.postReview).toMatchObject({ required: false, article: '第13条ただし書' });
  });

  it('A-12: no review follows where these regulations spare it: what was instructed, and what is no decision', () => {
    const spared = hamabe((file) => {
      const [row] = file.postReview;
      if (!row) return;
      const { minor: _, ...always } = row;
      file.postReview.unshift({ ...always, id: 'review.instructed', instructed: true });
      file.postReview.push({ ...always, id: 'review.others' });
      file.postReview = file.postReview.map((one) => (one.required ? { ...one, duties: ['DECISION'] } : one));
      file.deputies = file.deputies.map((one) => ({ ...one, duties: ['REVIEW', 'DECISION'] }));
    });
    const review = (given: Partial<StandInQuestion>) => {
      const answer = standIn(spared, standInQuestion(spared, given));
      return answer.ok && [answer.postReview.ruleId, answer.postReview.required];
    };
    expect(review({})).toEqual(['post-review', true]);
    expect(review({ instructed: true })).toEqual(['review.instructed', false]);
    expect(review({ duty: 'REVIEW' })).toEqual(['review.others', false]);
  });

  it('A-11: one stands in while a post is vacant, another while its holder is away, and each has limits', () => {
    const fills = hamabe((file) => {
      file.absence = file.absence.map((row) => ({ ...row, vacancy: 'ABSENT' }));
      const [mayor] = file.deputies;
      const [limit] = file.deputyLimits;
      if (!mayor || !limit) return;
      file.deputies.unshift({ ...mayor, id: 'vacant', vacant: true, order: [{ who: { post: 'kensetsu-head' } }] });
      const { escalations: _, lifted: __, ...always } = limit;
      file.deputyLimits.push({ ...always, id: 'vacant.money', vacant: true, groups: ['支出'] });
      file.deputyLimits.push({ ...always, id: 'vacant.travel', duties: ['REVIEW'], groups: ['旅行'] });
    });
    const there = thereOf(fills);
    const posts = new Map(there.posts);
    const mayor = posts.get('chocho');
    if (mayor) posts.set('chocho', { ...mayor, holders: [] });
    const asked = { postId: 'chocho', asking: asking('kensetsu-head'), drafterPostIds: [] };
    const answer = (given: Partial<StandInQuestion>) => standIn(fills, standInQuestion(fills, { ...asked, ...given }));
    const vacant = { there: { ...there, posts }, absent: null };
    expect(answer(vacant)).toMatchObject({ ok: true, ruleId: 'vacant' });
    expect(answer({})).toMatchObject({ ok: false, ruleId: 'deputy.mayor' });
    const purchase = { matter: 'PURCHASE', facts: { amountYen: 9_000_000 } };
    expect(answer({ ...vacant, ...purchase })).toMatchObject({ ok: false, ruleId: 'vacant.money' });
    const trip = { matter: 'TRIP', facts: { nights: 9 } };
    expect(answer({ ...vacant, ...trip })).toMatchObject({ ok: true, ruleId: 'vacant' });
  });

  it.each<[string, Partial<StandInQuestion>, string, string]>([
    ['nobody is known to be absent', { absent: null }, 'not_absent', '第2条第4号'],
    ['the absence is over', { at: new Date('2026-11-27T09:00:00+09:00') }, 'not_absent', '第2条第4号'],
    ['the absence has not begun', { at: new Date('2026-11-23T09:00:00+09:00') }, 'not_absent', '第2条第4号'],
    [
      'the absence is too short',
      { absent: { ...TWO_DAYS, from: '2026-11-25T08:30:00+09:00', until: '2026-11-25T17:15:00+09:00' } },
      'not_absent',
      '第2条第4号',
    ],
    [
      'the evidence does not count here',
      { absent: { ...TWO_DAYS, source: 'GRAPH_PRESENCE' } },
      'not_absent',
      '第2条第4号',
    ],
    ['the post is not a deputy', { asking: asking('kensetsu-head') }, 'not_a_deputy', '第11条第3項'],
    ['the deputy drafted it', { asking: { postIds: ['somu-hosa'], isDrafter: true } }, 'deputy_is_drafter', ''],
    ['the matter is important', { escalations: ['IMPORTANT'], postId: 'somu-head' }, 'deputy_limited', '第12条'],
    [
      'the consultation ended in disagreement',
      { deadlock: true, instructed: true, urgent: true },
      'deputy_limited',
      '第12条',
    ],
    ['it is a review, not the decision', { duty: 'REVIEW' }, 'not_a_deputy', ''],
  ])('is refused when %s', (_, given, code, article) => {
    expect(ask(given)).toMatchObject({ ok: false, code: `regulations.${code}`, article });
  });

  it.each([{ instructed: true }, { urgent: true }])('of an important matter is allowed when %j', (given) => {
    expect(ask({ escalations: ['IMPORTANT'], ...given }).ok).toBe(true);
  });

  it('urgency lifts the length of the absence, not the absence itself', () => {
    const short = { ...TWO_DAYS, from: '2026-11-25T08:30:00+09:00', until: '2026-11-25T17:15:00+09:00' };
    expect(ask({ absent: short, urgent: true }).ok).toBe(true);
    expect(ask({ absent: null, urgent: true })).toMatchObject({ code: 'regulations.not_absent' });
  });

  it('nobody knows until when: that is long', () => {
    expect(ask({ absent: { ...TWO_DAYS, until: null } }).ok).toBe(true);
  });

  it('goes by the order: the second only while the first is absent, vacant or the drafter', () => {
    const mayor = {
      postId: 'chocho',
      matter: 'PURCHASE',
      facts: { amountYen: 9_000_000 },
      asking: asking('somu-head'),
    };
    expect(ask(mayor)).toMatchObject({ code: 'regulations.not_first_in_order', article: '第11条第1項' });
    expect(ask({ ...mayor, isAbsent: (post) => post === 'fukuchocho' })).toMatchObject({ ok: true, order: 2 });
    expect(ask({ ...mayor, drafterPostIds: ['fukuchocho'] })).toMatchObject({ ok: true, order: 2 });
  });

  it('those before are judged by these regulations too: a deputy who only looks away is there', () => {
    const mayor = {
      postId: 'chocho',
      matter: 'PURCHASE',
      facts: { amountYen: 9_000_000 },
      asking: asking('somu-head'),
    };
    const known = (source: 'GRAPH_PRESENCE' | 'TRIP') => ({ absenceOf: () => ({ ...TWO_DAYS, source }) });
    expect(ask({ ...mayor, ...known('GRAPH_PRESENCE') })).toMatchObject({ code: 'regulations.not_first_in_order' });
    expect(ask({ ...mayor, ...known('TRIP') })).toMatchObject({ ok: true, order: 2 });
  });

  it('A-36: does not go on from deputy to deputy: who stands in for the absent deputy may not decide', () => {
    const director = {
      postId: 'fukuchocho',
      unitId: 'somu-kakari',
      matter: 'PURCHASE',
      facts: { amountYen: 1_000_000 },
    };
    const isAbsent = (post: string) => post === 'somu-head';
    const theDeputy = ask({ ...director, asking: asking('somu-head') });
    expect(theDeputy).toMatchObject({ ok: true, ruleId: 'deputy.deputy-mayor' });
    const theirDeputy = { ...director, isAbsent, asking: asking('somu-hosa') };
    expect(ask({ isAbsent: () => true })).toMatchObject({ ok: true, actingPostId: 'somu-hosa' });
    expect(ask(theirDeputy)).toMatchObject({ code: 'regulations.not_a_deputy', article: '第11条第2項' });
  });

  it('may reach less far than the absent one: the 係長 in minor matters only', () => {
    const kakaricho = { asking: asking('somu-kakari-head'), isAbsent: () => true };
    expect(ask(kakaricho)).toMatchObject({ code: 'regulations.not_a_deputy' });
    expect(ask({ ...kakaricho, matter: 'TRIP', facts: { nights: 0 } })).toMatchObject({ ok: true, order: 2 });
  });

  it('for a vacant post is refused with the article that says so, or allowed where vacancy counts as absence', () => {
    const vacant = (vacancy: 'ABSENT' | 'NOT_ABSENT') =>
      hamabe((file) => {
        const head = file.organisation.posts.find(({ code }) => code === 'somu-head');
        if (head) head.vacant = true;
        const [absence] = file.absence;
        if (absence) absence.vacancy = vacancy;
      });
    const strict = vacant('NOT_ABSENT');
    expect(standIn(strict, standInQuestion(strict))).toMatchObject({
      code: 'regulations.vacancy_not_absence',
      article: '第11条第4項',
    });
    const lenient = vacant('ABSENT');
    expect(standIn(lenient, standInQuestion(lenient, { absent: null })).ok).toBe(true);
  });

  it('of reviewers too, where these regulations say so', () => {
    const both = hamabe((file) => {
      const row = file.deputies.find(({ id }) => id === 'deputy.section-head');
      if (row) row.duties = ['DECISION', 'REVIEW'];
    });
    expect(standIn(both, standInQuestion(both, { duty: 'REVIEW' })).ok).toBe(true);
  });

  it('whom the absent one named beforehand, where these regulations leave it to them', () => {
    const named = hamabe((file) => {
      const row = file.deputies.find(({ id }) => id === 'deputy.section-head');
      if (row) row.order = [{ who: { named: true } }];
    });
    const by = (post: string) => (post === 'somu-head' ? ['somu-kakari-head'] : []);
    const kakaricho = { asking: asking('somu-kakari-head') };
    expect(standIn(named, standInQuestion(named, { ...kakaricho, namedBy: by }))).toMatchObject({ ok: true, order: 1 });
    expect(standIn(named, standInQuestion(named, kakaricho))).toMatchObject({ code: 'regulations.not_a_deputy' });
  });

  it('absence may mean one thing for one post or matter and another for the rest', () => {
    const own = hamabe((file) => {
      const [absence] = file.absence;
      if (!absence) return;
      file.absence = [
        { ...absence, id: 'somu', posts: ['somu-head'], matters: ['TRIP'], sources: ['MANUAL'] },
        { ...absence, id: 'all' },
      ];
    });
    const trip = { matter: 'TRIP', facts: { nights: 0 } };
    expect(standIn(own, standInQuestion(own, trip))).toMatchObject({ code: 'regulations.not_absent', ruleId: 'somu' });
    expect(standIn(own, standInQuestion(own)).ok).toBe(true);
  });

  it('limits and reviews afterwards may be those of certain posts', () => {
    const own = hamabe((file) => {
      const [limit] = file.deputyLimits;
      const [review] = file.postReview.slice(-1);
      if (!limit || !review) return;
      file.deputyLimits = [{ ...limit, id: 'only', posts: ['kensetsu-head'] }];
      file.postReview = [{ ...review, id: 'never', posts: ['somu-head'], required: false }, review];
    });
    const important = standIn(own, standInQuestion(own, { escalations: ['IMPORTANT'] }));
    expect(important.ok && important.postReview).toMatchObject({ required: false, ruleId: 'never' });
  });

  it('a question that has no route has no deputy either, and says why', () => {
    expect(ask({ matter: 'PURCHASE', facts: {} })).toMatchObject({ ok: false, code: 'regulations.fact_missing' });
  });
});

describe('後閲 of one who is passed over', () => {
  const asked = {
    ...question(pack),
    duty: 'REVIEW',
    postId: 'doboku-kakari-head',
    at: new Date('2026-11-25T10:00:00+09:00'),
    absent: TWO_DAYS,
    trigger: 'ABSENCE',
  } as const;
  const skip = (given: object) => skipReviewer(pack, { ...asked, ...given });

  it('A-13: is allowed by its article in urgent cases, and due', () => {
    expect(skip({ urgent: true })).toMatchObject({
      ok: true,
      article: '第14条',
      postReview: { required: true, dueWorkingDays: 5 },
    });
    expect(skip({ urgent: false })).toMatchObject({ ok: false, code: 'regulations.skip_not_allowed' });
  });

  it('by absence needs the absence; set at drafting or by 引上げ it does not', () => {
    expect(skip({ urgent: true, absent: null })).toMatchObject({ ok: false, code: 'regulations.not_absent' });
    expect(skip({ urgent: true, absent: null, trigger: 'PULL_UP' }).ok).toBe(true);
  });

  it('A-13: comes by itself only where the row says so, and by the evidence that it names', () => {
    const own = hamabe((file) => {
      const [row] = file.skips;
      if (row) file.skips = [{ ...row, automatic: { sources: ['LEAVE'] } }];
    });
    const byItself = (given: object) => {
      const answer = skipReviewer(own, { ...asked, urgent: true, ...given });
      return answer.ok && answer.automatic;
    };
    expect(skip({ urgent: true })).toMatchObject({ ok: true, automatic: false });
    expect([passesOver(pack), passesOver(own)]).toEqual([false, true]);
    expect(byItself({ absent: { ...TWO_DAYS, source: 'LEAVE' } })).toBe(true);
    expect(byItself({ absent: { ...TWO_DAYS, source: 'TRIP' } })).toBe(false);
    expect(byItself({ absent: { ...TWO_DAYS, source: 'LEAVE' }, trigger: 'PULL_UP' })).toBe(false);
    expect(byItself({ absent: { ...TWO_DAYS, source: 'LEAVE' }, duty: 'CONSULT' })).toBe(false);
  });

  it('never passes over the decision', () => {
    expect(skip({ urgent: true, duty: 'DECISION', postId: 'kensetsu-head' })).toMatchObject({
      code: 'regulations.skip_not_allowed',
    });
  });
});
