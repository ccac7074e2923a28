import { z } from 'zod';
import { emit } from '../../platform/index.ts';
import { CALENDAR_CHANGED } from './announce.ts';
import type { CalendarProblem } from './entry.ts';
import { changeEntries, replaceEntries } from './entry-store.ts';
import { forgetToken, lockMailbox, mailboxesOf, noteProblem, noteReading } from './mailbox-store.ts';
import { type CalendarParts, inside, type Reaching, reaching } from './parts.ts';
import type { CalendarRefusal, Changes, Window } from './port.ts';
import { type Mailbox, nextCheck, retryAt, windowAt } from './rules.ts';

const Payload = z.object({ municipalityId: z.uuid(), ownerId: z.uuid() });

export const problemOf = (code: CalendarRefusal): CalendarProblem =>
  code === 'schedules.graph_gone'
    ? 'NO_MAILBOX'
    : code === 'schedules.graph_not_permitted'
      ? 'NOT_PERMITTED'
      : 'UNREACHABLE';

/** Where a reading goes on from: a token is of one window, and a new week begins anew. */
function placeOf({ token, window }: Mailbox, now: Date): { readonly token: string | null; readonly window: Window } {
  const wanted = windowAt(now);
  const goesOn = window !== null && window.from.getTime() === wanted.from.getTime();
  return { token: goesOn ? token : null, window: wanted };
}

interface Read {
  readonly mailbox: Mailbox;
  readonly window: Window;
  readonly changes: Changes;
}

/** What was read is kept with the place to read on from, or neither: whoever was faster has kept it already. */
async function keep(at: Reaching, { mailbox, window, changes }: Read): Promise<void> {
  const { ownerId } = mailbox;
  const { clock } = at.parts;
  const { entries, removed, renewed, whole, token } = changes;
  await inside(at, async (tx) => {
    const present = await lockMailbox(tx, ownerId);
    if (present?.token !== mailbox.token || present.address !== mailbox.address) return;
    const changed = whole || entries.length + removed.length + renewed.length > 0;
    if (whole) await replaceEntries(tx, clock, { ownerId, window, entries });
    else await changeEntries(tx, clock, { ownerId, entries, removed, renewed });
    const checkAt = nextCheck(present, at.now);
    await noteReading(tx, ownerId, { window, token, syncedAt: at.now, checkAt, changed });
    if (changed) await emit(tx, [{ topic: CALENDAR_CHANGED, payload: { ownerId } }]);
  });
}

async function read(at: Reaching, mailbox: Mailbox): Promise<void> {
  const { ownerId, address } = mailbox;
  const { token, window } = placeOf(mailbox, at.now);
  const asked = await at.port.changes(at.municipalityId, address, { ...window, token });
  if (asked.kind === 'OK' && asked.value.kind === 'CHANGES')
    return keep(at, { mailbox, window, changes: { ...asked.value, whole: asked.value.whole || token === null } });
  if (asked.kind === 'OK') {
    await inside(at, (tx) => forgetToken(tx, [ownerId]));
    if (token !== null) return read(at, { ...mailbox, token: null });
  }
  const problem = asked.kind === 'REFUSED' ? problemOf(asked.code) : 'UNREACHABLE';
  const again = asked.kind === 'LATER' ? asked.at : retryAt(problem, at.now);
  await inside(at, async (tx) => {
    await noteProblem(tx, [ownerId], { problem, at: at.now, again });
    if (mailbox.problem !== problem) await emit(tx, [{ topic: CALENDAR_CHANGED, payload: { ownerId } }]);
  });
}

/** Reads what changed in one calendar since the last time, or all of it. May run at any time. */
export async function sync(parts: CalendarParts, payload: unknown): Promise<void> {
  const { municipalityId, ownerId } = Payload.parse(payload);
  const at = reaching(parts, municipalityId);
  if (!at) return;
  const mailbox = (await inside(at, (tx) => mailboxesOf(tx, [ownerId]))).get(ownerId);
  if (!mailbox) return;
  await read(at, mailbox);
  parts.wake();
}
