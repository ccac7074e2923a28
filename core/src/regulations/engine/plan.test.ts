import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hamabe, question, route } from './engine.fixture.ts';
import { planRoute } from './plan.ts';
import type { PlanAnswer } from './vocabulary.ts';

const pack = hamabe();
const plan = (given: Parameters<typeof question>[1]) => planRoute(pack, question(pack, given));
const sentence = (answer: PlanAnswer) => (answer.ok ? answer.plan.basis.sentence : answer.problem);

describe('who decides', () => {
  it('A-03: the row of the table, with its article, version and reason', () => {
    const answer = plan({ matter: 'PURCHASE', facts: { amountYen: 500_000 } });
    expect(answer.ok && answer.plan.basis).toEqual({
      ruleId: 'purchase.small',
      regulationVersion: 'hamabe/2026-04-01',
      article: '別表第1 支出 第1項',
      decisionClass: 'SECTION_HEAD',
      sentence: '50万円以下の物品の購入は課長専決です。建設課長補佐は欠員のため回議を省きます。',
      sentenceEn:
        'Purchases up to 500 000 yen are decided by the section head. Left out because nobody holds the post: 建設課長補佐.',
      delegated: true,
      matter: 'PURCHASE',
    });
  });

  it('A-10: superiors above the deciding post are struck, and only the top decides undelegated', () => {
    const delegated = plan({});
    expect(delegated.ok && delegated.plan.struck).toEqual(['fukuchocho', 'chocho']);
    const top = plan({ matter: 'PURCHASE', facts: { amountYen: 3_000_001 } });
    expect(top.ok && [top.plan.basis.delegated, top.plan.struck]).toEqual([false, []]);
  });

  it.each([
    [['ASSEMBLY'], null, 'chocho'],
    [['IMPORTANT'], null, 'fukuchocho'],
    [['IMPORTANT', 'ASSEMBLY'], null, 'chocho'],
    [['IMPORTANT'], 'MAYOR', 'chocho'],
  ])('A-05: %j with the wish for %s goes up to %s, and says by which articles', (escalations, raiseTo, decider) => {
    const answer = plan({ escalations, raiseTo });
    expect(answer.ok && answer.plan.deciderPostId).toBe(decider);
    expect(answer.ok && answer.plan.basis.article).toMatch(/^別表第1 共通 第1項、第5条/u);
  });

  it('A-05: nobody goes further up without a reason, nor down at all', () => {
    expect(route(plan({ raiseTo: 'MAYOR' }))).toBe('regulations.reason_missing');
    expect(route(plan({ raiseTo: 'SECTION_HEAD' }))).toEqual(route(plan({})));
    const lower = plan({ raiseTo: 'SUBSECTION_HEAD', escalations: ['IMPORTANT'] });
    expect(lower.ok && lower.plan.deciderPostId).toBe('fukuchocho');
  });

  it('A-37: a drafter never decides the own case', () => {
    const answer = plan({ drafterPostIds: ['kensetsu-head'], unitId: 'kensetsu' });
    expect(route(answer)).toEqual(['1 DECISION fukuchocho']);
    expect(sentence(answer)).toContain('起案者自身が専決者に当たるため');
    expect(
      route(plan({ drafterPostIds: ['chocho'], unitId: 'hamabe', matter: 'PURCHASE', facts: { amountYen: 9e6 } })),
    ).toBe('regulations.no_superior');
  });

  it('類推: an unlisted matter is decided like a listed one, but not by a class that may not', () => {
    const like = plan({ matter: 'SOMETHING', analogousTo: 'PURCHASE', facts: { amountYen: 1 } });
    expect(sentence(like)).toMatch(/^別表の事項に準ずるものとして/u);
    const low = hamabe((file) => {
      const general = file.decisions[0];
      if (general) general.decider = 'SUBSECTION_HEAD';
    });
    const up = planRoute(low, question(low, { matter: 'SOMETHING', analogousTo: 'GENERAL' }));
    expect(up.ok && up.plan.deciderPostId).toBe('kensetsu-head');
  });

  it('a matter that the table does not list falls to the row that it names for such', () => {
    expect(sentence(plan({ matter: 'FESTIVAL' }))).toMatch(/^別表にない事案は/u);
    const strict = hamabe((file) => Reflect.deleteProperty(file, 'unlisted'));
    expect(route(planRoute(strict, question(strict, { matter: 'FESTIVAL' })))).toBe('regulations.unknown_matter');
  });

  it.each([
    [{}, 'regulations.fact_missing'],
    [{ amountYen: -1 }, 'regulations.fact_wrong'],
    [{ amountYen: 0.5 }, 'regulations.fact_wrong'],
    [{ amountYen: Number.NaN }, 'regulations.fact_wrong'],
    [{ amountYen: '100' }, 'regulations.fact_wrong'],
  ])('with the facts %j nobody guesses: %s', (facts, problem) => {
    expect(plan({ matter: 'PURCHASE', facts })).toMatchObject({
      problem,
      whoCanResolve: 'DRAFTER',
      params: { fact: '金額' },
    });
  });

  it('a unit abolished yesterday and an unknown reason are told, with who can resolve it', () => {
    expect(plan({ unitId: 'gone' })).toMatchObject({ problem: 'regulations.unknown_unit', whoCanResolve: 'ADMIN' });
    expect(plan({ escalations: ['WAR'] })).toMatchObject({ problem: 'regulations.unknown_reason' });
  });

  it('欠員: a vacant deciding post stops the case unless vacancy counts as absence and a deputy is named', () => {
    const vacant = (file: Parameters<NonNullable<Parameters<typeof hamabe>[0]>>[0]) => {
      const head = file.organisation.posts.find(({ code }) => code === 'kensetsu-head');
      if (head) head.vacant = true;
    };
    const strict = hamabe(vacant);
    expect(planRoute(strict, question(strict))).toMatchObject({
      problem: 'regulations.decider_vacant',
      whoCanResolve: 'PERSONNEL',
      params: { post: '建設課長' },
    });
    const lenient = hamabe((file) => {
      vacant(file);
      const [absence] = file.absence;
      if (absence) absence.vacancy = 'ABSENT';
    });
    expect(route(planRoute(lenient, question(lenient)))).toEqual([
      '1 REVIEW doboku-kakari-head',
      '2 DECISION kensetsu-head',
    ]);
  });
});

