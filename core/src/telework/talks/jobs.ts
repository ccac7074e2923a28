import { z } from 'zod';
import { everywhere, personOf, queuedCityJob } from '../../directory/index.ts';
import { newId, type Subscriber, type Task } from '../../platform/index.ts';
import { isWorkingDay, localDateOf } from '../../shared/index.ts';
import { addFact, TELEWORK_CHANGED } from '../history/store.ts';
import { bossesOf } from '../people/people.ts';
import type { RoomParts } from '../room.ts';
import { dueTalks, insertTalk, readTalk } from './store.ts';
import { TALK, TALK_SUBJECT } from './talks.ts';

type Parts = Pick<RoomParts, 'db' | 'clock' | 'directory' | 'regulations' | 'notifications' | 'enqueue'>;

const EVERYWHERE = 'telework/talks-everywhere';
const CITY = 'telework/talks';
const TELL = 'telework/tell-talk';

const City = z.object({ municipalityId: z.uuid() });
const ToTell = z.object({ municipalityId: z.uuid(), id: z.uuid(), act: z.string(), seq: z.number().int() });

/** Once for so many days, where the city's rules ask for it and somebody is above. */
async function lookAt({ db, clock, directory, regulations }: Parts, municipalityId: string): Promise<void> {
  const at = clock.now();
  const today = localDateOf(at);
  await db.inMunicipality(municipalityId, async (tx) => {
    await regulations.ready(tx);
    const talk = regulations.teleworkOn({ municipalityId, day: today }).policy?.talk;
    if (!talk) return;
    const there = await directory.organisation(tx);
    for (const due of await dueTalks(tx, { before: today, afterDays: talk.afterDays })) {
      const [boss] = bossesOf(there, due.staffId);
      const person = await directory.actorById(tx, due.staffId);
      if (!boss || !person) continue;
      const talkId = newId(clock);
      const one = { ...due, talkId, version: 1, mood: '', shown: false };
      if (!(await insertTalk(tx, one, at))) continue;
      await addFact(tx, {
        ...{ subject: { kind: TALK, id: talkId }, seq: 1, at, act: 'PROMPTED', staffId: due.staffId },
        ...{ actor: personOf(person), fact: { days: due.days, through: due.through } },
        ...{ via: 'rules', leafId: newId(clock) },
      });
    }
  });
}

/** The head and the person hear of it; of what is shown or hidden later the cards only change. */
async function tell({ db, directory, notifications }: Parts, { municipalityId, id, act, seq }: z.infer<typeof ToTell>) {
  const fresh = await db.singly(municipalityId, async (tx) => {
    const talk = act === 'PROMPTED' ? await readTalk(tx, id) : null;
    if (!talk) return [];
    const bosses = bossesOf(await directory.organisation(tx), talk.staffId);
    return [...bosses.map(({ staffId }) => staffId), talk.staffId];
  });
  await notifications.show(municipalityId, [{ subject: `${TALK_SUBJECT}/${id}`, version: seq, fresh }]);
}

export function talkJobs(parts: Parts): {
  tasks: Readonly<Record<string, Task>>;
  cron: Readonly<Record<string, string>>;
  subscriber: Subscriber;
} {
  return {
    tasks: {
      async [EVERYWHERE]() {
        if (isWorkingDay(localDateOf(parts.clock.now()))) await everywhere(parts, queuedCityJob(CITY));
      },
      [CITY]: (payload) => lookAt(parts, City.parse(payload).municipalityId),
      [TELL]: (payload) => tell(parts, ToTell.parse(payload)),
    },
    // 23:55 UTC is five to nine in Japan.
    cron: { [EVERYWHERE]: '55 23 * * * ?fill=8h' },
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === TELEWORK_CHANGED && payload.kind === TALK
          ? [{ task: TELL, payload: { municipalityId, id: payload.id, act: payload.act, seq: payload.seq } }]
          : [],
      ),
  };
}
