import {
  type CaseSummary,
  CaseSummarySchema,
  type CaseView,
  type HistoryEntry,
  type May,
  type RegisterRow,
} from '@kaigi/core/contract';
import { DRAFTER, SECTION_HEAD, SUBSECTION_HEAD } from './people.ts';
import { aMark, DECIDING, REVIEWED, ROUTE } from './slots.ts';

const HOLDER = {
  slotId: 'slot-2',
  duty: 'DECISION',
  postTitle: '課長',
  unitName: '政策課',
  names: [SECTION_HEAD.name],
  since: '2026-11-20T02:35:00Z',
} as const;

export const NOTHING: May = {
  edit: false,
  submit: false,
  discard: false,
  approve: false,
  decides: false,
  marks: 0,
  checkPaper: false,
  consent: false,
  object: false,
  sendBack: false,
  reject: false,
  ask: false,
  extendRoute: false,
  answer: [],
  pullBack: false,
  requestWithdrawal: false,
  settleWithdrawal: false,
  settleDispute: false,
  abandon: false,
  attach: false,
  receive: [],
  standIn: [],
  pullUp: false,
  pullUpDecides: false,
  markRead: false,
  circulate: false,
  setEffectiveDate: false,
  issue: false,
  complete: false,
  remind: false,
  reassign: false,
  cite: false,
  correct: false,
  bulkApprove: false,
};

export const caseId = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const NO_DETAILS = {
  legalBasis: '',
  matter: { code: 'GENERAL', facts: {}, escalations: [], raiseTo: null, analogousTo: null },
  matterName: null,
  disclosure: null,
  issuance: null,
  effectiveOn: null,
  effectiveDiffers: false,
  retroactive: false,
  retroactiveReason: null,
  attachments: [],
  paperAttachments: [],
  routeWish: { adds: [], removes: [], skips: [] },
  citedCaseId: null,
  correctsCaseId: null,
  instructionId: null,
  instruction: null,
  externalId: null,
  awaits: null,
  issued: null,
  completed: null,
} satisfies Partial<CaseView>;

/** A case on the section head's desk, to be decided. What a test does not care about is filled in here. */
export function aCase(change: Partial<CaseView> = {}): CaseView {
  return {
    id: caseId(1),
    title: '令和8年度 市民活動支援事業補助金の交付決定について',
    status: 'IN_REVIEW',
    version: 3,
    revision: 1,
    drafter: DRAFTER,
    unitName: '政策課',
    confidentiality: 'C2',
    urgency: 'NORMAL',
    matterCode: 'GENERAL',
    minor: false,
    holder: { ...HOLDER, names: [...HOLDER.names] },
    holders: [{ ...HOLDER, names: [...HOLDER.names] }],
    progress: { done: 1, of: 2 },
    attachmentCount: 0,
    openQuestions: 0,
    documentNumber: null,
    task: 'ACT',
    dueOn: null,
    mayBulkApprove: false,
    createdAt: '2026-11-19T23:58:00Z',
    updatedAt: '2026-11-20T02:35:00Z',
    submittedAt: '2026-11-20T00:10:00Z',
    decidedAt: null,
    ...NO_DETAILS,
    proposalText: '標記について、別紙のとおり交付を決定してよろしいか。\nなお、交付額は予算の範囲内である。',
    classification: { code: '01-02-03', name: '補助金' },
    retentionYears: 5,
    period: { ja: '5年', en: '5 years' },
    document: {
      recordId: 'record-1',
      fileVersion: 1,
      file: {
        sha256: 'a'.repeat(64),
        fileName: '補助金交付決定_起案文書.docx',
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        size: 48_231,
      },
    },
    route: [...ROUTE],
    passedOver: [],
    routeProblem: null,
    basis: {
      ruleId: 'minato-senketsu-3',
      regulationVersion: '2026-04-01',
      article: '事務決裁規程 第5条 別表第1',
      decisionClass: 'SECTION_HEAD',
      sentence: '100万円未満の補助金の交付は課長が専決する',
    },
    questions: [],
    obligations: [],
    sentBack: null,
    withdrawalRequest: null,
    ended: null,
    deadlock: null,
    raised: null,
    changes: null,
    returns: 0,
    may: { ...NOTHING, approve: true, decides: true, sendBack: true, ask: true },
    sendBackTargets: [{ slotId: 'slot-1', label: '政策課 政策係 係長' }],
    ...change,
  };
}

export const NUMBER = {
  label: '政第12号',
  symbol: '政',
  fiscalYear: 2026,
  number: 12,
  date: '2026-11-21',
  dateWareki: '令和8年11月21日',
} as const;

export function aDecidedCase(change: Partial<CaseView> = {}): CaseView {
  const acted = { actedBy: SECTION_HEAD, actedAt: '2026-11-21T00:05:00Z', mark: aMark() };
  const decided = { ...DECIDING, status: 'APPROVED', activeSince: null, ...acted } as const;
  return aCase({
    status: 'DECIDED',
    version: 4,
    holder: null,
    holders: [],
    progress: { done: 2, of: 2 },
    task: null,
    decidedAt: '2026-11-21T00:05:00Z',
    documentNumber: { ...NUMBER },
    may: NOTHING,
    sendBackTargets: [],
    route: [REVIEWED, decided],
    ...change,
  });
}

/** Only what a list shows. */
export function summaryOf(view: CaseView): CaseSummary {
  return CaseSummarySchema.parse(view);
}

export const HISTORY: readonly HistoryEntry[] = [
  {
    seq: 1,
    at: '2026-11-19T23:58:00Z',
    act: 'DRAFTED',
    actor: DRAFTER,
    comment: null,
    step: null,
    revision: 1,
    via: 'word',
    day: null,
    orderNumber: null,
  },
  {
    seq: 2,
    at: '2026-11-20T00:10:00Z',
    act: 'SUBMITTED',
    actor: DRAFTER,
    comment: null,
    step: null,
    revision: 1,
    via: 'word',
    day: null,
    orderNumber: null,
  },
  {
    seq: 3,
    at: '2026-11-20T02:35:00Z',
    act: 'APPROVED',
    actor: SUBSECTION_HEAD,
    comment: '金額の根拠を確認しました。',
    step: null,
    revision: 1,
    via: 'teams',
    day: null,
    orderNumber: null,
  },
];

export function aRegisterRow(number: number, change: Partial<RegisterRow> = {}): RegisterRow {
  return {
    id: `row-${number}`,
    number: { ...NUMBER, number, label: `政第${number}号` },
    direction: 'DRAFTED',
    title: '令和8年度 市民活動支援事業補助金の交付決定について',
    counterparty: null,
    unitName: '政策課',
    registeredBy: DRAFTER.name,
    recordId: `record-${number}`,
    caseId: caseId(number),
    state: 'TAKEN',
    ...{ origin: 'DOCUMENT', theirNumber: null, dueOn: null, isOverdue: false, handling: null },
    ...{ issuedOn: null, completedOn: null, note: '' },
    ...change,
  };
}
