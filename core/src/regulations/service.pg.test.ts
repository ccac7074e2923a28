import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../shared/index.ts';
import { importPosts, MINATO, POSTS, type TestCity, testCity, YAMATO } from '../testing/test-city.ts';
import { ExplainQuerySchema, ExplainViewSchema, MattersViewSchema } from './contract.ts';
import { MeetingRulesViewSchema } from './contract-meetings.ts';
import { TeleworkRulesViewSchema } from './contract-telework.ts';
import { WorkingTimeViewSchema } from './contract-working-time.ts';

let city: TestCity;
beforeAll(async () => {
  city = await testCity();
});
afterAll(() => city.close());

const explain = (name: string, query: object = {}, more: object = {}) =>
  city.suite.regulations.explain(city.as(name, more), ExplainQuerySchema.parse(query));

describe('「これは誰の決裁？」', () => {
  it('says who decides, by whose review, and why, for the caller’s own section', async () => {
    const view = ExplainViewSchema.parse(await explain('drafter'));
    expect(view.problem).toBeNull();
    expect(view.decider).toMatchObject({ name: '政策課長', holders: [{ name: '見本 section-head' }], absent: false });
    expect(view.route.map(({ stage, duty, who }) => `${stage} ${duty} ${who.name}`)).toEqual([
      '1 REVIEW 政策係長',
      '2 DECISION 政策課長',
    ]);
    expect(view.struck.map(({ name }) => name)).toEqual(['企画部長']);
    expect(view.why[0]).toMatchObject({ article: expect.stringContaining('別表第1 共通事項の部 第1項') });
    expect(view.decisionClass).toEqual({ code: 'SECTION_HEAD', name: '課長' });
  });

  it('speaks English to readers of English', async () => {
    const view = await explain('drafter', {}, { locale: 'en' });
    expect(view.why[0]?.sentence).toContain('decided by the section head');
  });

  it('A-11: names who may act today while the decider is away, and nobody while they are there', async () => {
    const there = await explain('drafter');
    const row = (view: Awaited<ReturnType<typeof explain>>) => view.standIns.find(({ duty }) => duty === 'DECISION');
    expect(row(there)).toMatchObject({ for: { name: '政策課長' }, mayActToday: [] });
    await city.suite.absences.record(city.as('section-head'), {
      from: new Date(Date.now() - 60_000).toISOString(),
      until: new Date(Date.now() + 5 * 86_400_000).toISOString(),
      note: '出張',
    });
    const away = await explain('drafter');
    expect(away.decider?.absent).toBe(true);
    expect(row(away)?.mayActToday).toEqual(['政策係長']);
  });

  it('A-13: says that an absent reviewer of an urgent matter is passed over, with the article', async () => {
    const review = async (urgent: 'true' | 'false') => (await explain('drafter', { urgent })).route[0];
    expect((await review('true'))?.passOver).toBeNull();
    const { id } = await city.suite.absences.record(city.as('subsection-head'), {
      from: new Date(Date.now() - 60_000).toISOString(),
      until: new Date(Date.now() + 5 * 86_400_000).toISOString(),
      note: '出張',
    });
    expect(await review('true')).toMatchObject({
      passOver: { article: 'みなと市事務決裁規程 第14条第4項', automatic: true },
    });
    expect((await review('false'))?.passOver?.automatic ?? false).toBe(false);
    await city.suite.absences.cancel(city.as('subsection-head'), id);
  });

  it('goes up by a reason, and says what stands in the way where nothing does', async () => {
    const up = await explain('drafter', { escalations: 'IMPORTANT' });
    expect(up.decider?.name).toBe('企画部長');
    const top = await explain('department-head', { escalations: 'ASSEMBLY' });
    expect(top.problem?.sentence).toContain('決裁する職が起案者の上位に見つかりません');
    expect(top.decider).toBeNull();
  });

  it.each([
    ['{"amountYen":', 'regulations.facts_unreadable'],
    ['{"amountYen":{"a":1}}', 'regulations.facts_unreadable'],
    ['[1]', 'regulations.facts_unreadable'],
  ])('refuses the facts %s', async (facts, code) => {
    await expect(explain('drafter', { facts })).rejects.toMatchObject({ kind: 'bad-input', code });
  });

  it('of a unit that is not there, and of another municipality’s, says the same', async () => {
    const gone = await explain('drafter', { unitId: '00000000-0000-4000-8000-000000000000' });
    expect(gone.problem?.code).toBe('regulations.unknown_unit');
    const mine = (await city.suite.directory.me(city.as('drafter'))).posts[0];
    expect(mine).toBeDefined();
    const other = await explain('drafter', { unitId: 'not-an-id' }, { municipalityId: YAMATO });
    expect(other.problem?.code).toBe('regulations.unknown_unit');
  });

  it('of another unit is answered as somebody there would be: the asker’s own post decides like any other', async () => {
    const caller = city.as('drafter');
    const { posts } = await city.test.db.inMunicipality(MINATO, (tx) => city.suite.directory.actorOf(tx, caller));
    const own = await explain('section-head');
    expect(own.decisionClass?.code).not.toBe('SECTION_HEAD');
    const there = await explain('section-head', { unitId: posts[0]?.unitId ?? '' });
    expect(there.decisionClass?.code).toBe('SECTION_HEAD');
    expect(there.decider?.holders.map(({ name }) => name)).toEqual(['見本 section-head']);
  });

  it('refuses people whom the directory does not know', async () => {
    await expect(explain('nobody')).rejects.toMatchObject({ code: 'directory.unknown_person' });
  });

  it('A-33: asks the organisation of today, also right after it changed', async () => {
    await importPosts(city.suite, YAMATO, POSTS);
    const asked = () => explain('drafter', {}, { municipalityId: YAMATO });
    expect((await asked()).decider?.holders).toMatchObject([{ name: '見本 section-head' }]);
    const without = POSTS.map((line) => line.replace(',section-head,', ',,'));
    await importPosts(city.suite, YAMATO, without);
    expect((await asked()).problem?.code).toBe('regulations.decider_vacant');
  });
});

