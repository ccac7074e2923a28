import { type Directory, hasRole, personOf } from '../directory/index.ts';
import type { Database, Tx } from '../platform/index.ts';
import { type Caller, notAllowed, say } from '../shared/index.ts';
import type { ReachPage, ReachQuery, Unreached } from './contract.ts';
import { lastToldOtherwise, type Reach, reachOf, type ToldOtherwise } from './held-store.ts';
import type { OtherWay } from './other-way.ts';
import type { ShownInChat } from './shown.ts';
import { notificationsTexts } from './text.ts';

export interface ReachParts {
  readonly db: Database;
  readonly directory: Pick<Directory, 'actorOf' | 'actorById' | 'enabledStaff'>;
  readonly shown: () => readonly ShownInChat[];
  readonly ways: (municipalityId: string) => readonly OtherWay[];
}

type Lost = Reach & { readonly state: Unreached };

const PAGE = 50;
const isLost = (one: Reach): one is Lost => one.state !== 'LIVE';

/** Who cannot be reached by the bot, why, since when, and what waits for them meanwhile. */
export async function readReach(parts: ReachParts, caller: Caller, query: ReachQuery): Promise<ReachPage> {
  const { db, directory } = parts;
  const { municipalityId, locale } = caller;
  const words = (code: string) => say(notificationsTexts, `notifications.${code}`, locale) ?? code;
  const staff = await directory.enabledStaff(municipalityId);
  const everybody = await db.inMunicipality(municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const may = (['ADMIN', 'CHIEF_RECORDS_MANAGER', 'RECORDS_OFFICER'] as const).some((role) => hasRole(actor, role));
    if (!may) throw notAllowed('notifications.may_not_see_reach');
    return reachOf(
      tx,
      staff.map(({ staffId }) => staffId),
    );
  });
  const lost = everybody.filter(isLost);
  const wanted = lost.filter(({ state }) => query.state === undefined || state === query.state);
  const from = Number(query.cursor ?? 0);
  const page = wanted.slice(from, from + PAGE);
  const count = (wish: Unreached) => lost.filter(({ state }) => state === wish).length;
  const ways = parts.ways(municipalityId).map(({ by }) => by);
  const meaning = [...(ways.length === 0 ? ['none'] : ways), ...(ways.includes('MAIL') ? [] : ['no_mail'])];
  return {
    counts: {
      staff: everybody.length,
      reached: everybody.length - lost.length,
      never: count('NEVER'),
      blocked: count('BLOCKED'),
      gone: count('GONE'),
    },
    otherwise: { ways, sentence: meaning.map((way) => words(`otherwise.${way}`)).join(' ') },
    items: await itemsOf(parts, municipalityId, { page, advice: (state) => words(`advice.${state}`) }),
    nextCursor: from + PAGE < wanted.length ? String(from + PAGE) : null,
  };
}

interface Shown {
  readonly page: readonly Lost[];
  readonly advice: (state: Unreached) => string;
}

async function itemsOf(
  parts: ReachParts,
  municipalityId: string,
  { page, advice }: Shown,
): Promise<ReachPage['items']> {
  const { db, directory } = parts;
  const { people, told } = await db.inMunicipality(municipalityId, async (tx: Tx) => ({
    people: await Promise.all(page.map(({ staffId }) => directory.actorById(tx, staffId))),
    told: await lastToldOtherwise(
      tx,
      page.map(({ staffId }) => staffId),
    ),
  }));
  const items: ReachPage['items'] = [];
  for (const [index, { staffId, state, since }] of page.entries()) {
    const actor = people[index];
    if (!actor) continue;
    items.push({
      person: personOf(actor),
      state,
      since: since?.toISOString() ?? null,
      waiting: await waitingCount(parts, municipalityId, staffId),
      told: toldView(told.get(staffId)),
      advice: advice(state),
    });
  }
  return items;
}

const toldView = (told: ToldOtherwise | undefined) => (told ? { by: told.by, at: told.at.toISOString() } : null);

async function waitingCount({ shown }: ReachParts, municipalityId: string, staffId: string): Promise<number> {
  const waiting = await Promise.all(shown().map((one) => one.waitingFor(municipalityId, staffId)));
  return waiting.flat().length;
}
