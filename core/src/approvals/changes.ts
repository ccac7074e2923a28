import type { Directory } from '../directory/index.ts';
import { type Clock, type Condition, type Database, newId, sha256Hex, type Tx, Untouched } from '../platform/index.ts';
import { type Caller, canonicalJson, conflict, type Json, KaigiError } from '../shared/index.ts';
import type { ApprovalCase, Outcome } from './case.ts';
import type { Act, CaseView } from './contract.ts';
import { refuseWords } from './disposals/without-words.ts';
import type { Facts } from './facts.ts';
import { manifestHash } from './manifest.ts';
import { maySee } from './policy.ts';
import * as queries from './queries.ts';
import type { RememberedCases } from './remembered-cases.ts';
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
  readonly remembered: RememberedCases;
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

/** A change that was made: what is answered, and the case as it is now. */
interface Made {
  readonly view: CaseView;
  readonly next: ApprovalCase;
}

/** Loads the case, asks the policy, applies the rule, saves: one transaction, one version. */
export async function change(parts: ChangeParts, asked: Change): Promise<CaseView> {
  const { caller, target } = asked;
  const known = parts.remembered.at(caller.municipalityId, target);
  const made = (known && (await presuming(() => changeKnown(parts, asked, known)))) ?? (await changeRead(parts, asked));
  parts.wake();
  if ('shown' in made) return made.shown;
  parts.remembered.keep(caller.municipalityId, made.next);
  return made.view;
}

async function changeRead(parts: ChangeParts, asked: Change): Promise<Made | Shown> {
  const { municipalityId } = asked.caller;
  for (let race = 1; ; race += 1) {
    try {
      const alone = asked.rule.alone && (await parts.db.singly(municipalityId, (tx) => changeAlone(parts, tx, asked)));
      if (alone && !('undecided' in alone)) return alone;
      const made = alone && (await presuming(() => changeMore(parts, asked, alone.undecided)));
      return made ?? (await parts.db.inMunicipality(municipalityId, (tx) => changeWithin(parts, tx, asked)));
    } catch (error) {
      // Somebody acted between our reading and our writing: now the case is read as it is after that.
      if (!(error instanceof Untouched) || race >= MOST_RACES) throw error;
    }
  }
}

/** What was read earlier may no longer be so: then nothing is saved, and nobody is refused anything; all is read anew. */
async function presuming(work: () => Promise<Made | null>): Promise<Made | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Untouched || error instanceof KaigiError) return null;
    throw error;
  }
}

async function changeKnown(parts: ChangeParts, asked: Change, known: ApprovalCase): Promise<Made | null> {
  const { alone } = asked.rule;
  // Without it, the rule asks for more than the case, and wants it locked.
  if (!alone) return null;
  const made = await parts.db.singly(asked.caller.municipalityId, async (tx) => {
    const opened = await openKnown(parts, { tx, ...asked }, known);
    const outcome = opened && alone(opened);
    return outcome && settled(parts, opened, { outcome, target: asked.target });
  });
  return made ?? changeMore(parts, asked, known);
}

/** The decision on a case that was read before, in a transaction that fails if it no longer is so. */
function changeMore(parts: ChangeParts, asked: Change, known: ApprovalCase): Promise<Made | null> {
  return parts.db.inMunicipality(asked.caller.municipalityId, async (tx) => {
    const opened = await openKnown(parts, { tx, ...asked }, known);
    const outcome = opened && (await asked.rule.within(opened));
    return outcome && settled(parts, opened, { outcome, target: asked.target });
  });
}

/** Most acts change nothing but the case: it is read, and saved on top of the version that was read, in one statement. */
async function changeAlone(
  parts: ChangeParts,
  tx: Tx,
  asked: Change,
): Promise<Made | Shown | { undecided: ApprovalCase }> {
  const opened = await open(parts, { tx, ...asked, locked: false });
  if ('shown' in opened) return opened;
  const outcome = asked.rule.alone?.(opened);
  return outcome ? settled(parts, opened, { outcome, target: asked.target }) : { undecided: opened.approvalCase };
}

/** A submission asks the regulations, a deputy whether they may: under the lock of the case. */
async function changeWithin(parts: ChangeParts, tx: Tx, asked: Change): Promise<Made | Shown> {
  const opened = await open(parts, { tx, ...asked, locked: true });
  if ('shown' in opened) return opened;
  const outcome = await asked.rule.within(opened);
  return settled(parts, opened, { outcome, target: asked.target });
}

const lookOf = ({ tx, actor, caller }: Open): Look => ({ tx, actor, locale: caller.locale });

interface Shown {
  readonly shown: CaseView;
}

/** The case for somebody who may see it, at the version they saw; or what is shown to whoever comes late. */
async function open(
  parts: ChangeParts,
  { tx, caller, target, locked }: { tx: Tx; caller: Caller; target: Target; locked: boolean },
): Promise<Open | Shown> {
  const { look, approvalCase } = await visibleCase(parts, { tx, caller, caseId: target.caseId, locked });
  const { actor } = look;
  const opened = { tx, caller, actor, approvalCase, facts: factsOf(parts.clock, actor, caller) };
  return approvalCase.version === target.version
    ? opened
    : { shown: await late(parts, look, { approvalCase, target }) };
}

interface Presuming extends Open {
  /** What must still be so when it is saved. */
  readonly provided?: Condition;
}

/** The case as it was, for somebody who may see it by themselves; null where that cannot be told without asking. */
async function openKnown(
  { directory, clock }: ChangeParts,
  { tx, caller }: { tx: Tx; caller: Caller },
  approvalCase: ApprovalCase,
): Promise<Presuming | null> {
  const provided = directory.presumed(tx);
  if (!provided) return null;
  const actor = await directory.actorOf(tx, caller);
  if (!maySee(actor, approvalCase)) return null;
  return { tx, caller, actor, approvalCase, facts: factsOf(clock, actor, caller), provided };
}

/** Saves the outcome. The answer is made while the database writes; inside a transaction the commit waits for both. */
async function settled(
  { clock, views }: ChangeParts,
  opened: Presuming,
  { outcome, target }: { outcome: Outcome; target: Target },
): Promise<Made> {
  const { tx, caller, approvalCase, facts, provided = null } = opened;
  refuseWords(outcome);
  const next = numbered(outcome.next, approvalCase, facts.now);
  const history = { ...outcome.history, detail: { ...outcome.history.detail, request: requestHash(target) } };
  const saved = { next, before: approvalCase, history, via: caller.via, leafId: newId(clock) };
  // Not waited for here: `singly` and `inMunicipality` end only when it has succeeded too.
  void save(tx, saved, provided);
  return { view: await views.viewAfter(lookOf(opened), next), next };
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
