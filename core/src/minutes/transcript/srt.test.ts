import { describe, expect, it } from '@jest/globals';
import { glance, transcriptOf } from './transcript.fixture.ts';

const srt = (...lines: string[]) => transcriptOf(lines.join('\r\n'), 'meeting.srt');

describe('an SRT file', () => {
  it('M-03: is read with its numbers, tags and wrapped lines', () => {
    const read = srt(
      ...['1', '00:00:00,000 --> 00:00:02,500', '<i>それでは</i>', '始めます。', ''],
      ...['2', '00:00:02,500 --> 00:00:04,000', '{\\an8}はい。', ''],
    );
    expect(glance(read)).toEqual(['-|0|2500|それでは\n始めます。', '-|2500|4000|はい。']);
    expect(read).toMatchObject({ format: 'SRT', warnings: [] });
  });

  it('M-03: takes the speakers out of brackets, and full-width digits and colons for what they are', () => {
    const read = srt(
      ...['1', '００：００：００，０００ --> ００：００：０２，５００', '[SPEAKER_00] それでは', ''],
      ...['2', '00:00:02.500 -> 00:00:04', '[SPEAKER_01]: はい。'],
    );
    expect(glance(read)).toEqual(['SPEAKER_00|0|2500|それでは', 'SPEAKER_01|2500|4000|はい。']);
  });

  it('keeps speech with empty lines and numbers in it, where the empty line between two is missing', () => {
    const read = srt(
      ...['1', '00:00:00,000 --> 00:00:02,000', '予算は', '', '1200', '万円です。'],
      ...['2', '00:00:03,000 --> 00:00:04,000', '42', '00:00:05,000 --> 00:00:06,000', 'はい。'],
    );
    expect(read.cues.map(({ text }) => text)).toEqual(['予算は\n1200\n万円です。', '42', 'はい。']);
  });

  it('passes over a broken time and names its line', () => {
    const read = srt('1', '00:00:0x,000 --> 00:00:02,000', 'あ', '', '2', '00:00:03,000 --> 00:00:04,000', 'い');
    expect(glance(read)).toEqual(['-|3000|4000|い']);
    expect(read.warnings).toEqual([{ code: 'time_unreadable', count: 1, lines: [2] }]);
  });
});