describe('what else is asked of the regulations', () => {
  it('the drafting page gets matters, reasons and classes', async () => {
    const view = MattersViewSchema.parse(await city.suite.regulations.matters(city.as('drafter')));
    expect(view.items.map(({ code }) => code)).toContain('GENERAL');
    expect(view.reasons.map(({ code }) => code).slice(0, 5)).toEqual([
      'ASSEMBLY',
      'IMPORTANT',
      'UNUSUAL',
      'PRECEDENT',
      'DISPUTE',
    ]);
  });

  it('T-19: the telework rules say what one may, by which article, and whom to ask', async () => {
    const { regulations } = city.suite;
    const view = TeleworkRulesViewSchema.parse(await regulations.telework(city.as('drafter'), { q: '' }));
    expect(view).toMatchObject({ title: 'みなと市テレワーク実施要領', problem: null, ask: '人事課' });
    expect(view.words.places.map(({ name }) => name)).toContain('自宅');
    const wifi = await regulations.telework(city.as('drafter', { locale: 'en' }), { q: 'wi-fi' });
    expect(wifi.items).toEqual([
      {
        row: 'tele.wifi',
        topic: 'FORBIDDEN',
        answer: 'CANNOT',
        sentence: 'Public Wi-Fi is not to be used.',
        article: 'みなと市テレワーク実施要領 第8条第2項',
        ask: 'information policy section',
        relaxedBy: ['exception for disasters'],
      },
    ]);
    const none = await regulations.telework(city.as('drafter'), { q: 'ない言葉' });
    expect(none.items).toEqual([]);
  });

  it('T-20: working time and leave are told in words, the body’s own rules and the national ones beside them', async () => {
    const { regulations } = city.suite;
    const view = WorkingTimeViewSchema.parse(await regulations.workingTime(city.as('drafter')));
    expect(view.title).toBe('みなと市職員の勤務時間等に関する規則');
    expect(view.patterns.find(({ isUsual }) => isUsual)).toMatchObject({ patternId: 'FULL_TIME', source: 'BODY' });
    expect(view.items.find(({ topic }) => topic === 'weekBegins')).toMatchObject({ source: 'NATIONAL', article: null });
    expect(view.specialLeave.find(({ kind }) => kind === 'REFRESH')).toMatchObject({ name: '勤続リフレッシュ' });
  });

  it('M-15: the rules of meetings are told in words, each municipality its own', async () => {
    const { regulations } = city.suite;
    const view = MeetingRulesViewSchema.parse(await regulations.meetings(city.as('drafter')));
    expect(view.title).toBe('みなと市会議録等作成要領');
    expect(view.items.map(({ name }) => name)).toEqual(['庁議', '課長会議', '総合計画審議会', '課内会議']);
    expect(view.items[2]).toMatchObject({
      ...{ kind: 'COUNCIL', openness: 'OPEN', signers: 2, decision: { matter: 'MINUTES', name: '会議録の決裁' } },
      summary: { days: 2, sentence: '会議の日の翌日から2日以内（末日が休日のときは次の開庁日）' },
      confirmation: { days: 14, silence: 'AGREES' },
    });
    const english = await regulations.meetings(city.as('drafter', { locale: 'en' }));
    expect(english.items[2]?.name).toBe('Planning council');
    const bodiesOf = (municipalityId: string) =>
      regulations.meetingsOn({ municipalityId, day: '2026-11-24' as LocalDate }).bodies.map(({ name }) => name.ja);
    expect(bodiesOf(YAMATO)).toEqual(['課長会議', '附属機関の会議', '町議会']);
    expect(bodiesOf('00000000-0000-4000-8000-000000000000')).toEqual(['庁内の会議', '審議会等']);
  });

  it('O-03: whoever writes regulations gets a readable table', async () => {
    const table = await city.suite.regulations.table(city.as('drafter'));
    const html = new TextDecoder().decode(table.bytes);
    expect(table.mediaType).toBe('text/html; charset=utf-8');
    expect(html).toContain('別表第1 共通事項の部 第1項');
    expect(html).toContain('<caption>代決者</caption>');
    expect(html).toContain('<caption>みなと市テレワーク実施要領</caption>');
    expect(html).toContain('公衆 Wi-Fi には接続できません。');
    expect(html).toContain('時間外勤務は1か月45時間までです。');
    expect(html).toContain('<caption>みなと市会議録等作成要領</caption>');
  });

  it('O-02: the rows that would point to nobody are told, row by row', async () => {
    await city.test.db.inMunicipality(MINATO, async (tx) => {
      const there = await city.suite.directory.organisation(tx);
      const breaks = await city.suite.regulations.rulesThatBreak(tx, there.day);
      expect(Array.isArray(breaks(there))).toBe(true);
    });
  });
});

