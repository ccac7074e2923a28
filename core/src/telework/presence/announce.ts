import { z } from 'zod';
import { ABSENCE_CHANGED } from '../../directory/index.ts';
import { announce, type Database, type JobSpec, type Subscriber, type Task } from '../../platform/index.ts';
import { TELEWORK_CHANGED } from '../history/store.ts';
import { PUNCHED } from '../punches/store.ts';

const TASK = 'telework/tell-presence';
/** To every open page of the municipality, which asks again for what it shows. */
const PRESENCE_CHANGED = 'telework/presence-changed';

const MOVES: ReadonlySet<string> = new Set([PUNCHED, TELEWORK_CHANGED, ABSENCE_CHANGED]);
const ToTell = z.object({ municipalityId: z.uuid() });

/** However many came in at once: one word to the open pages of their municipality. */
export function presenceAnnouncer({ db }: { readonly db: Database }): {
  tasks: Record<string, Task>;
  subscriber: Subscriber;
} {
  return {
    subscriber: (facts) => {
      const moved = new Set(facts.filter(({ topic }) => MOVES.has(topic)).map(({ municipalityId }) => municipalityId));
      return [...moved].map((municipalityId): JobSpec => {
        return { task: TASK, payload: { municipalityId }, key: `presence:${municipalityId}` };
      });
    },
    tasks: {
      async [TASK](payload) {
        const { municipalityId } = ToTell.parse(payload);
        await announce(db.owner, [{ municipalityId, topic: PRESENCE_CHANGED, payload: {} }]);
      },
    },
  };
}
