import { type Database, newId, type Tx } from '../platform/index.ts';
import { passesOver } from '../regulations/index.ts';
import { localDateOf } from '../shared/index.ts';
import { BY_THE_RULES, passOver } from './acts/pass-over.ts';
import { type ApprovalCase, activeSlots, isUnderReview } from './case.ts';
import { factsOf, numbered } from './changes.ts';
import { inquire, type StandInParts, skipFor } from './inquiry.ts';
import { isWithdrawing, mayBePassedOver } from './policy.ts';
import { lockedCase } from './queries.ts';
import { save } from './store.ts';

export interface PassOverParts extends StandInParts {
  readonly db: Database;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
}

/** Lets these cases go on past whoever the regulations pass over without being asked. Returns those that did. */
export type PassOver = (municipalityId: string, caseIds: readonly string[]) => Promise<ReadonlySet<string>>;

const VIA = { via: 'rules' } as const;

/** One who is passed over, with the regulations' answer; the rule and its line of history follow from it. */
async function passOne(parts: PassOverParts, tx: Tx, before: ApprovalCase): Promise<ApprovalCase | null> {
  if (!isUnderReview(before) || isWithdrawing(before) || before.sentBack !== null) return null;
  const route = activeSlots(before).filter(mayBePassedOver);
  if (route.length === 0) return null;
  const inquiry = await inquire(parts, { tx, actor: BY_THE_RULES, locale: 'ja' }, { approvalCase: before, route });
  for (const slot of route) {
    const skip = skipFor(inquiry, slot);
    // Somebody took it in for the section and deals with it.
    if (!skip.ok || !skip.automatic || (slot.received && !slot.assignee)) continue;
    const facts = { ...factsOf(parts.clock, BY_THE_RULES, VIA), found: { skip } };
    const outcome = passOver(before, slot.slotId, facts);
    const next = numbered(outcome.next, before, facts.now);
    await save(tx, { next, before, history: outcome.history, ...VIA, leafId: newId(parts.clock) });
    return next;
  }
  return null;
}

/** One line of history for each who is passed over; whoever comes next may be absent as well. */
async function passIn(parts: PassOverParts, tx: Tx, caseId: string): Promise<boolean> {
  let one = await lockedCase(tx, caseId);
  let passed = false;
  while (one) {
    one = await passOne(parts, tx, one);
    passed ||= one !== null;
  }
  return passed;
}

export function passingOver(parts: PassOverParts): PassOver {
  const { db, clock, regulations, wake } = parts;
  const asksForIt = (municipalityId: string) =>
    db.singly(municipalityId, async (tx) => {
      await regulations.ready(tx);
      return passesOver(regulations.packOf(municipalityId, localDateOf(clock.now())));
    });
  return async (municipalityId, caseIds) => {
    const passed = new Set<string>();
    if (caseIds.length === 0 || !(await asksForIt(municipalityId))) return passed;
    for (const caseId of new Set(caseIds)) {
      if (await db.inMunicipality(municipalityId, (tx) => passIn(parts, tx, caseId))) passed.add(caseId);
    }
    if (passed.size > 0) wake();
    return passed;
  };
}
