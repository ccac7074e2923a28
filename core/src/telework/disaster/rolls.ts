import { type Actor, BY_THE_RULES, personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import { asJson, type Caller, conflict, type Json, notAllowed, notFound, type Via } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import { type DisasterParts, inside, looking, type Open } from './open.ts';
import { answer } from './roll-answering.ts';
import type { MusterInput, RollAnswerInput, RollChangeInput, RollView, SafetyCheckInput } from './roll-contract.ts';
import { peopleMeant } from './roll-people.ts';
import { versionOf } from './roll-present.ts';
import { type RollNamed, seenRoll } from './roll-seeing.ts';
import * as store from './roll-store.ts';

export interface Rolls {
  /** @throws not-allowed `telework.roll_not_yours`; not-found `telework.roll_unit_unknown`; conflict `telework.roll_nobody` */
  call(caller: Caller, asked: CallAsked): Promise<RollView>;
  /**
   * The last answer counts, whoever gave it; also after it was closed.
   * @throws not-found `telework.roll_not_found`; not-allowed `telework.roll_not_for_them`
   */
  answer(caller: Caller, rollId: RollNamed, input: RollAnswerInput): Promise<RollView>;
  /** @throws conflict `telework.roll_closed`, `telework.roll_stale` */
  remind(caller: Caller, rollId: RollNamed, input: RollChangeInput): Promise<RollView>;
  /** @throws conflict `telework.roll_closed`, `telework.roll_stale` */
  close(caller: Caller, rollId: RollNamed, input: RollChangeInput): Promise<RollView>;
  read(caller: Caller, rollId: RollNamed): Promise<RollView>;
}

export type CallAsked =
  | { readonly kind: 'SAFETY'; readonly input: SafetyCheckInput }
  | { readonly kind: 'MUSTER'; readonly input: MusterInput };

const REMIND_MS = 30 * 60_000;
const nextReminder = (now: Date, left: number): Date | null => (left > 0 ? new Date(now.getTime() + REMIND_MS) : null);

interface Step {
  readonly roll: store.Roll | store.RollRow;
  readonly seq: number;
  readonly act: 'CALLED' | 'REMINDED' | 'CLOSED';
  readonly by: Actor | null;
  readonly via: Via;
  readonly fact: Readonly<Record<string, Json>>;
}

/** The next fact of a roll; false where somebody else was faster. */
export function followRoll(
  { clock }: Pick<DisasterParts, 'clock'>,
  { tx }: Pick<Open, 'tx'>,
  { roll, seq, act, by, via, fact }: Step,
): Promise<boolean> {
  return addFact(tx, {
    ...{ subject: { kind: store.ROLL, id: roll.rollId }, seq, at: clock.now(), act, staffId: null, fact, via },
    actor: by ? personOf(by) : BY_THE_RULES,
    leafId: newId(clock),
  });
}

async function callOnce(
  parts: DisasterParts,
  open: Open,
  { caller, asked: { kind, input }, enabled }: { caller: Caller; asked: CallAsked; enabled: readonly string[] },
): Promise<string> {
  const { tx, there, actor } = open;
  if (!open.runs) throw notAllowed('telework.roll_not_yours');
  const unit = input.unitId === null ? null : there.units.get(input.unitId);
  if (unit === undefined) throw notFound('telework.roll_unit_unknown');
  const people = await peopleMeant({ ...parts, tx, there, enabled }, input);
  if (people.length === 0) throw conflict('telework.roll_nobody');
  const { clock } = parts;
  const remindersLeft = input.reminders;
  const remindAt = nextReminder(clock.now(), remindersLeft);
  const roll = { rollId: newId(clock), kind, open: true, round: 1, remindAt, remindersLeft };
  await store.insertRoll(tx, roll);
  const called = people.map(({ unitId, person }) => ({
    ...{ staffId: person.staffId, answerId: newId(clock), unitId, person },
  }));
  await store.insertMembers(tx, roll.rollId, called);
  const place = 'place' in input ? input.place : '';
  const fact = {
    kind,
    title: input.title,
    words: input.words,
    place,
    unitName: unit?.name ?? '',
    people: people.length,
  };
  await followRoll(parts, open, { roll, seq: 1, act: 'CALLED', by: actor, via: caller.via, fact });
  return roll.rollId;
}

async function call(parts: DisasterParts, caller: Caller, asked: CallAsked): Promise<RollView> {
  const enabled = (await parts.directory.enabledStaff(caller.municipalityId)).map(({ staffId }) => staffId);
  const view = await inside(parts, caller, async (open) => {
    const request = asJson({ use: 'telework.call-roll', ...asked });
    const once = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    const rollId = await onlyOnce(open.tx, once, () => callOnce(parts, open, { caller, asked, enabled }));
    return seenRoll(open, { kind: asked.kind, rollId });
  });
  await store.learnSizes(parts.db);
  parts.wake();
  return view;
}

interface Changing {
  readonly caller: Caller;
  readonly named: RollNamed;
  readonly input: RollChangeInput;
  readonly act: 'REMINDED' | 'CLOSED';
}

/** One reminder more, or no more at all. */
export function nextOf(roll: store.Roll, act: Changing['act'], now: Date): store.RollRow {
  if (act === 'CLOSED') return { ...roll, open: false, remindAt: null, remindersLeft: 0 };
  const remindersLeft = Math.max(0, roll.remindersLeft - 1);
  return { ...roll, round: roll.round + 1, remindersLeft, remindAt: nextReminder(now, remindersLeft) };
}

async function changeOnce(parts: DisasterParts, open: Open, { caller, named, input, act }: Changing): Promise<void> {
  const { tx, actor } = open;
  const roll = await store.readRoll(tx, named.rollId, { locked: true });
  if (!roll || roll.kind !== named.kind) throw notFound('telework.roll_not_found');
  if (!open.runs) throw notAllowed('telework.roll_not_yours');
  if (!roll.open) throw conflict('telework.roll_closed', {}, await seenRoll(open, named));
  const stale = async () => conflict('telework.roll_stale', {}, await seenRoll(open, named));
  if (versionOf(roll) !== input.version) throw await stale();
  const next = nextOf(roll, act, parts.clock.now());
  const fact = { round: next.round };
  const step = { roll, seq: input.version + 1, act, by: actor, via: caller.via, fact };
  if (!(await followRoll(parts, open, step))) throw await stale();
  await store.updateRoll(tx, next);
}

async function change(parts: DisasterParts, changing: Changing): Promise<RollView> {
  const { caller, named, input, act } = changing;
  const view = await inside(parts, caller, async (open) => {
    const once = {
      ...{ staffId: open.actor.staffId, key: caller.idempotencyKey },
      request: { use: 'telework.change-roll', ...named, ...input, act },
    };
    await onlyOnce(open.tx, once, async () => {
      await changeOnce(parts, open, changing);
      return { rollId: named.rollId };
    });
    return seenRoll(open, named);
  });
  parts.wake();
  return view;
}

export const createRolls = (parts: DisasterParts): Rolls => ({
  call: (caller, asked) => call(parts, caller, asked),
  answer: (caller, named, input) => answer(parts, { caller, named, input }),
  remind: (caller, named, input) => change(parts, { caller, named, input, act: 'REMINDED' }),
  close: (caller, named, input) => change(parts, { caller, named, input, act: 'CLOSED' }),
  read: (caller, named) => looking(parts, caller, (open) => seenRoll(open, named)),
});
