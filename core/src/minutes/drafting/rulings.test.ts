import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { draftMinutes } from './draft.ts';

const day = '2026-11-18' as LocalDate;
const heard = (...lines: readonly string[]) =>
  lines.map((line, at) => {
    const [speaker = '', text = ''] = line.split('：');
    return { id: `u${at + 1}`, speaker: speaker || null, startMs: at * 1000, endMs: null, text };
  });
const outcomes = (...lines: readonly string[]) =>
  draftMinutes(heard(...lines), { day }).decisions.map(({ outcome }) => outcome);

describe('M-12: what somebody who has the say answers to what was put before the meeting', () => {
  it.each([
    ['課長：夜間の窓口を週2回に増やしたいと考えております。', '部長：週1回なら認めます。', 'APPROVED_WITH_CHANGES'],
    ['課長：備品の更新は昨年と同額でお願いできればと。', '部長：このままで結構です。', 'APPROVED_AS_PROPOSED'],
    ['課長：閉庁日の変更を提案します。', '部長：残念ですがお受けできません。', 'REJECTED'],
    ['課長：駐車場を有料にすべきと考えます。', '部長：それは採りません。', 'REJECTED'],
    ['課長：避難所を閉じるかどうか、ご判断をお願いします。', '部長：避難所は閉じる。', 'APPROVED_AS_PROPOSED'],
    ['課長：看板の色は赤と青のどちらにしますか。', '部長：じゃあ青で。', 'APPROVED_AS_PROPOSED'],
    ['課長：委託先を変えたいのですが。', '部長：見積もりを取ってから決めましょう。', 'CONTINUED'],
    ['課長：講師はどうしましょう。', '部長：今日は決めないでおこう。', 'CONTINUED'],
    ['課長：この提案は取り下げます。', '部長：わかりました。', 'REJECTED'],
  ])('given 「%s」, when 「%s」 is said, then it is %s', (put, answer, outcome) => {
    expect(outcomes(put, answer)).toEqual([outcome]);
  });

  it.each([
    ['課長：お疲れさまでした。', '部長：次回は12月2日に決まりです。'],
    ['課長：遅れる課があります。', '部長：締切は決まりですので守ってください。'],
    ['課長：時間を延ばしたいのですが。', '部長：時間を延ばしたいのはなぜですか。'],
  ])('given 「%s」, when 「%s」 is said, then nothing is decided', (put, answer) => {
    expect(outcomes(put, answer)).toEqual([]);
  });

  it('given somebody is nominated, when they accept, then they are chosen', () => {
    expect(
      outcomes('山本：会長には森さんを推薦します。', '司会：いかがでしょう。', '森：お引き受けいたします。'),
    ).toEqual(['APPROVED_AS_PROPOSED']);
  });

  it('given a refusal, when the same speaker rules otherwise at once, then the proposal was changed', () => {
    expect(outcomes('課長：会場は公民館にしたいのですが。', '部長：公民館は認めません。会場は体育館とする。')).toEqual([
      'APPROVED_WITH_CHANGES',
    ]);
  });

  it('given one proposal refused, when the next is put off, then both stand by themselves', () => {
    expect(
      outcomes(
        ...['課長：謝礼を上げたいのですが。', '部長：上げないことにします。'],
        ...['課長：記念品はどうしましょうか。', '部長：在庫を見てから決めましょう。'],
      ),
    ).toEqual(['REJECTED', 'CONTINUED']);
  });
});
