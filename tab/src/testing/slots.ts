import type { MarkView, SlotView } from '@kaigi/core/contract';
import { SECTION_HEAD, SUBSECTION_HEAD } from './people.ts';

/** A step that waits for its turn. */
export function aSlot(change: Partial<SlotView> = {}): SlotView {
  return {
    id: 'slot',
    key: 'REVIEW:post',
    stage: 1,
    stageRule: 'ALL',
    duty: 'REVIEW',
    status: 'WAITING',
    postId: 'post',
    postTitle: '係長',
    unitName: '政策課 政策係',
    toSection: false,
    mandatory: true,
    added: false,
    addedBy: null,
    article: '事務決裁規程 第4条',
    reason: '所属の係長を経由する',
    holders: [SUBSECTION_HEAD],
    received: null,
    assignee: null,
    opened: null,
    absence: null,
    expectedDeputy: null,
    expectedPassOver: null,
    activeSince: null,
    workingMinutes: null,
    remindedAt: null,
    actedBy: null,
    actedAt: null,
    comment: null,
    mark: null,
    ...change,
  };
}

export function aMark(change: Partial<MarkView> = {}): MarkView {
  return {
    kind: 'OWN',
    onBehalfOf: null,
    article: null,
    because: null,
    instruction: null,
    orderNumber: null,
    alsoPosts: [],
    paperChecked: false,
    kept: false,
    manifestHash: 'b'.repeat(64),
    ...change,
  };
}

export const REVIEWED = aSlot({
  id: 'slot-1',
  status: 'APPROVED',
  workingMinutes: 145,
  actedBy: SUBSECTION_HEAD,
  actedAt: '2026-11-20T02:35:00Z',
  comment: '金額の根拠を確認しました。',
  mark: aMark(),
});

export const DECIDING = aSlot({
  id: 'slot-2',
  key: 'DECISION:post-2',
  stage: 2,
  duty: 'DECISION',
  status: 'ACTIVE',
  postId: 'post-2',
  postTitle: '課長',
  unitName: '政策課',
  holders: [SECTION_HEAD],
  activeSince: '2026-11-20T02:35:00Z',
  workingMinutes: 300,
});

export const ROUTE: readonly SlotView[] = [REVIEWED, DECIDING];
