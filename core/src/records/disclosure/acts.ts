import { personOf } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import { badInput, conflict } from '../../shared/index.ts';
import { opened } from '../keeping/opening.ts';
import { advised, appeal, refer, rule } from './appeal.ts';
import type { ActOf, DisclosureAct } from './contract.ts';
import { decide, dismiss, withdraw } from './ending.ts';
import { endHolds, holdItem } from './holding.ts';
import { assure, assureOpen, collects, groundsOf, itemFor, mayJudge, type OpenRequest, saved, works } from './open.ts';
import { checkJudgement } from './rules.ts';
import * as store from './store.ts';
import { askCorrection, corrected, extend } from './term.ts';

/** Only what this person may see; each gets its hold in the same transaction. */
async function collect(open: OpenRequest, { recordIds }: ActOf<'collect'>): Promise<void> {
  const { at, request } = open;
  const { parts, tx, caller, actor, now } = at;
  assure(collects(at.sight, request, open.asked));
  assureOpen(open);
  const known = new Set(open.items.map(({ recordId }) => recordId));
  const wanted = [...new Set(recordIds)].filter((id) => !known.has(id)).sort();
  for (const recordId of wanted) {
    const { kept } = await opened(parts, tx, { caller, recordId, what: 'RECORD' });
    if (kept.state !== 'KEPT') throw conflict('records.kept_no_more');
    const item = { id: newId(parts.clock), recordId };
    const row = { ...item, requestId: request.id, described: null, by: personOf(actor), at: now };
    if (!(await store.insertItem(tx, row))) continue;
    // Disposed of while it was being collected.
    if (!(await holdItem(open, item, 'DISCLOSURE'))) throw conflict('records.kept_no_more');
  }
  if (wanted.length > 0) await saved(open, {}, { act: 'COLLECTED', fact: { recordIds: wanted } });
}

async function describe(open: OpenRequest, { described }: ActOf<'describe'>): Promise<void> {
  const { at, request } = open;
  assure(works(at.sight, request));
  assureOpen(open);
  const id = newId(at.parts.clock);
  const row = { id, requestId: request.id, recordId: null, described, by: personOf(at.actor), at: at.now };
  await store.insertItem(at.tx, row);
  await saved(open, {}, { act: 'DESCRIBED', fact: { itemId: id, described } });
}

async function drop(open: OpenRequest, { itemId, reason }: ActOf<'drop'>): Promise<void> {
  const { at } = open;
  const item = itemFor(open, itemId);
  assureOpen(open);
  assure(mayJudge(open, item));
  await store.dropItem(at.tx, itemId);
  await endHolds(at, [item], { reason: 'DISCLOSURE', decidedOn: at.today, until: at.today, note: reason });
  await saved(open, {}, { act: 'DROPPED', fact: { itemId, recordId: item.recordId, reason } });
}

async function ask(open: OpenRequest, { unitId }: ActOf<'ask'>): Promise<void> {
  const { at, request } = open;
  assure(works(at.sight, request));
  assureOpen(open);
  const unit = (await at.parts.directory.organisation(at.tx)).units.get(unitId);
  if (!unit) throw badInput('records.unit_not_found');
  const asking = { requestId: request.id, unitId, unitName: unit.name, by: personOf(at.actor), at: at.now };
  if (await store.insertAsk(at.tx, asking)) await saved(open, {}, { act: 'ASKED', fact: { unitId } });
}

async function judge(open: OpenRequest, { itemId, decision, grounds, note }: ActOf<'judge'>): Promise<void> {
  const { at, request } = open;
  const item = itemFor(open, itemId);
  assureOpen(open);
  assure(mayJudge(open, item));
  checkJudgement({ isRecord: item.recordId !== null, decision, grounds }, groundsOf(request.scheme));
  const judged = { decision, grounds: [...new Set(grounds)], note };
  await store.judgeItem(at.tx, itemId, { ...judged, by: personOf(at.actor), at: at.now });
  await saved(open, {}, { act: 'JUDGED', fact: { itemId, recordId: item.recordId, ...judged } });
}

const ACTS: { readonly [A in DisclosureAct['act']]: (open: OpenRequest, act: ActOf<A>) => Promise<void> } = {
  ...{ collect, describe, drop, ask, judge, extend, askCorrection, corrected },
  ...{ decide, withdraw, dismiss, appeal, refer, advised, rule },
};

/** One act upon a request, which is locked. @throws conflict `records.changed_meanwhile`, and what the act itself refuses */
export async function takeAct(open: OpenRequest, act: DisclosureAct): Promise<void> {
  if (open.request.version !== act.version) throw conflict('records.changed_meanwhile');
  const take = ACTS[act.act] as (open: OpenRequest, act: DisclosureAct) => Promise<void>;
  await take(open, act);
}
