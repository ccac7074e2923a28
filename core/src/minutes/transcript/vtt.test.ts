import { describe, expect, it } from '@jest/globals';
import { glance, transcriptOf } from './transcript.fixture.ts';

const vtt = (...lines: string[]) => transcriptOf(['WEBVTT', '', ...lines].join('\n'), 'meeting.vtt');
const warned = (...lines: string[]) => vtt(...lines).warnings;

describe('the transcript of Teams', () => {
  it('M-02: names the speaker of each cue, without padding of times, over several lines and without the end tag', () => {
    const read = vtt(
      '0:0:0.0 --> 0:0:5.320',
      '<v 山田 太郎>それでは、定例会議を</v>',
      '',
      '0:0:5.40 --> 0:10:10.120',
      '<v 佐藤 花子 | 政策課>資料の2ページを',
      'ご覧ください。',
      '',
      '00:10:16.246 --> 00:10:17.726',
      '<v.loud 山田 太郎>はい。</v>',
    );
    expect(glance(read)).toEqual([
      '山田 太郎|0|5320|それでは、定例会議を',
      '佐藤 花子 | 政策課|5040|610120|資料の2ページを\nご覧ください。',
      '山田 太郎|616246|617726|はい。',
    ]);
    expect(read).toMatchObject({ format: 'VTT', timed: true, warnings: [] });
  });

  it('M-02: is read where the tenant forbids the names, with the header or without', () => {
    const cues = ['00:00:01.000 --> 00:00:02.000', 'それでは始めます。', '', '00:00:03.000 --> 00:00:04.000', 'はい。'];
    const expected = ['-|1000|2000|それでは始めます。', '-|3000|4000|はい。'];
    expect(glance(vtt(...cues))).toEqual(expected);
    const bare = transcriptOf(cues.join('\n'), 'transcript.vtt');
    expect(glance(bare)).toEqual(expected);
    expect(bare.warnings).toEqual([{ code: 'no_signature', count: 1, lines: [1] }]);
  });

  it('is read from its metadata, whose payload is JSON, with language and day', () => {
    const read = vtt(
      '00:00:16.246 --> 00:00:17.726',
      '{"startDateTime":"2026-11-19T23:22:30.0461639+00:00","endDateTime":"2026-11-19T23:22:31.5+00:00","speakerName":"山田 太郎","spokenText":"a < b & 3 --> 4","spokenLanguage":"ja-jp"}',
    );
    expect(glance(read)).toEqual(['山田 太郎|16246|17726|a < b & 3 --> 4']);
    expect(read).toMatchObject({ language: 'ja-jp', day: '2026-11-20' });
  });

  it('may begin before its own zero, where transcription began in the middle of a call', () => {
    expect(glance(vtt('-00:00:02.500 --> 00:00:01.250', '<v A>もしもし</v>'))).toEqual(['A|-2500|1250|もしもし']);
  });

  it('keeps the ids of its cues out of what is said', () => {
    expect(glance(vtt('d3c8f4a0-1b5e/15-0', '00:00:01.000 --> 00:00:02.000', '<v A>はい</v>'))).toEqual([
      'A|1000|2000|はい',
    ]);
  });
});

