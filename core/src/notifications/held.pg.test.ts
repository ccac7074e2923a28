import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../approvals/contract.ts';
import type { ChatMessage } from '../shared/index.ts';
import { aDocument, MINATO, type TestCity, testCity } from '../testing/test-city.ts';
import { DeliveryError, type Messenger } from './messenger.ts';
import type { Note, OtherWay } from './other-way.ts';
import type { Urgency } from './timing.ts';

const MORNING = new Date('2026-11-24T10:00:00+09:00');
let now = MORNING;
const clock = { now: () => now };

let city: TestCity;
const staff = new Map<string, string>();
const idOf = (name: string) => staff.get(name) ?? '';
const sent: { chat: unknown; message: ChatMessage }[] = [];
const mails: Note[] = [];
let failing: DeliveryError | null = null;

const messenger: Messenger = {
  async send(reference, message) {
    if (failing) throw failing;
    sent.push({ chat: (reference as { chat: string }).chat, message });
    return { activityId: `a${sent.length}` };
  },
  update: async () => undefined,
};

beforeAll(async () => {
  // No jobs run by themselves here: the test runs what is due when it says so.
  city = await testCity({ clock });
  city.suite.notifications.useMessenger(messenger);
  for (const name of ['drafter', 'subsection-head', 'section-head', 'auditor', 'general-affairs-head'])
    staff.set(name, (await city.suite.directory.me(city.as(name))).staffId);
});
afterAll(() => city.close());
beforeEach(async () => {
  now = MORNING;
  failing = null;
  city.suite.notifications.useOtherWays([]);
  sent.length = 0;
  mails.length = 0;
  for (const table of ['held', 'wish', 'address', 'copy'])
    await city.test.owner.query(`delete from kaigi.notifications_${table}`);
  await city.test.owner.query('delete from graphile_worker._private_jobs');
});

const keep = (name: string) =>
  city.suite.notifications.keepAddress({
    municipalityId: MINATO,
    entraObjectId: city.as(name).entraObjectId,
    conversationId: `c-${name}`,
    reference: { chat: name },
  });
const wish = (name: string, normal: 'AT_ONCE' | 'DIGEST', quietHours: boolean) =>
  city.suite.notifications.wishes.choose(city.as(name), { normal, quietHours });

async function submitted(title: string): Promise<CaseView> {
  const caller = city.as('drafter');
  const { items } = await city.suite.regulations.classifications(caller, '');
  const classificationCode = items[0]?.code ?? '';
  const draft = await city.suite.approvals.draft(caller, { title, proposalText: '', classificationCode }, aDocument());
  return city.suite.approvals.submit(caller, draft.id, draft.version);
}

const show = (view: CaseView, name: string, urgency?: Urgency) =>
  city.suite.notifications.show(MINATO, [
    {
      subject: `approvals/case/${view.id}`,
      version: view.version,
      fresh: [idOf(name)],
      ...(urgency === undefined ? {} : { urgency }),
    },
  ]);

/** The jobs of this task that wait. */
async function queued(task: string): Promise<{ payload: object; runAt: Date }[]> {
  const { rows } = await city.test.owner.query(
    `select j.payload, j.run_at as "runAt" from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
    [task],
  );
  return rows;
}
async function runAll(task: string): Promise<void> {
  for (const { payload } of await queued(task)) await city.suite.notifications.tasks[task]?.(payload);
  await city.test.owner.query(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = $1`,
    [task],
  );
}
const DELIVER = 'notifications/deliver';
const DIGEST = 'notifications/digest';
const said = () => sent.map(({ message }) => (message.kind === 'card' ? message.summary : message.text));

