import { type Actor, type Directory, hasRole } from '../directory/index.ts';
import { type Clock, type Database, newId, type Tx } from '../platform/index.ts';
import type { Regulations } from '../regulations/index.ts';
import { regulationsTexts } from '../regulations/index.ts';
import { type Caller, conflict, type LocalDate, type Locale, localDateOf, notFound, say } from '../shared/index.ts';
import type { ApprovalCase, Slot } from './case.ts';
import type { Box, CasePage, CaseView, HistoryEntry, SlotView } from './contract.ts';
import { maySee } from './policy.ts';
import { type Looking, presentCase, presentHistory, presentRoute, presentSummary, type Simulated } from './present.ts';
import * as queries from './queries.ts';
import { startRoute } from './route.ts';
import type { Plan } from './rules.ts';
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

interface Parts extends ViewsParts {
  readonly when: (municipalityId: string) => { municipalityId: string; day: LocalDate };
}

/** Who reviews and decides as of today, by the regulations in force; or the sentence that says why nobody can. */
async function plan(
  parts: Parts,
  { tx, locale }: Look,
  approvalCase: ApprovalCase,
): Promise<Plan | { problem: string }> {
  const { clock, directory, regulations } = parts;
  const [asked, drafter] = await Promise.all([
    regulations.today(tx),
    directory.actorById(tx, approvalCase.drafter.staffId),
  ]);
  // The drafter's posts, whoever looks: today's, and the one in which it was drafted.
  const drafterPostIds = [approvalCase.drafterPostId, ...(drafter?.posts ?? []).map((post) => post.postId)];
  const general = { matter: 'GENERAL', facts: {}, escalations: [], urgent: false };
  const answer = asked.plan({ ...general, unitId: approvalCase.unitId, drafterPostIds });
  if (!answer.ok) return { problem: say(regulationsTexts, answer.problem, locale, answer.params) ?? answer.problem };
  const slots = answer.plan.slots.flatMap(({ duty, stage, address }) => {
    const post = address.kind === 'POST' ? asked.there.posts.get(address.postId) : undefined;
    if (!post || (duty !== 'REVIEW' && duty !== 'DECISION')) return [];
    return [{ postId: post.postId, duty, stage, slotId: newId(clock), postTitle: post.title, unitName: post.unitName }];
  });
  return { slots, basis: answer.plan.basis };
}

/** While nothing is in review: the route as of today, with the marks that would count again. */
async function simulate(parts: Parts, look: Look, approvalCase: ApprovalCase): Promise<Simulated | null> {
  if (approvalCase.status !== 'DRAFT' && approvalCase.status !== 'SENT_BACK') return null;
  const planned = await plan(parts, look, approvalCase);
  if ('problem' in planned) return { route: [], problem: planned.problem, basis: null };
  const { manifestHash } = approvalCase;
  const started = startRoute(planned.slots, approvalCase.route, { manifestHash, now: parts.clock.now() });
  return { route: started.map(waiting), problem: null, basis: planned.basis };
}

async function looking({ directory }: Parts, { tx, actor, locale }: Look, route: readonly Slot[]): Promise<Looking> {
  const open = route.filter((slot) => slot.status !== 'APPROVED');
  const postIds = [...new Set(open.map((slot) => slot.postId))];
  return { actor, locale, holders: postIds.length === 0 ? new Map() : await directory.holdersOf(tx, postIds) };
}

async function viewOf(parts: Parts, look: Look, approvalCase: ApprovalCase): Promise<CaseView> {
  const simulated = await simulate(parts, look, approvalCase);
  const shown = await looking(parts, look, simulated?.route ?? approvalCase.route);
  return presentCase(approvalCase, shown, simulated);
}

async function routeOf(parts: Parts, look: Look, approvalCase: ApprovalCase): Promise<RouteView> {
  const simulated = await simulate(parts, look, approvalCase);
  const route = simulated?.route ?? approvalCase.route;
  const items = presentRoute(route, await looking(parts, look, route));
  return { items, problem: simulated?.problem ?? null, basis: simulated ? simulated.basis : approvalCase.basis };
}

async function listFor(parts: Parts, look: Look, { box, q, cursor, limit = PAGE }: ListInput): Promise<CasePage> {
  const { tx, actor } = look;
  const viewer = {
    staffId: actor.staffId,
    postIds: actor.posts.map((post) => post.postId),
    seesAll: hasRole(actor, 'AUDITOR') || hasRole(actor, 'CHIEF_RECORDS_MANAGER'),
  };
  const request = { box, viewer, folded: foldForSearch(q ?? ''), cursor: cursor ?? null, limit };
  const page = await queries.listCases(tx, request);
  const routes = page.items.flatMap((item) => item.route);
  const shown = await looking(parts, look, routes);
  return { items: page.items.map((item) => presentSummary(item, shown)), nextCursor: page.nextCursor };
}

/** Lets somebody see a case, if they may; for others it is not there. */
async function visible<T>(
  { db, directory }: Parts,
  { caller, caseId }: { caller: Caller; caseId: string },
  show: (look: Look, approvalCase: ApprovalCase) => Promise<T>,
): Promise<T> {
  return db.inMunicipality(caller.municipalityId, async (tx) => {
    const [actor, approvalCase] = await Promise.all([directory.actorOf(tx, caller), queries.readCase(tx, caseId)]);
    if (!approvalCase || !maySee(actor, approvalCase)) throw notFound('approvals.not_found');
    return show({ tx, actor, locale: caller.locale }, approvalCase);
  });
}

export function createViews(given: ViewsParts): Views {
  const { db, clock, directory, regulations } = given;
  const when = (municipalityId: string) => ({ municipalityId, day: localDateOf(clock.now()) });
  const parts: Parts = { ...given, when };
  return {
    viewOf: (look, approvalCase) => viewOf(parts, look, approvalCase),
    read: (caller, caseId) => visible(parts, { caller, caseId }, (look, one) => viewOf(parts, look, one)),
    route: (caller, caseId) => visible(parts, { caller, caseId }, (look, one) => routeOf(parts, look, one)),
    history: (caller, caseId) =>
      visible(parts, { caller, caseId }, async ({ tx }) => (await queries.historyOf(tx, caseId)).map(presentHistory)),
    list: (caller, input) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        return listFor(parts, { tx, actor, locale: caller.locale }, input);
      }),
    async planOrRefuse(look, approvalCase) {
      const planned = await plan(parts, look, approvalCase);
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
