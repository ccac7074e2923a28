import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MINATO } from '../../testing/test-city.ts';
import type { ApplicationView } from '../applications/contract.ts';
import { type ApplyRoom, openApplyRoom, WEDNESDAY } from '../applications/room.fixture.ts';
import type { PresenceBoard } from '../presence/contract.ts';
import type { MyRegistration } from '../registrations/contract.ts';

let room: ApplyRoom;
const START = '2026-11-20 10:00';

beforeAll(async () => {
  room = await openApplyRoom(START);
  await room.registered('drafter');
  await room.registered('colleague');
});
beforeEach(() => room.at(START));
afterAll(() => room.city.close());

const on = (...dates: string[]) => ({ when: { dates } });
const asOf = (view: ApplicationView) => [view.state, ...view.days.map(({ state }) => state)];
const statuses = (view: ApplicationView) => view.cases.map(({ status }) => status);

const act = async (name: string, caseId: string, input: object) => {
  const { approvals } = room.city.suite;
  const { version } = await approvals.read(room.city.as(name), caseId);
  const view = await approvals.act(room.city.as(name), caseId, { ...input, version } as never);
  await room.settled();
  return view;
};
const post = (name: string, what: string, body: object, params: object): Promise<ApplicationView> =>
  room.call(name, `POST /telework/requests/${what}`, { params, body });
const cancel = (name: string, view: ApplicationView, date: string) => {
  const itemId = view.days.find((day) => day.date === date && day.state !== 'CANCELLED')?.itemId;
  return post(
    name,
    '{id}/days/{itemId}/cancel',
    { version: view.version, reason: '会議が入った' },
    { id: view.id, itemId },
  );
};

