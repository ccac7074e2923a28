import { personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import { asJson, type Caller, notAllowed, notFound } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import { mayActAsBoss } from '../people/people.ts';
import { type DisasterParts, inside, type Open } from './open.ts';
import { refusePaper } from './paper.ts';
import type { RollAnswerInput, RollView } from './roll-contract.ts';
import { type RollNamed, seenRoll } from './roll-seeing.ts';
import * as store from './roll-store.ts';

interface Answering {
  readonly caller: Caller;
  readonly named: RollNamed;
  readonly input: RollAnswerInput;
}

const isSame = (member: store.RollMember, { answer, words, place }: RollAnswerInput, by: string | null): boolean =>
  member.answer === answer &&
  member.words === words &&
  member.place === place &&
  member.paper === null &&
  (member.answeredBy?.staffId ?? null) === by;

async function answerOnce(parts: DisasterParts, open: Open, { caller, named, input }: Answering): Promise<void> {
  const { tx, actor, there } = open;
  const { rollId } = named;
  const staffId = input.staffId ?? actor.staffId;
  const roll = await store.readRoll(tx, rollId);
  if (!roll || roll.kind !== named.kind) throw notFound('telework.roll_not_found');
  const self = staffId === actor.staffId;
  if (!self && !open.runs && !mayActAsBoss(there, actor, staffId)) throw notAllowed('telework.roll_not_for_them');
  const member = await store.readMember(tx, { rollId, staffId, locked: true });
  if (!member) throw notFound(self ? 'telework.roll_not_found' : 'telework.roll_not_asked');
  const by = self ? null : personOf(actor);
  const { answer, words, place, paper } = input;
  const now = parts.clock.now();
  if (paper) await refusePaper(tx, { paper, member, now, self });
  else if (isSame(member, input, by?.staffId ?? null)) return;
  const answeredAt = paper ? new Date(paper.at) : now;
  const [seq, late] = [member.version + 1, isLate(roll, answeredAt)];
  await addFact(tx, {
    ...{ subject: { kind: store.ROLL_ANSWER, id: member.answerId }, seq, at: now, act: 'ANSWERED', staffId },
    ...{ actor: personOf(actor), via: caller.via, leafId: newId(parts.clock) },
    fact: { rollId, answer, words, place, late, byPhone: !self && !paper, ...(paper ? { paper: { ...paper } } : {}) },
  });
  await store.saveAnswer(tx, {
    ...{ ...member, answer, words, place, late, answeredAt, answeredBy: by, version: seq },
    paper: paper ? { source: paper.source, orderNumber: paper.orderNumber, enteredAt: now.toISOString() } : null,
  });
}

/** What a paper says in time came in time, whenever it is entered. */
const isLate = ({ open, facts }: store.Roll, at: Date): boolean =>
  !open && at >= (facts.find(({ act }) => act === 'CLOSED')?.at ?? at);

export async function answer(parts: DisasterParts, { caller, named, input }: Answering): Promise<RollView> {
  const view = await inside(parts, caller, async (open) => {
    const request = asJson({ use: 'telework.answer-roll', ...named, ...input });
    const once = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    await onlyOnce(open.tx, once, async () => {
      await answerOnce(parts, open, { caller, named, input });
      return { rollId: named.rollId };
    });
    return seenRoll(open, named);
  });
  parts.wake();
  return view;
}
