import { describe, expect, it } from '@jest/globals';
import { glance, transcriptOf } from './transcript.fixture.ts';

const text = (...lines: string[]) => transcriptOf(lines.join('\n'));

describe('plain text', () => {
  it('M-03: has a time and a speaker at the beginning of each line', () => {
    const read = text('[00:01:23] 話者1: それでは', '［００：０１：３０］話者2：はい。', '【1:02:03】話者1 以上です。');
    expect(glance(read)).toEqual(['話者1|83000|-|それでは', '話者2|90000|-|はい。', '話者1|3723000|-|以上です。']);
    expect(read).toMatchObject({ format: 'TEXT', timed: true });
  });

  it('M-03: has the speaker and the time on a line of their own, and what is said below', () => {
    const read = text('定例会議', '', '話者 1  00:03', 'それでは', '始めます。', '', '話者 2  00:10', 'はい。');
    expect(glance(read)).toEqual(['話者 1|3000|-|それでは\n始めます。', '話者 2|10000|-|はい。']);
    expect(read.warnings).toEqual([{ code: 'before_first_speech', count: 1, lines: [1] }]);
  });

  it('has the time first and the name after it or below it', () => {
    const after = text('00:00:01 山田 太郎', 'はい。', '00:00:05 佐藤', 'いいえ。', '違います。');
    expect(glance(after)).toEqual(['山田 太郎|1000|-|はい。', '佐藤|5000|-|いいえ。\n違います。']);
    const below = text('00:00:01', '話者1', 'はい。', '', '00:00:05', '話者2', 'いいえ。');
    expect(glance(below)).toEqual(['話者1|1000|-|はい。', '話者2|5000|-|いいえ。']);
  });

  it('has the name in brackets before the time, as Zoom saves it', () => {
    expect(glance(text('[山田 太郎] 10:00:05', 'はい。', '', '[佐藤] 10:00:09:', 'いいえ。'))).toEqual([
      '山田 太郎|36005000|-|はい。',
      '佐藤|36009000|-|いいえ。',
    ]);
  });

  it('has a time every few minutes and a speaker at each line, as Google Meet writes it', () => {
    const read = text(
      ...['定例会議（2026-11-20 10:00 GMT+9）', '出席者', '山田 太郎, 佐藤 花子', '00:00:00', ''],
      ...['山田 太郎: それでは始めます。', '佐藤 花子: はい。', '山田 太郎: 資料の2ページです。', ''],
      ...['00:05:00', '佐藤 花子: 質問です。', '山田 太郎: どうぞ。', '佐藤 花子: 以上です。'],
    );
    expect(glance(read)).toEqual([
      '山田 太郎|0|-|それでは始めます。',
      '佐藤 花子|0|-|はい。',
      '山田 太郎|0|-|資料の2ページです。',
      '佐藤 花子|300000|-|質問です。',
      '山田 太郎|300000|-|どうぞ。',
      '佐藤 花子|300000|-|以上です。',
    ]);
    expect(read).toMatchObject({ timed: true, day: '2026-11-20' });
  });

  it('has the beginning and the end of each', () => {
    expect(glance(text('(00:01 - 00:03) はい。', '(00:04 〜 00:05) いいえ。'))).toEqual([
      '-|1000|3000|はい。',
      '-|4000|5000|いいえ。',
    ]);
  });

  it('has the marks and titles of a council', () => {
    const read = text(
      '令和８年第４回みなと市議会定例会会議録',
      '令和８年１２月４日',
      '10:00 開会',
      '12:00 閉会',
      '○議長（山田太郎君）　ただいまから会議を開きます。',
      '　日程第１を議題とします。',
      '◆10番（佐藤花子議員）　質問いたします。',
      '〇市長（鈴木一郎君） お答えします。',
      '○議長（山田太郎君）　以上です。',
    );
    expect(glance(read)).toEqual([
      '議長（山田太郎君）|0|-|ただいまから会議を開きます。\n日程第１を議題とします。',
      '10番（佐藤花子議員）|0|-|質問いたします。',
      '市長（鈴木一郎君）|0|-|お答えします。',
      '議長（山田太郎君）|0|-|以上です。',
    ]);
    expect(read).toMatchObject({ timed: false, day: '2026-12-04' });
  });

  it('has speakers and no time, before a colon, a wide space, or on a line alone', () => {
    const expected = ['話者A|0|-|それでは始めます。', '話者B|0|-|はい。', '話者A|0|-|以上です。'];
    expect(glance(text('話者A：それでは始めます。', '話者B：はい。', '話者A：以上です。'))).toEqual(expected);
    expect(glance(text('話者A　それでは始めます。', '話者B　はい。', '話者A　以上です。'))).toEqual(expected);
    expect(glance(text('話者A', 'それでは始めます。', '', '話者B', 'はい。', '', '話者A', '以上です。'))).toEqual(
      expected,
    );
  });

  it('has neither: each line is somebody’s', () => {
    const read = text('それでは、10:30から始めます。', '', '注意：録音しています。', '（拍手）', '以上です。');
    expect(read.timed).toBe(false);
    expect(glance(read)).toEqual([
      '-|0|-|それでは、10:30から始めます。',
      '-|0|-|注意：録音しています。',
      '-|0|-|（拍手）',
      '-|0|-|以上です。',
    ]);
  });

  it('keeps the width of digits in what is said', () => {
    expect(text('［００：００：０１］　予算は１，２００円です。', '［００：００：０５］　はい。').cues[0]?.text).toBe(
      '予算は１，２００円です。',
    );
  });

  it('leaves out what Teams says about itself', () => {
    const read = text('山田 太郎 0:03', 'はい。', '山田 太郎 さんが文字起こしを停止しました', '佐藤 0:05', 'いいえ。');
    expect(read.cues.map(({ text: said }) => said)).toEqual(['はい。', 'いいえ。']);
  });
});
