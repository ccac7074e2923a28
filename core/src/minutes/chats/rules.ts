import { type LocalDate, localDateOf } from '../../shared/index.ts';
import type { Line } from '../lines/line.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import type { KnownMessage, Marks } from './chat.ts';
import type { Remark } from './remarks.ts';
import type { ChatMember } from './source.ts';

/** Somebody of the city's staff, as the directory has them. */
export interface KnownStaff {
  readonly entraObjectId: string;
  readonly staffId: string;
  readonly name: string;
  readonly postTitle: string;
  readonly unitName: string;
}

type StaffBy = ReadonlyMap<string, KnownStaff>;
type Said = Pick<Remark, 'entraObjectId' | 'name'>;
type Talking = Pick<Remark, 'entraObjectId' | 'name' | 'reactions'>;

const asAttendee = (
  { staffId, name, postTitle, unitName }: KnownStaff,
  more: Pick<AttendeeInput, 'id' | 'attended'>,
): AttendeeInput => ({ ...more, staffId, name, postTitle, unitName, role: 'MEMBER' });

/** Who wrote or reacted: of the others nobody knows whether they read along. */
function tookPart(remarks: readonly Talking[]): Set<string> {
  const oids = remarks.flatMap(({ entraObjectId, reactions }) => [
    entraObjectId,
    ...reactions.map((reaction) => reaction.entraObjectId),
  ]);
  return new Set(oids.filter((oid) => oid !== null));
}

/**
 * 出席者: members of the chat who are staff, and staff who wrote in it and have left since; somebody from outside where
 * they wrote. Who is there already stays as they are, whatever became of them in the chat.
 */
export function attendeesWith(
  before: readonly AttendeeInput[],
  { members, remarks, staff, idOf }: ChatPeople,
): AttendeeInput[] {
  const attended = tookPart(remarks);
  const oids = [...members.map((one) => one.entraObjectId), ...remarks.map((one) => one.entraObjectId)];
  const known = new Set(before.flatMap(({ staffId }) => staffId ?? []));
  const found: AttendeeInput[] = [...before];
  for (const oid of new Set(oids.filter((one) => one !== null))) {
    const person = staff.get(oid);
    if (!person || known.has(person.staffId)) continue;
    known.add(person.staffId);
    found.push(asAttendee(person, { id: idOf(), attended: attended.has(oid) }));
  }
  const labelOf = labelIn(found, staff);
  const guests = new Set(found.flatMap(({ staffId, name }) => (staffId === null ? [name] : [])));
  for (const remark of remarks) {
    const name = labelOf(remark);
    if (name === null || name.trim() === '' || staff.has(remark.entraObjectId ?? '')) continue;
    if (guests.has(name) || guests.has(remark.name ?? '')) continue;
    guests.add(name);
    found.push({ ...{ id: idOf(), staffId: null, postTitle: '', unitName: '' }, name, role: 'GUEST', attended: true });
  }
  return found.slice(0, Math.max(before.length, MOST_ATTENDEES));
}
const MOST_ATTENDEES = 300;

/** How somebody's remarks are labelled: whoever is not of the staff and is called as a colleague is told apart. */
export function labelIn(attendees: readonly AttendeeInput[], staff: StaffBy): (remark: Said) => string | null {
  const attending = attendees.flatMap(({ staffId, name }) => (staffId === null ? [] : [name]));
  const colleagues = new Set([...attending, ...[...staff.values()].map(({ name }) => name)]);
  return ({ entraObjectId, name }) => {
    const person = staff.get(entraObjectId ?? '');
    if (person) return person.name;
    return name !== null && colleagues.has(name) ? `${name}（ゲスト）` : name;
  };
}

export interface ChatPeople {
  readonly members: readonly ChatMember[];
  readonly remarks: readonly Remark[];
  readonly staff: StaffBy;
  readonly idOf: () => string;
}