describe('the line of review', () => {
  it('is the row’s own where it says so', () => {
    expect(route(plan({ matter: 'TRIP', facts: { nights: 1 } }))).toEqual(['1 DECISION kensetsu-head']);
    expect(route(plan({ matter: 'TRIP', facts: { nights: 2 } }))).toEqual([
      '1 REVIEW kensetsu-head',
      '2 DECISION fukuchocho',
    ]);
  });

  it('passes the drafter’s own superiors before a deciding post elsewhere', () => {
    const answer = plan({ matter: 'LEAVE', facts: { leaveKind: 'sick' } });
    expect(route(answer)).toEqual(['1 REVIEW doboku-kakari-head', '2 REVIEW kensetsu-head', '3 DECISION somu-head']);
    expect(answer.ok && answer.plan.inform).toMatchObject([
      { duty: 'READING', address: { postId: 'fukuchocho' }, article: '第7条' },
    ]);
  });

  it('has the post in charge where several of one class stand beside the head', () => {
    const two = hamabe((file) => {
      file.organisation.posts.push({
        code: 'fuku2',
        unit: 'hamabe',
        title: '副町長',
        rank: 'DEPUTY_MAYOR',
        head: false,
        vacant: false,
      });
      const step = file.ladder.find((one) => one.class === 'DEPUTY_MAYOR');
      if (step)
        step.inCharge = [
          { post: 'fukuchocho', units: ['somu'] },
          { post: 'fuku2', units: ['kensetsu'] },
        ];
    });
    const large = { matter: 'PURCHASE', facts: { amountYen: 1_000_000 } };
    const answer = planRoute(two, question(two, large));
    expect(answer.ok && answer.plan.deciderPostId).toBe('fuku2');
  });
});

