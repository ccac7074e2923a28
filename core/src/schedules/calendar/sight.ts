import { type Actor, hasRole, type OrganisationSnapshot } from '../../directory/index.ts';
import type { ScheduleRules } from '../../regulations/index.ts';
import { type Locale, say } from '../../shared/index.ts';
import { sightOf } from '../../telework/index.ts';
import type { Entry, EntrySource, OwnerRef } from './entry.ts';
import { mayReadDetails, mayWriteFor, type Owner, showsPrivate, type Viewer } from './policy.ts';
import { calendarTexts } from './text.ts';

/** What one reader may see of calendars. */
export interface CalendarSight {
  /** As they may see it (S-13, S-18): times only where it is 「予定あり」. */
  seenBy(owner: OwnerRef, entry: Entry): Entry;
  /** Whether subject and place are theirs to read. */
  mayRead(owner: OwnerRef, entry: Entry): boolean;
  /** Whether they may make and change entries in this calendar. */
  mayWrite(owner: OwnerRef): boolean;
  /** Whether they see something that is 非公開 and somebody else's: that is noted. */
  showsPrivate(owner: OwnerRef, entry: Entry): boolean;
}

const EXECUTIVES: ReadonlySet<string> = new Set(['MAYOR', 'DEPUTY_MAYOR']);

function sectionOf(there: OrganisationSnapshot, unitId: string): string {
  const line = there.lineAbove(unitId);
  return (line.find(({ unitKind }) => unitKind !== 'SUBSECTION') ?? line.at(-1))?.unitId ?? unitId;
}

function ownersOf({ there, rules }: Pick<Reader, 'there' | 'rules'>): (owner: OwnerRef) => Owner {
  const known = new Map<string, Owner>();
  const sections = new Map<string, string>();
  const section = (unitId: string) => {
    const found = sections.get(unitId) ?? sectionOf(there, unitId);
    sections.set(unitId, found);
    return found;
  };
  return (owner) => {
    const before = known.get(owner.ownerId);
    if (before) return before;
    const posts = owner.kind === 'STAFF' ? there.postsOf(owner.ownerId) : [];
    const fresh: Owner = {
      ...owner,
      sectionIds: posts.map(({ unitId }) => section(unitId)),
      isExecutive: posts.some(({ rank }) => EXECUTIVES.has(rank)),
      keeperUnitIds: posts
        .flatMap(({ code }) => rules.keepersOf(code))
        .flatMap((code) => there.unitByCode(code)?.unitId ?? []),
    };
    known.set(owner.ownerId, fresh);
    return fresh;
  };
}

const TYPED: ReadonlySet<EntrySource> = new Set(['OUTLOOK', 'OWN', 'HOLD']);

/** Titles of what telework says are codes; what somebody typed is what it is. */
const inWords = ({ source, subject }: Entry, locale: Locale): string | null =>
  subject === null || TYPED.has(source) ? subject : (say(calendarTexts, subject, locale) ?? subject);

/** Nor by what means they meet. */
export const HIDDEN = { subject: null, place: null, category: null, online: false } as const;

interface Reader {
  readonly there: OrganisationSnapshot;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly rules: Pick<ScheduleRules, 'keepersOf'>;
}

export function calendarSight({ there, actor, locale, rules }: Reader): CalendarSight {
  const ownerOf = ownersOf({ there, rules });
  let below: ReturnType<typeof sightOf> | null = null;
  const viewer: Viewer = {
    staffId: actor.staffId,
    sectionIds: new Set(actor.posts.map(({ sectionId }) => sectionId)),
    isSecretary: hasRole(actor, 'SECRETARY'),
    unitIds: new Set(actor.posts.flatMap(({ unitId }) => there.lineAbove(unitId).map((step) => step.unitId))),
    isAbove(staffId) {
      below ??= sightOf(there, actor);
      return below.isAbove(staffId);
    },
  };
  return {
    seenBy: (ref, entry) =>
      mayReadDetails(viewer, ownerOf(ref), entry)
        ? { ...entry, subject: inWords(entry, locale) }
        : { ...entry, ...HIDDEN },
    mayRead: (ref, entry) => mayReadDetails(viewer, ownerOf(ref), entry),
    mayWrite: (ref) => mayWriteFor(viewer, ownerOf(ref)),
    showsPrivate: (ref, entry) => showsPrivate(viewer, ownerOf(ref), entry),
  };
}
