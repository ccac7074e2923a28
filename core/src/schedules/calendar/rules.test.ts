import { describe, expect, it } from '@jest/globals';
import { type LocalDate, startOfDay } from '../../shared/index.ts';
import { timesProblem } from './own-rules.ts';
import { mayReadDetails, mayWriteFor, showsPrivate, type Viewer } from './policy.ts';
import {
  categoryOf,
  glanceNeeded,
  type Mailbox,
  mondayOf,
  nextCheck,
  renewalOf,
  syncedOf,
  visibilityOf,
  weeksIn,
  windowAt,
} from './rules.ts';

const at = (time: string, day = '2026-11-24') => new Date(`${day}T${time}:00+09:00`);
const NOW = at('10:00');
const OWNER = '0198a6f2-0000-7000-8000-0000007fffff';
const mailbox = (more: Partial<Mailbox> = {}): Mailbox => ({
  ...{ ownerId: OWNER, kind: 'STAFF', address: 'a', window: windowAt(NOW), token: 't', syncedAt: at('09:00') },
  ...{ heardAt: null, problem: null, problemAt: null, subscriptionId: 's', newsAddress: 'n' },
  ...{ expiresAt: at('00:00', '2026-11-30'), revision: 1, lookedOn: '2026-11-24' as LocalDate, ...more },
});
/** Nobody has read it yet. */
const UNREAD = { token: null, window: null, syncedAt: null } as const;
const window = { from: at('00:00', '2026-11-23'), to: at('00:00', '2026-11-28') };
const known = (more: Partial<Mailbox> = {}, glances: readonly (Date | undefined)[] = [undefined]) => ({
  ...{ mailbox: mailbox(more), glances, window, now: NOW },
});

describe('weeks', () => {
  it('begin on Mondays in Japan, also in the hours when it is still Sunday elsewhere', () => {
    expect(mondayOf('2026-11-29' as LocalDate)).toBe('2026-11-23');
    expect(windowAt(at('08:59', '2026-11-30')).from).toEqual(startOfDay('2026-11-23' as LocalDate));
    expect(windowAt(at('23:59', '2026-11-29')).from).toEqual(startOfDay('2026-11-16' as LocalDate));
    expect(weeksIn({ from: at('00:00', '2026-11-29'), to: at('00:00', '2026-12-08') })).toEqual([
      ...['2026-11-23', '2026-11-30', '2026-12-07'],
    ]);
    expect(weeksIn({ from: at('00:00', '2026-11-23'), to: at('00:00', '2026-11-30') })).toEqual(['2026-11-23']);
  });
});

describe('S-13: the city’s rule of categories', () => {
  it.each([
    ['SECTION', [], 'SECTION', null],
    ['SECTION', ['議会'], 'SECTION', '議会'],
    ['SECTION', ['公開', '議会'], 'PUBLIC', '議会'],
    ['SECTION', ['公開', '非公開'], 'PRIVATE', null],
    ['PRIVATE', ['公開'], 'PRIVATE', null],
  ] as const)('%s with %j is %s', (visibility, categories, seen, category) => {
    expect([visibilityOf({ visibility, categories }), categoryOf({ categories })]).toEqual([seen, category]);
  });
});

describe('S-14: 最終同期', () => {
  it('of a followed calendar is stale when something told was not read, or nobody would tell', () => {
    expect(syncedOf(known())).toEqual({ at: at('09:00'), stale: false, problem: null });
    expect(syncedOf(known({ heardAt: at('09:58') })).stale).toBe(true);
    expect(syncedOf(known({ heardAt: new Date(NOW.getTime() - 30_000) })).stale).toBe(false);
    expect(syncedOf(known({ heardAt: at('08:59') })).stale).toBe(false);
    // All of it is to be read anew: until then it is what it was.
    expect(syncedOf(known({ token: null, heardAt: at('09:58') }))).toEqual({
      at: at('09:00'),
      stale: true,
      problem: null,
    });
    expect(glanceNeeded(known({ token: null }))).toBeNull();
    expect(syncedOf(known({ expiresAt: at('09:59') })).stale).toBe(true);
    expect(syncedOf(known({ expiresAt: null, syncedAt: at('09:55') })).stale).toBe(false);
    expect(syncedOf(known({ syncedAt: at('21:00', '2026-11-23') })).stale).toBe(true);
    expect(syncedOf(known({ problem: 'UNREACHABLE', problemAt: NOW })).stale).toBe(true);
  });

  it('of glances is the oldest week’s, and old after ten minutes', () => {
    const glanced = (...glances: (Date | undefined)[]) => syncedOf(known(UNREAD, glances));
    expect(glanced(at('09:55'), at('09:52'))).toEqual({ at: at('09:52'), stale: false, problem: null });
    expect(glanced(at('09:49')).stale).toBe(true);
    expect(glanced(at('09:55'), undefined)).toEqual({ at: null, stale: true, problem: null });
    expect(syncedOf({ ...known(), mailbox: undefined })).toEqual({ at: null, stale: true, problem: null });
  });

  it('a reader waits only for what nobody knows, and not for whom asking is in vain', () => {
    expect(glanceNeeded({ ...known(), mailbox: undefined })).toBe('COLD');
    expect(glanceNeeded(known())).toBeNull();
    expect(glanceNeeded(known(UNREAD))).toBe('COLD');
    expect(glanceNeeded(known(UNREAD, [at('09:40')]))).toBe('OLD');
    expect(glanceNeeded(known(UNREAD, [at('09:55')]))).toBeNull();
    const gone = { ...UNREAD, problem: 'NO_MAILBOX', problemAt: at('09:00') } as const;
    expect(glanceNeeded(known(gone))).toBeNull();
    expect(glanceNeeded(known({ ...gone, problemAt: at('09:00', '2026-11-23') }))).toBe('COLD');
    const far = { from: at('00:00', '2027-03-01'), to: at('00:00', '2027-03-08') };
    expect(glanceNeeded({ ...known(), window: far })).toBe('COLD');
  });

  it('renewals and checks are spread, always the same for one owner', () => {
    const end = at('10:00', '2026-12-01');
    const early = renewalOf(`${OWNER.slice(0, -6)}000000`, end);
    const late = renewalOf(`${OWNER.slice(0, -6)}ffffff`, end);
    expect([early, Math.round((end.getTime() - late.getTime()) / 86_400_000)]).toEqual([at('10:00', '2026-11-28'), 2]);
    const hours = (nextCheck(mailbox(), NOW).getTime() - NOW.getTime()) / 3_600_000;
    expect([hours >= 4.5 && hours <= 6, nextCheck(mailbox({ expiresAt: null }), NOW)]).toEqual([true, at('10:10')]);
  });
});

