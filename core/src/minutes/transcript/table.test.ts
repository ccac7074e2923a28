import { describe, expect, it } from '@jest/globals';
import { glance, transcriptOf } from './transcript.fixture.ts';

const csv = (...lines: string[]) => transcriptOf(lines.join('\r\n'), 'meeting.csv');

describe('a table of a recogniser', () => {
  it('M-03: is read by its headings in Japanese, with quotes, commas and line breaks in what is said', () => {
    const read = csv(
      '開始時間,終了時間,話者,発言内容',
      '00:00:01,00:00:03,話者1,"それでは、始めます。"',
      '００：００：０４,00:00:05.5,山田 太郎,"「はい」と',
      '言いました。""以上"""',
    );
    expect(glance(read)).toEqual([
      '話者1|1000|3000|それでは、始めます。',
      '山田 太郎|4000|5500|「はい」と\n言いました。"以上"',
    ]);
    expect(read).toMatchObject({ format: 'TABLE', timed: true, warnings: [] });
  });

  it('M-03: is read by its headings in English, in any order, below lines about the meeting', () => {
    const read = csv(
      '会議名,定例会議',
      '開催日,2026/11/20',
      '',
      'No,Speaker,Start Time,Duration (s),Transcript',
      '1,山田,0:01,2.5,はい。',
      '2,,0:04,1,いいえ。',
    );
    expect(glance(read)).toEqual(['山田|1000|3500|はい。', '-|4000|5000|いいえ。']);
    expect(read.day).toBe('2026-11-20');
  });

  it("takes Whisper's whole numbers for milliseconds, others for seconds, and a unit in the heading at its word", () => {
    const whisper = transcriptOf('start\tend\ttext\n0\t2500\tそれでは始めます。\n2500\t4000\tはい。\n', 'a.tsv');
    expect(glance(whisper)).toEqual(['-|0|2500|それでは始めます。', '-|2500|4000|はい。']);
    const seconds = csv('start,end,text', '0.0,2.5,それでは始めます。', '2.5,4.0,はい。');
    expect(glance(seconds)).toEqual(glance(whisper));
    const whole = csv('start,end,text', `0,60,${'長い発言です。'.repeat(40)}`, '60,61,はい。');
    expect(whole.cues[1]).toMatchObject({ startMs: 60_000, endMs: 61_000 });
    const named = csv('開始(秒),終了(秒),発言', '1,2,はい。', '3600,3601,はい。');
    expect(named.cues[1]).toMatchObject({ startMs: 3_600_000, endMs: 3_601_000 });
    expect(csv('start_ms,end_ms,text', '1,2,はい。').cues[0]).toMatchObject({ startMs: 1, endMs: 2 });
  });

  it('counts from the first instant where days and times of day are given, and knows the day', () => {
    const read = csv('日時,発言者,発言', '2026/11/20 10:00:05,山田,はい。', '2026/11/20 10:01:00,佐藤,いいえ。');
    expect(glance(read)).toEqual(['山田|0|-|はい。', '佐藤|55000|-|いいえ。']);
    expect(read.day).toBe('2026-11-20');
  });

  it('is read without headings by what its columns hold', () => {
    const read = csv('1,00:00:01,00:00:02,話者A,それでは始めます。', '2,00:00:03,00:00:04,話者B,はい、お願いします。');
    expect(glance(read)).toEqual(['話者A|1000|2000|それでは始めます。', '話者B|3000|4000|はい、お願いします。']);
  });

  it('keeps a row whose time cannot be read beside the one before it, and names its line', () => {
    const read = csv('開始,発言', '00:00:05,はい。', '不明,いいえ。');
    expect(glance(read)).toEqual(['-|5000|-|はい。', '-|5000|-|いいえ。']);
    expect(read.warnings).toEqual([{ code: 'row_without_time', count: 1, lines: [3] }]);
  });

  it('is read with speakers and no times', () => {
    const read = csv('発言者,発言', '山田,はい。', '佐藤,いいえ。');
    expect(read.timed).toBe(false);
    expect(glance(read)).toEqual(['山田|0|-|はい。', '佐藤|0|-|いいえ。']);
  });

  it('is read where somebody left a quotation mark open', () => {
    const read = csv('開始,話者,発言', '00:00:01,山田,彼は"はい"と', '00:00:02,佐藤,"そう');
    expect(read.cues.map(({ text }) => text.replaceAll('"', ''))).toEqual(['彼ははいと', 'そう']);
  });

  it('is read with semicolons, and from the lists with tabs that Zoom writes', () => {
    expect(glance(transcriptOf('start;end;text\n0.5;1.5;はい、そうです\n', 'a.csv'))).toEqual([
      '-|500|1500|はい、そうです',
    ]);
    expect(glance(transcriptOf('00:00:01\t山田\tはい。\n00:00:04\t佐藤\tいいえ、違います。\n'))).toEqual([
      '山田|1000|-|はい。',
      '佐藤|4000|-|いいえ、違います。',
    ]);
  });
});
