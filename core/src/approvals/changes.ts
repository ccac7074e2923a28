import type { Directory } from '../directory/index.ts';
import { type Clock, type Database, newId, sha256Hex } from '../platform/index.ts';
import { type Caller, canonicalJson, conflict, type Json, notFound } from '../shared/index.ts';
import type { ApprovalCase } from './case.ts';
import type { Act, CaseView } from './contract.ts';
import type { Facts } from './facts.ts';
import { manifestHash } from './manifest.ts';
import { maySee } from './policy.ts';
import * as queries from './queries.ts';
import type { StandIns } from './stand-ins.ts';
import type { Rule } from './steps.ts';
import { save } from './store.ts';
import type { Look, Views } from './views.ts';

export interface ChangeParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly views: Views;
  readonly standIns: StandIns;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
}

/** The next version of the case: what the clock and the count add to the rule's answer. */
const numbered = (next: ApprovalCase, before: ApprovalCase, now: Date): ApprovalCase => ({
  ...next,
  version: before.version + 1,
  updatedAt: now,
});

type Doing = Act | 'submit' | 'edit' | 'replace' | 'attach';

/** What somebody means to change: a case as they saw it, and by which act. */
export interface Target {
  readonly caseId: string;
  readonly version: number;
  readonly doing: Doing;
  /** What was asked, beside case and version: two acts of one kind are the same only when they say the same. */
  readonly asked: Json;
}

/** Stands in the history, so that the same press is known again after any crash. */
const requestHash = ({ doing, asked }: Target): string => sha256Hex(Buffer.from(canonicalJson({ doing, asked })));

/** The given fields only: an optional one that is missing is not asked for. */
export function given(input: object): Json {
  return Object.fromEntries(Object.entries(input).filter(([name, value]) => name !== 'version' && value !== undefined));
}

/** The facts of a change that somebody makes now. */
export function factsOf(clock: Clock, actor: Facts['actor'], caller: Caller): Facts {
  const newIdNow = () => newId(clock);
  return { actor, now: clock.now(), via: caller.via, newId: newIdNow, manifestOf: manifestHash, found: {} };
}

/** Loads and locks the case, asks the policy, applies the rule, saves. One transaction, one version. */
export async function change(
  parts: ChangeParts,
  { caller, target }: { caller: Caller; target: Target },
  rule: Rule,
): Promise<CaseView> {
  const { db, clock, directory, views, standIns, wake } = parts;
  const view = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const loading = [directory.actorOf(tx, caller), queries.lockCase(tx, target.caseId)] as const;
    const [actor, approvalCase] = await Promise.all(loading);
    const look = { tx, actor, locale: caller.locale };
    const seen = approvalCase && (maySee(actor, approvalCase) || (await standIns.lets(look, approvalCase)));
    if (!seen) throw notFound('approvals.not_found');
    if (approvalCase.version !== target.version) return late(parts, look, { approvalCase, target });
    const facts = factsOf(clock, actor, caller);
    const outcome = await rule({ tx, caller, actor, approvalCase, facts });
    const next = numbered(outcome.next, approvalCase, facts.now);
    const history = { ...outcome.history, detail: { ...outcome.history.detail, request: requestHash(target) } };
    save(tx, { next, before: approvalCase, history, via: caller.via, leafId: newId(clock) });
    return views.viewOf(look, next);
  });
  wake();
  return view;
}

/** Pressed twice is normal and gets the same answer; pressed late gets the present state and a sentence. */
async function late(
  { views }: ChangeParts,
  look: Look,
  { approvalCase, target }: { approvalCase: ApprovalCase; target: Target },
): Promise<CaseView> {
  const view = await views.viewOf(look, approvalCase);
  const entry = await queries.historyEntry(look.tx, approvalCase.caseId, target.version + 1);
  const done = entry?.actor.staffId === look.actor.staffId && entry.detail.request === requestHash(target);
  if (!done) throw conflict('approvals.stale', {}, view);
  return view;
}
