import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActInput, CaseView } from '../../approvals/contract.ts';
import { aDocument } from '../../testing/test-city.ts';
import type { AfterAction, SwitchOrderView } from './contract.ts';
import { type Hall, openHall } from './room.fixture.ts';

let hall: Hall;
let order: SwitchOrderView;
beforeAll(async () => {
  hall = await openHall('2026-11-24T09:00:00+09:00');
  for (const name of ['section-head', 'subsection-head']) await away(name, '2026-12-18T17:15:00+09:00');
  const days = { from: '2026-11-24', until: '2026-11-30' };
  const body = { switch: 'DISASTER', orderNumber: '災対第1号', ...days, reason: '台風の接近', atOnce: true };
  order = await hall.call<SwitchOrderView>('mayor', 'POST /telework/disaster/orders', { body });
});
afterAll(() => hall.city.close());

async function away(name: string, until: string, from = '2026-11-24T08:30:00+09:00'): Promise<void> {
  await hall.city.suite.absences.record(hall.city.as(name), { from, until, note: '被災' });
}

async function submitted(title: string): Promise<CaseView> {
  const { approvals, regulations } = hall.city.suite;
  const drafter = hall.city.as('drafter');
  const classificationCode = (await regulations.classifications(drafter, '')).items[0]?.code ?? '';
  const draft = await approvals.draft(drafter, { title, proposalText: '', classificationCode }, aDocument());
  return approvals.submit(drafter, draft.id, draft.version);
}

const read = (name: string, { id }: Pick<CaseView, 'id'>) => hall.city.suite.approvals.read(hall.city.as(name), id);
/** For whom the regulations let this person act today, one slot after the other. */
async function standsIn(name: string, view: CaseView): Promise<CaseView> {
  const now = await read(name, view);
  const offer = now.may.standIn.find(({ kind }) => kind === 'DEPUTY');
  const slotId = offer?.slotId ?? now.route.find(({ status }) => status === 'ACTIVE')?.id;
  const act = { act: 'deputyDecide', slotId, version: now.version } as ActInput;
  return hall.city.suite.approvals.act(hall.city.as(name), view.id, act);
}
/** With the 係長, who is away, passed over: what is left is the decision of the 課長, who is away too. */
async function decisionOpen(title: string): Promise<CaseView> {
  const view = await submitted(title);
  const first = view.route[0];
  if (first?.duty !== 'REVIEW') return view;
  const act = { act: 'skipAbsent', slotId: first.id, reason: '被災', version: view.version } as ActInput;
  return hall.city.suite.approvals.act(hall.city.as('drafter'), view.id, act);
}
const list = (name: string) =>
  hall.call<AfterAction>(name, 'GET /telework/disaster/orders/{id}/after-action', { params: { id: order.id } });