describe('A-41: digest and quiet hours', () => {
  it('tell at once whoever wished nothing, as before', async () => {
    await keep('subsection-head');
    await show(await submitted('すぐ届く案件'), 'subsection-head');
    expect([(await queued(DELIVER)).length, (await queued(DIGEST)).length]).toEqual([1, 0]);
  });

  it('gather what is not urgent in one message, and tell what is urgent at once', async () => {
    await keep('subsection-head');
    await wish('subsection-head', 'DIGEST', false);
    for (const title of ['まとめ一', 'まとめ二']) await show(await submitted(title), 'subsection-head');
    expect(await queued(DELIVER)).toEqual([]);
    expect((await queued(DIGEST)).map(({ runAt }) => runAt)).toEqual([new Date('2026-11-24T13:00:00+09:00')]);
    await show(await submitted('至急の案件'), 'subsection-head', 'URGENT');
    expect(await queued(DELIVER)).toHaveLength(1);
    now = new Date('2026-11-24T13:00:00+09:00');
    await runAll(DIGEST);
    expect(said()).toEqual(['お知らせ 2 件']);
    const card = JSON.stringify(sent[0]?.message);
    expect(card).toContain('まとめ一');
    expect(card).toContain('まとめ二');
    expect(card).not.toContain('至急の案件');
  });

  it('do not tell twice, nor before it is due, nor what was seen meanwhile', async () => {
    await keep('subsection-head');
    await wish('subsection-head', 'DIGEST', false);
    const view = await submitted('見てしまった案件');
    await show(view, 'subsection-head');
    const early = { municipalityId: MINATO, staffId: idOf('subsection-head') };
    await city.suite.notifications.tasks[DIGEST]?.(early);
    expect(sent).toEqual([]);
    await city.suite.notifications.showAgain(MINATO, idOf('subsection-head'), [
      { subject: `approvals/case/${view.id}`, version: view.version },
    ]);
    await runAll(DELIVER);
    expect(sent).toHaveLength(1);
    now = new Date('2026-11-24T13:00:00+09:00');
    await city.suite.notifications.tasks[DIGEST]?.(early);
    await city.suite.notifications.tasks[DIGEST]?.(early);
    expect(sent).toHaveLength(1);
  });

  it('tell one thing by its own card, which then follows its case', async () => {
    await keep('subsection-head');
    await wish('subsection-head', 'DIGEST', false);
    await show(await submitted('ひとつだけの案件'), 'subsection-head');
    now = new Date('2026-11-24T13:00:00+09:00');
    await runAll(DIGEST);
    expect(JSON.stringify(sent[0]?.message)).toContain('approvals/approve');
    const { rows } = await city.test.owner.query('select subject from kaigi.notifications_copy');
    expect(rows).toHaveLength(1);
  });

  it('keep nights quiet, but for emergencies', async () => {
    now = new Date('2026-11-24T21:00:00+09:00');
    await keep('subsection-head');
    await wish('subsection-head', 'AT_ONCE', true);
    const view = await submitted('夜の案件');
    await show(view, 'subsection-head', 'URGENT');
    expect((await queued(DIGEST)).map(({ runAt }) => runAt)).toEqual([new Date('2026-11-25T08:30:00+09:00')]);
    await show(await submitted('緊急の案件'), 'subsection-head', 'EMERGENCY');
    expect(await queued(DELIVER)).toHaveLength(1);
  });

  it('are tried again when the chat is busy, and lose nothing', async () => {
    await keep('subsection-head');
    await wish('subsection-head', 'DIGEST', false);
    for (const title of ['混雑一', '混雑二']) await show(await submitted(title), 'subsection-head');
    now = new Date('2026-11-24T13:00:00+09:00');
    failing = new DeliveryError('try-later');
    const job = { municipalityId: MINATO, staffId: idOf('subsection-head') };
    await expect(city.suite.notifications.tasks[DIGEST]?.(job)).rejects.toMatchObject({ reason: 'try-later' });
    failing = null;
    await city.suite.notifications.tasks[DIGEST]?.(job);
    expect(said()).toEqual(['お知らせ 2 件']);
  });

  it('are shown and changed by a word in the chat', async () => {
    const command = city.suite.commands.find(({ words }) => words.includes('通知'));
    const answer = async (argument: string) => {
      const [message] = (await command?.handle(city.as('drafter'), argument)) ?? [];
      return message?.kind === 'text' ? message.text : '';
    };
    expect(await answer('')).toContain('届きしだい');
    expect(await answer('まとめて')).toContain('8:30・13:00・16:30');
    expect(await answer('勤務時間')).toContain('次の始業時');
    expect(await answer('あした')).toContain('「あした」は分かりません');
    expect(await city.suite.notifications.wishes.read(city.as('drafter'))).toMatchObject({
      normal: 'DIGEST',
      quietHours: true,
      chosen: true,
    });
  });
});

