import { personOf } from '../../directory/index.ts';
import { badInput, conflict, type LocalDate, notAllowed } from '../../shared/index.ts';
import { tell } from '../history.ts';
import type { DecideDisposalInput } from './contract.ts';
import type { Item, ListRow } from './list.ts';
import type { DisposalParts, Open } from './open.ts';
import { decides, isChief } from './policy.ts';
import { checkDecision, choiceAfterSelection } from './rules.ts';
import { type Decided, decideItems, itemsOf, updateList } from './store.ts';

function decidedOf(item: Item, input: DecideDisposalInput, open: Pick<Open, 'actor' | 'today'>): Decided {
  const historical = input.historical ?? item.historical;
  const chosenBy = personOf(open.actor);
  if (input.choice === undefined) {
    const choice = choiceAfterSelection(item.choice, historical === true);
    return { choice, reason: item.reason, until: item.until, chosenBy: item.chosenBy, historical };
  }
  const decision = { choice: input.choice, reason: input.reason, until: input.until as LocalDate | null };
  checkDecision({ ...item, historical }, decision, open.today);
  return { ...decision, chosenBy, historical };
}

/**
 * What is to become of lines: by the section, or by the records section that looks over.
 * @throws not-allowed `records.disposal_not_yours`, `…_select_not_yours`; bad-input of `checkDecision`
 */
export async function decideLines(
  { clock }: Pick<DisposalParts, 'clock'>,
  open: Open,
  { list, input }: { readonly list: ListRow; readonly input: DecideDisposalInput },
): Promise<void> {
  const { tx, actor, caller } = open;
  if (!decides(actor, list)) throw notAllowed('records.disposal_not_yours');
  if (input.historical !== undefined && !(list.state === 'RECORDS' && isChief(actor)))
    throw notAllowed('records.disposal_select_not_yours');
  if (input.choice === undefined && input.historical === undefined) throw badInput('records.disposal_no_choice');
  if (list.version !== input.version) throw conflict('records.disposal_stale');
  const wanted = new Set(input.items);
  const items = (await itemsOf(tx, list.id)).filter(({ subjectId }) => wanted.has(subjectId));
  if (items.length !== wanted.size) throw badInput('records.disposal_item_not_found');
  // What is decided alike is written at once; lines that were decided otherwise before keep what is their own.
  const alike = Map.groupBy(items, (item) => JSON.stringify(decidedOf(item, input, open)));
  for (const [decided, of] of alike) await decideItems(tx, list.id, { items: of, decided: JSON.parse(decided) });
  const seq = list.version + 1;
  await updateList(tx, { ...list, version: seq });
  const { choice = null, historical = null, reason, until } = input;
  const fact = { items: [...wanted], choice, historical, reason, until };
  const by = personOf(actor);
  await tell(clock, tx, { of: 'disposal', id: list.id, seq, act: 'DECIDED', fact, by, via: caller.via });
}
