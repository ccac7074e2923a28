import type { Absences, Actor, Directory } from '../directory/index.ts';
import type { Clock, Database, Tx } from '../platform/index.ts';
import { type ClassificationRow, periodWords, type Regulations } from '../regulations/index.ts';
import { type Caller, type Locale, localDateOf } from '../shared/index.ts';
import { type ApprovalCase, isUnderReview, type Slot } from './case.ts';
import type { Box, CasePage, CaseView, HistoryEntry, RouteView } from './contract.ts';
import { namedInstruction } from './instructions/named.ts';
import * as lists from './list-queries.ts';
import type { Looking } from './looking.ts';
import { viewerOf } from './may.ts';
import type { Planner } from './planner.ts';
import { maySee } from './policy.ts';
import { presentCase, presentHistory, presentSummary } from './present.ts';
import { postsToAsk } from './present-slots.ts';
import * as queries from './queries.ts';
import { casesToStandInFor } from './stand-in-list.ts';
import type { StandIns } from './stand-ins.ts';
import { foldForSearch } from './store.ts';
import { visibleCase } from './visible-case.ts';

export interface ViewsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly absences: Absences;
  readonly regulations: Regulations;
  readonly planner: Planner;
  readonly standIns: StandIns;
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

/** Everything that is asked about cases without changing them. */
export interface Views {
  read(caller: Caller, caseId: string): Promise<CaseView>;
  list(caller: Caller, input: ListInput): Promise<CasePage>;
  history(caller: Caller, caseId: string): Promise<HistoryEntry[]>;
  /** The route taken, or for a draft the route it would take today. */
  route(caller: Caller, caseId: string): Promise<RouteView>;
  viewOf(look: Look, approvalCase: ApprovalCase): Promise<CaseView>;
  /** The same at once after an act, without what is asked about absences. */
  viewAfter(look: Look, approvalCase: ApprovalCase): Promise<CaseView>;
  classified(tx: Tx, code: string): Promise<Pick<ApprovalCase, 'classification' | 'retentionYears'>>;
}

const PAGE = 30;

async function looking(
  { directory, clock }: ViewsParts,
  { tx, actor, locale }: Look,
  seen: { route: readonly Slot[]; obligations?: ApprovalCase['obligations'] },
): Promise<Looking> {
  const postIds = postsToAsk(seen.route, seen.obligations);
  const holders = postIds.length === 0 ? new Map() : await directory.holdersOf(tx, postIds);
  return { actor, locale, now: clock.now(), holders };
}

/** By the plan of today while it still says as many years; else by the years that the case was drafted with. */
function periodOf(
  plan: readonly ClassificationRow[],
  { classification, retentionYears }: Pick<ApprovalCase, 'classification' | 'retentionYears'>,
): CaseView['period'] {
  const row = plan.find(({ code }) => code === classification.code);
  return periodWords(row?.retentionYears === retentionYears ? row : { retentionYears });
}

/** The same at one case, with what its matter is called. */
async function lookingAt(
  parts: ViewsParts,
  look: Look,
  { route, approvalCase }: { route: readonly Slot[]; approvalCase: ApprovalCase },
): Promise<Looking> {
  const { obligations, details, links } = approvalCase;
  const { matters, classifications } = parts.regulations.packOf(look.tx.municipalityId, localDateOf(parts.clock.now()));
  const matterName = matters.get(details.matter.code)?.name[look.locale] ?? null;
  const instruction = links.instructionId === undefined ? null : await namedInstruction(look, links.instructionId);
  const period = periodOf(classifications, approvalCase);
  return { ...(await looking(parts, look, { route, obligations })), matterName, instruction, period };
}

/** What an act leaves, for whoever acted: without asking again who is away. */
async function viewAfter(parts: ViewsParts, look: Look, approvalCase: ApprovalCase): Promise<CaseView> {
  const simulated = await parts.planner.simulate(look, approvalCase);
  const shown = await lookingAt(parts, look, { route: simulated?.route ?? approvalCase.route, approvalCase });
  return presentCase(approvalCase, shown, simulated);
}