describe('O-12: 緊急時の代決', () => {
  it('stands among what the order says that it changes', () => {
    const rows = order.relaxes.filter(({ to }) => to === 'IN_FORCE').map(({ article }) => article);
    expect(rows).toEqual([1, 2, 3, 4].map((part) => `みなと市事務決裁規程 第11条の2第${part}項`));
  });

  it('is allowed to a further deputy by the order alone, marked, named in the history, and reviewed afterwards', async () => {
    const view = await decisionOpen('避難所の物資の調達');
    const offered = (await read('department-head', view)).may.standIn[0];
    expect(offered?.article).toBe('みなと市事務決裁規程 第11条の2第2項');
    expect(offered?.sentence).toContain('緊急時の代決、命令 災対第1号');
    const decided = await standsIn('department-head', view);
    expect(decided.status).toBe('DECIDED');
    const mark = decided.route.at(-1)?.mark;
    expect(mark).toMatchObject({ kind: 'DEPUTY', orderNumber: '災対第1号', onBehalfOf: { postTitle: '課長' } });
    const history = await hall.city.suite.approvals.history(hall.city.as('drafter'), view.id);
    expect(history.at(-1)).toMatchObject({ act: 'DEPUTY_DECIDED', orderNumber: '災対第1号' });
    const reviews = decided.obligations.filter(({ kind }) => kind === 'POST_REVIEW_AFTER_DEPUTY');
    expect(reviews.map(({ status }) => status)).toContain('OPEN');
    expect(reviews[0]?.article).toBe('みなと市事務決裁規程 第11条の2第2項');
  });

  it('stands in the list afterwards until it is reviewed, and in the file for spreadsheets', async () => {
    const { items } = await list('auditor');
    const found = items.find(({ what }) => what === 'DEPUTY');
    expect(found).toMatchObject({
      sentence: '政策課 課長に代わって緊急時の代決をした（後閲待ち）',
      articles: ['みなと市事務決裁規程 第11条の2第2項'],
      who: { name: '見本 department-head' },
      subject: { kind: 'case' },
    });
    const path = 'GET /telework/disaster/orders/{id}/after-action/csv';
    const csv = (name: string) =>
      hall.call<{ bytes: Uint8Array; fileName: string }>(name, path, { params: { id: order.id } });
    const { bytes, fileName } = await csv('personnel');
    expect(fileName).toBe('事後の一覧（災対第1号）.csv');
    const [head, ...rows] = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(head).toBe('"日時","区分","所属","職","氏名","内容","根拠条項","命令番号"');
    expect(rows).toHaveLength(items.length);
    expect(rows.find((row) => row.includes('緊急時の代決'))).toContain('"2026-11-24 09:00"');
    expect(await hall.refused(csv('drafter'))).toBe('telework.switch_not_yours');
    expect(await hall.refused(csv('mayor@yamato'))).toBe('telework.switch_not_found');
  });

  it('does not name the order where the everyday rules were enough', async () => {
    const view = await decisionOpen('ふだんの代決');
    const before = (await list('auditor')).items.length;
    expect((await read('department-head', view)).may.standIn[0]?.sentence).toContain('緊急時の代決');
    // The 係長 is back: then it is theirs by the rules of every day, and nobody else's.
    const deputy = hall.city.as('subsection-head');
    const { items } = await hall.city.suite.absences.list(deputy, { of: 'mine' });
    for (const { id, mayCancel } of items) if (mayCancel) await hall.city.suite.absences.cancel(deputy, id);
    const decided = await standsIn('subsection-head', view);
    expect(decided.route.at(-1)?.mark).toMatchObject({ kind: 'DEPUTY', orderNumber: null });
    expect((await list('auditor')).items).toHaveLength(before);
    await away('subsection-head', '2026-12-18T17:15:00+09:00');
  });

  it('that waits when the order ends is granted no more; what was decided before stands', async () => {
    const view = await decisionOpen('命令の末日をまたぐ案件');
    expect((await read('department-head', view)).may.standIn).toHaveLength(1);
    hall.clock.set('2026-11-30T23:59:59+09:00');
    expect((await read('department-head', view)).may.standIn).toHaveLength(1);
    hall.clock.set('2026-12-01T00:00:00+09:00');
    expect((await read('drafter', view)).status).toBe('IN_REVIEW');
    expect(await hall.refused(standsIn('department-head', view))).toBe('approvals.not_found');
    const { items } = await list('auditor');
    expect(items.filter(({ what }) => what === 'DEPUTY')).toHaveLength(1);
  });

  it('holds again under the order that prolongs it, and is named by its number', async () => {
    const days = { from: '2026-12-01', until: '2026-12-10' };
    const more = { switch: 'DISASTER', orderNumber: '災対第2号', ...days, reason: '復旧', atOnce: true };
    await hall.call('mayor', 'POST /telework/disaster/orders', { body: more });
    const decided = await standsIn('department-head', await decisionOpen('復旧の工事'));
    expect(decided.route.at(-1)?.mark?.orderNumber).toBe('災対第2号');
    expect((await list('auditor')).items.filter(({ what }) => what === 'DEPUTY')).toHaveLength(1);
  });

  it('twice at the same moment is one decision', async () => {
    const view = await decisionOpen('二度押された案件');
    const both = await Promise.all([1, 2].map(() => hall.refused(standsIn('department-head', view))));
    expect(both.filter((code) => code === 'was not refused').length).toBeGreaterThan(0);
    const history = await hall.city.suite.approvals.history(hall.city.as('drafter'), view.id);
    expect(history.filter(({ act }) => act === 'DEPUTY_DECIDED')).toHaveLength(1);
  });
});
