import { describe, expect, it } from '@jest/globals';
import { localTimeOf } from '../../shared/index.ts';
import { readSaid } from './words.ts';

const at = (time: string) => new Date(`2026-11-24T${time}:00+09:00`);
const short = (said: string, time = '10:00') => {
  const read = readSaid(said, at(time));
  if (read.kind === 'UNCLEAR') return `? ${read.why}`;
  if (read.kind === 'BACK') return read.kind;
  if (read.kind === 'BACK_AT') return `BACK_AT ${localTimeOf(read.until)}`;
  const from = read.from ? localTimeOf(read.from) : 'now';
  return [read.kind, from, read.until ? localTimeOf(read.until) : '-', read.place].join(' ').trim();
};

describe('S-11: where somebody says to be, as it is typed', () => {
  it.each([
    ['外出', 'OUT now -'],
    ['外出 17時', 'OUT now 17:00'],
    ['外出17:30', 'OUT now 17:30'],
    ['外出　１７時３０分', 'OUT now 17:30'],
    ['外出 17時半', 'OUT now 17:30'],
    ['外出 午後5時', 'OUT now 17:00'],
    ['外出 午後5時半まで', 'OUT now 17:30'],
    ['外出 5時半', 'OUT now 17:30'],
    ['外出 1730', 'OUT now 17:30'],
    ['外出 17まで', 'OUT now 17:00'],
    ['外出 5pm', 'OUT now 17:00'],
    ['外出 正午まで', 'OUT now 12:00'],
    ['外出 1時間', 'OUT now 11:00'],
    ['外出 1時間半', 'OUT now 11:30'],
    ['外出 30分', 'OUT now 10:30'],
    ['外出 銀行 90分間', 'OUT now 11:30 銀行'],
    ['外出 県庁 17時まで', 'OUT now 17:00 県庁'],
    ['外出 県庁17時まで', 'OUT now 17:00 県庁'],
    ['外出 17時まで県庁', 'OUT now 17:00 県庁'],
    ['外出 17時頃戻ります 県庁', 'OUT now 17:00 県庁'],
    ['外出 県庁 17時帰庁予定', 'OUT now 17:00 県庁'],
    ['外出 第2庁舎', 'OUT now - 第2庁舎'],
    ['外出 第2庁舎 1階会議室 15時', 'OUT now 15:00 第2庁舎 1階会議室'],
    ['外出 13時から15時 市民会館', 'OUT 13:00 15:00 市民会館'],
    ['外出 13:00-15:00', 'OUT 13:00 15:00'],
    ['外出 13時〜15時半まで', 'OUT 13:00 15:30'],
    ['外出 9時から15時', 'OUT now 15:00'],
    ['外出 県庁に行きます', 'OUT now - 県庁'],
    ['外出 2時から4時', 'OUT 14:00 16:00'],
    ['外出 25時まで', 'OUT now 01:00'],
    ['out 17:00 prefectural office', 'OUT now 17:00 prefectural office'],
    ['out until 5pm', 'OUT now 17:00'],
    ['直帰', 'DIRECT_HOME now -'],
    ['直帰します', 'DIRECT_HOME now -'],
    ['直帰 県庁', 'DIRECT_HOME now - 県庁'],
    ['直帰 16時', 'DIRECT_HOME 16:00 -'],
    ['直帰 15時から県庁', 'DIRECT_HOME 15:00 - 県庁'],
    ['直帰 県庁 17時まで', 'DIRECT_HOME now 17:00 県庁'],
    ['帰庁', 'BACK'],
    ['帰庁しました', 'BACK'],
    ['外出から戻りました', 'BACK'],
    ['外出 取消', 'BACK'],
    ['帰庁 17時', 'BACK_AT 17:00'],
    ['帰庁 17時の予定', 'BACK_AT 17:00'],
    ['back', 'BACK'],
  ])('「%s」 at 10:00', (said, expected) => {
    expect(short(said)).toBe(expected);
  });

  it.each([
    ['外出 9時', '08:30', 'OUT now 09:00'],
    ['外出 7時', '06:30', '? two_times'],
    ['外出 7時', '18:30', 'OUT now 19:00'],
    ['外出 午前9時', '10:00', '? past'],
    ['外出 09:30', '10:00', '? past'],
    ['外出 13時', '14:00', '? past'],
    ['外出 11時', '11:30', '? past'],
    ['外出 9:05', '10:00', '? past'],
    ['外出 8時', '10:00', 'OUT now 20:00'],
    ['外出 17時61分', '10:00', '? wrong_time'],
    ['外出 88時', '10:00', '? wrong_time'],
    ['外出 夕方まで', '10:00', '? vague'],
    ['外出 県庁 午後', '10:00', '? vague'],
    ['外出 明日 13時', '10:00', '? other_day'],
    ['外出 11/28', '10:00', '? other_day'],
    ['外出 13時 15時', '10:00', '? too_many'],
    ['外出 15時から13時', '10:00', '? ends_before'],
    ['外出 40時間', '10:00', '? wrong_time'],
    ['こんにちは', '10:00', '? how'],
  ])('「%s」 at %s is %s', (said, time, expected) => {
    expect(short(said, time)).toBe(expected);
  });
});
