import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseView, DraftCaseInput } from '../approvals/contract.ts';
import { aDocument, MINATO, type TestCity, testCity, YAMATO } from '../testing/test-city.ts';
import { DeliveryError, type Messenger } from './messenger.ts';
import type { Note, OtherWay } from './other-way.ts';
import type { Urgency } from './timing.ts';

const MORNING = new Date('2026-11-24T10:01:00+09:00');
let now = MORNING;
let city: TestCity;
const staff = new Map<string, string>();
const idOf = (name: string) => staff.get(name) ?? '';
const mails: Note[] = [];
const chat: string[] = [];
let refusing: DeliveryError | null = null;

const messenger: Messenger = {
  async send(reference) {
    if (refusing) throw refusing;
    chat.push((reference as { chat: string }).chat);
    return { activityId: `a${chat.length}` };
  },
  update: async () => undefined,
};
const mailedAt: Date[] = [];
const mail: OtherWay = {
  by: 'MAIL',
  async send(note) {
    mails.push(note);
    mailedAt.push(now);
  },
};

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  city.suite.notifications.useMessenger(messenger);
  for (const name of ['drafter', 'subsection-head', 'section-head', 'general-affairs-head'])
    staff.set(name, (await city.suite.directory.me(city.as(name))).staffId);
});
afterAll(() => city.close());
beforeEach(async () => {
  now = MORNING;
  refusing = null;
  mails.length = 0;
  mailedAt.length = 0;
  chat.length = 0;
  city.suite.notifications.useOtherWays([mail]);
  for (const table of ['held', 'wish', 'address', 'copy'])
    await city.test.owner.query(`delete from kaigi.notifications_${table}`);
  await city.test.owner.query('delete from graphile_worker._private_jobs');
});

async function submitted(title: string, more: Partial<DraftCaseInput> = {}): Promise<CaseView> {
  const caller = city.as('drafter');
  const { items } = await city.suite.regulations.classifications(caller, '');
  const classificationCode = items[0]?.code ?? '';
  const input = { title, proposalText: '', classificationCode, ...more };
  const draft = await city.suite.approvals.draft(caller, input, aDocument());
  return city.suite.approvals.submit(caller, draft.id, draft.version);
}
const show = ({ id, version }: CaseView, urgency?: Urgency, to = 'section-head') =>
  city.suite.notifications.show(MINATO, [
    {
      subject: `approvals/case/${id}`,
      version,
      fresh: [idOf(to)],
      ...(urgency === undefined ? {} : { urgency }),
    },
  ]);
const keep = (name = 'section-head') =>
  city.suite.notifications.keepAddress({
    municipalityId: MINATO,
    entraObjectId: city.as(name).entraObjectId,
    conversationId: `c-${name}`,
    reference: { chat: name },
  });

interface Queued {
  readonly id: string;
  readonly task: string;
  readonly payload: object;
  readonly runAt: Date;
}
const queued = async () =>
  (
    await city.test.owner.query<Queued>(
      `select j.id, t.identifier as task, j.payload, j.run_at as "runAt" from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier in ('notifications/deliver', 'notifications/digest') order by j.id`,
    )
  ).rows;
/** The clock goes on to each job in turn until none is left; what has no time of its own has the true one, which is not ours. */
async function runAll(): Promise<void> {
  for (let jobs = await queued(); jobs[0]; jobs = await queued()) {
    const { id, task, payload, runAt } = jobs[0];
    if (task === 'notifications/digest' && runAt > now) now = runAt;
    await city.test.owner.query('delete from graphile_worker._private_jobs where id = $1', [id]);
    await city.suite.notifications.tasks[task]?.(payload);
  }
}
const reach = () => city.suite.notifications.reach(city.as('general-affairs-head'), {});

describe('O-07: somebody without Teams', () => {
  it('is mailed at once what is urgent, and together what is not', async () => {
    await show(await submitted('至急の案件'), 'URGENT');
    expect((await queued()).map(({ runAt }) => runAt)).toEqual([MORNING]);
    for (const title of ['ふつうの案件一', 'ふつうの案件二']) await show(await submitted(title));
    await runAll();
    expect(mails.map(({ subject }) => subject)).toEqual(['【回議】お知らせ 1 件', '【回議】お知らせ 2 件']);
    expect(mails[0]?.text).toContain('至急の案件');
    expect(now).toEqual(new Date('2026-11-24T10:10:00+09:00'));
  });

  it('A-41: is mailed at the hours of the digest who wished for it', async () => {
    await city.suite.notifications.wishes.choose(city.as('section-head'), { normal: 'DIGEST', quietHours: false });
    await show(await submitted('まとめる案件'));
    await runAll();
    expect(now).toEqual(new Date('2026-11-24T13:00:00+09:00'));
    expect(mails).toHaveLength(1);
  });

  it('A-26: is mailed of what is above confidentiality 2 its number and a link only', async () => {
    const view = await submitted('極秘の人事の件', { confidentiality: 'C3B' });
    await show(view, 'URGENT');
    city.suite.notifications.useOtherWays([{ ...mail, inboxUrl: 'https://kaigi.example/tab/#/inbox' }]);
    await runAll();
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toContain('極秘の人事');
    expect(JSON.stringify(mails)).not.toContain('見本 drafter');
    expect(mails[0]?.text).toContain('機密性3の案件');
    expect(mails[0]?.text).toContain('https://kaigi.example/tab/#/inbox');
  });
});

