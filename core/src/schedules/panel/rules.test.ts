import { describe, expect, it } from '@jest/globals';
import type { PresenceSource, PresenceState } from '../../telework/index.ts';
import type { Entry } from '../calendar/entry.ts';
import { entryAt, type Said, type Verdict, verdictOf } from './rules.ts';

const BUSY = { status: 'BUSY', allDay: false } as const;
const OOF = { status: 'OOF', allDay: false } as const;
const inTeams = (availability: string, activity = availability, outOfOffice = false) => ({
  ...{ availability, activity, outOfOffice },
});
type Case = [string, PresenceState, PresenceSource, Said['entry'], Said['teams'], Verdict];
const is = (source: Verdict['source'], doing: Verdict['doing'] = null, why: Verdict['why'] = null): Verdict => ({
  ...{ source, doing, why },
});

const CASES: readonly Case[] = [
  ['at work, nothing else', 'OFFICE', 'PUNCH', null, null, is('PUNCH')],
  ['at work in a meeting', 'OFFICE', 'PUNCH', BUSY, null, is('CALENDAR', 'MEETING')],
  ['at home in a meeting', 'HOME', 'PUNCH', BUSY, inTeams('Busy', 'InAMeeting'), is('CALENDAR', 'MEETING')],
  [
    ...(['in a meeting, Teams idle', 'OFFICE', 'PUNCH', BUSY, inTeams('Away')] as const),
    is('CALENDAR', 'MEETING', 'CALENDAR_OVER_TEAMS'),
  ],
  ['a punch against Outlook’s 不在', 'OFFICE', 'PUNCH', OOF, null, is('PUNCH', null, 'PUNCHED')],
  [
    ...(['a punch against Teams’ 外出', 'OFFICE', 'PUNCH', null, inTeams('Available', 'Available', true)] as const),
    is('PUNCH', null, 'PUNCHED'),
  ],
  [
    ...(['a punch against Teams offline', 'HOME', 'PUNCH', null, inTeams('Offline')] as const),
    is('PUNCH', null, 'PUNCHED'),
  ],
  ['at work on the phone', 'OFFICE', 'PUNCH', null, inTeams('Busy', 'InACall'), is('TEAMS', 'CALL')],
  ['at work, presenting', 'HOME', 'PUNCH', null, inTeams('Busy', 'Presenting'), is('TEAMS', 'BUSY_IN_TEAMS')],
  ['at work, do not disturb', 'HOME', 'PUNCH', null, inTeams('DoNotDisturb'), is('TEAMS', 'BUSY_IN_TEAMS')],
  ['外出 and nothing else', 'OUT', 'WHEREABOUTS', null, inTeams('Away'), is('WHEREABOUTS')],
  [
    ...(['外出 against a meeting', 'OUT', 'WHEREABOUTS', BUSY, null] as const),
    is('WHEREABOUTS', null, 'SAID_THEMSELVES'),
  ],
  ['leave against Teams', 'LEAVE', 'PLAN', null, inTeams('Available'), is('PLAN', null, 'APPROVED')],
  ['a trip and a meeting there', 'TRIP', 'PLAN', BUSY, null, is('PLAN', null, 'APPROVED')],
  ['gone home against a meeting', 'ENDED', 'PUNCH', BUSY, null, is('PUNCH', null, 'PUNCHED')],
  ['pausing, Teams open', 'PAUSED', 'PUNCH', null, inTeams('Available'), is('PUNCH', null, 'PUNCHED')],
  ['an absence and Teams offline', 'OUT', 'ABSENCE', null, inTeams('Offline'), is('ABSENCE')],
  ['not punched, a meeting', 'NOT_STARTED', 'NONE', BUSY, null, is('CALENDAR', 'MEETING', 'NOT_PUNCHED')],
  ['not punched, 不在 in Outlook', 'UNKNOWN', 'NONE', OOF, null, is('CALENDAR', 'AWAY', 'NOT_PUNCHED')],
  ['not punched, in Teams', 'NOT_STARTED', 'NONE', null, inTeams('Available'), is('TEAMS', 'IN_TEAMS', 'NOT_PUNCHED')],
  [
    ...(['not punched, 外出 in Teams', 'UNKNOWN', 'NONE', null, inTeams('Available', 'Available', true)] as const),
    is('TEAMS', 'AWAY', 'NOT_PUNCHED'),
  ],
  ['not punched, Teams offline', 'NOT_STARTED', 'NONE', null, inTeams('Offline'), is('NONE')],
  ['nobody says anything', 'UNKNOWN', 'NONE', null, null, is('NONE')],
  ['a whole busy day is no meeting', 'OFFICE', 'PUNCH', { status: 'BUSY', allDay: true }, null, is('PUNCH')],
];

describe('S-06: which source the line follows', () => {
  it.each(CASES)('%s', (_, state, source, entry, teams, verdict) => {
    expect(verdictOf({ presence: { state, source }, entry, teams })).toEqual(verdict);
  });
});

const at = (clock: string) => new Date(`2026-12-01T${clock}:00+09:00`);
type Standing = Pick<Entry, 'status' | 'source' | 'allDay' | 'from' | 'to'>;
const entry = (from: string, to: string, more: Partial<Standing> = {}): Standing => ({
  ...{ status: 'BUSY', source: 'OUTLOOK', allDay: false, from: at(from), to: at(to), ...more },
});

describe('what stands in a calendar now', () => {
  const now = at('10:00');

  it('is the meeting, not what is tentative beside it, nor what is over or free', () => {
    const meeting = entry('09:30', '10:30');
    const others = [
      ...[entry('09:00', '12:00', { status: 'TENTATIVE' }), entry('09:00', '17:00', { status: 'OOF' })],
      ...[entry('09:00', '10:00'), entry('09:00', '17:00', { status: 'FREE' }), entry('10:30', '11:00')],
    ];
    expect(entryAt([...others, meeting], now)).toBe(meeting);
  });

  it('of two meetings is the one that lasts longer', () => {
    const [short, long] = [entry('09:30', '10:30'), entry('09:45', '11:00')];
    expect(entryAt([short, long], now)).toBe(long);
  });

  it('is nothing that telework says, which the presence says already', () => {
    expect(entryAt([entry('09:00', '12:00', { source: 'WHEREABOUTS', status: 'OOF' })], now)).toBeNull();
  });
});