describe('a WebVTT file', () => {
  it('is read with its mark, the line ends of old Macs and of Windows, settings, notes, styles and regions', () => {
    const text = [
      '\uFEFFWEBVTT - 定例会議',
      'Language: ja',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'REGION',
      'id:a',
      '',
      'NOTE 令和8年11月20日',
      '',
      '1',
      '00:01.000 --> 00:02.000 align:start line:0',
      '<c.yellow><i>はい</i></c>',
      '',
    ];
    for (const end of ['\r', '\r\n', '\n']) {
      const read = transcriptOf(text.join(end), 'a.vtt');
      expect(glance(read)).toEqual(['-|1000|2000|はい']);
      expect(read).toMatchObject({ language: 'ja', day: '2026-11-20', warnings: [] });
    }
  });

  it('keeps cues of no length, and takes an end before the beginning for none', () => {
    const read = vtt('00:00:02.000 --> 00:00:02.000', 'あ', '', '00:00:09.000 --> 00:00:03.000', 'い');
    expect(glance(read)).toEqual(['-|2000|2000|あ', '-|9000|-|い']);
    expect(read.warnings).toEqual([{ code: 'end_before_start', count: 1, lines: [6] }]);
  });

  it('is put in the order of time, those that overlap as they began, those at once as they stand', () => {
    const read = vtt(
      ...['00:00:05.000 --> 00:00:09.000', '<v A>三</v>', ''],
      ...['00:00:01.000 --> 00:00:08.000', '<v B>一</v>', ''],
      ...['00:00:02.000 --> 00:00:03.000', '<v A>二</v>', ''],
      ...['00:00:02.000 --> 00:00:03.000', '<v C>二の二</v>'],
    );
    expect(read.cues.map(({ text }) => text)).toEqual(['一', '二', '二の二', '三']);
    expect(read.warnings).toEqual([{ code: 'out_of_order', count: 1, lines: [6] }]);
  });

  it('passes over a broken cue, names its line, and loses none after it', () => {
    const read = vtt('00:00:xx.000 --> 00:00:01.000', '失われる', '', '00:00:02.000 --> 00:00:03.000', '残る');
    expect(glance(read)).toEqual(['-|2000|3000|残る']);
    expect(read.warnings).toEqual([{ code: 'time_unreadable', count: 1, lines: [3] }]);
  });

  it('says once how many of its cues are broken, and where the first of them are', () => {
    const broken = Array.from({ length: 500 }, () => ['00:99:00.000 --> 00:00:01.000', 'x', '']).flat();
    const [warning] = warned('00:00:00.000 --> 00:00:01.000', 'はい', '', ...broken);
    expect(warning).toMatchObject({ code: 'time_unreadable', count: 500 });
    expect(warning?.lines).toHaveLength(20);
  });

  it('keeps an arrow in what somebody says', () => {
    const read = vtt(
      ...['00:00:00.000 --> 00:00:01.000', '<v A>資料1 --> 資料2の順に', 'ご覧ください。</v>', ''],
      ...['00:00:02.000 --> 00:00:03.000', 'はい'],
    );
    expect(glance(read)).toEqual(['A|0|1000|資料1 --> 資料2の順に\nご覧ください。', '-|2000|3000|はい']);
    expect(read.warnings).toEqual([]);
  });

  it('keeps what an empty line cut off while a voice was still open, or before anything was said', () => {
    const read = vtt(
      ...['00:00:00.000 --> 00:00:01.000', '<v A>はい。', '', 'そうです。</v>', ''],
      ...['00:00:02.000 --> 00:00:03.000', '', '以上です。'],
    );
    expect(read.cues.map(({ text }) => text)).toEqual(['はい。\nそうです。', '以上です。']);
  });

  it('names the line of text that belongs to no cue', () => {
    expect(warned('00:00:00.000 --> 00:00:01.000', 'あ', '', 'い')).toEqual([
      { code: 'text_outside_cue', count: 1, lines: [6] },
    ]);
  });

  it('divides a cue between the voices in it', () => {
    const read = vtt('00:00:00.000 --> 00:00:04.000', '<v 山田>どうですか。</v> <v 佐藤>いいです。</v>');
    expect(glance(read)).toEqual(['山田|0|4000|どうですか。', '佐藤|0|4000|いいです。']);
  });

  it('reads HTML in names as a name, and character references as the signs that they stand for', () => {
    const read = vtt(
      ...['00:00:00.000 --> 00:00:01.000', '<v <b>山田</b> 太郎>A&amp;B &lt;script&gt;</v>', ''],
      ...['00:00:02.000 --> 00:00:03.000', '<v 佐藤 &lt;img src=x onerror=alert(1)&gt;>はい</v>', ''],
      ...['00:00:04.000 --> 00:00:05.000', '<v  鈴木\t 一郎 >はい</v>'],
    );
    expect(glance(read)).toEqual([
      '山田 太郎|0|1000|A&B <script>',
      '佐藤 <img src=x onerror=alert(1)>|2000|3000|はい',
      '鈴木 一郎|4000|5000|はい',
    ]);
  });

  it('goes on after 99 hours', () => {
    expect(glance(vtt('123:00:00.000 --> 123:00:01.500', 'はい'))).toEqual(['-|442800000|442801500|はい']);
  });

  it('takes the speakers out of the text where nearly every cue begins with one, as Zoom writes them', () => {
    const read = vtt(
      ...['1', '00:00:03.000 --> 00:00:05.000', '山田 太郎: それでは始めます。', ''],
      ...['2', '00:00:06.000 --> 00:00:07.000', '佐藤花子: はい。注意: 録音中です。', ''],
      ...['3', '00:00:08.000 --> 00:00:09.000', '山田 太郎: 10:30までです。'],
    );
    expect(glance(read)).toEqual([
      '山田 太郎|3000|5000|それでは始めます。',
      '佐藤花子|6000|7000|はい。注意: 録音中です。',
      '山田 太郎|8000|9000|10:30までです。',
    ]);
  });

  it('takes the speakers out of the identifiers, as Webex writes them', () => {
    const read = vtt(
      ...['1 "山田 太郎" (1234567)', '00:00:03.000 --> 00:00:05.000', 'はい。', ''],
      ...['2 "" (0)', '00:00:06.000 --> 00:00:07.000', 'いいえ。'],
    );
    expect(glance(read)).toEqual(['山田 太郎|3000|5000|はい。', '-|6000|7000|いいえ。']);
  });

  it('takes no single 「注意：」 for a speaker', () => {
    const read = vtt('00:00:03.000 --> 00:00:05.000', '注意：足元に', '', '00:00:06.000 --> 00:00:07.000', 'はい。');
    expect(read.cues.map(({ speaker }) => speaker)).toEqual([null, null]);
  });

  it('is read with the commas of SRT in its times, and says so', () => {
    const read = vtt(
      '1',
      '00:00:03,000 --> 00:00:05,000',
      'はい。',
      '',
      '2',
      '00:00:06,000 --> 00:00:07,000',
      'いいえ。',
    );
    expect(glance(read)).toEqual(['-|3000|5000|はい。', '-|6000|7000|いいえ。']);
    expect(read.warnings).toEqual([{ code: 'times_not_vtt', count: 1, lines: [4] }]);
  });

  it('holds twelve hours and forty speakers', () => {
    const time = (second: number) => `${Math.floor(second / 3_600)}:${Math.floor(second / 60) % 60}:${second % 60}.0`;
    const cues = Array.from({ length: 12 * 60 * 20 }, (_, at) => {
      return [`${time(at * 3)} --> ${time(at * 3 + 3)}`, `<v 話者${at % 40}>発言${at}です。</v>`, ''];
    });
    const read = vtt(...cues.flat());
    expect(read.cues).toHaveLength(14_400);
    expect(new Set(read.cues.map(({ speaker }) => speaker)).size).toBe(40);
    expect(read.cues.at(-1)).toMatchObject({ startMs: 43_197_000, endMs: 43_200_000 });
    expect(read.warnings).toEqual([]);
  });
});