describe('O-07: somebody whose chat is lost just when they are told', () => {
  it.each(['blocked', 'gone'] as const)('is mailed what the chat refused (%s)', async (reason) => {
    await keep();
    refusing = new DeliveryError(reason);
    await show(await submitted('届かなかった案件'), 'URGENT');
    await runAll();
    expect(chat).toEqual([]);
    expect(mails[0]?.text).toContain('届かなかった案件');
    expect(mails).toHaveLength(1);
  });

  it('is mailed at once what is urgent, also when the chat had only just become reachable', async () => {
    await keep('subsection-head');
    refusing = new DeliveryError('blocked');
    await show(await submitted('急ぐ案件', { urgency: 'URGENT' }), 'URGENT', 'subsection-head');
    const staffId = idOf('subsection-head');
    await city.suite.notifications.tasks['notifications/catch-up']?.({ municipalityId: MINATO, staffId });
    await runAll();
    expect(mails[0]?.text).toContain('急ぐ案件');
    expect(mailedAt[0]).toEqual(MORNING);
  });

  it.each([1, 2])('is mailed the digest of %i that the chat refused', async (count) => {
    await keep();
    await city.suite.notifications.wishes.choose(city.as('section-head'), { normal: 'DIGEST', quietHours: false });
    for (let nr = 1; nr <= count; nr += 1) await show(await submitted(`まとめ${nr}`));
    refusing = new DeliveryError('blocked');
    await runAll();
    expect(mails).toMatchObject([{ subject: `【回議】お知らせ ${count} 件` }]);
  });

  it('is told in the chat only where that works', async () => {
    await keep();
    await show(await submitted('届く案件'), 'URGENT');
    await runAll();
    expect([chat, mails]).toEqual([['section-head'], []]);
  });

  it('waits for no way that is not there', async () => {
    city.suite.notifications.useOtherWays([]);
    await keep();
    refusing = new DeliveryError('gone');
    await show(await submitted('別の方法のない案件'), 'URGENT');
    await runAll();
    expect(await queued()).toEqual([]);
  });
});

describe('a way other than the chat', () => {
  it('is asked again when it said, and loses no attempt by it', async () => {
    let busy = true;
    city.suite.notifications.useOtherWays([
      { by: 'FEED', send: async () => Promise.reject(new DeliveryError('blocked')) },
      {
        by: 'MAIL',
        async send(note) {
          if (busy) throw new DeliveryError('try-later', 300);
          mails.push(note);
        },
      },
    ]);
    await show(await submitted('混み合うときの案件'), 'URGENT');
    const [first] = await queued();
    await city.suite.notifications.tasks['notifications/digest']?.(first?.payload);
    expect((await queued()).map(({ runAt }) => runAt.getTime() - now.getTime())).toEqual([0, 300_000]);
    busy = false;
    await runAll();
    expect(mails).toHaveLength(1);
    expect((await reach()).items.find(({ told }) => told !== null)?.told?.by).toBe('MAIL');
  });

  it('belongs to the municipalities that have it, and administrators see whether there is mail', async () => {
    city.suite.notifications.useOtherWays([{ ...mail, only: new Set([YAMATO]) }]);
    await show(await submitted('よその町のメール'), 'URGENT');
    expect(await queued()).toEqual([]);
    const without = await reach();
    expect(without.otherwise.ways).toEqual([]);
    expect(without.otherwise.sentence).toContain('KAIGI_MAIL_SENDER');
    city.suite.notifications.useOtherWays([{ ...mail, only: new Set([MINATO]) }]);
    const withMail = await reach();
    expect(withMail.otherwise.ways).toEqual(['MAIL']);
    expect(withMail.otherwise.sentence).not.toContain('KAIGI_MAIL_SENDER');
  });
});
