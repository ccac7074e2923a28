import type { Task } from '../../platform/index.ts';
import { localDateOf } from '../../shared/index.ts';
import type { DisasterParts } from './open.ts';
import { versionOf } from './roll-present.ts';
import { readRoll, rollsToRemind, updateRoll } from './roll-store.ts';
import { followRoll, nextOf } from './rolls.ts';

const REMIND = 'telework/remind-rolls';

type Parts = Pick<DisasterParts, 'db' | 'clock' | 'wake'>;

/** Whoever has not answered by then is asked once more, as often as was said when the roll was called. */
async function remindIn(parts: Parts, { municipalityId, rollId }: { municipalityId: string; rollId: string }) {
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    const roll = await readRoll(tx, rollId, { locked: true });
    const now = parts.clock.now();
    if (!roll?.open || roll.remindAt === null || roll.remindAt > now) return;
    const next = nextOf(roll, 'REMINDED', now);
    const fact = { round: next.round, day: localDateOf(now) };
    const step = { roll, seq: versionOf(roll) + 1, act: 'REMINDED', by: null, via: 'rules', fact } as const;
    if (await followRoll(parts, { tx }, step)) await updateRoll(tx, next);
  });
}

export function rollJobs(parts: Parts): {
  tasks: Readonly<Record<string, Task>>;
  cron: Readonly<Record<string, string>>;
} {
  return {
    tasks: {
      [REMIND]: async () => {
        for (const due of await rollsToRemind(parts.db, parts.clock.now())) await remindIn(parts, due);
        parts.wake();
      },
    },
    cron: { [REMIND]: '* * * * *' },
  };
}
