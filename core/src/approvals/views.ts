import { type Actor, type Directory, hasRole } from '../directory/index.ts';
import { type Clock, type Database, newId, type Tx } from '../platform/index.ts';
import type { Regulations } from '../regulations/index.ts';
import { regulationsTexts } from '../regulations/index.ts';
import { type Caller, conflict, type Locale, localDateOf, notFound, say } from '../shared/index.ts';
import type { ApprovalCase, Slot } from './case.ts';
import type { Box, CasePage, CaseView, HistoryEntry, SlotView } from './contract.ts';
import { maySee } from './policy.ts';
import { presentCase, presentHistory, presentRoute, presentSummary, type Simulated } from './present.ts';
import * as queries from './queries.ts';
import type { Plan } from './rules.ts';
import { startRoute } from './route.ts';
import { foldForSearch } from './store.ts';

export interface ViewsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
}

/** Who looks, inside which transaction. */
export interface Look {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly locale: Locale;
}

export interface ListInput {
  readonly box: Box;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

export interface RouteView {
  readonly items: SlotView[];
  readonly problem: string | null;
  readonly basis: ApprovalCase['basis'];
}

/** Everything that is asked about cases without changing them. */
export interface Views {
  read(caller: Caller, caseId: string): Promise<CaseView>;
  list(caller: Caller, input: ListInput): Promise<CasePage>;
  history(caller: Caller, caseId: string): Promise<HistoryEntry[]>;
  /** The route taken, or for a draft the route it would take today. */
  route(caller: Caller, caseId: string): Promise<RouteView>;
  viewOf(look: Look, approvalCase: ApprovalCase): Promise<CaseView>;
  planOrRefuse(look: Look, approvalCase: ApprovalCase): Promise<Plan>;
  classified(municipalityId: string, code: string): Pick<ApprovalCase, 'classification' | 'retentionYears'>;
}

const PAGE = 30;

export function createViews({ db, clock, directory, regulations }: ViewsParts): Views {
  const when = (municipalityId: string) => ({ municipalityId, day: localDateOf(clock.now()) });

  async function plan({ tx, actor, locale }: Look, unitId: string): Promise<Plan | { problem: string }> {
    const units = await directory.lineAbove(tx, unitId);
    const drafterPostIds = actor.posts.map((post) => post.postId);
    const answer = regulations.lineOfReview({ ...when(tx.municipalityId), matter: 'GENERAL', units, drafterPostIds });
    if (!answer.ok) {
      const params = answer.params as Record<string, string>;
      return { problem: say(regulationsTexts, answer.problem, locale, params) ?? answer.problem };
    }
    const holders = await directory.holdersOf(tx, answer.slots.map((slot) => slot.postId));
    const slots = answer.slots.map((slot) => {
      const post = holders.get(slot.postId);
      return { ...slot, slotId: newId(clock), postTitle: post?.title ?? '', unitName: post?.unitName ?? '' };
    });
    return { slots, basis: answer.basis };
  }

  /** While nothing is in review: the route as of today, with the marks that would count again. */
  async function simulate(look: Look, approvalCase: ApprovalCase): Promise<Simulated | null> {
    if (approvalCase.status !== 'DRAFT' && approvalCase.status !== 'SENT_BACK') return null;
    const planned = await plan(look, approvalCase.unitId);
    if ('problem' in planned) return { route: [], problem: planned.problem, basis: null };
    const { manifestHash } = approvalCase;
    const started = startRoute(planned.slots, approvalCase.route, { manifestHash, now: clock.now() });
    return { route: started.map(waiting), problem: null, basis: planned.basis };
  }

  async function looking({ tx, actor, locale }: Look, routes: readonly (readonly Slot[])[]) {
    const open = routes.flat().filter((slot) => slot.status !== 'APPROVED');
    const postIds = [...new Set(open.map((slot) => slot.postId))];
    return { actor, locale, holders: postIds.length === 0 ? new Map() : await directory.holdersOf(tx, postIds) };
  }

  const viewOf = async (look: Look, approvalCase: ApprovalCase): Promise<CaseView> => {
    const simulated = await simulate(look, approvalCase);
    return presentCase(approvalCase, await looking(look, [simulated?.route ?? approvalCase.route]), simulated);
  };

  const visible = <T>(caller: Caller, caseId: string, show: (look: Look, approvalCase: ApprovalCase) => Promise<T>) =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      const [actor, approvalCase] = await Promise.all([directory.actorOf(tx, caller), queries.readCase(tx, caseId)]);
      if (!approvalCase || !maySee(actor, approvalCase)) throw notFound('approvals.not_found');
      return show({ tx, actor, locale: caller.locale }, approvalCase);
    });

  return {
    viewOf,
    read: (caller, caseId) => visible(caller, caseId, viewOf),
    history: (caller, caseId) =>
      visible(caller, caseId, async ({ tx }) => (await queries.historyOf(tx, caseId)).map(presentHistory)),
    route: (caller, caseId) =>
      visible(caller, caseId, async (look, approvalCase) => {
        const simulated = await simulate(look, approvalCase);
        const route = simulated?.route ?? approvalCase.route;
        const items = presentRoute(route, await looking(look, [route]));
        return { items, problem: simulated?.problem ?? null, basis: simulated ? simulated.basis : approvalCase.basis };
      }),
    list: (caller, { box, q, cursor, limit = PAGE }) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        const viewer = {
          staffId: actor.staffId,
          postIds: actor.posts.map((post) => post.postId),
          seesAll: hasRole(actor, 'AUDITOR') || hasRole(actor, 'CHIEF_RECORDS_MANAGER'),
        };
        const folded = foldForSearch(q ?? '');
        const page = await queries.listCases(tx, { box, viewer, folded, cursor: cursor ?? null, limit });
        const look = await looking({ tx, actor, locale: caller.locale }, page.items.map((item) => item.route));
        return { items: page.items.map((item) => presentSummary(item, look)), nextCursor: page.nextCursor };
      }),
    async planOrRefuse(look, approvalCase) {
      const planned = await plan(look, approvalCase.unitId);
      if ('problem' in planned) throw conflict('approvals.route_missing', { problem: planned.problem });
      return planned;
    },
    classified(municipalityId, code) {
      const row = regulations.classification(when(municipalityId), code);
      return { classification: { code: row.code, name: row.minor }, retentionYears: row.retentionYears };
    },
  };
}

/** In a simulated route nobody has it yet. */
function waiting(slot: Slot): Slot {
  if (slot.status !== 'ACTIVE') return slot;
  const { activeSince: _, ...rest } = slot;
  return { ...rest, status: 'WAITING' };
}