describe('the chain of a telework day', () => {
  it('T-02, T-04, T-05: a request becomes the approval of the boss and the permit of the security officer', async () => {
    const made = await room.apply('drafter');
    expect([...asOf(made), made.problem]).toEqual(['REVIEW', 'ASKED', null]);
    expect(made.cases.map(({ procedure, status }) => [procedure, status])).toEqual([
      ['TAKE_OUT_PERMIT', 'IN_REVIEW'],
      ['APPROVAL', 'IN_REVIEW'],
    ]);
    const permit = await room.decide(room.caseOf(made, 'TAKE_OUT_PERMIT'));
    expect(permit.route.at(-1)?.unitName).toBe('情報政策課');
    // Whoever decides on a phone reads what it is about; how to reach somebody stands in the paper alone.
    for (const line of ['・実施する日：令和8年11月25日', '・場所：自宅', '・業務の予定：計画案の作成'])
      expect(permit.proposalText).toContain(line);
    expect(permit.proposalText).not.toContain('連絡先');
    // Their own application is no work to report on.
    expect(await room.type('drafter', '報告')).not.toContain('テレワーク実施申請');
    expect((await room.read('drafter', made.id)).state).toBe('REVIEW');
    const view = await room.approved(made);
    expect(asOf(view)).toEqual(['APPROVED', 'APPROVED']);
    expect(view.takeOut).toEqual({ items: ['貸与端末 1台'], dues: [{ dueOn: '2026-11-26', returnedAt: null }] });
    expect(JSON.stringify(room.told.get('drafter'))).toContain('決裁');
  });

  it('T-13: on the day its contact is shown on the board to the person, the heads above and personnel alone', async () => {
    room.at('2026-11-25 10:00');
    const contact = async (name: string) => {
      const query = { unit: 'all' };
      const { items } = await room.call<PresenceBoard>(name, 'GET /telework/presence', { query });
      return items.find(({ person }) => person.name === '見本 drafter')?.contact;
    };
    for (const name of ['drafter', 'section-head', 'auditor']) expect(await contact(name)).toBe('内線から転送');
    for (const name of ['colleague', 'other-section']) expect(await contact(name)).toBeNull();
    expect(await room.type('section-head', '在席 見本 drafter')).toContain('連絡先 内線から転送');
    room.at('2026-11-26 10:00');
    expect(await contact('section-head')).toBeNull();
  });

  it('T-04: on the next day at the office one is asked whether it is back, and says so with one tap', async () => {
    room.at('2026-11-26 8:40');
    await room.run('telework/take-outs-due-everywhere');
    const asked = (room.told.get('drafter') ?? []).findLast((card) => card.includes('telework/return-items')) ?? '';
    const data = JSON.parse(asked).card.actions[0].data;
    expect(await room.press('drafter', 'telework/return-items', data)).toContain('返却を確かめました');
    expect(await room.press('drafter', 'telework/return-items', data)).toContain('返却を確かめました');
    const view = await room.read('drafter', data.applicationId);
    expect(view.takeOut?.dues).toEqual([{ dueOn: '2026-11-26', returnedAt: '2026-11-25T23:40:00.000Z' }]);
    expect(view.history.filter(({ act: done }) => done === 'RETURNED')).toHaveLength(1);
  });

  it('T-03, T-19: what the rules refuse is not made, and says the article and whom to ask', async () => {
    const refused = { information: ['MY_NUMBER'], ...on('2026-11-27') };
    expect((await room.check('drafter', refused)).answer).toBe('REFUSED');
    const { params } = (await room
      .apply('drafter', refused)
      .catch((error: { params: { reasons: string } }) => error)) as never as { params: { reasons: string } };
    expect(params.reasons).toContain('みなと市テレワーク実施要領 第8条第1項第1号');
    expect(params.reasons).toContain('聞く先：情報政策課（情報セキュリティ責任者）');
    expect(await room.refused(room.apply('subsection-head', on('2026-11-27')))).toBe('telework.refused');
  });

  it('T-03: special approval is asked of whom the rule names, with the reason, beside everybody else', async () => {
    const view = await room.apply('drafter', { ...on('2026-11-27'), information: ['PERSONAL'] });
    expect(view.judgement.answer).toBe('NEEDS_SPECIAL_APPROVAL');
    const found = await room.city.suite.approvals.read(room.city.as('drafter'), room.caseOf(view, 'APPROVAL'));
    expect(found.route.map(({ unitName, postTitle }) => `${unitName}${postTitle}`)).toContain('情報政策課課長');
  });

  it('T-10: a break that is split comes with the request, and stands in the plan of the day once it is approved', async () => {
    const breaks = [
      { from: '11:30', to: '12:00' },
      { from: '15:00', to: '15:30' },
    ];
    const view = await room.apply('colleague', { ...on('2026-11-27'), breaks });
    expect(view.judgement.answer).toBe('WARNED');
    const wrong = await room.check('colleague', { ...on('2026-12-02'), breaks: [{ from: '08:30', to: '09:30' }] });
    expect(wrong.findings.map(({ code }) => code)).toContain('regulations.telework_break_edge');
    const after = await room.approved(view);
    expect(after.days[0]?.detail.breaks).toEqual([
      { from: 690, to: 720 },
      { from: 900, to: 930 },
    ]);
  });
});

describe('T-05: what becomes of a request', () => {
  it('sent back and resubmitted it is under review again; rejected by one, the other case is dropped', async () => {
    const view = await room.apply('colleague', on(WEDNESDAY));
    const [permit, approval] = [room.caseOf(view, 'TAKE_OUT_PERMIT'), room.caseOf(view, 'APPROVAL')];
    await act('subsection-head', approval, { act: 'sendBack', reason: '予定を詳しく' });
    expect((await room.read('colleague', view.id)).state).toBe('SENT_BACK');
    const back = await room.city.suite.approvals.read(room.city.as('colleague'), approval);
    await room.city.suite.approvals.submit(room.city.as('colleague'), approval, back.version);
    await room.settled();
    expect((await room.read('colleague', view.id)).state).toBe('REVIEW');
    await act('subsection-head', permit, { act: 'reject', reason: '端末が足りません' });
    const refused = await room.read('colleague', view.id);
    expect([...asOf(refused), statuses(refused)]).toEqual(['REFUSED', 'REFUSED', ['REJECTED', 'ABANDONED']]);
    expect(refused.history.at(-1)).toMatchObject({ act: 'REFUSED', reason: '端末が足りません' });
  });

  it('withdrawn while under review its cases are dropped, and its day is free again; twice is once', async () => {
    const view = await room.apply('colleague', on('2026-12-02'));
    const body = { version: view.version, reason: '登庁することにした' };
    const gone = await post('colleague', '{id}/withdraw', body, { id: view.id });
    expect([...asOf(gone), statuses(gone)]).toEqual(['WITHDRAWN', 'REFUSED', ['ABANDONED', 'ABANDONED']]);
    expect((await post('colleague', '{id}/withdraw', body, { id: view.id })).version).toBe(gone.version);
    await room.settled();
    expect(asOf(await room.apply('colleague', on('2026-12-02')))).toEqual(['REVIEW', 'ASKED']);
  });

  it('nobody else withdraws or cancels it, and for strangers it is not there', async () => {
    const view = await room.apply('colleague', on('2026-12-03'));
    const body = { version: view.version, reason: 'x' };
    const tried = (name: string) => room.refused(post(name, '{id}/withdraw', body, { id: view.id }));
    expect(await tried('section-head')).toBe('telework.application_not_yours');
    expect(await tried('drafter')).toBe('telework.application_not_found');
    expect(await tried('other-section')).toBe('telework.application_not_found');
    expect((await room.read('auditor', view.id)).id).toBe(view.id);
  });
});

