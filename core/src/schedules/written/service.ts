import { type Actor, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../platform/index.ts';
import { asJson, badInput, type Caller, conflict, type Locale, notAllowed, notFound } from '../../shared/index.ts';
import type { SchedulesParts } from '../parts.ts';
import type {
  CancelWrittenInput,
  ChangeWrittenInput,
  MakeWrittenInput,
  WrittenList,
  WrittenRemarksInput,
  WrittenView,
} from './contract.ts';
import { record, type Step } from './parts.ts';
import { presentListed, presentWritten } from './present.ts';
import { isAhead, isOpen, newsIn, timesProblem, turnOf } from './rules.ts';
import { addRemarks, lockWritten, readWritten, remarksOf, writtenOf } from './store.ts';
import type { Remark, Written } from './written.ts';

export interface WrittenMeetings {
  /** @throws bad-input `schedules.written_*`, `schedules.booking_unknown_person` */
  make(caller: Caller, input: MakeWrittenInput): Promise<WrittenView>;
  /** @throws not-found `schedules.written_not_found` */
  read(caller: Caller, writtenId: string): Promise<WrittenView>;
  list(caller: Caller): Promise<WrittenList>;
  /** @throws not-allowed `schedules.written_not_yours`; conflict `schedules.written_begun`, `…written_stale` */
  change(caller: Caller, writtenId: string, input: ChangeWrittenInput): Promise<WrittenView>;
  /** Again is harmless. @throws not-allowed `schedules.written_not_yours`; conflict `…written_over`, `…written_stale` */
  cancel(caller: Caller, writtenId: string, input: CancelWrittenInput): Promise<WrittenView>;
  /** @throws not-allowed `schedules.written_not_asked`; conflict `schedules.written_not_open` */
  say(caller: Caller, writtenId: string, input: WrittenRemarksInput): Promise<WrittenView>;
}

/** Whoever called it and whoever takes part. */
export const mayRead = (
  { organiserId, participants }: Pick<Written, 'organiserId' | 'participants'>,
  staffId: string,
) => organiserId === staffId || participants.includes(staffId);

interface Reading {
  readonly written: Written;
  readonly staffId: string;
  readonly locale: Locale;
}

export async function viewOf(
  { directory, clock }: SchedulesParts,
  tx: Tx,
  { written, staffId, locale }: Reading,
): Promise<WrittenView> {
  const remarks = await remarksOf(tx, [written.writtenId]);
  const ids = new Set([...written.participants, ...remarks.map((one) => one.staffId)]);
  const actors = await Promise.all([...ids].map((id) => directory.actorById(tx, id)));
  const people = new Map(actors.flatMap((one) => (one ? [[one.staffId, personOf(one)] as const] : [])));
  return presentWritten(written, { staffId, locale, now: clock.now() }, { people, remarks });
}

interface Acting extends Step {
  readonly actor: Actor;
  readonly view: (written: Written) => Promise<WrittenView>;
}

/** One act of somebody in one transaction: the same call again gets the same answer. */
async function actOnce(
  parts: SchedulesParts,
  { caller, request }: { readonly caller: Caller; readonly request: object },
  work: (acting: Acting) => Promise<WrittenView>,
): Promise<WrittenView> {
  const { db, clock, directory, wake } = parts;
  const answer = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const { staffId } = actor;
    const call = { staffId, key: caller.idempotencyKey, request: asJson(request) };
    const view = (written: Written) => viewOf(parts, tx, { written, staffId, locale: caller.locale });
    return onlyOnce(tx, call, () => work({ tx, now: clock.now(), actor, via: caller.via, view }));
  });
  wake();
  return answer;
}

/** @throws bad-input `schedules.written_*`, `schedules.booking_unknown_person` */
async function assureFits({ directory }: SchedulesParts, { tx, now }: Step, written: Written): Promise<void> {
  const problem = timesProblem(written, now);
  if (problem) throw badInput(problem);
  const { participants, content } = written;
  if (content.quorum > participants.length) throw badInput('schedules.written_quorum', { people: participants.length });
  const people = await Promise.all(participants.map((staffId) => directory.actorById(tx, staffId)));
  if (people.includes(null)) throw badInput('schedules.booking_unknown_person');
}

