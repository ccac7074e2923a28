import { personOf } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import { badInput, conflict, type LocalDate, localDateOf, notFound } from '../../shared/index.ts';
import type { DayItem } from '../days/day.ts';
import { lockDays, saveDays } from '../days/store.ts';
import { addFact, factsOf } from '../history/store.ts';
import { scheduleFor } from '../matters/schedule-for.ts';
import type { ConfirmOvertimeInput, ConfirmUnorderedInput, OvertimeDayView } from './contract.ts';
import { type Acting, bossOf, type OrderingParts, refuseClosed, refuseOverlaps } from './ordering.ts';
import { isOver } from './present.ts';
import { OVERTIME_DAY, overtimeItem } from './store.ts';
import { type AskedOvertime, askedOvertime } from './times.ts';

interface Worked {
  readonly staffId: string;
  readonly date: LocalDate;
  readonly from: string;
  readonly to: string;
}

/** What was worked beyond the hours of duty. @throws bad-input */
async function workedTime(
  parts: OrderingParts,
  { tx }: Acting,
  { staffId, date, from, to }: Worked,
): Promise<AskedOvertime> {
  const today = localDateOf(parts.clock.now());
  const schedule = await scheduleFor(parts.regulations, tx, { staffId, from: date, to: date, today });
  const asked = askedOvertime({ from, to }, schedule(date));
  if (typeof asked === 'string') throw badInput(asked);
  if (!isOver({ date, span: asked.span }, parts.clock.now())) throw badInput('telework.overtime_not_over');
  return asked;
}

/** The item as it is from now on: what was worked counts, what was ordered stays with it. */
function confirmedItem(item: DayItem, worked: AskedOvertime | null): DayItem {
  const ordered = item.detail.ordered ?? (item.span ? { from: item.span.from, to: item.span.to } : null);
  if (!worked) return { ...item, state: 'CANCELLED', detail: { ...item.detail, ordered, notWorked: true, minutes: 0 } };
  const detail = { ...item.detail, ordered, notWorked: false, confirmed: true, minutes: worked.minutes, on: worked.on };
  return { ...item, state: 'APPROVED', span: worked.span, detail };
}

const confirmable = ({ state, detail }: DayItem): boolean =>
  state === 'APPROVED' || (state === 'CANCELLED' && detail.notWorked === true);

export interface Confirming {
  readonly itemId: string;
  readonly input: ConfirmOvertimeInput;
  readonly present: () => Promise<OvertimeDayView>;
}

/** 事後確認, also once more where the first one was wrong: each is a fact of its own. */
export async function confirm(
  parts: OrderingParts,
  acting: Acting,
  { itemId, input, present }: Confirming,
): Promise<{ itemId: string }> {
  const { tx, actor, via } = acting;
  const found = await overtimeItem(tx, itemId);
  if (!found) throw notFound('telework.overtime_not_found');
  const { staffId, date } = found;
  await bossOf(parts, acting, staffId);
  await lockDays(tx, staffId);
  const item = (await overtimeItem(tx, itemId)) ?? found;
  const subject = { kind: OVERTIME_DAY, id: itemId };
  const stale = async () => conflict('telework.overtime_stale', {}, await present());
  if ((await factsOf(tx, subject)).length !== input.version) throw await stale();
  if (!confirmable(item)) throw badInput('telework.overtime_not_approved');
  await refuseClosed(tx, staffId, date);
  const worked = input.worked ? await workedTime(parts, acting, { staffId, date, ...input.worked }) : null;
  if (!worked && !isOver(item, parts.clock.now())) throw badInput('telework.overtime_not_over');
  const next = confirmedItem(item, worked);
  if (worked) await refuseOverlaps(tx, next);
  const said = worked && { from: worked.span.from, to: worked.span.to, minutes: worked.minutes, on: worked.on };
  const added = await addFact(tx, {
    ...{
      subject,
      seq: input.version + 1,
      at: parts.clock.now(),
      act: worked ? 'CONFIRMED' : 'NOT_WORKED',
      staffId,
      via,
    },
    ...{ actor: personOf(actor), leafId: newId(parts.clock) },
    fact: { date, note: input.note, ...said },
  });
  if (!added) throw await stale();
  await saveDays(tx, [next]);
  return { itemId };
}

/** Work without an order counts as it was punched; the boss says that it was seen. */
export async function confirmUnordered(
  parts: OrderingParts,
  acting: Acting,
  input: ConfirmUnorderedInput,
): Promise<{ itemId: string }> {
  const { tx, actor, via } = acting;
  const { staffId, note } = input;
  const date = input.date as LocalDate;
  await bossOf(parts, acting, staffId);
  await lockDays(tx, staffId);
  await refuseClosed(tx, staffId, date);
  const { span, minutes, on } = await workedTime(parts, acting, { ...input, date });
  const itemId = newId(parts.clock);
  const item: DayItem = {
    ...{ itemId, applicationId: newId(parts.clock), staffId, date, kind: 'OVERTIME', state: 'APPROVED', span },
    detail: { minutes, on, confirmed: true, ordered: null },
  };
  await refuseOverlaps(tx, item);
  await addFact(tx, {
    ...{ subject: { kind: OVERTIME_DAY, id: itemId }, seq: 1, at: parts.clock.now(), act: 'CONFIRMED', staffId, via },
    ...{ actor: personOf(actor), leafId: newId(parts.clock) },
    fact: { date, note, from: span.from, to: span.to, minutes, on },
  });
  await saveDays(tx, [item]);
  return { itemId };
}