describe('O-07: who cannot be reached by the bot', () => {
  const mail: OtherWay = { by: 'MAIL', send: async (note) => void mails.push(note) };
  const refuses = (reason: DeliveryError['reason']): OtherWay => ({
    by: 'FEED',
    send: async () => Promise.reject(new DeliveryError(reason)),
  });

  it('is left alone while there is no other way', async () => {
    await show(await submitted('届かない案件'), 'section-head');
    expect([await queued(DELIVER), await queued(DIGEST)]).toEqual([[], []]);
  });

  it('is listed with why, since when, what waits and what to do, to administrators and records only', async () => {
    await keep('subsection-head');
    await keep('section-head');
    await city.suite.notifications.dropAddress({
      municipalityId: MINATO,
      entraObjectId: city.as('section-head').entraObjectId,
      conversationId: 'c-section-head',
    });
    const view = await submitted('届いていない案件');
    await city.suite.approvals.act(city.as('subsection-head'), view.id, { act: 'approve', version: view.version });
    const page = await city.suite.notifications.reach(city.as('general-affairs-head'), {});
    expect(page.counts).toEqual({ staff: 8, reached: 1, never: 6, blocked: 0, gone: 1 });
    expect(page.otherwise).toMatchObject({ ways: [] });
    const lost = page.items.find(({ person }) => person.name === '見本 section-head');
    expect(lost).toMatchObject({ state: 'GONE', person: { postTitle: '課長', unitName: '政策課' }, told: null });
    expect(lost?.waiting).toBeGreaterThan(0);
    expect(lost?.advice).toContain('もう一度追加');
    const gone = await city.suite.notifications.reach(city.as('general-affairs-head'), { state: 'GONE' });
    expect(gone.items).toHaveLength(1);
    for (const name of ['drafter', 'auditor'])
      await expect(city.suite.notifications.reach(city.as(name), {})).rejects.toMatchObject({
        code: 'notifications.may_not_see_reach',
      });
  });

  it('is told by mail where there is mail, several things in one', async () => {
    city.suite.notifications.useOtherWays([mail]);
    for (const title of ['メール一', 'メール二']) await show(await submitted(title), 'section-head');
    expect((await queued(DIGEST)).map(({ runAt }) => runAt)).toEqual([new Date('2026-11-24T10:10:00+09:00')]);
    now = new Date('2026-11-24T10:10:00+09:00');
    await runAll(DIGEST);
    expect(mails).toMatchObject([{ municipalityId: MINATO, to: 'section-head', subject: '【回議】お知らせ 2 件' }]);
    expect(mails[0]?.text).toContain('メール一');
    const page = await city.suite.notifications.reach(city.as('general-affairs-head'), {});
    expect(page.otherwise.ways).toEqual(['MAIL']);
    expect(page.items.find(({ person }) => person.name === '見本 section-head')?.told).toEqual({
      by: 'MAIL',
      at: now.toISOString(),
    });
  });

  it('is told in the chat instead when it can be reached by then', async () => {
    city.suite.notifications.useOtherWays([mail]);
    await show(await submitted('間に合った案件'), 'section-head');
    await keep('section-head');
    now = new Date('2026-11-24T10:10:00+09:00');
    await runAll(DIGEST);
    expect([sent.length, mails.length]).toEqual([1, 0]);
  });

  it('is told by the next way where one does not take it, and not at all where none does', async () => {
    const job = { municipalityId: MINATO, staffId: idOf('section-head') };
    const told = async () =>
      (await city.test.owner.query('select told_by as by from kaigi.notifications_held order by held_at')).rows;
    city.suite.notifications.useOtherWays([refuses('gone'), mail]);
    await show(await submitted('二つ目の方法の案件'), 'section-head', 'URGENT');
    await city.suite.notifications.tasks[DIGEST]?.(job);
    expect(await told()).toEqual([{ by: 'MAIL' }]);
    now = new Date(now.getTime() + 60_000);
    city.suite.notifications.useOtherWays([refuses('blocked')]);
    await show(await submitted('届けられない案件'), 'section-head', 'URGENT');
    await city.suite.notifications.tasks[DIGEST]?.(job);
    expect(await told()).toEqual([{ by: 'MAIL' }, { by: null }]);
  });

  it('is tried again by the same way where that is busy', async () => {
    city.suite.notifications.useOtherWays([refuses('try-later'), mail]);
    await show(await submitted('混み合う方法の案件'), 'section-head', 'URGENT');
    const job = { municipalityId: MINATO, staffId: idOf('section-head') };
    await expect(city.suite.notifications.tasks[DIGEST]?.(job)).rejects.toMatchObject({ reason: 'try-later' });
    expect(mails).toEqual([]);
  });
});
