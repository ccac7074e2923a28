import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { compare, type MeetingKnown, minutesOf } from './compare.ts';
import { cue, transcriptWith } from './transcript.fixture.ts';

const DAY = '2026-11-20' as LocalDate;
const meeting: MeetingKnown = { day: DAY, minutes: 60, people: ['山田 太郎', '佐藤 花子'] };

const spoken = (minutes: number, ...speakers: (string | null)[]) =>
  transcriptWith({
    cues: speakers.map((speaker, at) =>
      cue({
        speaker,
        startMs: (at * minutes * 60_000) / speakers.length,
        endMs: ((at + 1) * minutes * 60_000) / speakers.length,
      }),
    ),
  });

const codes = (...said: Parameters<typeof compare>) => compare(...said).map(({ code }) => code);

describe('a transcript beside its meeting', () => {
  it('has nothing against it where day, length and speakers fit', () => {
    expect(compare({ ...spoken(70, '山田 太郎', '鈴木'), day: DAY }, meeting)).toEqual([]);
    expect(compare(spoken(20, '山田太郎｜政策課', null), meeting)).toEqual([]);
  });

  it('is doubted for another day, for a length far off, and for speakers nobody of whom attends', () => {
    const other = { ...spoken(200, '高橋 次郎', '田中'), day: '2026-11-13' as LocalDate };
    expect(compare(other, meeting)).toEqual([
      { code: 'other_day', params: { day: '2026-11-13', meeting: '2026-11-20' } },
      { code: 'much_longer', params: { heard: 200, minutes: 60 } },
      { code: 'nobody_known', params: { names: '高橋 次郎、田中', count: 2 } },
    ]);
    expect(codes(spoken(3, '山田'), meeting)).toEqual(['much_shorter']);
  });

  it('is not doubted for its length where the meeting had no end, or the file has no times', () => {
    expect(codes(spoken(600, '山田'), { ...meeting, minutes: null })).toEqual([]);
    expect(codes({ ...spoken(600, '山田'), timed: false }, meeting)).toEqual([]);
  });

  it('counts from the first word, for a file may say the time of day', () => {
    const tenOclock = transcriptWith({
      cues: [cue({ startMs: 36_000_000 }), cue({ startMs: 37_800_000, endMs: 37_860_000 })],
    });
    expect(minutesOf(tenOclock)).toBe(31);
    expect(minutesOf(transcriptWith({}))).toBe(0);
  });

  it('knows an attendee by the family name, a title, a section or full-width letters', () => {
    for (const label of [
      '山田',
      '山田課長',
      '山田議長',
      '山田副市長',
      '山田教育長',
      '山田 太郎 (政策課)',
      '【政策課】山田太郎',
      '佐藤花子様',
      '議長（山田太郎君）',
    ])
      expect([label, codes(spoken(60, label, '他の人'), meeting)]).toEqual([label, []]);
  });

  it('holds nothing against machines, rooms, people who hide their names, and names in another script', () => {
    for (const label of ['話者1', 'A', '第1会議室', '匿名ユーザー', 'Taro Yamada', null])
      expect([label, codes(spoken(60, label), meeting)]).toEqual([label, []]);
    expect(codes(spoken(60, 'John Smith'), { ...meeting, people: ['Taro Yamada'] })).toEqual(['nobody_known']);
  });
});
