import { type Actor, personOf } from '../../directory/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { badInput, type LocalDate, localDateOf, notAllowed, type Via } from '../../shared/index.ts';
import { askingOf } from '../applications/parts.ts';
import type { DayItem } from '../days/day.ts';
import { bookedDays, lockDays, saveDays } from '../days/store.ts';
import { addFact } from '../history/store.ts';
import { overlapsOf } from '../leave/overlap.ts';
import { mayActAsBoss } from '../people/people.ts';
import type { RoomParts } from '../room.ts';
import { isClosed } from '../sheets/is-closed.ts';
import type { OrderOvertimeInput } from './contract.ts';
import { overtimeMatter, weigh } from './judging.ts';
import { OVERTIME_DAY } from './store.ts';

export type OrderingParts = Pick<RoomParts, 'db' | 'clock' | 'directory' | 'regulations' | 'wake'>;

export interface Acting {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly via: Via;
}

/** @throws not-allowed `telework.overtime_not_below` */
export async function bossOf({ directory }: OrderingParts, { tx, actor }: Acting, staffId: string): Promise<Actor> {
  const [there, person] = await Promise.all([directory.organisation(tx), directory.actorById(tx, staffId)]);
  if (!person || !mayActAsBoss(there, actor, staffId)) throw notAllowed('telework.overtime_not_below');
  return person;
}

/** @throws bad-input `telework.overtime_month_closed` */
export async function refuseClosed(tx: Tx, staffId: string, date: LocalDate): Promise<void> {
  if (await isClosed(tx, staffId, date.slice(0, 7))) throw badInput('telework.overtime_month_closed');
}

export async function refuseOverlaps(
  tx: Tx,
  item: Pick<DayItem, 'staffId' | 'date' | 'span' | 'itemId'>,
): Promise<void> {
  const { staffId, date, span, itemId } = item;
  const booked = await bookedDays(tx, { staffIds: [staffId], from: date, to: date });
  const others = booked.map((one) => ({ bookingId: one.itemId, date: one.date, kind: one.kind, span: one.span }));
  const found = overlapsOf([{ bookingId: itemId, date, kind: 'OVERTIME', span }], others);
  if (found.length > 0) throw badInput('telework.overtime_overlaps', { date });
}

interface Authority extends Acting {
  readonly person: Actor;
  readonly date: LocalDate;
  readonly months: Parameters<typeof overtimeMatter>[2];
}

/**
 * By the table of decisions: who orders it is whoever would decide the application, or a post above.
 * @throws not-allowed `telework.overtime_not_decider`, `telework.overtime_not_planned`
 */
async function refuseBeyondAuthority(
  { regulations, directory, clock }: OrderingParts,
  asked: Authority,
): Promise<void> {
  const { tx, actor, person, date, months } = asked;
  const post = person.posts[0];
  const matter = overtimeMatter(regulations, { tx, today: localDateOf(clock.now()), actor: person, date }, months);
  const question = { matter: matter.code, facts: matter.facts, escalations: [], urgent: false };
  const answer = post
    ? await regulations.plan(tx, { ...question, unitId: post.unitId, drafterPostIds: [post.postId] })
    : null;
  if (!answer?.ok) throw notAllowed('telework.overtime_not_planned');
  const { deciderPostId: postId, basis } = answer.plan;
  const there = await directory.organisation(tx);
  const own = actor.posts.map((one) => one.postId);
  const unit = there.posts.get(postId)?.unitId;
  const above = unit === undefined ? [] : there.lineAbove(unit).flatMap(({ head }) => head?.postId ?? []);
  if (own.includes(postId) || above.some((one) => own.includes(one))) return;
  const who = there.posts.get(postId)?.title ?? '';
  throw notAllowed('telework.overtime_not_decider', { who, article: basis.article });
}

/** 事前命令 by a boss, without being asked: within what the table lets that post decide. */
export async function order(
  parts: OrderingParts,
  acting: Acting,
  input: OrderOvertimeInput,
): Promise<{ itemId: string }> {
  const { tx, actor, via } = acting;
  const { clock, regulations, directory } = parts;
  const { staffId, reason } = input;
  const date = input.date as LocalDate;
  const person = await bossOf(parts, acting, staffId);
  await lockDays(tx, staffId);
  const { today } = await askingOf({ clock, directory, regulations }, tx, { actor });
  if (date < today) throw badInput('telework.overtime_order_past');
  await refuseClosed(tx, staffId, date);
  const { asked, months } = await weigh(regulations, { tx, today, staffId, date, times: input });
  await refuseBeyondAuthority(parts, { ...acting, person, date, months });
  const { span, minutes, on } = asked;
  const itemId = newId(clock);
  const item: DayItem = {
    ...{ itemId, applicationId: newId(clock), staffId, date, kind: 'OVERTIME', state: 'APPROVED', span },
    detail: { minutes, on, confirmed: false },
  };
  await refuseOverlaps(tx, item);
  await addFact(tx, {
    ...{ subject: { kind: OVERTIME_DAY, id: itemId }, seq: 1, at: clock.now(), act: 'ORDERED', staffId, via },
    ...{ actor: personOf(actor), leafId: newId(clock) },
    fact: { date, from: span.from, to: span.to, minutes, on, reason },
  });
  await saveDays(tx, [item]);
  return { itemId };
}