describe('T-02: every Tuesday', () => {
  let weekly: ApplicationView;
  const TUESDAYS = ['2026-12-08', '2026-12-15', '2026-12-22', '2027-01-05'];

  it('becomes single days, without those on which nobody works', async () => {
    const when = { weekly: [2], from: '2026-12-08', to: '2027-01-05' };
    weekly = await room.apply('drafter', { when });
    expect(weekly.days.map(({ date }) => date)).toEqual(TUESDAYS);
    weekly = await room.approved(weekly);
    expect(asOf(weekly)).toEqual(['APPROVED', 'APPROVED', 'APPROVED', 'APPROVED', 'APPROVED']);
  });

  it('one is cancelled without approval, and the boss is told; one that is over is not', async () => {
    const [one, two] = await Promise.allSettled([
      cancel('drafter', weekly, '2026-12-15'),
      cancel('drafter', weekly, '2026-12-15'),
    ]);
    const codes = [one, two].map((done) => (done.status === 'fulfilled' ? 'done' : done.reason.code)).toSorted();
    expect(codes).toEqual(['done', 'telework.application_stale']);
    await room.settled();
    weekly = await room.read('drafter', weekly.id);
    expect(asOf(weekly)).toEqual(['APPROVED', 'APPROVED', 'CANCELLED', 'APPROVED', 'APPROVED']);
    expect(JSON.stringify(room.told.get('section-head'))).toContain('会議が入った');
    room.at('2026-12-09 9:00');
    expect(await room.refused(cancel('drafter', weekly, '2026-12-08'))).toBe('telework.day_over');
  });

  it('one is changed by another request, which takes its place once it is approved', async () => {
    room.at('2026-12-09 9:00');
    const itemId = weekly.days.find(({ date }) => date === '2026-12-22')?.itemId ?? '';
    const replaces = { applicationId: weekly.id, itemIds: [itemId] };
    const change = await room.apply('drafter', { ...on('2026-12-22'), span: 'MORNING', replaces });
    expect((await room.read('drafter', weekly.id)).days[2]?.state).toBe('APPROVED');
    await room.approved(change);
    expect(asOf(await room.read('drafter', change.id))).toEqual(['APPROVED', 'APPROVED']);
    weekly = await room.read('drafter', weekly.id);
    expect(asOf(weekly)).toEqual(['APPROVED', 'APPROVED', 'CANCELLED', 'CANCELLED', 'APPROVED']);
    expect(await room.refused(room.apply('drafter', { ...on('2026-12-22'), replaces }))).toBe(
      'telework.nothing_to_replace',
    );
  });

  it('days that the rules refuse are named, and may be left out', async () => {
    const when = { weekly: [1, 2, 3, 4, 5], from: '2027-01-18', to: '2027-01-22' };
    const all = await room.check('drafter', { when });
    expect(all.answer).toBe('REFUSED');
    expect(all.findings[0]?.dates).toEqual(['2027-01-21', '2027-01-22']);
    const some = await room.apply('drafter', { when, leaveOut: true });
    expect(some.days.map(({ date }) => date)).toEqual(['2027-01-18', '2027-01-19', '2027-01-20']);
  });

  it('backwards, longer than a year, and a day off are refused in a sentence', async () => {
    const asked = (when: object) => room.refused(room.apply('drafter', { when } as never));
    expect(await asked({ weekly: [2], from: '2027-01-18', to: '2026-01-18' })).toBe('telework.dates_backwards');
    expect(await asked({ weekly: [2], from: '2027-01-18', to: '2028-05-18' })).toBe('telework.too_long');
    expect(await asked({ dates: ['2026-11-22'] })).toBe('telework.day_off');
    expect(await asked({ weekly: [0], from: '2026-12-01', to: '2026-12-31' })).toBe('telework.no_days');
  });
});