type Fields = Pick<MakeWrittenInput, 'items'>;
const itemsFrom = ({ clock }: SchedulesParts, { items }: Fields) =>
  items.map((item) => ({ itemId: newId(clock), ...item }));

async function make(parts: SchedulesParts, acting: Acting, input: MakeWrittenInput): Promise<WrittenView> {
  const { actor, now } = acting;
  const { title, note, quorum, opensAt, closesAt, participants } = input;
  const written: Written = {
    ...{ writtenId: newId(parts.clock), state: 'PLANNED', version: 1, facts: 0, organiserId: actor.staffId },
    ...{ organiser: personOf(actor), content: { title, note, quorum, items: itemsFrom(parts, input) } },
    ...{ participants: [...new Set(participants)], opensAt: new Date(opensAt), closesAt: new Date(closesAt) },
    ...{ remindedAt: null, result: null, meetingId: null, madeAt: now },
  };
  await assureFits(parts, acting, written);
  const made = await record(parts, acting, { written, act: 'MADE', fact: { opensAt, closesAt, quorum } });
  if (turnOf(made, now) !== 'OPEN') return acting.view(made);
  const opened: Written = { ...made, state: 'OPEN', version: 2 };
  return acting.view(await record(parts, acting, { written: opened, act: 'OPENED', fact: {} }));
}

/** @throws not-found, not-allowed, conflict */
async function organised({ tx, actor, now, view }: Acting, writtenId: string): Promise<Written> {
  const written = await lockWritten(tx, writtenId);
  if (!written || !mayRead(written, actor.staffId)) throw notFound('schedules.written_not_found');
  if (written.organiserId !== actor.staffId) throw notAllowed('schedules.written_not_yours');
  // After its end it is counted, even where the job is late: nobody takes back what was voted.
  if (written.state !== 'CANCELLED' && !isAhead(written, now))
    throw conflict('schedules.written_over', {}, await view(written));
  return written;
}

async function change(parts: SchedulesParts, acting: Acting, asked: { writtenId: string; input: ChangeWrittenInput }) {
  const { view, now } = acting;
  const before = await organised(acting, asked.writtenId);
  const { version, items, participants, opensAt, closesAt, ...rest } = asked.input;
  if (before.state === 'CANCELLED') throw conflict('schedules.written_cancelled', {}, await view(before));
  if (before.state !== 'PLANNED' || before.opensAt <= now)
    throw conflict('schedules.written_begun', {}, await view(before));
  if (before.version !== version) throw conflict('schedules.written_stale', {}, await view(before));
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const written: Written = {
    ...{
      ...before,
      version: version + 1,
      participants: participants ? [...new Set(participants)] : before.participants,
    },
    content: { ...before.content, ...given, items: items ? itemsFrom(parts, { items }) : before.content.items },
    opensAt: opensAt === undefined ? before.opensAt : new Date(opensAt),
    closesAt: closesAt === undefined ? before.closesAt : new Date(closesAt),
  };
  await assureFits(parts, acting, written);
  const { quorum } = written.content;
  const fact = { opensAt: written.opensAt.toISOString(), closesAt: written.closesAt.toISOString(), quorum };
  return view(await record(parts, acting, { written, act: 'CHANGED', fact }));
}

async function cancel(parts: SchedulesParts, acting: Acting, asked: { writtenId: string; input: CancelWrittenInput }) {
  const { view } = acting;
  const before = await organised(acting, asked.writtenId);
  if (before.state === 'CANCELLED') return view(before);
  if (before.version !== asked.input.version) throw conflict('schedules.written_stale', {}, await view(before));
  const written: Written = { ...before, state: 'CANCELLED', version: before.version + 1 };
  return view(await record(parts, acting, { written, act: 'CANCELLED', fact: {} }));
}

