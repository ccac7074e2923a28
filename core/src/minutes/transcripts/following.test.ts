import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Line } from '../lines/line.ts';
import { DEFAULT_KNOWN_LABELS, kindOfLabel } from '../transcript/speakers.ts';
import { beginningOf, countedOn, namedMoment } from './following.ts';

const line = (startMs: number, place: number, label: string | null = '話者1'): Line => ({
  ...{ lineId: `${startMs}-${place}`, version: 1, place, label, attendeeId: null, startMs, endMs: startMs + 1_000 },
  ...{ heard: 'x', text: 'x', confidence: null, spokenOver: false, sure: false },
});
const HOUR = 3_600_000;
const before = [line(0, 1), line(HOUR, 2)];

describe('where a second recording begins', () => {
  it('as somebody said; else by the clock of both files; else at the end of the first', () => {
    const names = ['20261122_130000.m4a', '20261122_142000.m4a'] as const;
    expect(beginningOf({ asked: 5_000, before, names })).toBe(5_000);
    expect(beginningOf({ asked: null, before, names })).toBe(80 * 60_000);
    expect(beginningOf({ asked: null, before, names: ['前半.m4a', '後半.m4a'] })).toBe(HOUR + 1_000);
    expect(beginningOf({ asked: null, before: [], names: ['前半.m4a', '後半.m4a'] })).toBe(0);
  });

  it('no clock is believed that has it begin in the middle of the first, or days later', () => {
    for (const second of ['20261122_133000.m4a', '20261122_120000.m4a', '20261124_140000.m4a'])
      expect(beginningOf({ asked: null, before, names: ['20261122_130000.m4a', second] })).toBe(HOUR + 1_000);
  });

  it('is read from the names that recorders give', () => {
    const at = (hours: number, minutes: number, seconds = 0) => Date.UTC(2026, 10, 22, hours, minutes, seconds);
    expect(namedMoment('20261122_143000.m4a')).toBe(at(14, 30));
    expect(namedMoment('2026-11-22 14.30.05.wav')).toBe(at(14, 30, 5));
    expect(namedMoment('録音_2026年11月22日14時30分.mp3')).toBe(at(14, 30));
    for (const name of [
      '審議会.wav',
      '20261122.m4a',
      '20261132_143000.m4a',
      '20261305_143000.m4a',
      '20261122_253000.m4a',
      '1234567890.wav',
    ])
      expect([name, namedMoment(name)]).toEqual([name, null]);
  });
});

describe('lines that follow', () => {
  it('stand after those that are there, with voices of their own', () => {
    const [one, two] = countedOn([line(0, 1), line(2_000, 2, '山田')], { before, fromMs: 2 * HOUR, nth: 2 });
    expect([one?.startMs, one?.endMs, one?.label]).toEqual([2 * HOUR, 2 * HOUR + 1_000, '話者1（2）']);
    expect(two?.label).toBe('山田');
    expect(kindOfLabel(one?.label ?? null, DEFAULT_KNOWN_LABELS)).toBe('MACHINE');
  });

  it('are in the order of speech among those that are there, whatever the offset, and move none of them', () => {
    const times = fc
      .array(fc.nat(10_000), { minLength: 1, maxLength: 20 })
      .map((some) => some.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(times, times, fc.nat(12_000), (first, second, fromMs) => {
        const there = first.map((startMs, at) => line(startMs, at + 1));
        const come = countedOn(
          second.map((startMs, at) => line(startMs, at + 1, null)),
          { before: there, fromMs, nth: 2 },
        );
        const all = [...there, ...come];
        expect(new Set(all.map(({ place }) => place)).size).toBe(all.length);
        const inPlace = all.toSorted((a, b) => a.place - b.place).map(({ startMs }) => startMs);
        expect(inPlace).toEqual(all.map(({ startMs }) => startMs).toSorted((a, b) => a - b));
      }),
    );
  });
});
