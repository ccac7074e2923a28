import { type Directory, hasRole } from '../../directory/index.ts';
import type { Database } from '../../platform/index.ts';
import { type Caller, notAllowed, type Route, route, say } from '../../shared/index.ts';
import { cut } from '../cut.ts';
import { type MirrorOverview, MirrorOverviewSchema } from './contract.ts';
import type { MirrorLibrary } from './library.ts';
import * as store from './store.ts';
import { mirrorTexts } from './text.ts';

const MOST = 200;

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
    const { rows: troubled, truncated } = cut(await store.troubled(tx, MOST + 1), MOST);
    return {
      isOn: parts.library()?.municipalityIds.includes(caller.municipalityId) ?? false,
      checkedAt: checkedAt?.toISOString() ?? null,
      notYet: await store.notYet(tx),
      quietUntil: quietUntil?.toISOString() ?? null,
      counts: { ...(await store.counts(tx)) },
      truncated,
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
