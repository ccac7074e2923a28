import type { Actor } from '../directory/index.ts';
import type { DocumentNumber } from '../records/contract.ts';
import { decideAct } from './acts/decide-act.ts';
import { draftCase, edit } from './acts/drafting.ts';
import { attach, type Plan, type PlannedSlot, submit } from './acts/submission.ts';
import { type ApprovalCase, type CaseDetails, type Content, isDecided, type Outcome, plainDetails } from './case.ts';
import type { ActInput, SlotDuty } from './contract.ts';
import type { Facts, Found, StandInAnswer } from './facts.ts';

// Builders for the tests of this capability; each fills in what a test does not care about.

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const posts = {
  staff: id(101),
  subsectionHead: id(102),
  sectionHead: id(103),
  departmentHead: id(104),
  finance: id(105),
  legal: id(106),
  personnel: id(107),
};
export const units = { policy: id(200), finance: id(201) };

export function person(n: number, name: string, postId: string, title: string): Actor {
  const rank = title.endsWith('長') ? ('SECTION_HEAD' as const) : ('STAFF' as const);
  const unitId = title.startsWith('財政') ? units.finance : units.policy;
  const post = { postId, title, rank, unitId, unitName: '政策課', sectionId: unitId, concurrent: false };
  return {
    staffId: id(n),
    name,
    signInName: `${n}@minato.example`,
    posts: [post],
    roles: [],
    fallback: { postTitle: '', unitName: '' },
  };
}

export const drafter = person(1, '見本 起子', posts.staff, '主事');
export const subsectionHead = person(2, '見本 係雄', posts.subsectionHead, '係長');
export const sectionHead = person(3, '見本 課美', posts.sectionHead, '課長');
export const departmentHead = person(4, '見本 部郎', posts.departmentHead, '部長');
export const finance = person(5, '見本 財子', posts.finance, '財政課長');
export const legal = person(6, '見本 法夫', posts.legal, '総務課長');
export const personnel = person(7, '見本 人美', posts.personnel, '人事課長');
export const stranger = person(9, '見本 他人', id(199), '課長');
export const recordsManager: Actor = {
  ...person(8, '見本 文書', id(198), '総務課長'),
  roles: ['CHIEF_RECORDS_MANAGER'],
};
export const admin: Actor = { ...person(10, '見本 管理', id(197), '主査'), roles: ['ADMIN'] };

export const number: DocumentNumber = {
  label: '政第1号',
  symbol: '政',
  fiscalYear: 2026,
  number: 1,
  date: '2026-11-21',
  dateWareki: '令和8年11月21日',
};

let tick = 0;

export function factsFor(actor: Actor, found: Found = {}): Facts {
  tick += 1;
  return {
    actor,
    now: new Date(Date.UTC(2026, 10, 21, 0, 0, tick)),
    via: 'api',
    newId: () => {
      tick += 1;
      return id(1_000 + tick);
    },
    manifestOf: ({ title, attachments }) =>
      `manifest of ${title} ${attachments.map((one) => `${one.attachmentId}/${one.version}`).join(' ')}`,
    found,
  };
}

export const content = (more: Partial<Content> = {}): Content => ({
  title: '物品の購入について',
  proposalText: '次のとおり購入してよろしいか伺います。',
  classification: { code: 'A-01', name: '庶務' },
  retentionYears: 5,
  document: {
    recordId: id(300),
    fileVersion: 1,
    file: { sha256: 'a'.repeat(64), fileName: '伺い.docx', mediaType: 'application/octet-stream', size: 1_000 },
  },
  details: plainDetails,
  attachments: [],
  manifestHash: 'manifest-1',
  ...more,
});

export const details = (more: Partial<CaseDetails>): CaseDetails => ({ ...plainDetails, ...more });

export function slot(stage: number, duty: SlotDuty, postId: string, more: Partial<PlannedSlot> = {}): PlannedSlot {
  tick += 1;
  return {
    slotId: id(2_000_000 + tick),
    stage,
    stageRule: 'ALL',
    duty,
    postId,
    postTitle: duty === 'DECISION' ? '課長' : '係長',
    unitName: '政策課',
    mandatory: true,
    article: '第5条',
    reason: '回議',
    ...more,
  };
}

export const planOf = (...slots: readonly PlannedSlot[]): Plan => ({
  slots,
  basis: {
    ruleId: 'r1',
    regulationVersion: '1',
    article: '第5条',
    decisionClass: 'SECTION_HEAD',
    sentence: '課長専決',
  },
  passedOver: [],
  informs: [],
  reminders: [],
  numbering: { none: false, symbol: null },
  minor: false,
});

/** 係長, then 課長 decides. */
export const plan = (): Plan => planOf(slot(1, 'REVIEW', posts.subsectionHead), slot(2, 'DECISION', posts.sectionHead));

/** 係長, then 財政課・総務課・人事課 side by side, 課長, 部長 decides. */
export const fullPlan = (): Plan =>
  planOf(
    slot(1, 'REVIEW', posts.subsectionHead),
    slot(2, 'CONSULT', posts.finance),
    slot(2, 'CONSULT', posts.legal),
    slot(2, 'CONSULT', posts.personnel),
    slot(3, 'REVIEW', posts.sectionHead),
    slot(4, 'DECISION', posts.departmentHead),
  );

/** Numbers what a rule answered, as the service does. */
export function after(before: ApprovalCase, { next }: Outcome): ApprovalCase {
  const numbered = { ...next, version: before.version + 1 };
  const decidedNow = isDecided(numbered) && !isDecided(before);
  return decidedNow ? { ...numbered, documentNumber: number } : numbered;
}

export const aDraft = (more: Partial<Content> = {}): ApprovalCase =>
  draftCase(factsFor(drafter), id(500), { content: content(more) }).next;

export function submitted(from: ApprovalCase = aDraft(), by: Plan = plan()): ApprovalCase {
  return after(from, submit(from, by, factsFor(drafter)));
}

export type Asked = DistributiveOmit<ActInput, 'version'>;

export function when(given: ApprovalCase, actor: Actor, act: Asked, found: Found = {}): ApprovalCase {
  return after(given, decideAct(given, { ...act, version: given.version } as ActInput, factsFor(actor, found)));
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export function edited(given: ApprovalCase, more: Partial<Content>): ApprovalCase {
  const { title, proposalText, classification, retentionYears, document, details: own, attachments } = given;
  const before = { title, proposalText, classification, retentionYears, document, details: own, attachments };
  tick += 1;
  return after(given, edit(given, { ...before, manifestHash: `manifest-${tick}`, ...more }, factsFor(drafter)));
}

export function attached(given: ApprovalCase, name: string, replaces: string | null = null): ApprovalCase {
  tick += 1;
  const file = { sha256: String(tick).padStart(64, '0'), fileName: name, mediaType: 'application/pdf', size: 1 };
  return after(given, attach(given, { file, replaces }, factsFor(drafter)));
}

export const granted = (more: Partial<Extract<StandInAnswer, { ok: true }>> = {}): StandInAnswer => ({
  ok: true,
  ruleId: 'd1',
  article: '第9条',
  sentence: '課長が不在のときは係長が代決する',
  evidence: {
    source: 'MANUAL',
    from: '2026-11-21T00:00:00Z',
    until: null,
    statement: '出張のため不在',
    recordedAt: new Date(0),
  },
  onBehalfOf: { postId: posts.sectionHead, postTitle: '課長', unitName: '政策課' },
  actingPostId: null,
  postReview: true,
  postReviewDueOn: null,
  postReviewBy: [],
  ...more,
});
