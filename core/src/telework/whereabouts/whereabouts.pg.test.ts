import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { WhereaboutsAnswerSchema, WhereaboutsInputSchema } from './contract.ts';

let now = new Date('2026-11-24T10:00:00+09:00');
let city: TestCity;

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
});
afterAll(() => city.close());
beforeEach(async () => {
  now = new Date('2026-11-24T10:00:00+09:00');
  await city.test.owner.query('delete from kaigi.telework_whereabouts');
});

const handlerOf = (method: string) => {
  const found = city.suite.routes.find((one) => one.path === '/telework/whereabouts' && one.method === method);
  if (!found) throw new Error('no such route');
  return found;
};
const ask = async (method: string, name: string, body: object, more: object = {}) => {
  const input = {
    params: {},
    query: {},
    body: method === 'POST' ? WhereaboutsInputSchema.parse(body) : {},
    file: null,
  };
  return WhereaboutsAnswerSchema.parse(await handlerOf(method).handle(city.as(name, more), input));
};
const say = (name: string, body: object, more: object = {}) => ask('POST', name, body, more);
const mine = (name: string, more: object = {}) => ask('GET', name, {}, more);
const refusal = (work: Promise<unknown>) => work.catch((error: unknown) => error);
const type = async (name: string, word: string, argument = '', locale: 'ja' | 'en' = 'ja') => {
  const command = city.suite.commands.find(({ words }) => words.includes(word));
  const [message] = (await command?.handle(city.as(name, { via: 'teams', locale }), argument)) ?? [];
  return message?.kind === 'text' ? message.text : '';
};
const facts = async (name: string) => {
  const { staffId } = await city.suite.directory.me(city.as(name));
  const { rows } = await city.test.owner.query(
    `select act, seq from kaigi.telework_fact where subject_kind = 'whereabouts' and staff_id = $1 order by act`,
    [staffId],
  );
  return rows.map(({ act, seq }) => `${act} ${seq}`);
};

describe('T-13, S-11: 行先', () => {
  it('is said in the chat in a word, answered with what was understood, and taken back with a word', async () => {
    expect(await type('drafter', '外出', '県庁 5時半まで')).toBe(
      '外出（県庁）：17:30 に戻ると受け取りました。戻ったら「帰庁」と入力してください。',
    );
    expect((await mine('drafter')).items).toMatchObject([
      { kind: 'OUT', state: 'OPEN', place: '県庁', until: '2026-11-24T08:30:00.000Z', version: 1 },
    ]);
    expect(await type('drafter', '帰庁')).toBe('帰庁を受け取りました。');
    expect((await mine('drafter')).items).toEqual([]);
    expect(await type('drafter', '帰庁')).toContain('外出・直帰の記録がありません');
    expect(await type('drafter', 'out', 'bank until 5pm', 'en')).toBe(
      'Out (bank), back at 17:00. Type “back” when you are.',
    );
  });

  it('ends by itself at the time said; without one, and 直帰, with the day', async () => {
    await say('drafter', { said: '外出 11時' });
    await say('colleague', { said: '直帰 市民会館' });
    now = new Date('2026-11-24T11:00:00+09:00');
    expect((await mine('drafter')).items).toEqual([]);
    expect((await mine('colleague')).items).toMatchObject([{ kind: 'DIRECT_HOME', until: null, place: '市民会館' }]);
    now = new Date('2026-11-25T00:00:00+09:00');
    expect((await mine('colleague')).items).toEqual([]);
  });

  it('gives way to what is said later, and each of these stands in the history', async () => {
    await say('subsection-head', { said: '外出 13時' });
    await say('subsection-head', { kind: 'OUT', until: '2026-11-24T15:00:00+09:00', place: '税務署' });
    expect((await mine('subsection-head')).items).toMatchObject([{ place: '税務署' }]);
    await say('subsection-head', { said: '帰庁 16時' });
    expect((await mine('subsection-head')).items).toMatchObject([
      { place: '税務署', until: '2026-11-24T07:00:00.000Z' },
    ]);
    await say('subsection-head', { kind: 'BACK' });
    expect(await facts('subsection-head')).toEqual([
      'BACK 2',
      'REPLACED 2',
      'REPLACED 2',
      'SAID 1',
      'SAID 1',
      'SAID 1',
    ]);
  });

  it.each([
    ['外出 7時', 'telework.whereabouts_past'],
    ['外出 夕方まで', 'telework.whereabouts_vague'],
    ['外出 明日', 'telework.whereabouts_other_day'],
    ['おはよう', 'telework.whereabouts_how'],
  ])('「%s」 is asked back and changes nothing', async (said, code) => {
    now = new Date('2026-11-24T19:30:00+09:00');
    expect(await refusal(say('drafter', { said }))).toMatchObject({ kind: 'bad-input', code });
    expect((await mine('drafter')).items).toEqual([]);
  });

  it('asks which of two times is meant', async () => {
    now = new Date('2026-11-24T06:30:00+09:00');
    expect(await type('drafter', '外出', '7時')).toContain('7:00 と 19:00 のどちらですか');
  });

  it('by the API has its times checked as well', async () => {
    const refused = (body: object) => refusal(say('drafter', body));
    expect(await refused({ kind: 'OUT', until: '2026-11-24T09:00:00+09:00' })).toMatchObject({
      code: 'telework.whereabouts_over',
    });
    expect(await refused({ kind: 'OUT', until: '2026-11-27T09:00:00+09:00' })).toMatchObject({
      code: 'telework.whereabouts_far',
    });
    expect(
      await refused({ kind: 'OUT', from: '2026-11-24T15:00:00+09:00', until: '2026-11-24T13:00:00+09:00' }),
    ).toMatchObject({ code: 'telework.whereabouts_ends_before' });
    expect(WhereaboutsInputSchema.safeParse({}).success).toBe(false);
    expect(WhereaboutsInputSchema.safeParse({ said: '外出', kind: 'OUT' }).success).toBe(false);
  });

  it('said twice with one key is said once, and two at a time leave one', async () => {
    const key = { idempotencyKey: 'out-1' };
    const first = await say('drafter', { said: '外出 17時' }, key);
    expect(await say('drafter', { said: '外出 17時' }, key)).toEqual(first);
    await Promise.all(['15時', '16時'].map((time) => say('drafter', { said: `外出 ${time}` })));
    expect((await mine('drafter')).items).toHaveLength(1);
  });

  it('is nobody else’s, and no other municipality’s', async () => {
    await say('drafter', { said: '外出 17時' });
    expect((await mine('colleague')).items).toEqual([]);
    expect((await mine('drafter', { municipalityId: YAMATO })).items).toEqual([]);
  });

  it('stands in the log as it was said', async () => {
    await say('drafter', { said: '外出 17時' });
    const codes: string[] = [];
    for await (const { code } of city.suite.verify('6d696e61-746f-4000-8000-000000000001')) codes.push(code);
    expect(codes.filter((code) => code.startsWith('telework'))).toEqual([]);
  });
});
