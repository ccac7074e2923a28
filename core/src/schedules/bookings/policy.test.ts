import { describe, expect, it } from '@jest/globals';
import { mayCancel, mayChange, mayRead, mayReadSubject } from './policy.ts';

const booking = (visibility: 'PUBLIC' | 'SECTION' | 'PRIVATE') => ({
  ...{ bookedBy: 'booker', required: ['invited'], optional: ['optional'], visibility, caseId: null },
});
const NOBODY = { isAdmin: false, administers: false, sameSection: false };
const who = (staffId: string, more: Partial<typeof NOBODY> = {}) => ({ staffId, ...NOBODY, ...more });

describe('who may know of a booking', () => {
  it('whoever takes part always; others as its visibility says', () => {
    for (const staffId of ['booker', 'invited', 'optional'])
      expect(mayReadSubject(booking('PRIVATE'), who(staffId))).toBe(true);
    expect(
      mayReadSubject(booking('PRIVATE'), who('other', { sameSection: true, isAdmin: true, administers: true })),
    ).toBe(false);
    expect(mayReadSubject(booking('SECTION'), who('other', { sameSection: true }))).toBe(true);
    expect(mayReadSubject(booking('SECTION'), who('other'))).toBe(false);
    expect(mayReadSubject(booking('PUBLIC'), who('other'))).toBe(true);
  });

  it('that a room is taken everybody, that people meet without one not', () => {
    expect(mayRead(booking('PRIVATE'), who('other'), true)).toBe(true);
    expect(mayRead(booking('PRIVATE'), who('other'), false)).toBe(false);
  });
});

describe('who may act on a booking', () => {
  it('only who booked it changes it; the administrators of a room and of the system may cancel it', () => {
    expect(mayChange(booking('PUBLIC'), who('booker'))).toBe(true);
    expect(mayChange(booking('PUBLIC'), who('invited', { isAdmin: true, administers: true }))).toBe(false);
    const ofCase = { ...booking('PUBLIC'), caseId: 'case' };
    expect([mayChange(ofCase, who('booker')), mayCancel(ofCase, who('booker'))]).toEqual([false, true]);
    expect(mayCancel(booking('PUBLIC'), who('invited'))).toBe(false);
    expect(mayCancel(booking('PUBLIC'), who('x', { administers: true }))).toBe(true);
    expect(mayCancel(booking('PUBLIC'), who('x', { isAdmin: true }))).toBe(true);
  });
});
