import { personOf } from '../../directory/index.ts';
import { onlyOnce } from '../../platform/index.ts';
import { badInput, type Caller, type LocalDate, notAllowed, notFound } from '../../shared/index.ts';
import { refuseUnlessOrdered } from '../disaster/paper.ts';
import type { PaperEntryInput, WorkdayView } from './contract.ts';
import { askOnce } from './corrections.ts';
import { maySettle, type PunchesParts } from './reading.ts';

/**
 * 後日入力: times that somebody wrote down while nothing could be punched, entered by a head above.
 * @throws not-found `telework.person_unknown`; not-allowed `telework.paper_not_yours`
 * @throws bad-input `telework.paper_order_unknown`, `telework.correction_…`; conflict `telework.month_closed`
 */
export async function enterFromPaper(
  parts: PunchesParts,
  caller: Caller,
  input: PaperEntryInput,
): Promise<WorkdayView> {
  const { staffId, date, punches, reason, orderNumber, source } = input;
  const day = date as LocalDate;
  const changes = punches.map(({ punch, at }) => ({ replaces: null, by: { punch, at: new Date(at) } }));
  const view = await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const [actor, of, there] = await Promise.all([
      parts.directory.actorOf(tx, caller),
      parts.directory.actorById(tx, staffId),
      parts.directory.organisation(tx),
      parts.regulations.ready(tx),
    ]);
    if (!of) throw notFound('telework.person_unknown');
    // One's own times are asked to be corrected as on any other day.
    if (actor.staffId === staffId) throw badInput('telework.paper_for_oneself');
    if (!maySettle(there, actor, staffId)) throw notAllowed('telework.paper_not_yours');
    await refuseUnlessOrdered(tx, { orderNumber, day });
    const paper = { orderNumber, source, person: personOf(of) };
    const asking = { seeing: { tx, caller, actor, staffId }, date: day, changes, reason, paper };
    const request = { use: 'telework.enter-from-paper', ...input };
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(tx, call, () => askOnce(parts, asking));
  });
  parts.wake();
  return view;
}
