import { z } from 'zod';
import { announce, type Database, type JobSpec, type Subscriber, type Task } from '../../platform/index.ts';
import { TELEWORK_CHANGED } from '../../telework/index.ts';

/** Told after the commit. Payload: `ownerId`. */
export const CALENDAR_CHANGED = 'schedules/calendar-changed';
/** To every open page of the municipality, which asks again for what it shows. */
const SCHEDULES_CHANGED = 'schedules/changed';
const TASK = 'schedules/tell';

const MOVES: ReadonlySet<string> = new Set([CALENDAR_CHANGED, TELEWORK_CHANGED]);
const ToTell = z.object({ municipalityId: z.uuid() });

/** However many came in at once: one word to the open pages of their municipality. */
export const tellPages = (municipalityId: string): JobSpec => ({
  task: TASK,
  payload: { municipalityId },
  key: `${TASK}:${municipalityId}`,
});

export function schedulesAnnouncer({ db }: { readonly db: Database }): {
  tasks: Record<string, Task>;
  subscribers: Subscriber[];
} {
  return {
    subscribers: [
      (facts) => {
        const moved = new Set(facts.filter(({ topic }) => MOVES.has(topic)).map((fact) => fact.municipalityId));
        return [...moved].map(tellPages);
      },
    ],
    tasks: {
      async [TASK](payload) {
        const { municipalityId } = ToTell.parse(payload);
        await announce(db.owner, [{ municipalityId, topic: SCHEDULES_CHANGED, payload: {} }]);
      },
    },
  };
}
