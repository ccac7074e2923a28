import type { Actor, Directory } from '../directory/index.ts';
import type { Notifications, ShownInChat } from '../notifications/index.ts';
import type { Database, Tx } from '../platform/index.ts';
import type { Caller } from '../shared/index.ts';
import { caseCard } from './cards/case-card.ts';
import { caseSummaryLine } from './cards/head.ts';
import {
  type ActiveSlot,
  type ApprovalCase,
  activeSlots,
  isDecided,
  isSettled,
  isUnderReview,
  type Slot,
} from './case.ts';
import type { CaseSummary, Urgency } from './contract.ts';
import * as lists from './list-queries.ts';
import { taskOf, viewerOf } from './may.ts';
import { maySee, receives } from './policy.ts';
import * as queries from './queries.ts';
import { sectionMembers } from './section-members.ts';
import type { Views } from './views.ts';
import type { HistoryRow } from './witness.ts';

export const CASE_SUBJECT = 'approvals/case';

export interface ChatParts {
  readonly db: Database;
  readonly directory: Directory;
  readonly views: Views;
  readonly caseUrl: (caseId: string) => string;
}

/** How cases look in chats, and what waits there for whom. */
export function approvalsInChat({ db, directory, views, caseUrl }: ChatParts): ShownInChat {
  return {
    prefix: CASE_SUBJECT,
    render: ({ municipalityId, staffId, locale }, caseId) =>
      db.singly(municipalityId, async (tx) => {
        const [actor, approvalCase] = await Promise.all([
          directory.actorById(tx, staffId),
          queries.readCase(tx, caseId),
        ]);
        if (!actor || !approvalCase) return null;
        const view = await views.viewOf({ tx, actor, locale }, approvalCase);
        const standsIn = view.may.standIn.some(({ kind }) => kind === 'DEPUTY');
        if (!maySee(actor, approvalCase) && !standsIn) return null;
        const members = await sectionMembers(directory, tx, view);
        const context = { locale, caseUrl, members };
        return { kind: 'card', card: caseCard(view, context), summary: caseSummaryLine(view, context) };
      }),
    waitingFor: (municipalityId, staffId) =>
      db.singly(municipalityId, async (tx) => {
        const actor = await directory.actorById(tx, staffId);
        if (!actor) return [];
        const viewer = viewerOf(actor);
        const { items } = await lists.listCases(tx, { box: 'inbox', viewer, folded: '', cursor: null, limit: 20 });
        return items
          .filter((item) => taskOf(actor, item).task !== null)
          .map(({ caseId, version, details }) => ({ id: caseId, version, urgency: details.urgency }));
      }),
  };
}

/** Sends cards once more to the person who asks for them in the chat. */
export const cardsAgain =
  (directory: Directory, notifications: Notifications) =>
  async (caller: Caller, cases: readonly Pick<CaseSummary, 'id' | 'version'>[]): Promise<void> => {
    const { staffId } = await directory.me(caller);
    const shown = cases.map(({ id, version }) => ({ subject: `${CASE_SUBJECT}/${id}`, version }));
    await notifications.showAgain(caller.municipalityId, staffId, shown);
  };

/** Who looks at the case and who is asked something new by its last act. */
export interface Reached {
  readonly caseId: string;
  readonly version: number;
  readonly audience: readonly string[];
  readonly fresh: readonly string[];
  readonly urgency: Urgency;
  /** The case where its holders are asked anew: if they are away, their deputies are asked too. */
  readonly asksHolders: ApprovalCase | null;
}

/** For every change, whom it concerns. */
export async function reachedBy(
  directory: Directory,
  tx: Tx,
  changes: readonly { caseId: string; version: number }[],
): Promise<Reached[]> {
  const [cases, entries] = await Promise.all([
    queries.readCases(
      tx,
      changes.map(({ caseId }) => caseId),
    ),
    queries.historyEntries(tx, changes),
  ]);
  const posts = new Set(cases.flatMap(postsOf));
  const [holders, officers] = await Promise.all([
    directory.holdersOf(tx, [...posts]),
    officersFor(directory, tx, cases),
  ]);
  const byId = new Map(cases.map((one) => [one.caseId, one]));
  return entries.flatMap((entry) => {
    const approvalCase = byId.get(entry.caseId);
    return approvalCase ? [concerned(approvalCase, entry, { holders, officers })] : [];
  });
}

const toReceive = (approvalCase: ApprovalCase): ActiveSlot[] =>
  activeSlots(approvalCase).filter(({ section, assignee }) => section !== undefined && !assignee);

/** 文書主任 of sections that are consulted; looked for only where one is. */
const officersFor = async (directory: Directory, tx: Tx, cases: readonly ApprovalCase[]): Promise<readonly Actor[]> =>
  cases.some((one) => toReceive(one).length > 0) ? directory.actorsWith(tx, 'RECORDS_OFFICER') : [];

interface Staffed {
  readonly holders: Awaited<ReturnType<Directory['holdersOf']>>;
  readonly officers: readonly Actor[];
}

/** Those who take in for the sections to which it came by this very act. */
const receiversAsked = (approvalCase: ApprovalCase, entry: HistoryRow, officers: readonly Actor[]): string[] =>
  toReceive(approvalCase)
    .filter(({ activeSince }) => activeSince.getTime() === entry.at.getTime())
    .flatMap((slot) => officers.filter((actor) => receives(actor, slot)).map(({ staffId }) => staffId));

