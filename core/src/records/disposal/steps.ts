import { type Person, personOf } from '../../directory/index.ts';
import { emit, type Tx } from '../../platform/index.ts';
import { badInput, conflict, localDateOf, notAllowed, type Via } from '../../shared/index.ts';
import { tell } from '../history.ts';
import type { DisposalStepInput } from './contract.ts';
import type { ListRow, Note } from './list.ts';
import type { DisposalParts, Open } from './open.ts';
import { othersOf } from './others.ts';
import { isChief, takesStep } from './policy.ts';
import { fingerprintOf, goesForward, isNamedIn } from './proposal.ts';
import { type Stands, standingOf } from './queries.ts';
import { checkComplete, checkProposable, checkSecond, markOf, type Step, stateAfter } from './rules.ts';
import { itemsOf, remarkItems, settleItems, updateList } from './store.ts';

/** A list lies before those who decide: whoever is above drafts the case. Payload: `listId`, `round`. */
export const DISPOSAL_PROPOSED = 'records/disposal-proposed';
/** Two people have said that it is carried out. Payload: `listId`. */
export const DISPOSAL_CONFIRMED = 'records/disposal-confirmed';

interface Taken {
  readonly step: Step | 'APPROVE' | 'RETURN' | 'FINISH' | 'PACKED' | 'RECEIVE';
  readonly by: Person;
  readonly via: Via;
  readonly fact?: Record<string, string | number | null>;
}

/** The list as it is after a step, with what the log says of it. @throws conflict `records.disposal_stale` */
export async function saveStep(
  { clock }: Pick<DisposalParts, 'clock'>,
  tx: Tx,
  next: ListRow,
  { step, by, via, fact = {} }: Taken,
): Promise<void> {
  const version = next.version + 1;
  if (!(await updateList(tx, { ...next, version }))) throw conflict('records.disposal_stale');
  await tell(clock, tx, {
    of: 'disposal',
    id: next.id,
    seq: version,
    act: step,
    fact: { ...fact, state: next.state },
    by,
    via,
  });
}

/** What is held since it was listed, or let go since, is marked so. */
async function remark({ others }: DisposalParts, { tx, today }: Open, listId: string): Promise<void> {
  const byKind = Map.groupBy(await itemsOf(tx, listId), ({ subjectKind }) => subjectKind);
  const stands: Stands[] = [];
  for (const [kind, items] of byKind) {
    const ids = items.map(({ subjectId }) => subjectId);
    stands.push(...((await othersOf(others, kind)?.standing(tx, kind, ids)) ?? (await standingOf(tx, ids))));
  }
  await remarkItems(
    tx,
    listId,
    stands.map((one) => ({ subjectId: one.subjectId, mark: markOf(one, today) })),
  );
}

const back = (code: Note['code'], by: Person | null, reason = ''): Note => ({ code, reason, by });
const NOBODY_BEGAN = { begunBy: null, begunIsChief: null, begunAt: null } as const;
const NOT_PROPOSED = { fingerprint: null, proposedBy: null, proposedAs: null, caseId: null } as const;

async function proposed(parts: DisposalParts, open: Open, list: ListRow): Promise<ListRow> {
  const { tx, actor, caller } = open;
  await remark(parts, open, list.id);
  const items = await itemsOf(tx, list.id);
  checkProposable(items);
  const round = list.round + 1;
  const { entraObjectId, via, locale } = caller;
  await emit(tx, [{ topic: DISPOSAL_PROPOSED, payload: { listId: list.id, round } }]);
  const fingerprint = fingerprintOf({ id: list.id, round }, items);
  return {
    ...list,
    round,
    fingerprint,
    proposedBy: personOf(actor),
    proposedAs: { entraObjectId, via, locale },
    caseId: null,
    note: null,
  };
}

async function confirmed({ clock }: DisposalParts, open: Open, list: ListRow): Promise<ListRow> {
  const { tx, actor, today } = open;
  const { begunBy, begunIsChief, begunAt } = list;
  if (!begunBy || begunIsChief === null || !begunAt) throw conflict('records.disposal_state');
  const begun = { staffId: begunBy.staffId, isChief: begunIsChief, on: localDateOf(begunAt) };
  checkSecond(begun, { staffId: actor.staffId, isChief: isChief(actor) }, today);
  await checkUnaltered(tx, list);
  await emit(tx, [{ topic: DISPOSAL_CONFIRMED, payload: { listId: list.id } }]);
  return { ...list, confirmedBy: personOf(actor), confirmedAt: clock.now() };
}