/** Everything that is known today: who is away, who would act for them, who has opened it. */
async function viewOf(parts: ViewsParts, look: Look, approvalCase: ApprovalCase): Promise<CaseView> {
  const simulated = await parts.planner.simulate(look, approvalCase);
  const route = simulated?.route ?? approvalCase.route;
  const { caseId } = approvalCase;
  const isOpen = simulated !== null || isUnderReview(approvalCase);
  const [shown, today, receipts] = await Promise.all([
    lookingAt(parts, look, { route, approvalCase }),
    isOpen ? parts.standIns.today(look, approvalCase, route) : {},
    simulated === null ? queries.receiptsOf(look.tx, caseId) : [],
  ]);
  const opened = new Map(receipts.map((receipt) => [receipt.slotId, receipt]));
  return presentCase(approvalCase, { ...shown, ...today, receipts: opened }, simulated);
}

async function routeOf(parts: ViewsParts, look: Look, approvalCase: ApprovalCase): Promise<RouteView> {
  const view = await viewOf(parts, look, approvalCase);
  return { items: view.route, passedOver: view.passedOver, problem: view.routeProblem, basis: view.basis };
}

async function pageOf(
  parts: ViewsParts,
  look: Look,
  { box, q, cursor, limit }: ListInput & { limit: number },
): Promise<lists.CaseList> {
  const { tx, actor } = look;
  if (box === 'standIn') return { items: await casesToStandInFor(parts, look), nextCursor: null };
  const folded = foldForSearch(q ?? '');
  const page = await lists.listCases(tx, { box, viewer: viewerOf(actor), folded, cursor: cursor ?? null, limit });
  // Whoever once did something to a case stands in its history; that alone does not show them what became of it.
  return { ...page, items: page.items.filter((one) => maySee(actor, one)) };
}

async function listFor(parts: ViewsParts, look: Look, { box, q, cursor, limit = PAGE }: ListInput): Promise<CasePage> {
  const page = await pageOf(parts, look, { box, q, cursor, limit });
  const shown = await looking(parts, look, { route: page.items.flatMap((item) => item.route) });
  return { items: page.items.map((item) => presentSummary(item, shown)), nextCursor: page.nextCursor };
}

/** Lets somebody see a case, if they may; for others it is not there. */
async function visible<T>(
  parts: ViewsParts,
  { caller, caseId }: { caller: Caller; caseId: string },
  show: (look: Look, approvalCase: ApprovalCase) => Promise<T>,
): Promise<T> {
  return parts.db.singly(caller.municipalityId, async (tx) => {
    const { look, approvalCase } = await visibleCase(parts, { tx, caller, caseId });
    return show(look, approvalCase);
  });
}

export function createViews(parts: ViewsParts): Views {
  const { db, clock, directory, regulations } = parts;
  return {
    viewOf: (look, approvalCase) => viewOf(parts, look, approvalCase),
    viewAfter: (look, approvalCase) => viewAfter(parts, look, approvalCase),
    read: (caller, caseId) => visible(parts, { caller, caseId }, (look, one) => viewOf(parts, look, one)),
    route: (caller, caseId) => visible(parts, { caller, caseId }, (look, one) => routeOf(parts, look, one)),
    history: (caller, caseId) =>
      visible(parts, { caller, caseId }, async ({ tx }, one) =>
        (await queries.historyOf(tx, caseId)).map((row) => presentHistory(row, one)),
      ),
    list: (caller, input) =>
      db.singly(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        return listFor(parts, { tx, actor, locale: caller.locale }, input);
      }),
    async classified(tx, code) {
      await regulations.ready(tx);
      const { municipalityId } = tx;
      const row = regulations.classification({ municipalityId, day: localDateOf(clock.now()) }, code);
      return { classification: { code: row.code, name: row.minor }, retentionYears: row.retentionYears };
    },
  };
}
