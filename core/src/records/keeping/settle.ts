import { z } from 'zod';
import { BY_THE_RULES, type Directory, everywhere, queuedCityJob } from '../../directory/index.ts';
import { type Clock, type Database, enqueue, type Task, type Tx } from '../../platform/index.ts';
import type { ClassificationRow, Regulations } from '../../regulations/index.ts';
import { localDateOf } from '../../shared/index.ts';
import { changeKeeping } from './change.ts';
import type { FollowParts } from './follow-case.ts';
import { counted } from './keep.ts';
import { ruleColumns } from './rows.ts';
import { type Unsettled, unsettled } from './store.ts';

export interface SettleParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'municipalities'>;
  readonly regulations: Pick<Regulations, 'ready' | 'packOf'>;
  readonly caseKeeping: FollowParts['caseKeeping'];
}

const BEGIN = 'records/settle';
const TASK = 'records/settle-city';
const City = z.object({ municipalityId: z.uuid() });
const AT_ONCE = 200;

/** The class as the regulations in force today know it; one that they know no more stays as it was filed. */
function ruleOf({ clock, regulations }: SettleParts, tx: Tx, { classificationCode }: Unsettled) {
  const pack = regulations.packOf(tx.municipalityId, localDateOf(clock.now()));
  const rule: ClassificationRow | undefined = pack.classifications.find(({ code }) => code === classificationCode);
  return rule && ruleColumns(rule, pack.version);
}

async function settle(parts: SettleParts, tx: Tx, one: Unsettled): Promise<void> {
  const { recordId, caseId, kind } = one;
  const told = caseId === null ? { onlyParticipants: false } : await parts.caseKeeping(tx, caseId);
  const rule = ruleOf(parts, tx, one);
  const finished = kind === 'REFERENCE' || kind === 'FINAL_DOCUMENT';
  await changeKeeping(parts.clock, tx, { recordId, act: 'KEPT', by: BY_THE_RULES, via: 'rules' }, (before) =>
    counted({
      ...before,
      ...(finished ? { completedOn: before.createdOn } : {}),
      ...told,
      ...rule,
      isSettled: true,
    }),
  );
}

/** Records from before there was a row of their keeping get it as if they had been filed today, with what is known of them. */
export function settling(parts: SettleParts): { tasks: Record<string, Task>; cron: Record<string, string> } {
  const { db, directory } = parts;
  return {
    tasks: {
      [BEGIN]: () => everywhere({ directory, enqueue: (jobs) => enqueue(db.owner, jobs) }, queuedCityJob(TASK)),
      [TASK]: async (payload) => {
        const { municipalityId } = City.parse(payload);
        for (let left = true; left; ) {
          left = await db.inMunicipality(municipalityId, async (tx) => {
            await parts.regulations.ready(tx);
            const page = await unsettled(tx, AT_ONCE);
            for (const one of page) await settle(parts, tx, one);
            return page.length === AT_ONCE;
          });
        }
      },
    },
    cron: { [BEGIN]: '*/10 * * * *' },
  };
}
