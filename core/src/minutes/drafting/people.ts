import { POST } from '../speakers/names.ts';
import type { Attendee, MeetingFacts } from './meeting.ts';

/** 担当: as it was said, and who that is among those the city named. */
export interface Owner {
  readonly said: string;
  readonly kind: 'PERSON' | 'UNIT';
  /** The attendee's name or the unit's; null where nobody given to us is called so. */
  readonly name: string | null;
}

/** Who can be meant by a name: attendees and units of one meeting. */
export interface People {
  readonly attendees: readonly Attendee[];
  readonly units: readonly string[];
}

const HONORIFIC = /(?:さん|様|殿|氏|くん|君|先生)$/u;

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/[\s・()]/gu, '');

interface Known {
  readonly name: string;
  readonly parts: readonly string[];
  readonly post: string | undefined;
  readonly unit: string;
  readonly reading: string | undefined;
}

// Each attendee is compared with every name that is said: they are put into one writing once.
const KNOWN = new WeakMap<Attendee, Known>();
function known(who: Attendee): Known {
  const before = KNOWN.get(who);
  if (before !== undefined) return before;
  const found: Known = {
    name: plain(who.name),
    parts: who.name.split(/[\s　]+/u).map(plain),
    post: who.post === undefined ? undefined : plain(who.post),
    unit: plain(who.unit ?? ''),
    reading: who.reading === undefined ? undefined : plain(who.reading),
  };
  KNOWN.set(who, found);
  return found;
}

export function peopleOf({ attendees = [], units = [] }: MeetingFacts): People {
  const own = attendees.flatMap(({ unit }) => unit ?? []);
  const all = Array.from(new Set([...units, ...own]), (unit) => unit.trim()).filter((unit) => unit !== '');
  return { attendees, units: all.toSorted((a, b) => b.length - a.length) };
}

const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);

/** 「仲田」「仲田課長」「財政課長」「財政課の仲田さん」「なかたさん」: the one attendee who can be meant. */
export function attendeeCalled(said: string, { attendees }: People): Attendee | null {
  const bare = plain(said).replace(HONORIFIC, '');
  const post = POST.exec(bare)?.[0];
  const name = bare.slice(0, bare.length - (post?.length ?? 0)).replace(/^.+?[課部局室係]の?(?=.)/u, '');
  const whole = attendees.filter((who) => known(who).name === bare || known(who).name === name);
  if (whole.length > 0) return only(whole);
  const byPost = attendees.filter((who) => post !== undefined && isHolder(who, { bare, name, post }));
  if (byPost.length > 0) return only(byPost);
  if (name === '') return null;
  const byFamily = attendees.filter((who) => callsFamily(who, name) || startsReading(who, name));
  return (
    only(byFamily.filter((who) => post === undefined || who.post === undefined || who.post.includes(post))) ??
    only(byFamily)
  );
}

function isHolder(who: Attendee, { bare, name, post }: { bare: string; name: string; post: string }): boolean {
  const { unit, post: held } = known(who);
  if (held === undefined) return false;
  if (name === '') return held === post;
  return unit !== '' && (`${unit}${held}` === bare || bare === `${unit.slice(0, -1)}${held}`);
}

// A label may put the unit before the name: 「公園緑地課 西村」.
const callsFamily = (who: Attendee, name: string): boolean =>
  known(who).name.startsWith(name) || known(who).parts.some((part) => part.startsWith(name));

const startsReading = (who: Attendee, name: string): boolean =>
  known(who).reading?.startsWith(name) === true && /^[ぁ-んー]{2,}$/u.test(name);

/** The owner that somebody named, or who speaks, is. */
export function ownerCalled(said: string, kind: Owner['kind'], people: People): Owner {
  const bare = said.replace(HONORIFIC, '');
  // Where no comma parts them, the word before runs into the name: 「図面総務課」.
  const called = plain(bare);
  const unit =
    people.units.find((it) => kind === 'UNIT' && called.endsWith(plain(it))) ??
    people.units.find((it) => plain(it) === called);
  if (unit !== undefined) return { said, kind: 'UNIT', name: unit };
  const attendee = attendeeCalled(said, people);
  const short =
    bare.length >= 2 ? people.units.filter((it) => /^[課部局室係]$/u.test(plain(it).replace(called, ''))) : [];
  if (!attendee && short.length === 1 && short[0]) return { said, kind: 'UNIT', name: short[0] };
  if (attendee) return { said, kind: 'PERSON', name: attendee.name };
  return { said: bare, kind, name: null };
}

export const shownOwner = (owner: Owner): string => owner.name ?? owner.said;

/** Does a person belong to a unit that was named, or are both the same? */
export function mayBeSame(one: Owner, other: Owner, people: People): boolean {
  if (plain(shownOwner(one)) === plain(shownOwner(other))) return true;
  const [person, unit] = one.kind === 'PERSON' ? [one, other] : [other, one];
  if (person.kind !== 'PERSON' || unit.kind !== 'UNIT') return false;
  const attendee = attendeeCalled(person.name ?? person.said, people);
  const named = plain(shownOwner(unit));
  return (
    (attendee?.unit !== undefined && plain(attendee.unit) === named) || plain(shownOwner(person)).startsWith(named)
  );
}
