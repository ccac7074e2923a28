import type { Actor } from '../directory/index.ts';
import type { DocumentNumber } from '../records/contract.ts';
import { decideAct } from './acts.ts';
import type { ApprovalCase, Outcome } from './case.ts';
import type { ActInput } from './contract.ts';
import type { Facts } from './facts.ts';
import { type Content, draftCase, edit, type Plan, submit } from './rules.ts';

// Builders for the tests of this capability; each fills in what a test does not care about.

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const posts = { staff: id(101), subsectionHead: id(102), sectionHead: id(103), departmentHead: id(104) };

export function person(n: number, name: string, postId: string, title: string): Actor {
  const post = { postId, title, rank: 'STAFF' as const, unitId: id(200), unitName: '政策課', concurrent: false };
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
export const stranger = person(9, '見本 他人', id(199), '課長');
export const recordsManager: Actor = {
  ...person(8, '見本 文書', id(198), '総務課長'),
  roles: ['CHIEF_RECORDS_MANAGER'],
};

export const number: DocumentNumber = {
  label: '政第1号',
  symbol: '政',
  fiscalYear: 2026,
  number: 1,
  date: '2026-11-21',
  dateWareki: '令和8年11月21日',
};

let tick = 0;

export function factsFor(actor: Actor): Facts {
  tick += 1;
  return {
    actor,
    now: new Date(Date.UTC(2026, 10, 21, 0, 0, tick)),
    newId: id(1_000 + tick),
    takeNumber: () => number,
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
  manifestHash: 'manifest-1',
  ...more,
});

export const plan = (): Plan => {
  tick += 1;
  const slot = (n: number, postId: string, postTitle: string, duty: 'REVIEW' | 'DECISION') => ({
    slotId: id(2_000 + tick * 10 + n),
    stage: n,
    duty,
    postId,
    postTitle,
    unitName: '政策課',
  });
  const basis = {
    ruleId: 'r1',
    regulationVersion: '1',
    article: '第5条',
    decisionClass: 'SECTION_HEAD' as const,
    sentence: '課長専決',
  };
  return {
    slots: [slot(1, posts.subsectionHead, '係長', 'REVIEW'), slot(2, posts.sectionHead, '課長', 'DECISION')],
    basis,
  };
};

/** Numbers what a rule answered, as the service does. */
export function after(before: ApprovalCase, outcome: Outcome): ApprovalCase {
  return { ...outcome.next, version: before.version + 1 };
}

export const aDraft = (): ApprovalCase => draftCase(factsFor(drafter), content()).next;

export function submitted(from: ApprovalCase = aDraft()): ApprovalCase {
  return after(from, submit(from, plan(), factsFor(drafter)));
}

export function when(given: ApprovalCase, actor: Actor, act: DistributiveOmit<ActInput, 'version'>): ApprovalCase {
  return after(given, decideAct(given, { ...act, version: given.version } as ActInput, factsFor(actor)));
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export function edited(given: ApprovalCase, more: Partial<Content>): ApprovalCase {
  return after(given, edit(given, content({ manifestHash: 'manifest-2', ...more }), factsFor(drafter)));
}
