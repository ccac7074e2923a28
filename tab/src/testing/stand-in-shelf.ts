import type {
  CataloguePreview,
  PaperBoxView,
  PaperView,
  RecordBox,
  RecordsTodo,
  SpaceView,
} from '@kaigi/core/contract';
import { DRAFTER } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

/** Of what stands in the shelf. */
export const shelfId = (at: number) => `0192d5a0-0000-7000-8000-00000000000${at}`;
export const BOX_ID = shelfId(1);

const PLACE = { id: shelfId(8), store: '本庁書庫', shelf: 'A-1' };
const FOUND = { recordId: shelfId(5), number: '政収第12号', title: '国からの照会' };
const LOAN = {
  ...{ id: shelfId(7), borrower: DRAFTER, purpose: '監査の準備', lentOn: '2026-11-01', dueOn: '2026-11-10' },
  ...{ returnedOn: null, isOverdue: true, mayReturn: true },
};
const BOX: PaperBoxView = {
  ...{ id: BOX_ID, code: 'B000001', title: '照会・回答', fiscalYear: 2026, fiscalYearLabel: '令和8年度' },
  ...{ unitName: '政策課', place: PLACE, records: 1, loan: LOAN, version: 1, mayKeep: true, loans: [LOAN], moves: [] },
  contents: [FOUND],
};
const PAPER: PaperView = {
  ...{ places: [{ ...PLACE, boxes: 1 }], boxes: [BOX], more: false, may: { addPlace: true, addBox: true } },
};
const TODO: RecordsTodo = {
  unitNames: ['政策課'],
  unfiled: { count: 25, items: [FOUND] },
  unnumbered: { count: 1, items: [{ ...FOUND, number: null, title: '協定の控え' }] },
  undistributed: {
    count: 1,
    items: [{ registerId: shelfId(4), number: '政収第13号', title: '県の調査', takenOn: '2026-11-20' }],
  },
  expiring: { count: 4, ended: 1, until: '2027-02-20' },
  lists: [{ id: shelfId(3), name: '令和8年度 廃棄・移管目録（政策課 第1号）', undecided: 2 }],
  reserved: {
    count: 1,
    items: [{ registerId: shelfId(2), number: '政発第4号', title: '回答書', until: '2026-11-25T01:00:00.000Z' }],
  },
  overdue: {
    count: 1,
    items: [{ boxId: BOX_ID, code: 'B000001', title: '照会', borrower: DRAFTER.name, dueOn: '2026-11-10' }],
  },
  total: 34,
};
const KEPT = { ...FOUND, bytes: 20_000, endsOn: '2027-03-31', answer: null, mayAnswer: true };
const ENDING = { records: 3, bytes: 60_000, freed: 40_000 };
const SPACE: SpaceView = {
  total: { records: 20, bytes: 9_000_000, stored: 8_000_000 },
  units: [{ unitName: '政策課', records: 20, bytes: 9_000_000 }],
  duplicates: [
    { sha256: 'a'.repeat(64), bytes: 20_000, records: [KEPT, { ...KEPT, recordId: shelfId(6), title: '照会の写し' }] },
  ],
  versions: [{ ...FOUND, versions: 2, bytes: 30_000 }],
  unread: { years: 5, records: 1, bytes: 20_000, items: [KEPT] },
  ...{ letGo: { records: 0, bytes: 0 }, ended: ENDING, expiring: { ...ENDING, endsBy: '2027-03-31' } },
};
const CATALOGUE: CataloguePreview = {
  ...{ fiscalYear: 2026, fiscalYearLabel: '令和8年度', columns: ['作成・取得年度', '名称'], total: 2, maskedTotal: 1 },
  rows: [
    { folderId: shelfId(1), cells: ['令和8年度', '道路台帳'], masked: [] },
    {
      folderId: shelfId(2),
      cells: ['令和8年度', '（非公開情報を含むため表示しません）'],
      masked: ['LEVEL', 'PARTICIPANTS'],
    },
  ],
};
const IN_NO_BOX: RecordBox = { box: null };
const ANSWERS: Readonly<Record<string, unknown>> = {
  paper: PAPER,
  [`paper/boxes/${BOX_ID}`]: BOX,
  'records/todo': TODO,
  'records/space': SPACE,
  'catalogue/preview': CATALOGUE,
};

/** 書庫・今週の仕事・容量・文書目録 */
export function ofShelf({ url, method }: { readonly url: URL; readonly method: string }): Answer | null {
  const path = url.pathname.replace('/api/v1/', '');
  const body = ANSWERS[path] ?? (/^records\/[^/]+\/box$/u.test(path) ? IN_NO_BOX : undefined);
  return method === 'GET' && body !== undefined ? { body } : null;
}
