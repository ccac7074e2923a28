import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/index.ts';
import type { CertificateInput, CertificateMark } from './contract.ts';

const MINATO = '6d696e61-746f-4000-8000-000000000001';
export const CASE = '0199c0de-0000-7000-8000-000000000001';

const person = (name: string, postTitle: string, unitName: string) => ({
  staffId: `staff-${name}`,
  name,
  postTitle,
  unitName,
});
export const people = {
  drafter: person('港 一郎', '主事', '政策課'),
  subsectionHead: person('波止場 花子', '係長', '政策課'),
  financeHead: person('勘定 次郎', '課長', '財政課'),
  deputy: person('髙﨑 三郎', '課長補佐', '政策課'),
  sectionHead: person('𠮷田 四郎', '課長', '政策課'),
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const file = { order: 0, name: '令和8年度花火大会実施計画.docx', sha256: sha256('document'), size: 48_213 };
const attachment = { order: 1, name: '会場図.pdf', sha256: sha256('map'), size: 1_204_112 };
const manifest = { v: 1, title: '令和8年度みなと花火大会の実施について', files: [file.sha256, attachment.sha256] };
export const MANIFEST_HASH = sha256(canonicalJson(manifest));

const own = { kind: 'OWN', onBehalfOf: null, article: null, ruleId: null, absence: null, instruction: null } as const;

export const marks: readonly CertificateMark[] = [
  {
    seq: 3,
    stage: 1,
    duty: 'REVIEW',
    post: { postTitle: '係長', unitName: '政策課' },
    result: 'APPROVED',
    actedBy: people.subsectionHead,
    actedAt: '2026-11-19T00:12:00.000Z',
    comment: null,
    manifestHash: MANIFEST_HASH,
    basis: own,
    alsoPosts: [],
    paperChecked: true,
  },
  {
    seq: 4,
    stage: 2,
    duty: 'CONSULT',
    post: { postTitle: '課長', unitName: '財政課' },
    result: 'CONSENTED_WITH_OPINION',
    actedBy: people.financeHead,
    actedAt: '2026-11-19T05:40:00.000Z',
    comment: '警備費は予備費の範囲内で執行してください。',
    manifestHash: MANIFEST_HASH,
    basis: own,
    alsoPosts: [],
    paperChecked: true,
  },
  {
    seq: 5,
    stage: 3,
    duty: 'DECISION',
    post: { postTitle: '課長', unitName: '政策課' },
    result: 'DECIDED',
    actedBy: people.deputy,
    actedAt: '2026-11-20T01:05:00.000Z',
    comment: null,
    manifestHash: MANIFEST_HASH,
    basis: {
      kind: 'DEPUTY',
      onBehalfOf: { postTitle: '課長', unitName: '政策課' },
      article: 'みなと市事務決裁規程 第12条第1項',
      ruleId: 'deputy.section-head.1',
      absence: '出張のため（11月20日 終日）',
      instruction: null,
    },
    alsoPosts: [],
    paperChecked: true,
  },
];

/** What a case with 合議, 代決 and an attachment says of itself. */
export const input: CertificateInput = {
  locale: 'ja',
  municipality: { id: MINATO, name: 'みなと市' },
  issued: { at: '2026-11-21T06:20:00.000Z', by: people.drafter },
  case: {
    caseId: CASE,
    title: manifest.title,
    proposalText: 'このことについて、別紙実施計画のとおり実施してよろしいか伺います。',
    documentNumber: { label: '政第128号', date: '2026-11-20' },
    classification: { code: '01-02-03', name: '観光振興' },
    retentionYears: 5,
    legalBasis: 'みなと市補助金等交付規則 第5条',
    confidentiality: 'C2',
    drafter: people.drafter,
    draftedAt: '2026-11-18T07:30:00.000Z',
    decidedAt: '2026-11-20T01:05:00.000Z',
    effectiveOn: '2026-11-16',
    retroactiveReason: '会場の仮押さえを11月16日に行う必要があったため',
    revision: 1,
    basis: {
      decisionClass: '課長',
      article: 'みなと市事務決裁規程 別表第1 2の項',
      ruleId: 'event.300',
      regulationVersion: '2026-04-01',
      sentence: '300万円以下の行事の実施は、課長の専決事項です。',
      delegated: true,
    },
  },
  marks: [...marks],
  passedOver: [
    { postTitle: '部長', unitName: '企画部', why: 'STRUCK' },
    { postTitle: '副市長', unitName: '', why: 'STRUCK' },
    { postTitle: '市長', unitName: '', why: 'STRUCK' },
  ],
  postReviews: [
    {
      kind: 'AFTER_DEPUTY_DECISION',
      post: { postTitle: '課長', unitName: '政策課' },
      dueOn: '2026-11-27',
      status: 'CONFIRMED',
      by: people.sectionHead,
      at: '2026-11-21T00:30:00.000Z',
      comment: null,
    },
  ],
  files: [file, attachment],
  papers: [
    { title: '設計図面一式（A1判）', pages: 14, location: '政策課 書庫3', holder: '政策課 主事', reason: 'TOO_LARGE' },
  ],
  manifest,
  manifestHash: MANIFEST_HASH,
};