/** Whose remark it is: by the person's id in Entra; by name alone only who is not of the staff. */
export function speakerOf(attendees: readonly AttendeeInput[], staff: StaffBy) {
  const byStaff = new Map(attendees.flatMap(({ id, staffId }) => (staffId === null ? [] : [[staffId, id] as const])));
  const guests = new Map(attendees.flatMap(({ id, staffId, name }) => (staffId === null ? [[name, id] as const] : [])));
  const labelOf = labelIn(attendees, staff);
  return (remark: Said): string | null => {
    const person = remark.entraObjectId === null ? undefined : staff.get(remark.entraObjectId);
    if (person) return byStaff.get(person.staffId) ?? null;
    return guests.get(labelOf(remark) ?? '') ?? guests.get(remark.name ?? '') ?? null;
  };
}

const marksOf = (remark: Remark, by: string | null): Marks => {
  const { at, text, editedAt, deleted, reactions, files, replies, important } = remark;
  return { at, editedAt, deleted, by, reactions, files, replies, important, letters: text.length };
};

export interface Before {
  readonly known: readonly KnownMessage[];
  /** Those that are there; a line of which nothing is left was joined, or gave way to another transcript. */
  readonly lines: readonly Line[];
}

export interface Taking {
  readonly beganAt: Date;
  readonly remarks: readonly Remark[];
  readonly attendeeOf: (remark: Said) => string | null;
  readonly labelOf: (remark: Said) => string | null;
  readonly idOf: () => string;
}

export interface Changes {
  readonly added: readonly Line[];
  /** Lines that nobody had touched, with the words as they are now. */
  readonly changed: readonly Line[];
  readonly before: readonly Line[];
  readonly messages: readonly KnownMessage[];
  readonly fresh: readonly Remark[];
}

const SECOND = 1_000;

/** Nobody has joined it with another line: it came from this message alone. */
const isOwn = (line: Line, { letters }: Marks): boolean => line.heard.length === letters;

/**
 * A line with the words of its message as they are now; null where the message is as it was. What a person has edited
 * or joined stays as they left it.
 */
function again(line: Line, before: Marks, { text, editedAt, deleted }: Remark): Line | null {
  if (before.editedAt === editedAt && before.deleted === deleted) return null;
  if (!isOwn(line, before) || line.heard === text) return null;
  const edited = line.text !== line.heard;
  return { ...line, version: line.version + 1, heard: text, text: edited ? line.text : text };
}

/** What a new reading adds and changes. The key of a message is what makes it the same message. */
export function changesOf({ known, lines }: Before, taking: Taking): Changes {
  const { beganAt, remarks, attendeeOf, labelOf, idOf } = taking;
  const byKey = new Map(known.map((one) => [one.messageKey, one]));
  const byId = new Map(lines.map((line) => [line.lineId, line]));
  const out = {
    ...{ added: [] as Line[], changed: [] as Line[], before: [] as Line[] },
    ...{ messages: [] as KnownMessage[], fresh: [] as Remark[] },
  };
  for (const remark of remarks) {
    const { messageKey, text } = remark;
    const there = byKey.get(messageKey);
    const lineId = there?.lineId ?? idOf();
    out.messages.push({ messageKey, lineId, marks: marksOf(remark, labelOf(remark)) });
    if (!there) {
      const at = Date.parse(remark.at);
      out.fresh.push(remark);
      out.added.push({
        ...{ lineId, version: 1, place: at / SECOND, label: labelOf(remark), attendeeId: attendeeOf(remark) },
        ...{ startMs: at - beganAt.getTime(), endMs: null, heard: text, text },
        ...{ confidence: null, spokenOver: false, sure: false },
      });
      continue;
    }
    const line = byId.get(lineId);
    const next = line && again(line, there.marks, remark);
    if (line && next) {
      out.before.push(line);
      out.changed.push(next);
    }
  }
  return out;
}

const MOST_PAPERS = 100;

/** 資料名, with those of new messages: one that somebody has taken out does not come again. */
export function papersWith(papers: readonly string[], fresh: readonly Remark[]): string[] {
  const names = fresh.flatMap(({ files }) => files.map(({ name }) => name));
  return [...new Set([...papers, ...names])].slice(0, Math.max(papers.length, MOST_PAPERS));
}

/** The days on which the first and the last remark were made. */
export function daysOf(moments: readonly string[]): { readonly first: LocalDate; readonly last: LocalDate } | null {
  const sorted = [...moments].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first: localDateOf(new Date(first)), last: localDateOf(new Date(last)) };
}
