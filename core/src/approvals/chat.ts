import type { Directory } from '../directory/index.ts';
import type { Notifications, ShownInChat } from '../notifications/index.ts';
import type { Database, Tx } from '../platform/index.ts';
import type { Caller, Locale } from '../shared/index.ts';
import { caseCard, caseSummaryLine } from './cards.ts';
import { type ApprovalCase, activeSlot } from './case.ts';
import type { CaseSummary } from './contract.ts';
import { maySee, taskOf } from './policy.ts';
import * as queries from './queries.ts';
import type { Views } from './views.ts';
import type { HistoryRow } from './witness.ts';

export const CASE_SUBJECT = 'approvals/case';

export interface ChatParts {
  readonly db: Database;
  readonly directory: Directory;
  readonly views: Views;
  readonly caseUrl: (caseId: string) => string;
}

// Cards that nobody asked for are in the language of the city hall; a pressed card answers in the presser's.
const LOCALE: Locale = 'ja';

/** How cases look in chats, and what waits there for whom. */
export function approvalsInChat({ db, directory, views, caseUrl }: ChatParts): ShownInChat {
  return {
    prefix: CASE_SUBJECT,
    render: (municipalityId, staffId, caseId) =>
      db.inMunicipality(municipalityId, async (tx) => {
        const [actor, approvalCase] = await Promise.all([
          directory.actorById(tx, staffId),
          queries.readCase(tx, caseId),
        ]);
        if (!actor || !approvalCase || !maySee(actor, approvalCase)) return null;
        const view = await views.viewOf({ tx, actor, locale: LOCALE }, approvalCase);
        const context = { locale: LOCALE, caseUrl };
        return { kind: 'card', card: caseCard(view, context), summary: caseSummaryLine(view, context) };
      }),
    waitingFor: (municipalityId, staffId) =>
      db.inMunicipality(municipalityId, async (tx) => {
        const actor = await directory.actorById(tx, staffId);
        if (!actor) return [];
        const viewer = { staffId, postIds: actor.posts.map((post) => post.postId), seesAll: false };
        const { items } = await queries.listCases(tx, { box: 'inbox', viewer, folded: '', cursor: null, limit: 20 });
        return items
          .filter((item) => taskOf(actor, item) !== null)
          .map((item) => ({ id: item.caseId, version: item.version }));
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
  const posts = new Set(cases.flatMap((one) => one.route.map((slot) => slot.postId)));
  const holders = await directory.holdersOf(tx, [...posts]);
  const byId = new Map(cases.map((one) => [one.caseId, one]));
  return entries.flatMap((entry) => {
    const approvalCase = byId.get(entry.caseId);
    return approvalCase ? [concerned(approvalCase, entry, holders)] : [];
  });
}

function concerned(
  approvalCase: ApprovalCase,
  entry: HistoryRow,
  holders: Awaited<ReturnType<Directory['holdersOf']>>,
): Reached {
  const staffAt = (postId: string | undefined) =>
    (postId ? (holders.get(postId)?.holders ?? []) : []).map((person) => person.staffId);
  const acted = approvalCase.route.flatMap((slot) => (slot.status === 'APPROVED' ? [slot.actedBy.staffId] : []));
  const active = staffAt(activeSlot(approvalCase)?.postId);
  const everybody = [
    approvalCase.drafter.staffId,
    entry.actor.staffId,
    ...acted,
    ...approvalCase.route.flatMap((slot) => staffAt(slot.postId)),
  ];
  const fresh = freshFor(approvalCase, entry, active).filter((staffId) => staffId !== entry.actor.staffId);
  return {
    caseId: approvalCase.caseId,
    version: entry.seq,
    audience: [...new Set(everybody)],
    fresh: [...new Set(fresh)],
  };
}

/** An act asks something new of whoever now has the case, or of the drafter. A later act asks for itself. */
function freshFor(approvalCase: ApprovalCase, entry: HistoryRow, active: readonly string[]): readonly string[] {
  const drafter = [approvalCase.drafter.staffId];
  switch (entry.act) {
    case 'SUBMITTED':
    case 'APPROVED':
    case 'WITHDRAWAL_REQUESTED':
      return active;
    case 'SENT_BACK':
      return approvalCase.status === 'SENT_BACK' ? drafter : active;
    case 'DECIDED':
    case 'ASKED':
    case 'WITHDRAWAL_CONFIRMED':
    case 'WITHDRAWAL_DECLINED':
      return drafter;
    case 'ANSWERED':
      return active;
    case 'DRAFTED':
    case 'EDITED':
    case 'DOCUMENT_REPLACED':
    case 'PULLED_BACK':
    case 'DISCARDED':
      return [];
  }
}
