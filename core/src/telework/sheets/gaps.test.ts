import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TIME_RULES as rules } from '../national.fixture.ts';
import { day, minute } from '../working-time/working-time.fixture.ts';
import { gapsOf, type Signal, seenByDay } from './gaps.ts';

const at = (date: string, time: string) => new Date(`${date}T${time}:00+09:00`);
const act = (date: string, time: string): Signal => ({ signal: 'ACT', from: at(date, time), to: at(date, time) });
const pc = (date: string, from: string, to: string, until = date): Signal => ({
  ...{ signal: 'PC', from: at(date, from), to: at(until, to) },
});
const punched = (date: string, from: string | null, to: string | null) => ({
  ...{ date: day(date), from: from === null ? null : minute(from), to: to === null ? null : minute(to) },
});
const said = (today: ReturnType<typeof punched>, signals: Signal[], more: ReturnType<typeof punched>[] = []) =>
  gapsOf(today, seenByDay(signals, [today, ...more], rules).get(today.date) ?? [], rules.askAboutGap).map(
    ({ kind, signal, minutes }) => [kind, signal, minutes],
  );
const usual = punched('2026-07-01', '8:30', '17:15');

describe('T-12: what punches and other signs say differently', () => {
  it('is told only above what the city lets pass', () => {
    expect(said(usual, [act('2026-07-01', '17:45'), act('2026-07-01', '08:00')])).toEqual([]);
    expect(said(usual, [act('2026-07-01', '17:46')])).toEqual([['AFTER_END', 'ACT', 31]]);
    expect(said(usual, [act('2026-07-01', '07:59')])).toEqual([['BEFORE_START', 'ACT', 31]]);
  });

  it('is the widest of each kind and sign, and of a day without punches all of it', () => {
    const signals = [act('2026-07-01', '20:00'), act('2026-07-01', '18:00'), pc('2026-07-01', '07:00', '17:20')];
    expect(said(usual, signals)).toEqual([
      ['AFTER_END', 'ACT', 165],
      ['BEFORE_START', 'PC', 90],
    ]);
    expect(said(punched('2026-07-04', null, null), [pc('2026-07-04', '13:00', '15:00')])).toEqual([
      ['WITHOUT_PUNCHES', 'PC', 120],
    ]);
  });

  it('belongs to the day before until the day turns, and to a night shift while it goes on', () => {
    expect(said(usual, [act('2026-07-02', '01:00')])).toEqual([['AFTER_END', 'ACT', 465]]);
    const night = punched('2026-07-01', '16:30', '33:00');
    expect(said(night, [act('2026-07-02', '08:45')])).toEqual([]);
    expect(said(punched('2026-07-02', null, null), [act('2026-07-02', '08:45')], [night])).toEqual([]);
  });

  it('takes a PC that nobody switched off to the turn of the day and no further', () => {
    expect(said(usual, [pc('2026-07-01', '08:30', '09:00', '2026-07-02')])).toEqual([['AFTER_END', 'PC', 705]]);
  });

  it('says nothing of an end that is not punched yet', () => {
    expect(said(punched('2026-07-01', '8:30', null), [act('2026-07-01', '22:00')])).toEqual([]);
  });
});
