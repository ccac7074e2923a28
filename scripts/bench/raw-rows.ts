import type { Template } from './case-supply.ts';
import { type Routed, take } from './cases.ts';
import type { Office } from './city-hall.ts';

/** A desk that an act fills; which slot it is about, by its place in the route. */
interface Desk {
  readonly slot: number;
  readonly task: string;
  readonly postId: string | null;
  readonly staffId: string | null;
  readonly unitId: string | null;
}

/** What the service wrote for one act: its rows, to be written again about other cases. */
export interface WrittenAct {
  readonly version: number;
  readonly status: string;
  readonly state: string;
  /** Slots whose desks are cleared. */
  readonly gone: readonly number[];
  readonly come: readonly Desk[];
  readonly history: {
    readonly act: string;
    readonly actor: string;
    readonly staffId: string;
    readonly slot: number;
    readonly manifestHash: string;
    readonly detail: string;
    readonly change: string;
  };
  readonly entry: Buffer;
}

const STATE = 'select version, status, state::text as state from kaigi.approvals_case where case_id = $1';
const SLOTS = `select array(select slot ->> 'slotId' from json_array_elements(c.state -> 'route') slot) as slots
  from kaigi.approvals_case c where c.case_id = $1`;
const DESKS = `select about_id as "aboutId", task, post_id as "postId", staff_id as "staffId", unit_id as "unitId"
  from kaigi.approvals_desk where case_id = $1`;
const HISTORY = `select h.act, h.actor::text as actor, h.actor_staff_id as "staffId", h.slot_id as "slotId",
    h.manifest_hash as "manifestHash", h.detail::text as detail, h.change::text as change, p.entry
  from kaigi.approvals_history h join kaigi.ledger_pending p on p.leaf_id = h.leaf_id
  where h.case_id = $1 and h.seq = $2`;

async function only<R extends object>({ owner }: Office, text: string, values: unknown[]): Promise<R> {
  const { rows } = await owner.query<R>(text, values);
  const [row] = rows;
  if (!row) throw new RangeError('the service has not written what the bare transactions should write');
  return row;
}

type FoundDesk = Omit<Desk, 'slot'> & { readonly aboutId: string };

/** Lets the service take one case along its route up to the decision, and keeps what it wrote for each act. */
export async function writtenActs(office: Office, { template, steps }: Routed): Promise<WrittenAct[]> {
  const { slots } = await only<{ slots: string[] }>(office, SLOTS, [template.caseId]);
  const desks = async () => (await office.owner.query<FoundDesk>(DESKS, [template.caseId])).rows;
  const written: WrittenAct[] = [];
  let [now, was] = [template, await desks()];
  for (const step of steps.slice(0, -1)) {
    now = await take(office, step, now);
    const is = await desks();
    written.push(await writtenBy(office, { now, slots, was, is }));
    was = is;
  }
  return written;
}

interface Seen {
  readonly now: Template;
  readonly slots: readonly string[];
  readonly was: readonly FoundDesk[];
  readonly is: readonly FoundDesk[];
}

async function writtenBy(office: Office, { now, slots, was, is }: Seen): Promise<WrittenAct> {
  const place = (slotId: string) => slots.indexOf(slotId);
  const left = (some: readonly FoundDesk[], others: readonly FoundDesk[]) =>
    some.filter((desk) => !others.some((other) => other.aboutId === desk.aboutId && other.task === desk.task));
  const state = await only<Pick<WrittenAct, 'version' | 'status' | 'state'>>(office, STATE, [now.caseId]);
  const { entry, slotId, ...history } = await only<
    Omit<WrittenAct['history'], 'slot'> & { slotId: string; entry: Buffer }
  >(office, HISTORY, [now.caseId, now.version]);
  return {
    ...state,
    gone: [...new Set(left(was, is).map(({ aboutId }) => place(aboutId)))],
    come: left(is, was).map(({ aboutId, ...desk }) => ({ ...desk, slot: place(aboutId) })),
    history: { ...history, slot: place(slotId) },
    entry,
  };
}
