import { z } from 'zod';
import { announce, type JobSpec, type Subscriber, type Task } from '../platform/index.ts';
import { inParts } from '../shared/index.ts';
import { MINUTES_CHANGED } from './history/store.ts';
import { editorsOf } from './lines/store.ts';
import { readMeeting } from './meetings/store.ts';
import type { MinutesParts } from './parts.ts';

const TASK = 'minutes/tell-open-pages';
/** Payload: `meetingId`, `version`, `audience`. Pages ask again for what they show, and may then see no more than before. */
const MEETING_CHANGED = 'minutes/meeting-changed';
/** Who had the transcript open so long ago may have it open still. */
const OPEN_FOR_MS = 10 * 60_000;
// NOTIFY takes 8,000 bytes; an id is 39 with its quotes and comma.
const AUDIENCE_AT_ONCE = 150;
const NOBODY = '00000000-0000-0000-0000-000000000000';

const ToTell = z.object({ municipalityId: z.uuid(), meetingId: z.uuid() });

/** Tells the open pages of whoever works on a meeting that it has changed. */
export function meetingAnnouncer({ db, clock }: Pick<MinutesParts, 'db' | 'clock'>): {
  readonly tasks: Readonly<Record<string, Task>>;
  readonly subscriber: Subscriber;
} {
  return {
    subscriber: (facts) => {
      const changed = new Map(
        facts.flatMap(({ topic, municipalityId, payload }) =>
          topic === MINUTES_CHANGED ? [[String(payload.meetingId), municipalityId] as const] : [],
        ),
      );
      return Array.from(changed, ([meetingId, municipalityId]): JobSpec => {
        return { task: TASK, payload: { municipalityId, meetingId }, key: `${TASK}:${meetingId}` };
      });
    },
    tasks: {
      async [TASK](payload) {
        const { municipalityId, meetingId } = ToTell.parse(payload);
        const since = new Date(clock.now().getTime() - OPEN_FOR_MS);
        const [meeting, editors] = await db.singly(municipalityId, (tx) =>
          Promise.all([readMeeting(tx, meetingId), editorsOf(tx, meetingId, { but: NOBODY, since })]),
        );
        if (!meeting) return;
        const attending = meeting.content.attendees.flatMap(({ staffId }) => staffId ?? []);
        const audience = [...new Set([meeting.organiserId, ...attending, ...editors.map(({ staffId }) => staffId)])];
        const version = meeting.version + meeting.linesVersion + meeting.sentencesVersion;
        const facts = inParts(audience, AUDIENCE_AT_ONCE).map((some) => ({
          ...{ municipalityId, topic: MEETING_CHANGED, payload: { meetingId, version, audience: some } },
        }));
        await announce(db.owner, facts);
      },
    },
  };
}
