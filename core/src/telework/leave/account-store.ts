import type { Person } from '../../directory/index.ts';
import { type Clock, newId, type Tx } from '../../platform/index.ts';
import { badInput, invariant, type LocalDate, type Via } from '../../shared/index.ts';
import { addFact, factsOfAll } from '../history/store.ts';
import { type Account, type AccountWish, accountOf, decide, LEAVE_ACCOUNT, type NewAccountFact } from './account.ts';
import type { LeaveGranted } from './ledger.ts';

/** Who writes into whose account, and when. */
export interface Writing {
  readonly staffId: string;
  readonly actor: Person;
  readonly via: Via;
}

/** What the rules grant: due by today and not written yet, and further on as far as a wish reaches. */
export interface Granting {
  readonly due: readonly LeaveGranted[];
  readonly ahead: readonly LeaveGranted[];
}

export async function accountsOf(tx: Tx, staffIds: readonly string[]): Promise<Map<string, Account>> {
  const facts = await factsOfAll(tx, LEAVE_ACCOUNT, staffIds);
  return new Map(staffIds.map((staffId) => [staffId, accountOf(facts.get(staffId) ?? [])]));
}

async function accountOfOne(tx: Tx, staffId: string): Promise<Account> {
  return (await accountsOf(tx, [staffId])).get(staffId) ?? accountOf([]);
}

const MOST_RACES = 20;
const RULES: Omit<Person, 'staffId'> = { name: '付与', postTitle: '', unitName: '' };

const grantedFact = ({ on, minutes, expiresOn, carryOverAtMost, perDay }: LeaveGranted): NewAccountFact => ({
  act: 'GRANTED',
  fact: { on, minutes, expiresOn, carryOverAtMost, ...(perDay === undefined ? {} : { perDay }) },
});

interface Adding extends Writing {
  readonly clock: Clock;
  readonly seq: number;
}

function add(tx: Tx, { clock, staffId, actor, via, seq }: Adding, { act, fact }: NewAccountFact): Promise<boolean> {
  const subject = { kind: LEAVE_ACCOUNT, id: staffId };
  return addFact(tx, { subject, seq, at: clock.now(), act, staffId, actor, fact, via, leafId: newId(clock) });
}

/** Writes what is due; the account with it, or null where somebody else wrote meanwhile. */
async function withGrants(tx: Tx, writing: Writing & { readonly clock: Clock }, due: readonly LeaveGranted[]) {
  const account = await accountOfOne(tx, writing.staffId);
  const had = new Set(account.entries.map(({ key }) => key));
  let seq = account.version;
  const missing = due.filter(({ key }) => !had.has(key));
  for (const grant of missing) {
    seq += 1;
    const byRules = { ...writing, seq, via: 'rules', actor: { ...RULES, staffId: writing.staffId } } as const;
    if (!(await add(tx, byRules, grantedFact(grant)))) return null;
  }
  return missing.length === 0 ? account : accountOfOne(tx, writing.staffId);
}

/** 付与, each once however often it is asked. Says whether anything was written. */
export async function writeGrants(
  tx: Tx,
  writing: Writing & { readonly clock: Clock },
  due: readonly LeaveGranted[],
): Promise<void> {
  for (let race = 1; race <= MOST_RACES; race += 1) if (await withGrants(tx, writing, due)) return;
  invariant(false, 'an account that never stands still');
}

/**
 * The wish, by the account as it is when it is written: of two at once the second one sees the first.
 * @throws bad-input `telework.leave_not_enough`, `telework.leave_promised`
 */
export async function writeWish(
  tx: Tx,
  writing: Writing & { readonly clock: Clock },
  { wish, granting }: { readonly wish: AccountWish; readonly granting: Granting },
): Promise<void> {
  for (let race = 1; race <= MOST_RACES; race += 1) {
    const account = await withGrants(tx, writing, granting.due);
    if (!account) continue;
    const decided = decide(account, wish, granting.ahead);
    if (decided.refused) throw notEnough(decided.refused);
    if (!decided.add || (await add(tx, { ...writing, seq: account.version + 1 }, decided.add))) return;
  }
  invariant(false, 'an account that never stands still');
}

export const notEnough = ({ code, on, missing }: { code: string; on: LocalDate; missing: number }) =>
  badInput(code, { on, missing });