describe('合議 and 審査', () => {
  const repair = { matter: 'REPAIR', facts: { amountYen: 1_000_000 } };

  it('stand where their row puts them, addressed to a post or to a section', () => {
    expect(route(plan(repair))).toEqual([
      '1 REVIEW doboku-kakari-head',
      '2 CONSULT zaisei-kakari-head',
      '3 REVIEW kensetsu-head',
      '4 EXAMINE §somu',
      '5 DECISION fukuchocho',
    ]);
  });

  it('are not asked of the drafter’s own section or of who is on the way anyway', () => {
    const own = plan({ ...repair, unitId: 'zaisei-kakari', drafterPostIds: [] });
    expect(route(own)).toEqual([
      '1 REVIEW zaisei-kakari-head',
      '2 REVIEW somu-hosa',
      '3 REVIEW somu-head',
      '4 DECISION fukuchocho',
    ]);
  });

  it('of one place are open together, unless one comes after another', () => {
    const consult = (id: string, extra: object) => ({
      ...{
        id,
        duty: 'CONSULT',
        matters: ['GENERAL'],
        place: 'BEFORE_DECISION',
        rule: 'ALL',
        mandatory: true,
        article: '第9条',
      },
      sentence: { ja: '合議します。', en: 'Consulted.' },
      ...extra,
    });
    const three = hamabe((file) => {
      file.steps.push(
        consult('c', { to: [{ post: 'somu-head' }], afterRows: ['a', 'b'] }) as never,
        consult('a', { to: [{ section: 'somu' }] }) as never,
        consult('b', { to: [{ post: 'zaisei-kakari-head' }] }) as never,
        consult('p', { duty: 'PROVISIONAL', to: [] }) as never,
      );
    });
    expect(route(planRoute(three, question(three)))).toEqual([
      '1 REVIEW doboku-kakari-head',
      '2 PROVISIONAL kensetsu-head',
      '3 CONSULT §somu',
      '3 CONSULT zaisei-kakari-head',
      '4 CONSULT somu-head',
      '5 DECISION kensetsu-head',
    ]);
  });

  it('stop the case where a post that must be consulted is vacant, and leave out one that need not', () => {
    const empty = hamabe((file) => {
      for (const post of file.organisation.posts) if (post.code.startsWith('somu')) post.vacant = true;
      for (const post of file.organisation.posts) if (post.unit === 'zaisei-kakari') post.vacant = true;
      const [step] = file.steps;
      if (step) step.mandatory = false;
    });
    expect(planRoute(empty, question(empty, repair))).toMatchObject({
      problem: 'regulations.consulted_vacant',
      params: { post: '総務課', article: '第10条' },
    });
    const vacant = (mandatory: boolean) =>
      hamabe((file) => {
        const finance = file.organisation.posts.find(({ code }) => code === 'zaisei-kakari-head');
        if (finance) finance.vacant = true;
        const [step] = file.steps;
        if (step) step.mandatory = mandatory;
      });
    const strict = vacant(true);
    expect(planRoute(strict, question(strict, repair))).toMatchObject({ problem: 'regulations.consulted_vacant' });
    const lenient = vacant(false);
    const answer = planRoute(lenient, question(lenient, repair));
    expect(answer.ok && answer.plan.skipped).toMatchObject([
      { reason: 'VACANT' },
      { postId: 'zaisei-kakari-head', reason: 'VACANT' },
    ]);
  });
});

describe('what else a plan says', () => {
  it('A-23, A-24, A-32: reminders, whether it is minor, and its run of numbers', () => {
    const minor = plan({ matter: 'TRIP', facts: { nights: 0 } });
    expect(minor.ok && [minor.plan.minor, minor.plan.numbering.per]).toEqual([true, 'NONE']);
    const urgent = plan({ urgent: true });
    expect(urgent.ok && urgent.plan.reminders.map(({ afterWorkingDays, to }) => `${afterWorkingDays} ${to}`)).toEqual([
      '1 HOLDER',
      '2 SUPERIOR',
    ]);
    expect(urgent.ok && urgent.plan.numbering).toMatchObject({ series: 'SECTION', per: 'UNIT' });
  });
});

describe('whatever is asked', () => {
  const facts = fc.record({
    amountYen: fc.nat(10_000_000),
    nights: fc.nat(5),
    leaveKind: fc.constantFrom('annual', 'sick'),
    doubtful: fc.boolean(),
  });
  const asked = fc.record({
    matter: fc.constantFrom(...pack.matters.keys()),
    facts,
    escalations: fc.subarray(pack.file.reasons.map(({ code }) => code)),
    urgent: fc.boolean(),
    unitId: fc.constantFrom(...pack.file.organisation.units.map(({ code }) => code)),
    drafterPostIds: fc.subarray(
      pack.file.organisation.posts.map(({ code }) => code),
      { maxLength: 3 },
    ),
  });

  it('there is one decision, at the end, never the drafter’s; nobody twice; stages rise; every slot has its article', () => {
    fc.assert(
      fc.property(asked, (given) => {
        const answer = plan(given);
        if (!answer.ok)
          return expect(['regulations.no_superior', 'regulations.decider_missing']).toContain(answer.problem);
        const { slots, deciderPostId } = answer.plan;
        expect(slots.filter(({ duty }) => duty === 'DECISION')).toHaveLength(1);
        expect(slots.at(-1)).toMatchObject({ duty: 'DECISION', address: { postId: deciderPostId } });
        const keys = slots.map(({ address }) => (address.kind === 'POST' ? address.postId : address.unitId));
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.some((key) => given.drafterPostIds.includes(key))).toBe(false);
        expect(
          slots.every(
            ({ stage }, at) => stage >= (slots[at - 1]?.stage ?? 1) && stage <= (slots[at - 1]?.stage ?? 0) + 1,
          ),
        ).toBe(true);
        expect(slots.every(({ article }) => article !== '')).toBe(true);
      }),
    );
  });

  it('more reasons never lower the deciding post', () => {
    fc.assert(
      fc.property(asked, fc.constantFrom(...pack.file.reasons.map(({ code }) => code)), (given, reason) => {
        const [less, more] = [plan(given), plan({ ...given, escalations: [...given.escalations, reason] })];
        const level = (answer: PlanAnswer) =>
          answer.ok ? (pack.levels.get(answer.plan.basis.decisionClass) ?? -1) : 99;
        expect(level(more)).toBeGreaterThanOrEqual(level(less));
      }),
    );
  });
});
