import type { Actor } from '../../directory/index.ts';
import { sha256Hex } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { decideAct } from '../acts/decide-act.ts';
import { draftCase } from '../acts/drafting.ts';
import { attach, type Plan, type PlannedSlot, submit } from '../acts/submission.ts';
import { type ApprovalCase, type Content, type DecidedCase, isDecided, type Outcome, plainDetails } from '../case.ts';
import type { ActInput } from '../contract.ts';
import type { Facts, Found } from '../facts.ts';
import { manifestHash } from '../manifest.ts';
import { changeOf } from '../replay.ts';
import type { HistoryRow } from '../witness.ts';
import type { Issue } from './contract.ts';

// A case with 合議, 代決, an attachment, paper and 遡及, made by the rules themselves.

const MINATO = '6d696e61-746f-4000-8000-000000000001';
const CASE = '0199c0de-0000-7000-8000-000000000001';
const id = (n: number) => `0199c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;

function actor(n: number, name: string, at: { title: string; unitName: string }): Actor {
  const post = {
    postId: id(100 + n),
    unitId: id(200),
    sectionId: id(200),
    rank: 'SECTION_HEAD' as const,
    concurrent: false,
    ...at,
  };
  const fallback = { postTitle: at.title, unitName: at.unitName };
  return { staffId: id(n), name, signInName: `${n}@minato.example`, posts: [post], roles: [], fallback };
}

const drafter = actor(1, '港 一郎', { title: '主事', unitName: '政策課' });
const subsectionHead = actor(2, '波止場 花子', { title: '係長', unitName: '政策課' });
const financeHead = actor(3, '勘定 次郎', { title: '課長', unitName: '財政課' });
const deputy = actor(4, '髙﨑 三郎', { title: '課長補佐', unitName: '政策課' });
const sectionHead = actor(5, '𠮷田 四郎', { title: '課長', unitName: '政策課' });

const file = (name: string, text: string, mediaType: string) => ({
  fileName: name,
  sha256: sha256Hex(Buffer.from(text)),
  mediaType,
  size: Buffer.byteLength(text) * 1_000,
});

const draft: Omit<Content, 'manifestHash'> = {
  title: '令和8年度みなと花火大会の実施について',
  proposalText: 'このことについて、別紙実施計画のとおり実施してよろしいか伺います。',
  classification: { code: '01-02-03', name: '観光振興' },
  retentionYears: 5,
  document: {
    recordId: id(300),
    fileVersion: 1,
    file: file('令和8年度花火大会実施計画.docx', 'document', 'application/msword'),
  },
  details: {
    ...plainDetails,
    legalBasis: 'みなと市補助金等交付規則 第5条',
    effectiveOn: '2026-11-16',
    retroactiveReason: '会場の仮押さえを11月16日に行う必要があったため',
    paperAttachments: [
      {
        title: '設計図面一式（A1判）',
        pages: 14,
        location: '政策課 書庫3',
        holder: '政策課 主事',
        reason: 'TOO_LARGE',
      },
    ],
  },
  attachments: [],
};

const slot = (stage: number, duty: PlannedSlot['duty'], of: Actor): PlannedSlot => {
  const { postId = '', title: postTitle = '', unitName = '' } = of.posts[0] ?? {};
  return {
    ...{ slotId: id(400 + stage), stage, stageRule: 'ALL', duty, postId, postTitle, unitName },
    ...{ mandatory: true, article: '第5条', reason: '回議' },
  };
};

const struck = (postTitle: string, unitName = '') =>
  ({ postId: id(500), postTitle, unitName, why: 'STRUCK', sentence: null }) as const;

const plan: Plan = {
  slots: [slot(1, 'REVIEW', subsectionHead), slot(2, 'CONSULT', financeHead), slot(3, 'DECISION', sectionHead)],
  basis: {
    ruleId: 'event.300',
    regulationVersion: '2026-04-01',
    article: 'みなと市事務決裁規程 別表第1 2の項',
    decisionClass: 'SECTION_HEAD',
    sentence: '300万円以下の行事の実施は、課長の専決事項です。',
    delegated: true,
  },
  passedOver: [struck('部長', '企画部'), struck('副市長'), struck('市長')],
  minor: false,
  informs: [],
  reminders: [],
  numbering: { none: false, symbol: null },
};

const standIn: NonNullable<Found['standIn']> = {
  ok: true,
  ruleId: 'deputy.section-head.1',
  article: 'みなと市事務決裁規程 第12条第1項',
  sentence: '課長が不在のときは、課長補佐が代決する。',
  evidence: {
    source: 'TRIP',
    from: '2026-11-20T00:00:00.000Z',
    until: null,
    statement: '出張のため（11月20日 終日）',
    recordedAt: new Date('2026-11-19T00:00:00.000Z'),
  },
  onBehalfOf: { postId: sectionHead.posts[0]?.postId ?? '', postTitle: '課長', unitName: '政策課' },
  actingPostId: null,
  postReview: true,
  postReviewBy: [],
  postReviewDueOn: '2026-11-27' as LocalDate,
};

let made = 0;
const factsOf = (by: Actor, now: string, found: Found = {}): Facts => ({
  actor: by,
  now: new Date(now),
  via: 'teams',
  newId: () => id(600 + made++),
  manifestOf: manifestHash,
  found,
});

const number = { label: '政第128号', symbol: '政', fiscalYear: 2026, number: 128, date: '2026-11-20', dateWareki: '' };

/** Rows of a history, each made by an act on the case before it. */
class Story {
  readonly rows: HistoryRow[] = [];
  now: ApprovalCase | null = null;

  after(facts: Facts, rule: (before: ApprovalCase) => Outcome): this {
    const before = this.now;
    const { next: ruled, history } = rule(before as ApprovalCase);
    const version = this.rows.length + 1;
    const decidedNow = isDecided(ruled) && !(before && isDecided(before));
    const next = { ...ruled, version, updatedAt: facts.now, ...(decidedNow ? { documentNumber: number } : {}) };
    this.rows.push({
      ...{ caseId: CASE, seq: version, at: facts.now, act: history.act, actor: history.actor, slotId: history.slotId },
      ...{ comment: history.comment, revision: next.revision, via: facts.via, statusAfter: next.status },
      ...{ manifestHash: next.manifestHash, detail: history.detail },
      change: changeOf(before, next),
      changeSha256: null,
      leafId: id(700 + version),
    });
    this.now = next;
    return this;
  }

  act(facts: Facts, asked: (before: ApprovalCase) => Record<string, unknown>): this {
    return this.after(facts, (before) =>
      decideAct(before, { version: before.version, ...asked(before) } as unknown as ActInput, facts),
    );
  }
}

function tell(story: Story): Story {
  const drafting = factsOf(drafter, '2026-11-18T07:30:00.000Z');
  const attaching = factsOf(drafter, '2026-11-18T07:40:00.000Z');
  const submitting = factsOf(drafter, '2026-11-18T07:45:00.000Z');
  const content = { ...draft, manifestHash: manifestHash(draft) };
  const map = file('会場図.pdf', 'map', 'application/pdf');
  return story
    .after(drafting, () => draftCase(drafting, CASE, { content }))
    .after(attaching, (before) => attach(before, { file: map, replaces: null }, attaching))
    .after(submitting, (before) => submit(before, plan, submitting))
    .act(factsOf(subsectionHead, '2026-11-19T00:12:00.000Z'), () => ({ act: 'approve', paperChecked: true }))
    .act(factsOf(financeHead, '2026-11-19T05:40:00.000Z'), () => ({
      act: 'consentWithOpinion',
      opinion: '警備費は予備費の範囲内で執行してください。',
    }))
    .act(factsOf(deputy, '2026-11-20T01:05:00.000Z', { standIn }), (before) => ({
      act: 'deputyDecide',
      slotId: before.route.at(-1)?.slotId,
      paperChecked: true,
    }))
    .act(factsOf(sectionHead, '2026-11-21T00:30:00.000Z'), (before) => ({
      act: 'confirmPostReview',
      obligationId: before.obligations[0]?.obligationId,
    }))
    .act(factsOf(drafter, '2026-11-21T01:10:00.000Z'), () => ({
      act: 'issue',
      issuedOn: '2026-11-20',
      method: 'NOTICE',
    }))
    .act(factsOf(drafter, '2026-11-21T01:20:00.000Z'), () => ({ act: 'complete' }));
}

const story = tell(new Story());

export const rows: readonly HistoryRow[] = story.rows;
export const decided = story.now as DecidedCase;

export const issue: Issue = {
  locale: 'ja',
  municipality: { id: MINATO, name: 'みなと市' },
  issued: {
    at: '2026-11-21T06:20:00.000Z',
    by: { staffId: drafter.staffId, name: drafter.name, postTitle: '主事', unitName: '政策課' },
  },
};
