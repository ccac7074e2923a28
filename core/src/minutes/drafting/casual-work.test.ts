import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { draftMinutes } from './draft.ts';
import { shownOwner } from './people.ts';

const facts = {
  day: '2026-11-18' as LocalDate,
  attendees: [{ name: '係長 岡', leads: true }, { name: '佐藤' }, { name: '総務課 三上', unit: '総務課' }],
};
const heard = (...lines: readonly string[]) =>
  lines.map((line, at) => {
    const [speaker = '', text = ''] = line.split('：');
    return { id: `u${at + 1}`, speaker: speaker || null, startMs: at * 1000, endMs: null, text };
  });
/** 「担当|期限」 of each. */
const given = (...lines: readonly string[]) =>
  draftMinutes(heard(...lines), facts).actions.map(
    ({ owner, due }) => `${owner ? shownOwner(owner) : ''}|${due?.day ?? due?.words ?? ''}`,
  );

describe('M-12: work as colleagues and headquarters speak of it', () => {
  it.each([
    [['係長 岡：佐藤さん公民館に電話しといて明日の昼までに'], ['佐藤|2026-11-19']],
    [['係長 岡：名簿を直しておいて。', '佐藤：はい、今週中に。'], ['佐藤|今週中']],
    [['係長 岡：土木部と福祉部は、被害を今日の20時までに報告せよ。'], ['土木部|2026-11-18', '福祉部|2026-11-18']],
    [['佐藤：見本を取り寄せましょうか。', '係長 岡：ぜひ。'], ['佐藤|']],
    [['佐藤：集計は私がやります。', '係長 岡：あさっての午前中に出して。'], ['佐藤|2026-11-20']],
    [['佐藤：集計をまとめてみますので、来週の月曜、いや祝日だから火曜に共有します。'], ['佐藤|2026-11-24']],
    [['佐藤：議事録は三上に作らせまして、金曜に提出いたします。'], ['総務課 三上|2026-11-20']],
    [['話者2：契約課の上田です。', '話者2：様式は来週中に作っておきます。'], ['上田|来週中']],
    [['係長 岡：佐藤さん、試算を頼みます。', '係長 岡：いや、それは総務課だね。'], ['総務課|']],
    [['係長 岡：佐藤さん、告知を直してもらって、あと学校にも知らせておいてもらえますか。'], ['佐藤|', '佐藤|']],
  ])('given %j, then it is given to %j', (lines, expected) => {
    expect(given(...lines)).toEqual(expected);
  });
});
