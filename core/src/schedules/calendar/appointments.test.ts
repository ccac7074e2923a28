import { describe, expect, it } from '@jest/globals';
import { appointmentIn } from './appointments.ts';
import type { Entry } from './entry.ts';

const entry = (more: Partial<Entry> = {}): Entry => ({
  ...{ entryId: 'e', source: 'OUTLOOK', status: 'BUSY', allDay: false, subject: '予算の打合せ', place: '第1会議室' },
  ...{ from: new Date('2026-11-25T10:00:00+09:00'), to: new Date('2026-11-25T11:00:00+09:00') },
  ...{ visibility: 'SECTION', online: false, seriesId: null, category: null, version: null, ...more },
});

describe('T-03: what somebody has to be there for in person', () => {
  it.each<[string, Partial<Entry>, string | null]>([
    ['a meeting with a place', {}, 'MEETING_IN_PERSON'],
    ['one that was booked here', { source: 'HOLD' }, 'MEETING_IN_PERSON'],
    ['of which only the place is known', { subject: null }, 'MEETING_IN_PERSON'],
    ['a whole day somewhere', { allDay: true }, 'MEETING_IN_PERSON'],
    ['a duty by its category', { place: '', category: '窓口当番' }, 'DUTY'],
    ['a duty by its name', { place: null, subject: '電話当番' }, 'DUTY'],
    ['what is 非公開, whatever it is', { visibility: 'PRIVATE', subject: '通院', place: 'みなと病院' }, null],
    ['one in which people take part online', { online: true }, null],
    ['work at a desk', { place: '' }, null],
    ['what is not certain', { status: 'TENTATIVE' }, null],
    ['what takes no time', { status: 'FREE' }, null],
    ['leave, which the rules know themselves', { source: 'LEAVE', status: 'OOF' }, null],
  ])('%s', (_, more, kind) => {
    expect(appointmentIn(entry(more))?.kind ?? null).toBe(kind);
  });
});
