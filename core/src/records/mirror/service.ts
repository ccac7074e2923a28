import { type Directory, hasRole } from '../../directory/index.ts';
import type { Database } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import { type Caller, type Locale, notAllowed, type Route, route, say } from '../../shared/index.ts';
import { type PartInCase, sightOf } from '../access.ts';
import { cut } from '../cut.ts';
import { secretRows } from '../readers.ts';
import { type MirrorOverview, MirrorOverviewSchema } from './contract.ts';
import type { MirrorLibrary } from './library.ts';
import * as store from './store.ts';
import { mirrorPlaceTexts, mirrorTexts } from './text.ts';

const MOST = 200;

export interface MirrorViewParts {
  readonly db: Database;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath' | 'lineAbove'>;
  readonly partInCase: PartInCase;
  readonly library: () => MirrorLibrary | null;
}

function saidOf({ problem, place }: store.Told, locale: Locale): string | null {
  if (problem === null) return null;
  const where = place ?? say(mirrorPlaceTexts, 'records.mirror_place_unknown', locale) ?? '';
  return say(mirrorTexts, problem, locale, { place: where }) ?? null;
}

/** Whoever looks after the system is no reader of documents: of those that they may not see, number and id stand for the title. */
function presentTold(one: store.Told, isSecret: boolean, locale: Locale): MirrorOverview['troubled'][number] {
  const { recordId, title, symbol, number, name, state, problem, noticedAt, againAt } = one;
  return {
    ...{ recordId, title: isSecret ? null : title, name: isSecret ? null : name, state, problem },
    number: symbol === null || number === null ? null : numberLabel(symbol, number),
    said: saidOf(one, locale),
    noticedAt: noticedAt.toISOString(),
    againAt: againAt?.toISOString() ?? null,
  };
}

/** @throws not-allowed `records.mirror_not_yours` */
export async function mirrorOverview(parts: MirrorViewParts, caller: Caller): Promise<MirrorOverview> {
  return parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const may = (['CHIEF_RECORDS_MANAGER', 'AUDITOR', 'ADMIN'] as const).some((role) => hasRole(actor, role));
    if (!may) throw notAllowed('records.mirror_not_yours');
    const { checkedAt, quietUntil } = await store.readLibrary(tx);
    const { rows: troubled, truncated } = cut(await store.troubled(tx, MOST + 1), MOST);
    const secret = await secretRows(tx, await sightOf(parts, tx, actor), troubled);
    return {
      isOn: parts.library()?.municipalityIds.includes(caller.municipalityId) ?? false,
      checkedAt: checkedAt?.toISOString() ?? null,
      notYet: await store.notYet(tx),
      quietUntil: quietUntil?.toISOString() ?? null,
      counts: { ...(await store.counts(tx)) },
      truncated,
      troubled: troubled.map((one) => presentTold(one, secret.has(one), caller.locale)),
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
