import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TIME_RULES } from '../national.fixture.ts';
import { hear, type PunchFact, type Tap } from './punches.ts';
import { rowsOf } from './sheet-rows.ts';
import { correction, day, hoursOf, night, punches, recordOf, settled, shifts, tapped } from './working-time.fixture.ts';

const serverAt = new Date('2026-07-01T00:00:00Z');
const minutes = (count: number) => count * 60_000;
const from = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

function heard(more: Partial<Tap>) {
  const tap: Tap = { key: 'k', punch: 'START', source: 'TAB', clientAt: null, clientSentAt: null, ...more };
  return hear(tap, { factId: 'f', serverAt }, DEFAULT_TIME_RULES);
}

describe('a tap', () => {
  it('T-06: counts at the server’s time, whatever the device’s clock says', () => {
    expect(heard({})).toMatchObject({ at: serverAt, reportedLate: false, clockDoubted: false });
    const ahead = from(serverAt, minutes(1440));
    expect(heard({ clientAt: ahead, clientSentAt: ahead })).toMatchObject({ at: serverAt, clockDoubted: true });
    expect(heard({ clientAt: from(serverAt, -minutes(1440)) })).toMatchObject({ at: serverAt, reportedLate: false });
  });

  it('T-06: made offline and sent an hour later counts an hour earlier, also with a clock that is a day wrong', () => {
    const hourAgo = from(serverAt, -minutes(60));
    expect(heard({ clientAt: hourAgo, clientSentAt: serverAt })).toMatchObject({
      at: hourAgo,
      reportedLate: true,
      clockDoubted: false,
    });
    const wrong = from(serverAt, minutes(1440));
    expect(heard({ clientAt: from(wrong, -minutes(60)), clientSentAt: wrong })).toMatchObject({
      at: hourAgo,
      reportedLate: true,
      clockDoubted: true,
    });
  });

  it('is not believed to have waited longer than a city believes, nor to have been sent before it was made', () => {
    const weekAgo = from(serverAt, -minutes(7 * 1440));
    const doubted = { at: serverAt, reportedLate: true, clockDoubted: true };
    expect(heard({ clientAt: weekAgo, clientSentAt: serverAt })).toMatchObject(doubted);
    expect(heard({ clientAt: serverAt, clientSentAt: weekAgo })).toMatchObject(doubted);
  });
});

const rowOn = (date: string, facts: readonly PunchFact[], more = {}) => {
  const [row] = rowsOf(day(date), day(date), recordOf(facts, more));
  if (!row) throw new Error('no row');
  return row;
};

describe('punches that do not fit', () => {
  it.each([
    ['END 17:15', 'NOT_STARTED', 0],
    ['PAUSE 10:00', 'NOT_STARTED', 0],
    ['RESUME 10:00', 'NOT_STARTED', 0],
  ])('T-08: %s without a start is named and gives no time', (said, state, worked) => {
    expect(rowOn('2026-07-01', punches('2026-07-01', said))).toMatchObject({ state, worked });
    expect(rowOn('2026-07-01', punches('2026-07-01', said)).flags).toContain('ODD_PUNCHES');
  });

  it('T-08: a second start or end, a resume without a pause, a pause after the end: the first of each stands', () => {
    const usual = ['START 8:30', 'END 17:15'];
    for (const odd of ['START 9:30', 'RESUME 9:30', 'END 18:15', 'PAUSE 18:15', 'RESUME 18:15']) {
      const found = rowOn('2026-07-01', punches('2026-07-01', ...usual, odd));
      expect(found).toMatchObject({ worked: 465, state: 'ENDED', flags: ['ODD_PUNCHES'] });
    }
    const paused = punches('2026-07-01', 'START 8:30', 'PAUSE 12:00', 'PAUSE 12:30', 'RESUME 13:00', 'END 17:15');
    expect(rowOn('2026-07-01', paused)).toMatchObject({ worked: 465, flags: ['ODD_PUNCHES'] });
  });

  it('T-06: a double tap counts once, by its key and also by its moment', () => {
    const [start, end] = punches('2026-07-01', 'START 8:30', 'END 17:15');
    if (!start || !end) throw new Error('two punches');
    const again = { ...end, factId: 'again', serverAt: from(end.serverAt, minutes(9)), at: from(end.at, minutes(9)) };
    const twoDevices = tapped('2026-07-01', 'END', '17:16');
    const found = rowOn('2026-07-01', [again, twoDevices, start, end, end]);
    expect(found).toMatchObject({ worked: 465, flags: [] });
  });

  it('somebody who comes back after the end has worked twice that day', () => {
    const facts = punches('2026-07-01', 'START 8:30', 'END 17:15', 'START 20:00', 'END 21:00');
    expect(rowOn('2026-07-01', facts)).toMatchObject({ worked: 525, elapsed: 585, flags: ['OVERTIME_WITHOUT_ORDER'] });
  });
});