function concerned(approvalCase: ApprovalCase, entry: HistoryRow, { holders, officers }: Staffed): Reached {
  const staffAt = (postId: string | undefined) =>
    (postId ? (holders.get(postId)?.holders ?? []) : []).map((person) => person.staffId);
  const staffOf = ({ assignee, postId }: Pick<Slot, 'assignee' | 'postId'>) =>
    assignee ? [assignee.staffId] : staffAt(postId);
  const active = activeSlots(approvalCase).flatMap(staffOf);
  const begun = activeSlots(approvalCase).filter((slot) => slot.activeSince.getTime() === entry.at.getTime());
  const owed = approvalCase.obligations
    .filter((one) => one.seq === entry.seq && one.status === 'OPEN')
    .flatMap(({ reader, post }) => (reader ? [reader.staffId] : staffAt(post?.postId)));
  const receiving = receiversAsked(approvalCase, entry, officers);
  const everybody = [
    approvalCase.drafter.staffId,
    entry.actor.staffId,
    ...approvalCase.route.flatMap((slot) => (isSettled(slot) ? [slot.mark.actedBy.staffId] : [])),
    ...approvalCase.route.flatMap((slot) => staffAt(slot.postId)),
    ...active,
    ...receiving,
    ...approvalCase.obligations.flatMap(({ reader }) => (reader ? [reader.staffId] : [])),
  ];
  const asked = freshFor(approvalCase, entry, {
    active,
    begun: begun.flatMap(staffOf),
    consulted: whoWasConsulted(approvalCase, staffOf),
  }).concat(owed, receiving);
  const fresh = asked.filter((staffId) => staffId !== entry.actor.staffId);
  return {
    caseId: approvalCase.caseId,
    // What they see is the case as it stands now: a fact told late must not pass for an older one.
    version: approvalCase.version,
    audience: [...new Set(everybody)],
    fresh: [...new Set(fresh)],
    urgency: approvalCase.details.urgency,
    asksHolders: isUnderReview(approvalCase) && lies(entry.act) ? approvalCase : null,
  };
}

const postsOf = ({ route, obligations }: ApprovalCase): string[] => [
  ...route.map((slot) => slot.postId),
  ...obligations.flatMap(({ post, done }) => (post && !done ? [post.postId] : [])),
];

/** Whoever gave an opinion has to hear that the proposal was dropped (大江町 運用), also where the opinion is void now. */
const whoWasConsulted = (
  { route }: ApprovalCase,
  staffOf: (slot: Pick<Slot, 'assignee' | 'postId'>) => string[],
): string[] =>
  route.flatMap((slot) => {
    if (slot.duty !== 'CONSULT') return [];
    if (isSettled(slot)) return [slot.mark.actedBy.staffId];
    return slot.seen ? staffOf(slot) : [];
  });

/** An act asks something new of whoever now has the case, or of the drafter. A later act asks for itself. */
function freshFor(
  approvalCase: ApprovalCase,
  entry: HistoryRow,
  { active, begun, consulted }: Readonly<Record<'active' | 'begun' | 'consulted', readonly string[]>>,
): string[] {
  const drafter = [approvalCase.drafter.staffId];
  switch (whomItAsks(entry.act)) {
    case 'HOLDERS':
      return approvalCase.status === 'SENT_BACK' ? drafter : [...active];
    case 'NEW_HOLDERS':
      return [...begun];
    case 'DRAFTER':
      return drafter;
    case 'BOTH':
      return isDecided(approvalCase) ? drafter : [...active, ...drafter];
    case 'CONSULTED':
      return [...consulted];
    case 'NOBODY':
      return [];
  }
}

const ASK_HOLDERS = ['HOLDERS', 'NEW_HOLDERS', 'BOTH'];

/** From now on it is up to those who have it; after a 取下げ was declined it is so again. */
const lies = (act: HistoryRow['act']): boolean =>
  ASK_HOLDERS.includes(whomItAsks(act)) || act === 'WITHDRAWAL_DECLINED';

function whomItAsks(act: HistoryRow['act']): 'HOLDERS' | 'NEW_HOLDERS' | 'DRAFTER' | 'BOTH' | 'CONSULTED' | 'NOBODY' {
  switch (act) {
    case 'SUBMITTED':
    case 'APPROVED':
    case 'CONSENTED':
    case 'CONSENTED_WITH_OPINION':
    case 'PULLED_UP':
    case 'SKIPPED_ABSENT':
    case 'PASSED_OVER':
    case 'DEPUTY_DECIDED':
    case 'ASSIGNED':
    case 'REASSIGNED':
    case 'RELEASED':
    case 'REMINDED':
    case 'DISPUTE_SETTLED':
    case 'ATTACHMENT_REPLACED':
    case 'WITHDRAWAL_REQUESTED':
    case 'ANSWERED':
    case 'SENT_BACK':
      return act === 'DEPUTY_DECIDED' || act === 'PULLED_UP' ? 'BOTH' : 'HOLDERS';
    case 'DECIDED':
    case 'REJECTED':
    case 'OBJECTED':
    case 'RECEIVED':
    case 'ASKED':
    case 'WITHDRAWAL_CONFIRMED':
    case 'WITHDRAWAL_DECLINED':
    case 'POST_REVIEW_OBJECTED':
      return 'DRAFTER';
    case 'ABANDONED':
      return 'CONSULTED';
    case 'ROUTE_ADDED':
    case 'DECIDER_RAISED':
      return 'NEW_HOLDERS';
    default:
      return 'NOBODY';
  }
}