/** Of one person in one meeting: all of it stands in the minutes. */
const MOST_REMARKS = 200;

async function say(parts: SchedulesParts, acting: Acting, asked: { writtenId: string; input: WrittenRemarksInput }) {
  const { tx, actor, now, view } = acting;
  const { staffId } = actor;
  const written = await lockWritten(tx, asked.writtenId);
  if (!written || !mayRead(written, staffId)) throw notFound('schedules.written_not_found');
  if (!written.participants.includes(staffId)) throw notAllowed('schedules.written_not_asked');
  if (!isOpen(written, now)) throw conflict('schedules.written_not_open', {}, await view(written));
  const said = asked.input.remarks.filter(({ stance, comment }) => stance !== null || comment !== '');
  if (said.length === 0) throw badInput('schedules.written_nothing');
  const known = new Set(written.content.items.map(({ itemId }) => itemId));
  if (said.some(({ itemId }) => !known.has(itemId))) throw badInput('schedules.written_item_unknown');
  const before = (await remarksOf(tx, [written.writtenId])).filter((one) => one.staffId === staffId);
  const news = newsIn(said, before);
  if (news.length === 0) return view(written);
  if (before.length + news.length > MOST_REMARKS) throw badInput('schedules.written_many', { most: MOST_REMARKS });
  const remarks = news.map((one): Remark => ({ remarkId: newId(parts.clock), staffId, at: now, ...one }));
  await addRemarks(tx, written.writtenId, remarks);
  const stances = Object.fromEntries(news.map(({ itemId, stance }) => [itemId, stance]));
  return view(await record(parts, acting, { written, act: 'SAID', fact: { of: staffId, stances } }));
}

const LISTED_DAYS = 180;

function list({ db, directory, clock }: SchedulesParts, caller: Caller): Promise<WrittenList> {
  return db.singly(caller.municipalityId, async (tx) => {
    const { staffId } = await directory.actorOf(tx, caller);
    const now = clock.now();
    const all = await writtenOf(tx, staffId, new Date(now.getTime() - LISTED_DAYS * 86_400_000));
    const remarks = await remarksOf(
      tx,
      all.map(({ writtenId }) => writtenId),
    );
    const of = Map.groupBy(remarks, ({ writtenId }) => writtenId);
    const reader = { staffId, locale: caller.locale, now };
    return { items: all.map((written) => presentListed(written, reader, of.get(written.writtenId) ?? [])) };
  });
}

export function createWrittenMeetings(parts: SchedulesParts): WrittenMeetings {
  const acting = (caller: Caller, request: object, work: (acting: Acting) => Promise<WrittenView>) =>
    actOnce(parts, { caller, request }, work);
  return {
    list: (caller) => list(parts, caller),
    read: (caller, writtenId) =>
      parts.db.singly(caller.municipalityId, async (tx) => {
        const { staffId } = await parts.directory.actorOf(tx, caller);
        const written = await readWritten(tx, writtenId);
        if (!written || !mayRead(written, staffId)) throw notFound('schedules.written_not_found');
        return viewOf(parts, tx, { written, staffId, locale: caller.locale });
      }),
    make: (caller, input) => acting(caller, { use: 'schedules.written', ...input }, (now) => make(parts, now, input)),
    change: (caller, writtenId, input) =>
      acting(caller, { use: 'schedules.change-written', writtenId, ...input }, (now) =>
        change(parts, now, { writtenId, input }),
      ),
    cancel: (caller, writtenId, input) =>
      acting(caller, { use: 'schedules.cancel-written', writtenId, ...input }, (now) =>
        cancel(parts, now, { writtenId, input }),
      ),
    say: (caller, writtenId, input) =>
      acting(caller, { use: 'schedules.say-written', writtenId, ...input }, (now) =>
        say(parts, now, { writtenId, input }),
      ),
  };
}