describe('an order of the disaster switch', () => {
  it('T-03: relaxes cap, lead time and permit on its days, with its number, and on no other day', async () => {
    await room.city.test.owner.query(
      `insert into kaigi.telework_switch_order (municipality_id, order_id, switch, order_number, from_day, until_day,
         state, deciding, version) values ($1, gen_random_uuid(), 'DISASTER', '防第7号', '2027-02-01', '2027-02-05',
         'IN_FORCE', false, 1)`,
      [MINATO],
    );
    room.at('2027-02-01 8:00');
    const days = (...some: number[]) => on(...some.map((day) => `2027-02-${String(day).padStart(2, '0')}`));
    const within = await room.check('drafter', days(1, 2, 3, 4, 5));
    expect([within.answer, [...new Set(within.relaxed.map(({ orderNumber }) => orderNumber))]]).toEqual([
      'ALLOWED',
      ['防第7号'],
    ]);
    expect(within.steps.map(({ procedure }) => procedure)).toEqual(['APPROVAL']);
    expect((await room.check('drafter', days(8, 9, 10, 12))).answer).toBe('REFUSED');
  });
});

describe('T-02, T-19: in the chat', () => {
  it('「申請」 proposes a day that is still in time, on a day off too, and the tab is told the same one', async () => {
    // Tuesday, after a Monday that is a holiday, had to be asked for on Friday.
    for (const [today, proposed] of [
      ['2026-11-20 10:00', '2026-11-24'],
      ['2026-11-22 10:00', '2026-11-25'],
    ] as const) {
      room.at(today);
      expect(await room.type('drafter', '申請')).toContain(`"value":"${proposed}"`);
      const { firstDay } = await room.call<MyRegistration>('drafter', 'GET /telework/registrations/mine');
      expect(firstDay).toBe(proposed);
    }
  });

  it('leads whoever is not registered to the registration, and the others to the form for several days', async () => {
    expect(await room.type('subsection-head', '申請')).toContain('https://kaigi.example/workday/new?kind=REGISTRATION');
    expect(await room.type('colleague', '申請')).toContain('https://kaigi.example/workday/new?kind=TELEWORK');
  });

  it('「申請」 is a form that makes one application, and what stands against it comes back with what was typed', async () => {
    const shown = JSON.parse(await room.type('colleague', '申請'))[0];
    expect(JSON.stringify(shown)).toContain('計画案の作成');
    const { formId } = shown.card.actions[0].data;
    const data = { formId, date: '2026-12-17', kind: 'HOME', span: 'DAY', place: 'OWN_HOME', networks: 'CITY_LINE' };
    const typed = {
      ...data,
      devices: 'LOANED_PC',
      information: 'MY_NUMBER',
      tasks: '資料作成',
      contact: '内線',
      items: '貸与端末',
    };
    const refused = await room.press('colleague', 'telework/apply', typed);
    expect(refused).toContain('第8条第1項第1号');
    expect(refused).toContain('資料作成');
    const good = { ...typed, information: 'GENERAL', formId: JSON.parse(refused).card.actions[0].data.formId };
    expect(await room.press('colleague', 'telework/apply', good)).toContain('申請しました');
    expect(await room.press('colleague', 'telework/apply', good)).toContain('申請しました');
    await room.settled();
    const { items } = await room.call<{ items: ApplicationView[] }>('colleague', 'GET /telework/requests', {
      query: { from: '2026-12-17', to: '2026-12-17' },
    });
    expect(items).toHaveLength(1);
    await room.approved(items[0] as ApplicationView);
    // The case's own card changes beside it, sooner or later.
    expect(room.told.get('update:colleague')?.join()).toContain('承認されました');
  });
});
