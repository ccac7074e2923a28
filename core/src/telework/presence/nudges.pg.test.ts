import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../../shared/index.ts';
import { MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import { until } from '../../testing/until.ts';
import { NudgeAnswerInputSchema, NudgeInputSchema, NudgeListSchema, NudgeViewSchema } from './contract.ts';
import { NUDGE_DUE } from './nudges.ts';
import { at, DAY, type Days, daysIn } from './presence.fixture.ts';

let now = at('10:00');
let city: TestCity;
let days: Days;
const told: [string, string][] = [];

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  days = daysIn(city);
  const chats = new Map<string, string>();
  city.suite.notifications.useMessenger({
    async send(reference: unknown, message: ChatMessage) {
      const { chat } = reference as { chat: string };
      told.push([chat, JSON.stringify(message)]);
      chats.set(`a${told.length}`, chat);
      return { activityId: `a${told.length}` };
    },
    async update(_, activityId, message) {
      told.push([`update:${chats.get(activityId)}`, JSON.stringify(message)]);
    },
  });
  await city.suite.startJobs();
  for (const name of ['drafter', 'colleague', 'section-head', 'department-head']) {
    const { entraObjectId } = city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: name, reference: { chat: name } };
    await city.suite.notifications.keepAddress(address);
  }
  for (const name of ['drafter', 'colleague']) await days.punch(name, 'START', at('08:30'));
  await days.approve('drafter', { kind: 'TELEWORK', date: DAY, detail: { kind: 'HOME' } });
});
afterAll(() => city.close());

const routeOf = (what: string) => {
  const found = city.suite.routes.find(({ method, path }) => `${method} ${path}` === what);
  if (!found) throw new Error(`no such route ${what}`);
  return found;
};
const call = (name: string, what: string, { params = {}, body = {}, key = null as string | null } = {}) =>
  routeOf(what).handle(city.as(name, { idempotencyKey: key }), { params, query: {}, body, file: null });
const ask = async (name: string, to: readonly string[], key: string | null = null) => {
  const staffIds = await Promise.all(to.map((one) => days.staffId(one)));
  const body = NudgeInputSchema.parse({ staffIds, message: '会議の件' });
  return NudgeListSchema.parse(await call(name, 'POST /telework/nudges', { body, key })).items;
};
const list = async (name: string) => NudgeListSchema.parse(await call(name, 'GET /telework/nudges')).items;
const has = (chat: string, words: string) => told.some(([who, said]) => who === chat && said.includes(words));
const refusal = (work: Promise<unknown>) => work.catch((error: unknown) => error);
/** The job that the clock starts in a quarter of an hour. */
const timeIsOver = async (nudgeId: string) => {
  await city.suite.enqueue([{ task: NUDGE_DUE, payload: { municipalityId: MINATO, nudgeId } }]);
};
const facts = async (nudgeId: string) => {
  const { rows } = await city.test.owner.query(
    'select act from kaigi.telework_fact where subject_id = $1 order by seq',
    [nudgeId],
  );
  return rows.map(({ act }) => act);
};

describe('T-14: 「応答お願いします」', () => {
  it('reaches whoever is at work below as a card with one tap, and the asker hears of the answer', async () => {
    now = at('10:00');
    const [nudge] = await ask('section-head', ['drafter'], 'nudge-1');
    expect(nudge).toMatchObject({ state: 'ASKED', dueAt: at('10:15').toISOString(), message: '会議の件' });
    await until(() => has('drafter', '「応答お願いします」'));
    expect(has('drafter', 'telework/nudge-answer')).toBe(true);
    now = at('10:07');
    const action = city.suite.actions.find(({ verb }) => verb === 'telework/nudge-answer');
    const data = action?.data.parse({ nudgeId: nudge?.id });
    const card = JSON.stringify(await action?.handle(city.as('drafter', { via: 'teams' }), data));
    expect(card).toContain('10:07 に応答しました。');
    await until(() => has('section-head', '10:07 に応答がありました。'));
    expect(await facts(nudge?.id ?? '')).toEqual(['ASKED', 'ANSWERED']);
    const again = await call('drafter', 'POST /telework/nudges/{id}/answer', {
      params: { id: nudge?.id },
      body: NudgeAnswerInputSchema.parse({}),
    });
    expect(NudgeViewSchema.parse(again)).toMatchObject({ state: 'ANSWERED', mayAnswer: false });
  });

  it('that nobody answers in time is told to the asker alone, once, and may still be answered', async () => {
    now = at('11:00');
    const nudge = (await ask('department-head', ['colleague'])).find(({ state }) => state === 'ASKED');
    const id = nudge?.id ?? '';
    await timeIsOver(id);
    now = at('11:16');
    await timeIsOver(id);
    await timeIsOver(id);
    await until(() => has('department-head', '11:15 までに応答がありませんでした'));
    expect(has('section-head', '11:15 までに応答がありませんでした')).toBe(false);
    expect(await facts(id)).toEqual(['ASKED', 'UNANSWERED']);
    await call('colleague', 'POST /telework/nudges/{id}/answer', { params: { id }, body: { message: '' } });
    expect((await list('department-head')).find((one) => one.id === id)).toMatchObject({ state: 'ANSWERED_LATE' });
    expect(await list('section-head')).not.toContainEqual(expect.objectContaining({ id }));
  });

  it('is asked once while there is time, and once for one key', async () => {
    now = at('13:00');
    const first = await ask('section-head', ['drafter', 'colleague'], 'nudge-2');
    expect(first.filter(({ askedAt }) => askedAt === now.toISOString())).toHaveLength(2);
    expect(await ask('section-head', ['drafter', 'colleague'], 'nudge-2')).toHaveLength(first.length);
    now = at('13:05');
    expect(await ask('section-head', ['drafter'])).toHaveLength(first.length);
  });

  it('goes downwards only, and only to people at work', async () => {
    expect(await refusal(ask('drafter', ['section-head']))).toMatchObject({ code: 'telework.nudge_not_below' });
    expect(await refusal(ask('section-head', ['section-head']))).toMatchObject({ code: 'telework.nudge_not_below' });
    now = at('14:00');
    await days.punch('colleague', 'PAUSE', at('13:50'));
    expect(await refusal(ask('section-head', ['colleague']))).toMatchObject({
      ...{ code: 'telework.nudge_not_at_work', params: { name: '見本 colleague' } },
    });
    const [other] = await list('section-head');
    const params = { id: other?.id };
    expect(
      await refusal(call('auditor', 'POST /telework/nudges/{id}/answer', { params, body: { message: '' } })),
    ).toMatchObject({ code: 'telework.nudge_not_found' });
  });
});
