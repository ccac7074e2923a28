import type { FolderView, KeepingView, ReadingLog, RecordCheck } from '@kaigi/core/contract';

export const ID = '0192d5a0-0000-7000-8000-000000000001';
export const FOLDER = '0192d5a0-0000-7000-8000-0000000000f1';
export const SENTENCE =
  '保存期間は5年です。完結の日の翌年度の4月1日から数えます。満了したら、廃棄することになります。起算日は令和9年4月1日、満了日は令和14年3月31日です。';
export const retention: KeepingView['retention'] = {
  ...{ period: '5年', permanent: false, basis: 'COMPLETION', basisOn: '2026-11-21', startsOn: '2027-04-01' },
  ...{ endsOn: '2032-03-31', action: 'DESTROY', ruleId: 'A-04-03', article: 'みなと市文書取扱規程 別表第2 第10項' },
  ...{ regulationVersion: 'minato/2026-04-01', sentence: SENTENCE },
};
export const story = [
  {
    at: '2026-11-21T01:00:00.000Z',
    act: 'LEVEL',
    said: '機密性を決めた',
    sentence: '自治体機密性2から自治体機密性3Cに変えました。',
    by: '起案 一郎',
    post: '主事',
    reason: '住所がある',
  },
  {
    at: '2026-11-20T01:00:00.000Z',
    act: 'KEPT',
    said: '保存を始めた',
    sentence: '保存を始めました。',
    by: '起案 一郎',
    post: '主事',
    reason: null,
  },
];
export const aRecord = {
  ...{ id: ID, kind: 'RECEIPT', state: 'FROZEN', title: '後援名義の使用の申請', fileVersion: 1, caseId: null },
  file: { sha256: 'a'.repeat(64), fileName: '後援申請.docx', mediaType: 'application/octet-stream', size: 20_000 },
  classification: { code: 'A-04-03', name: '後援・共催' },
  period: { ja: '5年', en: '5 years' },
  ...{ retentionYears: 5, frozenAt: '2026-11-20T01:00:00.000Z', registeredAt: '2026-11-20T01:00:00.000Z' },
  registeredBy: { staffId: 's', name: '起案 一郎', postTitle: '主事', unitName: '政策課' },
  documentNumber: {
    label: '政収第12号',
    symbol: '政収',
    fiscalYear: 2026,
    number: 12,
    date: '2026-11-20',
    dateWareki: '令和8年11月20日',
  },
};
export const openings: ReadingLog = {
  ...{ recordId: ID, mayLook: true, more: false },
  items: [
    {
      ...{ id: 'o-2', at: '2026-11-21T02:00:00.000Z', what: 'CONTENT', told: '文書を開いた' },
      by: '政策課 課長 課長 見本',
    },
    { id: 'o-1', at: '2021-04-01T02:00:00.000Z', what: 'RECORD', told: '登録内容を開いた', by: null },
  ],
};
export const MAY: KeepingView['may'] = {
  ...{ describe: true, manage: true, complete: true, level: true, lowerLevel: true, readers: true, event: true },
  ...{ keepUntil: false, move: true, seal: true, hold: true },
};
const STEPS: KeepingView['levelSteps'] = [
  { question: 'secret', text: '秘密文書として扱う文書ですか。', level: 'C3A', allowed: true },
  { question: 'grave', text: '漏れると特定の人を大きく損なう情報が入っていますか。', level: 'C3B', allowed: true },
  { question: 'personal', text: '個人や会社の情報が入っていますか。', level: 'C3C', allowed: true },
  { question: 'internal', text: '庁内だけで使う文書ですか。', level: 'C2', allowed: false },
  { question: null, text: null, level: 'C1', allowed: false },
];
export const aKept = (more: Partial<KeepingView> = {}): KeepingView => ({
  ...{ recordId: ID, title: aRecord.title, note: null, classification: aRecord.classification, unitName: '政策課' },
  ...{ level: 'C3C', levelAnswers: null, onlyParticipants: false, sealed: false, createdOn: '2026-11-20' },
  ...{ issuedOn: null, completedOn: null, eventOn: null, retention, disposableFrom: null, medium: 'ELECTRONIC' },
  folder: { id: FOLDER, title: '後援の承認', fiscalYear: 2026 },
  holds: [
    {
      ...{
        id: 'h1',
        reason: 'DISCLOSURE',
        note: '開示請求第3号',
        on: 'RECORD',
        recordId: ID,
        folderId: null,
        title: '',
      },
      ...{ placedBy: '文書 主任', placedOn: '2026-11-21', decidedOn: null, until: null, version: 1 },
      ...{ yearMore: true, mayEnd: true },
    },
  ],
  ...{
    custody: 'SECTION',
    state: 'KEPT',
    history: story,
    may: MAY,
    ...{ levelSteps: STEPS, readers: [] },
    version: 2,
  },
  ...more,
});
export const check: RecordCheck = {
  ...{ checkedAt: '2026-11-22T01:00:00.000Z', result: 'INTACT', entries: 3, proved: 3, waiting: 0, keptAsTold: true },
  files: [{ fileVersion: 1, fileName: '後援申請.docx', sha256: 'a'.repeat(64), state: 'SAME', index: 41 }],
  ...{ size: 5120, stamp: { at: '2026-11-21T03:00:00.000Z', authority: '時刻認証局' } },
};

export const aFolder: FolderView = {
  ...{
    id: FOLDER,
    fiscalYear: 2026,
    title: '後援の承認',
    note: null,
    unitName: '政策課',
    unitId: 'u',
    custody: 'SECTION',
  },
  ...{ classification: aRecord.classification, retention, disposableFrom: null, held: true, records: 3, open: 1 },
  ...{ mayManage: true, mayHold: true, version: 1 },
};
