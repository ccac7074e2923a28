import { z } from 'zod';
import { type Directory, hasRole } from '../../directory/index.ts';
import type { Clock, Database } from '../../platform/index.ts';
import { type Caller, type Locale, notAllowed, type Route, route, say } from '../../shared/index.ts';
import { type PartInCase, sightOf } from '../access.ts';
import { cut } from '../cut.ts';
import { labelOf } from '../number-label.ts';
import { secretRows } from '../readers.ts';
import { isLeftElsewhere, isWithinReach, placeNow, tellDeleted, tellsDeleted } from './by-hand.ts';
import { type MirrorOverview, MirrorOverviewSchema, type TellDeleted, TellDeletedSchema } from './contract.ts';
import type { MirrorLibrary } from './library.ts';
import * as queries from './queries.ts';
import * as store from './store.ts';
import { mirrorPartTexts, mirrorTexts } from './text.ts';
import { foundAfterAll, saidBy, withoutNote } from './told.ts';

const MOST = 200;

export interface MirrorViewParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath' | 'lineAbove'>;
  readonly partInCase: PartInCase;
  readonly library: () => MirrorLibrary | null;
}

function saidOf({ problem, place, byHand }: queries.Told, locale: Locale): string | null {
  if (problem === null) return null;
  const where = place ?? say(mirrorPartTexts, 'records.mirror_place_unknown', locale) ?? '';
  const told = byHand ? saidBy(byHand, locale) : {};
  const said = say(mirrorTexts, problem, locale, { place: where, ...told });
  return said === undefined ? null : `${said}${foundAfterAll(byHand, locale)}`;
}

/** Whoever looks after the system is no reader of documents: of those that they may not see, number and id stand for the title. */
function presentTold(
  one: queries.Told,
  { isSecret, mayTell }: { readonly isSecret: boolean; readonly mayTell: boolean },
  locale: Locale,
): MirrorOverview['troubled'][number] {
  const { recordId, title, name, state, problem, noticedAt, againAt } = one;
  return {
    ...{ recordId, title: isSecret ? null : title, name: isSecret ? null : name, state, problem },
    number: labelOf(one),
    said: saidOf(isSecret ? withoutNote(one) : one, locale),
    noticedAt: noticedAt.toISOString(),
    againAt: againAt?.toISOString() ?? null,
    mayTellDeleted: mayTell && isLeftElsewhere(one),
  };
}

/** @throws not-allowed `records.mirror_not_yours` */
export async function mirrorOverview(parts: MirrorViewParts, caller: Caller): Promise<MirrorOverview> {
  return parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const may = (['CHIEF_RECORDS_MANAGER', 'AUDITOR', 'ADMIN'] as const).some((role) => hasRole(actor, role));
    if (!may) throw notAllowed('records.mirror_not_yours');
    const { checkedAt, quietUntil } = await store.readLibrary(tx);
    const { rows: troubled, truncated } = cut(await queries.troubled(tx, MOST + 1), MOST);
    const secret = await secretRows(tx, await sightOf(parts, tx, actor), troubled);
    const now = placeNow(parts.library(), caller.municipalityId);
    return {
      isOn: now !== null,
      checkedAt: checkedAt?.toISOString() ?? null,
      notYet: await store.notYet(tx),
      quietUntil: quietUntil?.toISOString() ?? null,
      counts: { ...(await queries.counts(tx)) },
      truncated,
      troubled: troubled.map((one) => {
        const mayTell = tellsDeleted(actor) && !isWithinReach(one, now);
        return presentTold(one, { isSecret: secret.has(one), mayTell }, caller.locale);
      }),
    };
  });
}

/** 手で削除した. @throws as `tellDeleted` */
export async function tellCopyDeleted(
  parts: MirrorViewParts,
  caller: Caller,
  { recordId, input }: { readonly recordId: string; readonly input: TellDeleted },
): Promise<MirrorOverview> {
  await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    await tellDeleted(parts, tx, { caller, actor, recordId, input });
  });
  return mirrorOverview(parts, caller);
}

const Id = z.object({ id: z.string().max(100) });

export const mirrorRoutes = (parts: MirrorViewParts): Route[] => [
  route({
    method: 'GET',
    path: '/records/mirror',
    summary: { ja: 'SharePoint の写しの状態', en: 'The state of the copies in SharePoint' },
    answer: MirrorOverviewSchema,
    handle: (caller) => mirrorOverview(parts, caller),
  }),
  route({
    method: 'POST',
    path: '/records/{id}/mirror/deletion',
    summary: {
      ja: '設定から外れたライブラリの写しを手で削除したことの登録',
      en: 'A copy in a library that is not configured any more was deleted by hand',
    },
    params: Id,
    body: TellDeletedSchema,
    answer: MirrorOverviewSchema,
    handle: (caller, { params, body }) => tellCopyDeleted(parts, caller, { recordId: params.id, input: body }),
  }),
];