describe('the day of a punch', () => {
  it('is the one on which work began, over midnight until the day turns', () => {
    const facts = [
      ...punches('2026-07-01', 'START 8:30', 'END 26:00'),
      ...punches('2026-07-02', 'START 8:30', 'END 17:15'),
    ];
    expect(rowOn('2026-07-01', facts).to).toBe(26 * 60);
    expect(rowOn('2026-07-02', facts)).toMatchObject({ worked: 465, flags: [] });
  });

  it('T-08: a forgotten end does not eat the next day', () => {
    const facts = [...punches('2026-07-01', 'START 8:30'), ...punches('2026-07-02', 'START 8:30', 'END 17:15')];
    expect(rowOn('2026-07-01', facts)).toMatchObject({ state: 'UNCONFIRMED_END', worked: 0, flags: ['MISSING_END'] });
    expect(rowOn('2026-07-02', facts)).toMatchObject({ worked: 465, flags: [] });
    const noStart = [...punches('2026-07-01', 'START 8:30'), ...punches('2026-07-02', 'END 17:15')];
    expect(rowOn('2026-07-02', noStart).flags).toContain('ODD_PUNCHES');
  });

  it('T-20: of a night shift is that of the shift, also for one who comes late or early', () => {
    const named = new Map([
      [day('2026-07-01'), { date: day('2026-07-01'), is: night }],
      [day('2026-07-03'), { date: day('2026-07-03'), is: { ...night, from: 5, to: 480, breaks: [] } }],
    ]);
    const hours = hoursOf(shifts, { named });
    const late = punches('2026-07-02', 'START 0:10', 'END 9:00');
    expect(rowOn('2026-07-01', late, { hours })).toMatchObject({ from: 24 * 60 + 10, late: 450, state: 'ENDED' });
    const early = [...punches('2026-07-02', 'START 23:50'), ...punches('2026-07-03', 'END 8:00')];
    expect(rowOn('2026-07-03', early, { hours })).toMatchObject({ from: -10, to: 480, withoutOrder: 15 });
  });

  it('is of the year in which it began, over the end of a 年度', () => {
    const facts = punches('2026-03-31', 'START 8:30', 'END 25:00');
    expect(rowOn('2026-03-31', facts).worked).toBe(930);
    expect(rowOn('2026-04-01', facts).worked).toBe(0);
  });
});

describe('a correction', () => {
  const [start, end] = punches('2026-07-01', 'START 8:30', 'END 18:15');
  if (!start || !end) throw new Error('two punches');
  const at = (time: string) => tapped('2026-07-01', 'END', time).at;

  it('T-09: counts from its confirmation on, blocks the closing until then, and leaves the punch as it was', () => {
    const ask = correction('2026-07-01', [{ replaces: end.factId, by: { punch: 'END', at: at('17:15') } }]);
    const facts = [start, end, ask];
    expect(rowOn('2026-07-01', facts)).toMatchObject({ to: 1095, corrections: 0 });
    expect(rowOn('2026-07-01', facts).flags).toContain('OPEN_CORRECTION');
    expect(rowOn('2026-07-01', [...facts, settled(ask)])).toMatchObject({
      to: 1035,
      corrections: 1,
      flags: ['CORRECTED'],
    });
    expect(rowOn('2026-07-01', [...facts, settled(ask, 'DECLINED')])).toMatchObject({ to: 1095, corrections: 0 });
    expect(end.at).toEqual(at('18:15'));
  });

  it('T-08: states an end that was never punched', () => {
    const ask = correction('2026-07-01', [{ replaces: null, by: { punch: 'END', at: at('17:15') } }]);
    expect(rowOn('2026-07-01', [start, ask])).toMatchObject({ state: 'UNCONFIRMED_END', to: null });
    expect(rowOn('2026-07-01', [start, ask, settled(ask)])).toMatchObject({ state: 'ENDED', worked: 465 });
  });

  it('T-09: of a punch that was corrected already is about what stands; of one that nobody knows is said', () => {
    const first = correction('2026-07-01', [{ replaces: end.factId, by: { punch: 'END', at: at('17:15') } }]);
    const second = correction('2026-07-01', [{ replaces: end.factId, by: { punch: 'END', at: at('16:15') } }]);
    const facts = [start, end, first, settled(first), second, settled(second)];
    expect(rowOn('2026-07-01', facts)).toMatchObject({ to: 975, corrections: 2 });
    const away = correction('2026-07-01', [{ replaces: `${first.factId}#0`, by: null }]);
    expect(rowOn('2026-07-01', [start, end, first, settled(first), away, settled(away)]).state).toBe('UNCONFIRMED_END');
    const unknown = correction('2026-07-01', [{ replaces: 'nothing', by: null }]);
    expect(rowOn('2026-07-01', [start, end, unknown, settled(unknown)]).flags).toContain('CORRECTION_OF_UNKNOWN');
  });
});
