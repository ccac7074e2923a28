import { sha256Hex } from '../../platform/index.ts';
import { canonicalJson, fill, type Json, warekiFiscalYear } from '../../shared/index.ts';
import { type Item, type ListRow, nameOf } from './list.ts';
import { disposalTexts } from './text.ts';

/** What is put before those who decide: lines that somebody decided upon and that nothing holds. */
export const goesForward = ({ mark, choice, state }: Pick<Item, 'mark' | 'choice' | 'state'>): boolean =>
  mark !== 'HELD' && choice !== null && state !== 'LEFT_OUT';

/** Of everything that the decision covers, and of the files as they were: nobody slips anything under it. */
export function fingerprintOf(list: Pick<ListRow, 'id' | 'round'>, items: readonly Item[]): string {
  const lines = items.filter(goesForward).map(
    ({ subjectKind, subjectId, title, endsOn, choice, reason, until, historical, filesSha256 }): Json => ({
      ...{ subjectKind, subjectId, title, endsOn, choice, reason, until, historical, filesSha256 },
    }),
  );
  const text = canonicalJson({ list: list.id, round: list.round, lines });
  return `sha256:${sha256Hex(new TextEncoder().encode(text)).slice(0, 24)}`;
}

export const listName = (list: Pick<ListRow, 'unitName' | 'nth' | 'fiscalYear'>): string =>
  nameOf(list, warekiFiscalYear(list.fiscalYear));

/** 件名 and 伺い文 of the case that decides upon it. */
export function caseTextOf(list: ListRow, items: readonly Item[]): { title: string; proposalText: string } {
  const forward = items.filter(goesForward);
  const count = (choice: Item['choice']) => forward.filter((item) => item.choice === choice).length;
  const name = listName(list);
  const params = {
    ...{ name, destroy: count('DESTROY'), transfer: count('TRANSFER'), extend: count('EXTEND') },
    ...{ left: items.length - forward.length, fingerprint: list.fingerprint ?? '' },
  };
  const proposalText = fill(disposalTexts['records.disposal_case_text'].ja, params);
  return { title: `${name}について（伺い）`, proposalText };
}

/** What was decided names this very list as it was put forward. */
export const isNamedIn = (list: ListRow, text: string): boolean =>
  list.fingerprint !== null && text.includes(list.fingerprint);
