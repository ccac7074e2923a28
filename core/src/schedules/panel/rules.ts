import type { PresenceSource, PresenceState } from '../../telework/index.ts';
import type { Entry } from '../calendar/entry.ts';
import type { RemotePresence } from '../calendar/port.ts';
import type { Doing, LineSource } from './contract.ts';

/** What is known of somebody at one moment, each source for itself. */
export interface Said {
  readonly presence: { readonly state: PresenceState; readonly source: PresenceSource };
  /** What stands in their calendar now. */
  readonly entry: Pick<Entry, 'status' | 'allDay'> | null;
  readonly teams: Pick<RemotePresence, 'availability' | 'activity' | 'outOfOffice'> | null;
}

/** Why a source was believed although another says otherwise. */
export type Why = 'SAID_THEMSELVES' | 'APPROVED' | 'PUNCHED' | 'CALENDAR_OVER_TEAMS' | 'NOT_PUNCHED';

export interface Verdict {
  readonly source: LineSource;
  readonly doing: Doing | null;
  readonly why: Why | null;
}

const AT_WORK: ReadonlySet<PresenceState> = new Set<PresenceState>(['OFFICE', 'HOME', 'SATELLITE', 'MOBILE']);
const CALLS: ReadonlySet<string> = new Set(['InACall', 'InAConferenceCall']);
const HERE: ReadonlySet<string> = new Set(['Available', 'Busy', 'DoNotDisturb']);
const GONE: ReadonlySet<string> = new Set(['Away', 'BeRightBack', 'Offline']);

type Teams = Said['teams'];
type Now = Said['entry'];

const isMeeting = (entry: Now): boolean =>
  entry !== null && !entry.allDay && (entry.status === 'BUSY' || entry.status === 'TENTATIVE');
const saysAway = (entry: Now): boolean => entry?.status === 'OOF';
const isHere = (teams: Teams): boolean => teams !== null && !teams.outOfOffice && HERE.has(teams.availability);
const isGone = (teams: Teams): boolean => teams !== null && (teams.outOfOffice || GONE.has(teams.availability));

function inTeams(teams: Teams): Doing | null {
  if (!teams) return null;
  if (CALLS.has(teams.activity)) return 'CALL';
  if (teams.availability === 'DoNotDisturb' || teams.activity === 'Presenting') return 'BUSY_IN_TEAMS';
  return null;
}

/** Nobody is in a meeting here who said that they went out; what says so is told with why it does not count. */
function notHere({ presence: { source }, entry, teams }: Said): Verdict {
  const contradicted = isMeeting(entry) || isHere(teams);
  const why = { WHEREABOUTS: 'SAID_THEMSELVES', PUNCH: 'PUNCHED' } as const;
  const known = source === 'WHEREABOUTS' || source === 'PUNCH' ? why[source] : 'APPROVED';
  return { source, doing: null, why: contradicted ? known : null };
}

/** At work by a punch: Outlook's and Teams' 「不在」 are often forgotten settings, and are not believed against it. */
function atWork({ presence: { source }, entry, teams }: Said): Verdict {
  if (isMeeting(entry))
    return { source: 'CALENDAR', doing: 'MEETING', why: isGone(teams) ? 'CALENDAR_OVER_TEAMS' : null };
  const doing = inTeams(teams);
  if (doing) return { source: 'TEAMS', doing, why: null };
  return { source, doing: null, why: saysAway(entry) || isGone(teams) ? 'PUNCHED' : null };
}

/** Nothing was punched: the calendar is the next best, then Teams. */
function notPunched({ presence: { source }, entry, teams }: Said): Verdict {
  if (isMeeting(entry)) return { source: 'CALENDAR', doing: 'MEETING', why: 'NOT_PUNCHED' };
  if (saysAway(entry)) return { source: 'CALENDAR', doing: 'AWAY', why: 'NOT_PUNCHED' };
  const doing = inTeams(teams) ?? (teams?.outOfOffice ? 'AWAY' : isHere(teams) ? 'IN_TEAMS' : null);
  return doing ? { source: 'TEAMS', doing, why: 'NOT_PUNCHED' } : { source, doing: null, why: null };
}

/**
 * What the line follows: what they said themselves or was approved, then the punch, and beside it what they do now by their
 * calendar or by Teams.
 */
export function verdictOf(said: Said): Verdict {
  const { state } = said.presence;
  if (AT_WORK.has(state)) return atWork(said);
  return state === 'NOT_STARTED' || state === 'UNKNOWN' ? notPunched(said) : notHere(said);
}

/** Of what stands in a calendar at a moment, what says most: a meeting, then something tentative, then an absence; of those alike, the one that lasts longest. */
export function entryAt<T extends Pick<Entry, 'status' | 'allDay' | 'source' | 'from' | 'to'>>(
  entries: readonly T[],
  now: Date,
): T | null {
  const strength = ({ status, allDay }: T) =>
    status === 'OOF' ? 1 : allDay ? 0 : status === 'BUSY' ? 3 : status === 'TENTATIVE' ? 2 : 0;
  const [first] = entries
    .filter(({ from, to, source }) => from <= now && now < to && CALENDARS.has(source))
    .filter((entry) => strength(entry) > 0)
    .toSorted((a, b) => strength(b) - strength(a) || b.to.getTime() - a.to.getTime());
  return first ?? null;
}

// What telework says of leave, trips and 外出 is in the presence already.
const CALENDARS: ReadonlySet<Entry['source']> = new Set<Entry['source']>(['OUTLOOK', 'OWN', 'HOLD']);