describe('指定: deputies named beforehand', () => {
  const namings = () => city.suite.regulations.namings;
  const postOf = async (name: string) => (await city.suite.directory.me(city.as(name))).posts[0]?.postId ?? '';

  it('are named by whoever holds the post, and shown to them', async () => {
    const [postId, deputy] = [await postOf('department-head'), await postOf('section-head')];
    const view = await namings().name(city.as('department-head'), { postId, deputyPostIds: [deputy, deputy] });
    expect(view.items).toMatchObject([{ post: { name: '企画部長' }, deputies: [{ name: '政策課長' }] }]);
    const none = await namings().name(city.as('department-head'), { postId, deputyPostIds: [] });
    expect(none.items[0]?.deputies).toEqual([]);
  });

  it('are nobody else’s to name, and must be posts of today', async () => {
    const [postId, own] = [await postOf('department-head'), await postOf('drafter')];
    const name = (caller: string, input: { postId: string; deputyPostIds: string[] }) =>
      namings().name(city.as(caller), input);
    await expect(name('drafter', { postId, deputyPostIds: [own] })).rejects.toMatchObject({
      code: 'regulations.not_your_post',
    });
    const unknown = ['00000000-0000-4000-8000-000000000000'];
    await expect(name('drafter', { postId: own, deputyPostIds: unknown })).rejects.toMatchObject({
      code: 'regulations.naming_unknown_post',
    });
    await expect(name('drafter', { postId: own, deputyPostIds: [own] })).rejects.toMatchObject({ kind: 'bad-input' });
  });
});

describe('「誰の決裁」 in the chat', () => {
  const ask = async (argument: string, more: object = {}) => {
    const command = city.suite.commands.find(({ words }) => words.includes('誰の決裁'));
    const [message] = (await command?.handle(city.as('colleague', more), argument)) ?? [];
    return message?.kind === 'text' ? message.text : '';
  };

  it('without more, answers for a general matter with the article', async () => {
    const text = await ask('？');
    expect(text).toContain('政策課長（見本 section-head）');
    expect(text).toContain('別表第1 共通事項の部 第1項');
  });

  it('asks back where it does not know the matter, and asks for what is missing', async () => {
    expect(await ask('ぬりえ')).toContain('どの事案ですか');
  });

  it('speaks English', async () => {
    expect(await ask('', { locale: 'en' })).toContain('is decided by');
  });
});
