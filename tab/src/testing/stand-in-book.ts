import {
  IssuesViewSchema,
  NeedViewSchema,
  NumberViewSchema,
  PostageMonthSchema,
  ReceiptsViewSchema,
  RegisterChoicesSchema,
  type RegisterRow,
} from '@kaigi/core/contract';
import { aRegisterRow } from './cases.ts';
import { DRAFTER } from './people.ts';
import { ofDisclosure } from './stand-in-disclosure.ts';
import { ofKeeping } from './stand-in-keeping.ts';
import { ofShelf } from './stand-in-shelf.ts';
import type { Answer } from './stand-in-wire.ts';

const row = aRegisterRow(5, {
  ...{
    direction: 'RECEIVED',
    title: '地方創生に関する調査について（照会）',
    counterparty: 'みなと県知事',
    dueOn: '2026-11-30',
  },
  ...{ theirNumber: '県企第88号', recordId: null, caseId: null },
});
const MONTH = {
  ...{
    month: '2026-11',
    monthLabel: '令和8年11月',
    pieces: 12,
    totalYen: 5_520,
    article: '内国郵便約款 料金表（令和6年10月1日）',
  },
  items: [
    {
      ...{
        id: 'p1',
        sentOn: '2026-11-20',
        unitName: '政策課',
        addressee: '市民ほか',
        charge: '定形 50g以内',
        extras: ['簡易書留'],
      },
      ...{
        unitYen: 460,
        pieces: 12,
        totalYen: 5_520,
        enteredBy: DRAFTER.name,
        voidReason: null,
        version: 1,
        may: { void: true },
      },
    },
  ],
  byCharge: [{ name: '定形 50g以内 + 簡易書留', pieces: 12, totalYen: 5_520 }],
  byUnit: [{ name: '政策課', pieces: 12, totalYen: 5_520 }],
  charges: [{ id: 'standard50', name: '定形 50g以内', yen: 110, upToGrams: 50 }],
  extras: [
    { id: 'express250', name: '速達（250gまで）', yen: 300, upToGrams: null },
    { id: 'simple-registered', name: '簡易書留', yen: 350, upToGrams: null },
  ],
  may: { enter: true },
};
const RECEIPT = {
  ...{
    row,
    state: 'DISTRIBUTED',
    unitId: 'u1',
    unitName: '政策課',
    cameBy: 'LGWAN',
    signature: 'VALID',
    acknowledged: 'ACCEPTED',
  },
  ...{
    acknowledgedOn: '2026-11-20',
    returnReason: null,
    acceptedBy: null,
    distributedAt: '2026-11-20T00:00:00.000Z',
    version: 1,
  },
  may: { accept: true, giveBack: true, distribute: false },
};

function oneNumber(rows: readonly RegisterRow[], id: string) {
  const found = rows.find((one) => one.id === id) ?? row;
  return NumberViewSchema.parse({
    ...{ row: found, version: 1, takenAt: '2026-11-20T00:00:00.000Z', registeredBy: DRAFTER, reservedUntil: null },
    ...{ lastYearReason: null, branches: [] },
    history: [{ at: '2026-11-20T01:00:00.000Z', act: 'CHANGED', by: DRAFTER, fact: {} }],
    may: { change: true, confirm: false, void: true, branch: true },
  });
}

interface Asked {
  readonly url: URL;
  readonly method: string;
}

/** What the book answers, and in which letters its data stand. */
export interface BookWorld {
  readonly register: readonly RegisterRow[];
  readonly bookWords: (answer: Answer) => Answer;
}

/** 文書収発簿の詳細・収受の配布・施行・郵便、書庫と容量、開示請求 */
export function ofBook({ register, bookWords }: BookWorld, asked: Asked): Answer | null {
  const answer = answered(register, asked) ?? ofShelf(asked) ?? ofDisclosure(asked) ?? ofKeeping(asked);
  return answer && bookWords(answer);
}

function answered(rows: readonly RegisterRow[], { url, method }: Asked): Answer | null {
  const path = url.pathname.replace('/api/v1/', '');
  if (path === 'register/choices') {
    const series = [{ key: 'SENT', symbol: '政発', name: '発送番号', article: '文書取扱規程 第12条' }];
    const lastYear = {
      open: true,
      label: '令和7年度',
      until: '05-31',
      sentence: '5月31日まで、理由を添えて付けられます。',
    };
    return {
      body: RegisterChoicesSchema.parse({
        symbols: ['政', '政収'],
        series,
        lastYear,
        reservationHours: 48,
        senders: ['みなと市長'],
      }),
    };
  }
  if (path === 'register/need') {
    const questions = [{ id: 'outside', question: '庁外とやり取りする文書ですか？', help: '例：照会、回答、通知。' }];
    const sentence = '庁外とやり取りする文書には番号を付けます（文書取扱規程 第12条第1項）。';
    const verdict = { outcome: 'NUMBERED', ruleId: 'need', article: '文書取扱規程 第12条第1項', sentence };
    return { body: NeedViewSchema.parse({ questions, verdict: url.searchParams.get('answers') ? verdict : null }) };
  }
  if (path === 'register' && method === 'POST') return { body: oneNumber(rows, rows[0]?.id ?? '') };
  if (/^register\/[^/]+/u.test(path)) return { body: oneNumber(rows, decodeURIComponent(path.split('/')[1] ?? '')) };
  if (path === 'receipts') {
    const toDistribute = [
      aRegisterRow(6, { direction: 'RECEIVED', title: '道路の補修についての要望書', counterparty: '自治会長' }),
    ];
    const units = [{ unitId: 'u2', name: '財政課' }];
    return { body: ReceiptsViewSchema.parse({ toDistribute, returned: [], waiting: [RECEIPT], underWay: [], units }) };
  }
  if (path.startsWith('receipts/')) return { body: RECEIPT };
  if (path === 'issues' && method === 'GET') return { body: IssuesViewSchema.parse({ items: [], expiring: [] }) };
  return path === 'postage' || path.startsWith('postage/') ? { body: PostageMonthSchema.parse(MONTH) } : null;
}
