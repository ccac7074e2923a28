import { z } from 'zod';
import { everywhere, queuedCityJob } from '../../directory/index.ts';
import { emit, type Subscriber, type Task, type Tx } from '../../platform/index.ts';
import { inParts, localDateOf } from '../../shared/index.ts';
import { keepersOf } from '../meetings/keepers.ts';
import { openDeadlines } from '../meetings/present.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import { DEADLINE_SUBJECT } from './chat.ts';
import { reminderStep } from './reminder-rules.ts';
import { noteReminders, type Reminder, unwrittenOf } from './unwritten-store.ts';

const EVERYWHERE = 'minutes/remind-everywhere';
const CITY = 'minutes/remind';
const TELL = 'minutes/tell-reminder';
/** The fact that reminders were noted. Payload: `meetingIds`, `day`. */
const REMINDED = 'minutes/reminded';

const City = z.object({ municipalityId: z.uuid() });
const ToTell = z.object({ municipalityId: z.uuid(), meetingIds: z.array(z.uuid()), day: z.string() });

// A fact holds so many meetings.
const AT_ONCE = 100;

/** A number of its own each day, so that the card of each day is a new one. */
const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));

async function remind(parts: MinutesParts, tx: Tx): Promise<void> {
  const { regulations, clock } = parts;
  const today = localDateOf(clock.now());
  await regulations.ready(tx);
  const { municipalityId } = tx;
  const { closed } = regulations.workingTimeOn({ municipalityId, day: today });
  const meetings = await unwrittenOf(tx, { until: today, unitIds: null });
  const due = meetings.flatMap((meeting) =>
    openDeadlines(parts, tx, meeting).flatMap(({ kind, on }): Reminder[] => {
      const step = reminderStep(on, today, closed);
      return step === null ? [] : [{ meetingId: meeting.meetingId, kind, dueOn: on, step }];
    }),
  );
  const fresh = await noteReminders(tx, due, clock.now());
  const meetingIds = [...new Set(fresh.map(({ meetingId }) => meetingId))];
  const facts = inParts(meetingIds, AT_ONCE).map((some) => ({
    topic: REMINDED,
    payload: { meetingIds: some, day: today },
  }));
  await emit(tx, facts);
}

/** M-15: on the morning of every working day whoever keeps minutes hears of their last days, once for each step. */
export const reminderJobs = (
  parts: MinutesParts,
): {
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: Readonly<Record<string, string>>;
  readonly subscriber: Subscriber;
} => ({
  tasks: {
    [EVERYWHERE]: () => everywhere(parts, queuedCityJob(CITY)),
    async [CITY](payload) {
      await parts.db.inMunicipality(City.parse(payload).municipalityId, (tx) => remind(parts, tx));
      parts.wake();
    },
    async [TELL](payload) {
      const { municipalityId, meetingIds, day } = ToTell.parse(payload);
      const meetings = await parts.db.singly(municipalityId, (tx) =>
        Promise.all(meetingIds.map((id) => readMeeting(tx, id))),
      );
      const shows = meetings.flatMap((meeting) =>
        meeting
          ? [
              {
                subject: `${DEADLINE_SUBJECT}/${meeting.meetingId}`,
                version: dayNumber(day),
                fresh: keepersOf(meeting),
              },
            ]
          : [],
      );
      await parts.notifications.show(municipalityId, shows);
    },
  },
  // 23:55 UTC is five to nine in Japan; what a standstill missed is made up for on the same day.
  cron: { [EVERYWHERE]: '55 23 * * * ?fill=8h' },
  subscriber: (facts) =>
    facts.flatMap(({ topic, municipalityId, payload }) =>
      topic === REMINDED ? [{ task: TELL, payload: { municipalityId, ...payload } }] : [],
    ),
});