describe('S-13, S-18: who may read and write', () => {
  const viewer = (more: Partial<Viewer> = {}): Viewer => ({
    ...{ staffId: 'me', sectionIds: new Set(['s1']), isSecretary: false, unitIds: new Set(['s1', 'top']) },
    ...{ isAbove: () => false, ...more },
  });
  const owner = (ownerId: string, sectionIds = ['s2'], isExecutive = false) => ({
    ...({ kind: 'STAFF', ownerId, sectionIds, isExecutive } as const),
    keeperUnitIds: [] as readonly string[],
  });
  const reads = (who: Viewer, whose: ReturnType<typeof owner>) =>
    (['PUBLIC', 'SECTION', 'PRIVATE'] as const).map((visibility) => mayReadDetails(who, whose, { visibility }));

  it('goes by section, line and office', () => {
    expect(reads(viewer(), owner('other'))).toEqual([true, false, false]);
    expect(reads(viewer(), owner('other', ['s1']))).toEqual([true, true, false]);
    expect(reads(viewer({ isAbove: () => true }), owner('other'))).toEqual([true, true, false]);
    expect(reads(viewer(), owner('me'))).toEqual([true, true, true]);
    expect(reads(viewer({ isSecretary: true }), owner('mayor', ['s9'], true))).toEqual([true, true, true]);
    expect(reads(viewer({ isSecretary: true }), owner('other', ['s9']))).toEqual([true, false, false]);
    expect(reads(viewer(), owner('mayor', ['s9'], true))).toEqual([true, false, false]);
  });

  it('lets write whose calendar it is and who keeps it; a room of the same id is nobody’s', () => {
    expect(mayWriteFor(viewer(), owner('me'))).toBe(true);
    expect(mayWriteFor(viewer({ isAbove: () => true }), owner('other', ['s1']))).toBe(false);
    expect(mayWriteFor(viewer(), { ...owner('me'), kind: 'ROOM' })).toBe(false);
  });

  it('S-10: lets those of the units that keep a calendar by the regulations read and write it', () => {
    const kept = { ...owner('chief', ['s9']), keeperUnitIds: ['top'] };
    expect([mayWriteFor(viewer(), kept), reads(viewer(), kept)]).toEqual([true, [true, true, true]]);
    const stranger = viewer({ unitIds: new Set(['s3']), isSecretary: true });
    expect([mayWriteFor(stranger, kept), reads(stranger, kept)]).toEqual([false, [true, false, false]]);
  });

  it('notes what a secretary sees of a private entry, and nothing of one’s own', () => {
    const entry = { visibility: 'PRIVATE', subject: '私用' } as const;
    const secretary = viewer({ isSecretary: true });
    expect(showsPrivate(secretary, owner('mayor', [], true), entry)).toBe(true);
    expect(showsPrivate(secretary, owner('mayor', [], true), { ...entry, subject: null })).toBe(false);
    expect(showsPrivate(viewer(), owner('me'), entry)).toBe(false);
    expect(showsPrivate(viewer(), owner('other', ['s1']), entry)).toBe(false);
  });
});

describe('S-02: times of own entries', () => {
  it.each([
    [{ from: at('09:00'), to: at('10:00'), allDay: false }, null],
    [{ from: at('10:00'), to: at('10:00'), allDay: false }, 'schedules.entry_ends_before'],
    [{ from: at('00:00'), to: at('00:00', '2026-11-26'), allDay: true }, null],
    [{ from: at('00:00'), to: at('12:00'), allDay: true }, 'schedules.entry_whole_days'],
    [
      { from: new Date('2026-11-24T00:00:00Z'), to: new Date('2026-11-25T00:00:00Z'), allDay: true },
      'schedules.entry_whole_days',
    ],
    [{ from: at('09:00'), to: at('10:00', '2028-01-24'), allDay: false }, 'schedules.entry_far'],
    [{ from: at('09:00', '2033-01-01'), to: at('10:00', '2033-01-01'), allDay: false }, 'schedules.entry_far'],
  ])('%j: %s', (times, problem) => {
    expect(timesProblem(times, NOW)).toBe(problem);
  });
});
