import type { Directory } from '../directory/index.ts';
import { type Clock, type Database, newId, sha256Hex, type Tx, Untouched } from '../platform/index.ts';
import { type Caller, canonicalJson, conflict, type Json } from '../shared/index.ts';
import type { ApprovalCase, Outcome } from './case.ts';
import type { Act, CaseView } from './contract.ts';
import type { Facts } from './facts.ts';
import { manifestHash } from './manifest.ts';
import * as queries from './queries.ts';
import type { StandIns } from './stand-ins.ts';
import type { Open, Rule } from './steps.ts';
import { save } from './store.ts';
import type { Look, Views } from './views.ts';
import { visibleCase } from './visible-case.ts';

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
export const numbered = (next: ApprovalCase, before: ApprovalCase, now: Date): ApprovalCase => ({
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
export function factsOf(clock: Clock, actor: Facts['actor'], { via }: Pick<Caller, 'via'>): Facts {
  const newIdNow = () => newId(clock);
  return { actor, now: clock.now(), via, newId: newIdNow, manifestOf: manifestHash, found: {} };
}

interface Change {
  readonly caller: Caller;
  readonly target: Target;
  readonly rule: Rule;
}

const MOST_RACES = 5;

/** Loads the case, asks the policy, applies the rule, saves: one transaction, one version. */
export async function change(parts: ChangeParts, asked: Change): Promise<CaseView> {
  const { municipalityId } = asked.caller;
  for (let race = 1; ; race += 1) {
    try {
      const view =
        (asked.rule.alone && (await parts.db.singly(municipalityId, (tx) => changeAlone(parts, tx, asked)))) ??
        (await parts.db.inMunicipality(municipalityId, (tx) => changeWithin(parts, tx, asked)));
      parts.wake();
      return view;
    } catch (error) {
      // Somebody acted between our reading and our writing: now the case is read as it is after that.
      if (!(error instanceof Untouched) || race >= MOST_RACES) throw error;
    }
  }
}

/** Most acts change nothing but the case: it is read, and saved on top of the version that was read, in one statement. */
async function changeAlone(parts: ChangeParts, tx: Tx, asked: Change): Promise<CaseView | null> {
  const opened = await open(parts, { tx, ...asked, locked: false });
  if ('shown' in opened) return opened.shown;
  const outcome = asked.rule.alone?.(opened);
  if (!outcome) return null;
  const { next, saved } = saving(parts, opened, { outcome, target: asked.target });
  const [view] = await Promise.all([parts.views.viewAfter(lookOf(opened), next), saved]);
  return view;
}

/** The decision freezes the record and takes a number, a submission asks the regulations: under the lock of the case. */
async function changeWithin(parts: ChangeParts, tx: Tx, asked: Change): Promise<CaseView> {
  const opened = await open(parts, { tx, ...asked, locked: true });
  if ('shown' in opened) return opened.shown;
  const outcome = await asked.rule.within(opened);
  // Not waited for here: it travels with the commit, which waits for it, while the answer is being made.
  const { next } = saving(parts, opened, { outcome, target: asked.target });
  return parts.views.viewAfter(lookOf(opened), next);
}

const lookOf = ({ tx, actor, caller }: Open): Look => ({ tx, actor, locale: caller.locale });

/** The case for somebody who may see it, at the version they saw; or what is shown to whoever comes late. */
async function open(
  parts: ChangeParts,
  { tx, caller, target, locked }: { tx: Tx; caller: Caller; target: Target; locked: boolean },
): Promise<Open | { shown: CaseView }> {
  const { look, approvalCase } = await visibleCase(parts, { tx, caller, caseId: target.caseId, locked });
  const { actor } = look;
  const opened = { tx, caller, actor, approvalCase, facts: factsOf(parts.clock, actor, caller) };
  return approvalCase.version === target.version
    ? opened
    : { shown: await late(parts, look, { approvalCase, target }) };
}

function saving(
  { clock }: ChangeParts,
  { tx, caller, approvalCase, facts }: Open,
  { outcome, target }: { outcome: Outcome; target: Target },
): { next: ApprovalCase; saved: Promise<void> } {
  const next = numbered(outcome.next, approvalCase, facts.now);
  const history = { ...outcome.history, detail: { ...outcome.history.detail, request: requestHash(target) } };
  const saved = save(tx, { next, before: approvalCase, history, via: caller.via, leafId: newId(clock) });
  return { next, saved };
}

/** Pressed twice is normal and gets the same answer; pressed late gets the present state and a sentence. */
async function late(
  { views }: ChangeParts,
  look: Look,
  { approvalCase, target }: { approvalCase: ApprovalCase; target: Target },
): Promise<CaseView> {
  const view = await views.viewAfter(look, approvalCase);
  const entry = await queries.historyEntry(look.tx, approvalCase.caseId, target.version + 1);
  const done = entry?.actor.staffId === look.actor.staffId && entry.detail.request === requestHash(target);
  if (!done) throw conflict('approvals.stale', {}, view);
  return view;
}
