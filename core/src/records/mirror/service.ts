import { z } from 'zod';
import { type Directory, hasRole } from '../../directory/index.ts';
import type { Database } from '../../platform/index.ts';
import { type Caller, notAllowed, type Route, route, say } from '../../shared/index.ts';
import type { MirrorLibrary } from './library.ts';
import * as store from './store.ts';
import { mirrorTexts } from './text.ts';

const MOST = 200;

export const MirrorOverviewSchema = z.strictObject({
  /** Whether this municipality has a library at all. */
  isOn: z.boolean(),
  checkedAt: z.iso.datetime().nullable(),
  /** Those that are to be copied and are not outside yet. */
  notYet: z.int(),
  /** Until when SharePoint asked to be left alone; null: nothing stands in the way. */
  quietUntil: z.iso.datetime().nullable(),
  counts: z.record(z.string(), z.int()),
  /** Copies that are not as they should be, the newest news first. */
  troubled: z.array(
    z.strictObject({
      recordId: z.uuid(),
      title: z.string(),
      name: z.string(),
      state: z.enum(['MIRRORED', 'REFUSED', 'ALTERED', 'MISSING', 'BLOCKED', 'REMOVED']),
      problem: z.string().nullable(),
      /** The problem as a sentence, with what helps. */
      said: z.string().nullable(),
      noticedAt: z.iso.datetime(),
      /** When it is tried again by itself; null: it waits for somebody. */
      againAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type MirrorOverview = z.infer<typeof MirrorOverviewSchema>;

export interface MirrorViewParts {
  readonly db: Database;
  readonly directory: Pick<Directory, 'actorOf'>;
  readonly library: () => MirrorLibrary | null;
}

/** @throws not-allowed `records.mirror_not_yours` */
export async function mirrorOverview(parts: MirrorViewParts, caller: Caller): Promise<MirrorOverview> {
  return parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const may = (['CHIEF_RECORDS_MANAGER', 'AUDITOR', 'ADMIN'] as const).some((role) => hasRole(actor, role));
    if (!may) throw notAllowed('records.mirror_not_yours');
    const { checkedAt, quietUntil } = await store.readLibrary(tx);
    const troubled = await store.troubled(tx, MOST);
    return {
      isOn: parts.library()?.municipalityIds.includes(caller.municipalityId) ?? false,
      checkedAt: checkedAt?.toISOString() ?? null,
      notYet: await store.notYet(tx),
      quietUntil: quietUntil?.toISOString() ?? null,
      counts: { ...(await store.counts(tx)) },
      troubled: troubled.map(({ noticedAt, againAt, ...one }) => ({
        ...one,
        said: one.problem === null ? null : (say(mirrorTexts, one.problem, caller.locale) ?? null),
        noticedAt: noticedAt.toISOString(),
        againAt: againAt?.toISOString() ?? null,
      })),
    };
  });
}

export const mirrorRoutes = (parts: MirrorViewParts): Route[] => [
  route({
    method: 'GET',
    path: '/records/mirror',
    summary: { ja: 'SharePoint の写しの状態', en: 'The state of the copies in SharePoint' },
    answer: MirrorOverviewSchema,
    handle: (caller) => mirrorOverview(parts, caller),
  }),
];
