import { z } from 'zod';
import { BY_THE_RULES, type Directory, everywhere, queuedCityJob } from '../../directory/index.ts';
import { append } from '../../ledger/index.ts';
import { newId, type Task } from '../../platform/index.ts';
import { KaigiError, localDateOf, say } from '../../shared/index.ts';
import { removeBytes } from '../disposal/removal.ts';
import { letGo } from './letting-go.ts';
import type { PruningParts } from './parts.ts';
import { goneLeaf } from './row.ts';
import { dueBefore } from './rules.ts';
import { draftsBefore, settleOne, type Unsettled, unsettledAfter } from './store.ts';
import { pruningTexts } from './text.ts';

const REMOVE = 'records/remove-pruned-files';
const LOOK = 'records/look-at-pruned-files';
const RULE = 'records/prune-by-rule';
const EVERYWHERE = 'records/prune-by-rule-everywhere';
const BATCH = 100;

const OfCity = z.object({ municipalityId: z.uuid() });

/** Has the bytes taken away of what was pruned. */
export const removalOf = queuedCityJob(REMOVE);

/** That bytes are gone, or that somebody else counts on them, once. */
async function settled(
  { db, clock }: PruningParts,
  municipalityId: string,
  one: Unsettled,
  outcome: 'GONE' | 'KEPT',
): Promise<void> {
  const at = clock.now();
  const goneLeafId = outcome === 'GONE' ? newId(clock) : null;
  await db.inMunicipality(municipalityId, async (tx) => {
    if (!(await settleOne(tx, one, { outcome, at, goneLeafId }))) return;
    if (goneLeafId) await append(tx, [goneLeaf({ ...one, settledAt: at, goneLeafId })]);
  });
}

/** The bytes of what was pruned, unless somebody counts on them. Killed at any point, whoever comes next goes on. */
async function removePruned(parts: PruningParts, municipalityId: string): Promise<void> {
  for (let after: Unsettled | null = null; ; ) {
    const page: Unsettled[] = await parts.db.singly(municipalityId, (tx) => unsettledAfter(tx, after, BATCH));
    for (const one of page) {
      const outcome = await removeBytes(parts, one.sha256);
      // Put only just before: looked at again within the hour.
      if (outcome !== 'LATER') await settled(parts, municipalityId, one, outcome);
    }
    after = page.at(-1) ?? null;
    if (after === null) return;
  }
}

/** A draft that is refused now waits for another night. */
const waits = (error: unknown): readonly [] => {
  if (error instanceof KaigiError && error.kind === 'conflict') return [];
  throw error;
};

/** What the regulations let go of: of each draft in a transaction of its own. Says how many versions went. */
export async function pruneByRule(parts: PruningParts, municipalityId: string): Promise<number> {
  const { db, clock, regulations } = parts;
  const today = localDateOf(clock.now());
  const rule = await db.inMunicipality(municipalityId, async (tx) => {
    await regulations.ready(tx);
    return regulations.workingVersionsOn({ municipalityId, day: today });
  });
  if (!rule) return 0;
  const reason = say(pruningTexts, 'records.prune_rule_reason', 'ja', { days: rule.days, article: rule.article }) ?? '';
  const by = { rule, reason, by: BY_THE_RULES, via: 'rules' as const, fileVersions: null };
  const before = dueBefore(rule.days, today);
  let pruned = 0;
  for (let after: string | null = null; ; ) {
    const page: string[] = await db.singly(municipalityId, (tx) =>
      draftsBefore(tx, { before, today, after, limit: BATCH }),
    );
    for (const recordId of page) {
      const gone = await db.inMunicipality(municipalityId, (tx) => letGo(parts, tx, { recordId, ...by })).catch(waits);
      pruned += gone.length;
    }
    after = page.at(-1) ?? null;
    if (after === null) return pruned;
  }
}

type JobParts = PruningParts & { readonly directory: Pick<Directory, 'municipalities'> };

export const pruningJobs = (
  parts: JobParts,
): { readonly tasks: Readonly<Record<string, Task>>; readonly cron: Readonly<Record<string, string>> } => ({
  tasks: {
    [REMOVE]: async (payload) => removePruned(parts, OfCity.parse(payload).municipalityId),
    [LOOK]: () => everywhere(parts, removalOf),
    [EVERYWHERE]: () => everywhere(parts, queuedCityJob(RULE)),
    [RULE]: async (payload) => {
      const { municipalityId } = OfCity.parse(payload);
      if ((await pruneByRule(parts, municipalityId)) > 0) await parts.enqueue([removalOf(municipalityId)]);
    },
  },
  // Ten to four in Japan.
  cron: { [LOOK]: '25 * * * *', [EVERYWHERE]: '50 18 * * * ?fill=12h' },
});
