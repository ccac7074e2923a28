import { type Actor, personOf } from '../../directory/index.ts';
import type { WrittenItem } from '../../minutes/index.ts';
import { asJson, badInput } from '../../shared/index.ts';
import type { SchedulesParts } from '../parts.ts';
import { record, type Step } from './parts.ts';
import { attendanceText, decisionText, words } from './present.ts';
import { remindsNow, resultOf, turnOf } from './rules.ts';
import { lockWritten, remarksOf } from './store.ts';
import type { Decision, Remark, Result, Written } from './written.ts';

const OUTCOMES: Readonly<Record<Decision, WrittenItem['outcome']>> = {
  APPROVED: 'APPROVED_AS_PROPOSED',
  REJECTED: 'REJECTED',
  CONTINUED: 'CONTINUED',
  NO_QUORUM: 'CONTINUED',
};

/** 賛成。理由は… as it stands in the minutes. */
const lineOf = ({ stance, comment }: Remark): string =>
  [stance === null ? '' : `${words('ja', stance)}。`, comment].join('');

interface Closing {
  readonly written: Written;
  readonly remarks: readonly Remark[];
  readonly result: Result;
}

function itemsOf({ written: { content }, remarks, result }: Closing): WrittenItem[] {
  return content.items.map(({ itemId, title, proposal }) => {
    const settled = result.items.find((one) => one.itemId === itemId);
    const decision = settled?.decision ?? 'NO_QUORUM';
    const of = remarks.filter((one) => one.itemId === itemId);
    return {
      ...{ title, proposal, outcome: OUTCOMES[decision] },
      decision: settled ? decisionText(settled, result, 'ja') : '',
      remarks: of.map((one) => ({ staffId: one.staffId, text: lineOf(one), at: one.at })),
    };
  });
}

/** Who called it, or where they are gone, one of those who take part. @throws bad-input */
async function keeperOf(
  { directory }: SchedulesParts,
  { tx }: Step,
  { organiserId, participants }: Written,
): Promise<Actor> {
  for (const staffId of [organiserId, ...participants]) {
    const actor = await directory.actorById(tx, staffId);
    if (actor && actor.posts.length > 0) return actor;
  }
  throw badInput('schedules.booking_unknown_person');
}

async function minutesFor(parts: SchedulesParts, step: Step, closing: Closing): Promise<string> {
  const { written, result } = closing;
  const { writtenId, content, opensAt, closesAt, participants } = written;
  const actors = await Promise.all(participants.map((staffId) => parts.directory.actorById(step.tx, staffId)));
  return parts.minutes.fromWritten(step.tx, {
    ...{ writtenId, title: content.title, place: words('ja', 'place'), opensAt, closesAt },
    organiser: await keeperOf(parts, step, written),
    participants: actors.flatMap((actor) =>
      actor ? [{ person: personOf(actor), attended: result.attended.includes(actor.staffId) }] : [],
    ),
    summary: attendanceText(written, result, 'ja'),
    items: itemsOf(closing),
  });
}

/** What was written is counted and becomes minutes; it holds for good. */
async function close(parts: SchedulesParts, step: Step, written: Written): Promise<Written> {
  const remarks = await remarksOf(step.tx, [written.writtenId]);
  const result = resultOf(written, remarks);
  const meetingId = await minutesFor(parts, step, { written, remarks, result });
  const closed: Written = { ...written, state: 'CLOSED', version: written.version + 1, result, meetingId };
  return record(parts, step, { written: closed, act: 'CLOSED', fact: { ...asJson(result), meetingId } });
}

async function turned(parts: SchedulesParts, step: Step, written: Written): Promise<Written> {
  const turn = turnOf(written, step.now);
  if (turn === 'CLOSE') return close(parts, step, written);
  if (turn === null) return written;
  const opened: Written = { ...written, state: 'OPEN', version: written.version + 1 };
  return record(parts, step, { written: opened, act: 'OPENED', fact: {} });
}

/** Whatever time has brought: opened, reminded of, closed; by any process, however often. */
export async function move(
  parts: SchedulesParts,
  { municipalityId, writtenId }: { readonly municipalityId: string; readonly writtenId: string },
): Promise<void> {
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    const written = await lockWritten(tx, writtenId);
    if (!written) return;
    const step: Step = { tx, now: parts.clock.now(), actor: null, via: 'rules' };
    const now = await turned(parts, step, written);
    if (remindsNow(now, step.now))
      await record(parts, step, { written: { ...now, remindedAt: step.now }, act: 'REMINDED', fact: {} });
  });
  parts.wake();
}
