import type { DisclosureAct, DisclosureView } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { aRegisterRow } from '../../testing/cases.ts';
import type { Desk } from '../../testing/desk.ts';
import { pressTwice } from '../../testing/press-twice.ts';
import { aDisclosure, aDisclosureItem, DISCLOSURE_ID } from '../../testing/stand-in-disclosure.ts';

export const DISCLOSURE_PATH = `/api/v1/disclosures/${DISCLOSURE_ID}`;

export const gone = (page: Page, dialog: string) => page.getByTestId(dialog).waitFor({ state: 'detached' });
export const submit = (page: Page) => page.getByTestId('act-submit').click();
export const submitTwice = (page: Page) => pressTwice(page.getByTestId('act-submit'));
export async function openAct(page: Page, act: string): Promise<void> {
  await page.getByTestId('disclosure-acts').click();
  await page.getByTestId(`act-${act}`).click();
}

type After = {
  readonly [A in DisclosureAct['act']]?: (
    view: DisclosureView,
    act: Extract<DisclosureAct, { act: A }>,
  ) => Partial<DisclosureView>;
};

const AFTER: After = {
  collect: ({ items }) => ({ items: [...items, aDisclosureItem(3)] }),
  extend: (_, { reason }) => ({ extended: true, dueOn: '2027-01-09', extensionReason: reason }),
  judge: ({ items }, { itemId, decision, grounds }) => ({
    items: items.map((item) => (item.id === itemId ? { ...item, decision, grounds } : item)),
  }),
  decide: () => ({
    ...{ state: 'DECIDED', dueOn: null, decidedOn: '2026-11-24', decisionNumber: '政第9号', outcome: 'PARTLY' },
    hold: { state: 'HELD_UNTIL', until: '2027-11-24', by: 'DISCLOSURE' },
  }),
  askCorrection: (_, { on, wanted, until = null }) => ({
    ...{ correctionAskedOn: on, correctionWanted: wanted, correctionUntil: until, dueOn: null },
  }),
  corrected: () => ({ correctionAskedOn: null, correctionUntil: null, correctionDays: 3, dueOn: '2026-11-28' }),
  withdraw: (_, { on, note }) => ({
    ...{ state: 'WITHDRAWN', withdrawnOn: on, withdrawalNote: note, dueOn: null },
    hold: { state: 'HELD_UNTIL', until: '2026-11-24', by: 'DISCLOSURE' },
  }),
  dismiss: (_, { article, reason }) => ({
    ...{ state: 'DISMISSED', dismissedOn: '2026-11-20', dismissalNumber: '政第9号', dueOn: null },
    ...{ dismissalArticle: article, dismissalReason: reason },
    ...{ correctionLate: false, hold: { state: 'HELD_UNTIL', until: '2027-11-20', by: 'DISCLOSURE' } },
  }),
  appeal: (_, { on }) => ({ state: 'APPEALED', appealedOn: on, hold: { state: 'HELD', until: null, by: null } }),
  refer: (_, { on, number }) => ({ referredOn: on, referralNumber: number }),
  advised: (_, { on, number }) => ({ advisedOn: on, adviceNumber: number }),
  rule: (_, { on, ruling, note }) => ({
    ...{ state: 'DECIDED', ruledOn: on, ruling, rulingNote: note },
    hold: { state: 'HELD_UNTIL', until: '2027-11-20', by: 'APPEAL' },
  }),
};

const after = (view: DisclosureView, act: DisclosureAct): Partial<DisclosureView> => {
  const change = AFTER[act.act] as ((view: DisclosureView, act: DisclosureAct) => Partial<DisclosureView>) | undefined;
  const ended = act.act === 'withdraw' || act.act === 'dismiss' || act.act === 'decide';
  const items = ended ? { items: view.items.map((item) => ({ ...item, mayJudge: false })) } : {};
  const may = ended ? { may: { ...view.may, collect: false } } : {};
  return { ...items, ...may, ...change?.(view, act) };
};

/** The service as far as one request notices it: each act is carried out on the version it names. */
export function serve({ service }: Desk, start: Partial<DisclosureView> = {}) {
  const state = { view: aDisclosure(start), acts: [] as DisclosureAct[] };
  service.answer(`GET ${DISCLOSURE_PATH}`, () => ({ body: state.view }));
  service.answer(`POST ${DISCLOSURE_PATH}/acts`, ({ body }) => {
    const act = body as DisclosureAct;
    if (act.version !== state.view.version) {
      const sentence = 'ほかの人が先に変更しました。表示を新しくしてから、もう一度操作してください。';
      return { status: 409, body: service.world.problem(409, 'records.changed_meanwhile', sentence) };
    }
    state.acts.push(act);
    state.view = { ...state.view, ...after(state.view, act), version: state.view.version + 1 };
    return { body: state.view };
  });
  return state;
}

/** The numbers that the register has of a direction; one of them was taken by hand. */
export function serveNumbers({ service }: Desk, label: string): string {
  const row = aRegisterRow(5, { id: `row-${label}`, title: '花火大会の文書' });
  const byHand = aRegisterRow(6, { title: '紙の伺い', origin: 'BY_HAND', recordId: null, caseId: null });
  const items = [{ ...row, number: { ...row.number, label } }, byHand];
  service.answer('GET /api/v1/register', () => ({
    body: { fiscalYear: 2026, fiscalYearLabel: '令和8年度', items, nextCursor: null },
  }));
  return row.id;
}