/** @throws conflict `records.disposal_altered` */
export async function checkUnaltered(tx: Tx, list: ListRow): Promise<void> {
  if (list.fingerprint !== fingerprintOf(list, await itemsOf(tx, list.id))) throw conflict('records.disposal_altered');
}

/** What the list is after the step; throws where it cannot be taken. */
async function after(
  parts: DisposalParts,
  open: Open,
  list: ListRow,
  { step, reason }: DisposalStepInput,
): Promise<ListRow> {
  const { tx, actor } = open;
  const next: ListRow = { ...list, state: stateAfter(step, list.state) };
  switch (step) {
    case 'SUBMIT':
      await remark(parts, open, list.id);
      checkComplete(await itemsOf(tx, list.id));
      return { ...next, note: null };
    case 'SEND_BACK':
      if (reason === '') throw badInput('records.disposal_back_reason');
      return { ...next, note: back('SENT_BACK', personOf(actor), reason) };
    case 'PROPOSE':
      return proposed(parts, open, next);
    case 'TAKE_BACK':
      return { ...next, ...NOT_PROPOSED, note: back('TAKEN_BACK', personOf(actor)) };
    case 'BEGIN':
      await checkUnaltered(tx, list);
      return {
        ...next,
        begunBy: personOf(actor),
        begunIsChief: isChief(actor),
        begunAt: parts.clock.now(),
        note: null,
      };
    case 'GIVE_UP':
      return { ...next, ...NOBODY_BEGAN, note: back('GIVEN_UP', personOf(actor)) };
    case 'CONFIRM':
      return confirmed(parts, open, next);
    case 'DROP':
      await leaveOut(parts, tx, list.id);
      return next;
  }
}

const leaveOut = ({ clock }: DisposalParts, tx: Tx, listId: string, subjectIds: readonly string[] | null = null) =>
  settleItems(
    tx,
    { listId, subjectIds },
    { state: 'LEFT_OUT', refusal: null, settledAt: clock.now(), from: ['LISTED'] },
  );

/** Pressed twice: it stands where this press was to bring it, and by the same person. */
const isDone = ({ begunBy, confirmedBy, proposedBy, state }: ListRow, step: Step, staffId: string): boolean =>
  (step === 'BEGIN' && state === 'BEGUN' && begunBy?.staffId === staffId) ||
  (step === 'CONFIRM' && (state === 'EXECUTING' || state === 'DONE') && confirmedBy?.staffId === staffId) ||
  (step === 'PROPOSE' && state === 'PROPOSED' && proposedBy?.staffId === staffId);

/**
 * One step on the way of a list, which is locked.
 * @throws not-allowed `records.disposal_not_yours`; conflict `…_stale`, `…_state`, `…_same_person`, `…_no_chief`, `…_too_late`
 */
export async function takeStep(
  parts: DisposalParts,
  open: Open,
  list: ListRow,
  input: DisposalStepInput,
): Promise<void> {
  const { actor, caller, tx } = open;
  if (!takesStep(actor, list, input.step)) throw notAllowed('records.disposal_not_yours');
  if (list.version !== input.version) {
    if (isDone(list, input.step, actor.staffId)) return;
    throw conflict('records.disposal_stale');
  }
  const next = await after(parts, open, list, input);
  const fact = { reason: input.reason, fingerprint: next.fingerprint, round: next.round };
  await saveStep(parts, tx, next, { step: input.step, by: personOf(actor), via: caller.via, fact });
}

/** A case that has come to its end: approved, or back to the records section. True where something changed. */
export async function settleCase(parts: DisposalParts, tx: Tx, list: ListRow, by: Person): Promise<boolean> {
  if (list.state !== 'PROPOSED' || list.caseId === null) return false;
  const deciding = await parts.caseOf(tx, list.caseId);
  if (!deciding || deciding.state === 'OPEN') return false;
  const isApproved = deciding.state === 'DECIDED' && isNamedIn(list, deciding.text);
  const fact = { caseId: list.caseId, fingerprint: list.fingerprint };
  if (!isApproved) {
    const note = back(deciding.state === 'OVER' ? 'CASE_OVER' : 'CASE_UNFIT', null);
    await saveStep(
      parts,
      tx,
      { ...list, ...NOT_PROPOSED, state: 'RECORDS', note },
      { step: 'RETURN', by, via: 'rules', fact },
    );
    return true;
  }
  const items = await itemsOf(tx, list.id);
  const left = items.filter((item) => !goesForward(item)).map(({ subjectId }) => subjectId);
  await leaveOut(parts, tx, list.id, left);
  const next: ListRow = { ...list, state: 'APPROVED', approvedAt: parts.clock.now(), note: null };
  await saveStep(parts, tx, next, { step: 'APPROVE', by, via: 'rules', fact });
  return true;
}
