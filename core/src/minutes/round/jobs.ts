import { z } from 'zod';
import { BY_THE_RULES, everywhere, queuedCityJob } from '../../directory/index.ts';
import type { Task, Tx } from '../../platform/index.ts';
import { addWorkingDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import { addFact, versionOf } from '../history/store.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import { isReminded } from './rules.ts';
import { settleSilence } from './silence.ts';
import { markReminded, newestRound, roundsDue, roundsOver } from './store.ts';

const SETTLE_EVERYWHERE = 'minutes/rounds-over-everywhere';
const SETTLE = 'minutes/rounds-over';
const REMIND_EVERYWHERE = 'minutes/round-reminders-everywhere';
const REMIND = 'minutes/round-reminders';

const City = z.object({ municipalityId: z.uuid() });

/** Each meeting in a transaction of its own, held meanwhile: killed between two, the next run goes on. */
async function each(
  { db }: MinutesParts,
  municipalityId: string,
  { find, work }: { find: (tx: Tx) => Promise<string[]>; work: (tx: Tx, meetingId: string) => Promise<void> },
): Promise<void> {
  const found = await db.singly(municipalityId, find);
  for (const meetingId of found)
    await db.inMunicipality(municipalityId, async (tx) => {
      await readMeeting(tx, meetingId, { locked: true });
      await work(tx, meetingId);
    });
}

async function settle(parts: MinutesParts, municipalityId: string): Promise<void> {
  const today = localDateOf(parts.clock.now());
  await each(parts, municipalityId, {
    find: (tx) => roundsOver(tx, today),
    work: async (tx, meetingId) =>
      settleSilence(parts.clock, tx, { meetingId, round: await newestRound(tx, meetingId), today }),
  });
  parts.wake();
}

interface Reminding {
  readonly meetingId: string;
  readonly today: LocalDate;
}

async function remindOf({ clock, regulations }: MinutesParts, tx: Tx, { meetingId, today }: Reminding): Promise<void> {
  const { municipalityId } = tx;
  const round = await newestRound(tx, meetingId);
  const { closed } = regulations.workingTimeOn({ municipalityId, day: today });
  if (round?.state !== 'OPEN' || !isReminded(round, today, closed)) return;
  const { nth } = round;
  const attendeeIds = await markReminded(tx, { meetingId, nth }, clock.now());
  if (attendeeIds.length === 0) return;
  await addFact(tx, clock, {
    ...{ of: 'round', meetingId, seq: (await versionOf(tx, 'round', meetingId)) + 1, act: 'REMINDED' },
    ...{ actor: BY_THE_RULES, via: 'rules', fact: { nth, attendeeIds }, change: null },
  });
}

async function remind(parts: MinutesParts, municipalityId: string): Promise<void> {
  const today = localDateOf(parts.clock.now());
  await each(parts, municipalityId, {
    async find(tx) {
      await parts.regulations.ready(tx);
      const { closed } = parts.regulations.workingTimeOn({ municipalityId, day: today });
      return roundsDue(tx, { from: today, to: addWorkingDays(today, 1, closed) });
    },
    work: (tx, meetingId) => remindOf(parts, tx, { meetingId, today }),
  });
  parts.wake();
}

/** What the days bring to a round. */
export const roundJobs = (
  parts: MinutesParts,
): { readonly tasks: Readonly<Record<string, Task>>; readonly cron: Readonly<Record<string, string>> } => ({
  tasks: {
    [SETTLE_EVERYWHERE]: () => everywhere(parts, queuedCityJob(SETTLE)),
    [SETTLE]: (payload) => settle(parts, City.parse(payload).municipalityId),
    [REMIND_EVERYWHERE]: () => everywhere(parts, queuedCityJob(REMIND)),
    [REMIND]: (payload) => remind(parts, City.parse(payload).municipalityId),
  },
  // 5:10 and 8:40 in Japan.
  cron: { [SETTLE_EVERYWHERE]: '10 20 * * * ?fill=12h', [REMIND_EVERYWHERE]: '40 23 * * * ?fill=8h' },
});
