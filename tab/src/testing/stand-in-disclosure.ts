import type { Disclosures, DisclosureView, Redactable } from '@kaigi/core/contract';
import { DRAFTER } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

const idOf = (at: number) => `0192d5a0-0000-7000-8000-0000000006${String(at).padStart(2, '0')}`;
export const DISCLOSURE_ID = idOf(1);
export const DISCLOSURE_ITEM_ID = idOf(11);

const LAW = 'みなと市情報公開条例';
const SCHEME: DisclosureView['scheme'] = {
  ...{ id: 'information', name: '公文書の開示請求', law: LAW },
  term: { days: 15, article: `${LAW} 第12条第1項` },
  extension: { days: 45, article: `${LAW} 第12条第2項` },
  correction: `${LAW} 第12条第1項ただし書`,
  correctionTerm: { days: 14, article: `${LAW} 第6条第2項` },
  ...{ dismissal: 'みなと市行政手続条例 第7条', referral: `${LAW} 第19条第1項` },
  rulings: {
    ...{ INADMISSIBLE: '行政不服審査法 第45条第1項', REJECTED: '行政不服審査法 第45条第2項' },
    PARTLY_UPHELD: '行政不服審査法 第45条第2項・第46条第1項',
    ...{ UPHELD: '行政不服審査法 第46条第1項', WITHDRAWN: '行政不服審査法 第27条第1項' },
  },
  grounds: [
    { id: 'io.1', article: `${LAW} 第7条第1号`, sentence: '個人に関する情報です。' },
    { id: 'io.2', article: `${LAW} 第7条第2号`, sentence: '法人等の正当な利益を害するおそれがある情報です。' },
  ],
};

type Item = DisclosureView['items'][number];

/** A document of a request; the first has its copy. */
export const aDisclosureItem = (place: number, more: Partial<Item> = {}): Item => ({
  ...{ id: idOf(10 + place), recordId: idOf(20 + place), title: `花火大会の委託契約書その${place}`, decision: null },
  ...{ grounds: [], note: '', judgedBy: null, copy: null, mayJudge: true },
  differing: { unjudged: [], unbarred: [] },
  ...more,
});

/** A request under way, that whoever sees it may decide. */
export const aDisclosure = (more: Partial<DisclosureView> = {}): DisclosureView => ({
  ...{ id: DISCLOSURE_ID, registerId: idOf(31), number: '政収第1号', schemeName: SCHEME.name, unitName: '政策課' },
  ...{ subject: '令和8年度の花火大会の委託契約に関する文書', state: 'OPEN', receivedOn: '2026-11-10' },
  ...{ dueOn: '2026-11-25', overdue: false, extended: false, decidedOn: null, outcome: null, version: 3 },
  ...{ scheme: SCHEME, extensionReason: null, correctionAskedOn: null, decisionNumber: null, appealedOn: null },
  ...{ correctionWanted: null, correctionUntil: null, correctionLate: false, withdrawnOn: null, withdrawalNote: '' },
  ...{
    dismissedOn: null,
    dismissalNumber: null,
    dismissalArticle: null,
    dismissalReason: null,
    ...{ referredOn: null, referralNumber: '', advisedOn: null, adviceNumber: '' },
    ruling: null,
    rulingNote: '',
  },
  ...{ correctionDays: 0, ruledOn: null, hold: { state: 'HELD', until: null, by: null } },
  items: [
    aDisclosureItem(1, {
      ...{ decision: 'PARTLY', grounds: ['io.1'], note: '担当者の氏名', judgedBy: DRAFTER },
      copy: { nth: 1, size: 20_000, pages: 2 },
    }),
    aDisclosureItem(2),
  ],
  asked: [{ unitId: idOf(41), unitName: '財政課' }],
  toAsk: [
    { unitId: idOf(42), unitName: '観光課', person: '観光 課長' },
    { unitId: idOf(43), unitName: '北支所', person: null },
  ],
  may: { work: true, collect: true, decide: true },
  history: [
    { at: '2026-11-11T01:00:00.000Z', act: '文書を集め、廃棄を停止した', about: '2件', by: DRAFTER.name },
    { at: '2026-11-10T01:00:00.000Z', act: '処理を始めた', about: null, by: DRAFTER.name },
  ],
  ...more,
});

/** The requests of a section: one late, one under way, one decided. */
export const someDisclosures = (): Disclosures => {
  const late = { id: idOf(2), number: '政収第2号', dueOn: '2026-11-05', overdue: true, extended: true };
  const decided = { id: idOf(3), number: '政収第3号', dueOn: null, decidedOn: '2026-10-20' };
  return {
    items: [aDisclosure(late), aDisclosure(), aDisclosure({ ...decided, state: 'DECIDED', outcome: 'PARTLY' })],
    truncated: false,
    schemes: [SCHEME],
  };
};

export const REDACTABLE: Redactable = {
  text: '委託契約書\n受託者の担当は山田太郎です。\n連絡は山田 太郎（０３－１２３４）まで。\n契約金額は一式とします。',
  textSha256: 'b'.repeat(64),
};

/** 開示請求 */
export function ofDisclosure({ url, method }: { readonly url: URL; readonly method: string }): Answer | null {
  const path = url.pathname.replace('/api/v1/', '');
  const answers: Readonly<Record<string, unknown>> = {
    disclosures: someDisclosures(),
    [`disclosures/${DISCLOSURE_ID}`]: aDisclosure(),
    [`disclosures/${DISCLOSURE_ID}/items/${DISCLOSURE_ITEM_ID}/text`]: REDACTABLE,
  };
  const body = answers[path];
  return method === 'GET' && body !== undefined ? { body } : null;
}
