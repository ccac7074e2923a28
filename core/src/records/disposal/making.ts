import { hasRole, personOf } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import { addDays, fiscalYearStart, notAllowed } from '../../shared/index.ts';
import { tell } from '../history.ts';
import { labelOf } from '../number-label.ts';
import { type Item, type ListRow, UNDECIDED } from './list.ts';
import type { DisposalParts, Open } from './open.ts';
import { isChief } from './policy.ts';
import { type Expiring, expiringBy, sectionList } from './queries.ts';
import { markOf } from './rules.ts';
import { insertItems, insertList, readList, updateList } from './store.ts';

/** Of which sections this person makes lists. @throws not-allowed `records.disposal_make_not_yours` */
export function makesFor({ actor }: Pick<Open, 'actor'>): readonly string[] | null {
  if (isChief(actor)) return null;
  if (!hasRole(actor, 'RECORDS_OFFICER')) throw notAllowed('records.disposal_make_not_yours');
  return [...new Set(actor.posts.flatMap(({ unitId, sectionId }) => [unitId, sectionId]))];
}

function itemOf(expiring: Expiring, place: number, { today }: Pick<Open, 'today'>): Item {
  const {
    symbol,
    number,
    unitId: _,
    unitName: __,
    unitPath: ___,
    isHeld,
    heldUntil,
    isPermanent,
    action,
    state,
    ...rest
  } = expiring;
  const item: Omit<typeof rest, 'state'> = rest;
  const numberLabelled = labelOf({ symbol, number });
  const mark = markOf({ state, isHeld, heldUntil, isPermanent, action, endsOn: item.endsOn }, today);
  const subjectKind = expiring.subjectKind ?? 'RECORD';
  return { ...item, ...UNDECIDED, subjectKind, place, numberLabel: numberLabelled, proposed: action, mark };
}

interface Section {
  readonly fiscalYear: number;
  readonly expiring: readonly Expiring[];
  readonly isOrphan: boolean;
}

/** What is found later comes onto the list that is still being checked, else onto a new one. */
async function listFor(parts: DisposalParts, open: Open, { fiscalYear, expiring, isOrphan }: Section): Promise<void> {
  const [first] = expiring;
  if (!first) return;
  const { tx, actor, caller } = open;
  const { unitId, unitName, unitPath } = first;
  const before = await sectionList(tx, { unitId, fiscalYear });
  const by = personOf(actor);
  const items = expiring.map((one, at) => itemOf(one, before.items + at, open));
  if (before.open !== null) {
    const list = await readList(tx, before.open, { locked: true });
    if (list?.state !== 'SECTION' || (await insertItems(tx, list.id, items)) === 0) return;
    await updateList(tx, { ...list, version: list.version + 1 });
    const fact = { count: items.length };
    await tell(parts.clock, tx, {
      of: 'disposal',
      id: list.id,
      seq: list.version + 1,
      act: 'ADDED',
      fact,
      by,
      via: caller.via,
    });
    return;
  }
  const list: ListRow = {
    ...{ id: newId(parts.clock), fiscalYear, unitId, unitName, unitPath, isOrphan, nth: before.nth + 1 },
    ...{ endsBy: addDays(fiscalYearStart(fiscalYear + 1), -1), state: 'SECTION', version: 1, madeBy: by },
    ...{ madeAt: parts.clock.now(), note: null, round: 0, fingerprint: null, proposedBy: null, proposedAs: null },
    ...{ caseId: null, approvedAt: null, begunBy: null, begunIsChief: null, begunAt: null, confirmedBy: null },
    ...{ confirmedAt: null, packageSha256: null, receipt: null, doneAt: null },
  };
  // Of two who make it at the same moment one is enough.
  if (!(await insertList(tx, list))) return;
  await insertItems(tx, list.id, items);
  const fact = { fiscalYear, unitId, nth: list.nth, count: items.length, endsBy: list.endsBy };
  await tell(parts.clock, tx, { of: 'disposal', id: list.id, seq: 1, act: 'MADE', fact, by, via: caller.via });
}

/** The lists of a 年度: whatever ends in it, or ended before and is still there, section by section. */
export async function makeLists(parts: DisposalParts, open: Open, fiscalYear: number): Promise<void> {
  const unitIds = makesFor(open);
  const endsBy = addDays(fiscalYearStart(fiscalYear + 1), -1);
  const [records, there, ...others] = await Promise.all([
    expiringBy(open.tx, endsBy, unitIds),
    parts.directory.organisation(open.tx),
    ...parts.others.map((one) => one.expiring(open.tx, { today: open.today, unitIds })),
  ]);
  for (const [unitId, of] of Map.groupBy([...records, ...others.flat()], (one) => one.unitId))
    await listFor(parts, open, { fiscalYear, expiring: of, isOrphan: !there.units.has(unitId) });
}
