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

describe('M-12: what waits, in plain talk', () => {
  it.each([
    ['課長：許可したいと考えます。', '部長：同意書がそろうまで、この件は審議を延ばします。'],
    ['課長：参加するかどうかお決めください。', '部長：仕様書を見ないことには何とも言えんな。'],
    ['課長：値上げしたいのですが。', '部長：この件は次に回そう。'],
    ['課長：有給にしてほしいです。', '部長：調査が済み次第、改めて協議の場を持ちたいと思います。'],
    ['課長：切り替える話が来ています。', '部長：それを受けて、3月の会で結論を出すことにしましょう。'],
    ['課長：市の負担でお願いしたいのですが。', '部長：財政と話をつけてからでないと返事ができませんね。'],
    ['課長：廃止したいのですが。', '部長：譲渡を含めて練り直すことにする。'],
    ['課長：休館日を増やしたいです。', '部長：議会の結果が出るまでこの話は止めておく。'],
    ['課長：調査のご要望が出ています。', '部長：では、それは次回に。'],
    ['課長：様式を変えたいのですが。', '部長：この件は来月の会議にもう一度かけるということにします。'],
  ])('given 「%s」, when 「%s」 is said, then it waits', (put, answer) =>
    expect(outcomes(put, answer)).toEqual(['CONTINUED']),
  );
});

describe('M-12: what is turned down or granted, in plain talk', () => {
  it.each([
    ['課長：上乗せしてほしいという声があります。', '部長：上乗せはできません。', 'REJECTED'],
    ['課長：歌手を呼ぶ案です。', '部長：300万は無理。', 'REJECTED'],
    ['課長：自転車を買い足したいです。', '部長：今あるので足りるから要らん。', 'REJECTED'],
    ['課長：窓口を開けてはどうかという意見が出ています。', '部長：わざわざ開けることはない。', 'REJECTED'],
    ['課長：契約を変えたいのですが。', '部長：今変える理由がない。', 'REJECTED'],
    ['課長：解説を付けるべきでしょうか。', '部長：では付けないことといたします。', 'REJECTED'],
    ['課長：出場隊を減らしたいという提案です。', '部長：2隊のままにしてくれ。', 'REJECTED'],
    ['課長：帽子をそろえたいのですが。', '部長：そんなら、頼みます。', 'APPROVED_AS_PROPOSED'],
    ['課長：7時半でしたら組めます。', '部長：じゃあ7時半で手を打ちます。', 'APPROVED_AS_PROPOSED'],
    ['課長：3校でしたら可能です。', '部長：では、その3校で受け入れる方針とする。', 'APPROVED_AS_PROPOSED'],
    ['課長：寄附したいという会社があります。', '部長：受けてください。', 'APPROVED_AS_PROPOSED'],
    ['課長：休暇の期間についてです。', '部長：こちらは要求どおり実施します。', 'APPROVED_AS_PROPOSED'],
    ['課長：電話をやめたいのですが。', '部長：それを条件にオンラインを進めること。', 'APPROVED_WITH_CHANGES'],
    ['課長：温度を下げてほしいです。', '部長：暑い日は26度まで下げてよいことにします。', 'APPROVED_WITH_CHANGES'],
    ['課長：増設したいのですが。', '部長：電源の位置だけ変えていただければ構いません。', 'APPROVED_WITH_CHANGES'],
    ['課長：記念品の案は3つです。', '部長：カップは重いから外そう。', 'APPROVED_WITH_CHANGES'],
    ['課長：利用者の実績は2万人です。', '部長：けっこう。ご苦労さまでした。', 'REPORT_ACCEPTED'],
  ])('given 「%s」, when 「%s」 is said, then it is %s', (put, answer, outcome) =>
    expect(outcomes(put, answer)).toEqual([outcome]),
  );

  it('given what was refused, when the same speaker takes another way at once, then it was changed', () => {
    expect(
      outcomes('課長：歌手を呼ぶ案です。', '部長：無理。', '課長：吹奏楽でいきますか。', '部長：うん、そっちで。'),
    ).toEqual(['APPROVED_WITH_CHANGES']);
  });

  it('given a proposal to judge later, when the others agree, then it waits', () => {
    expect(
      outcomes(...['議長：面接をして、それから判断することにしませんか。', '委員：賛成です。'], '議長：次に移ります。'),
    ).toEqual(['CONTINUED']);
  });

  it('given a refusal, when what was so before is kept, then it stays refused', () => {
    expect(
      outcomes('課長：28日も開けてはどうかという意見です。', '部長：開けることはない。例年どおり27日までにしよう。'),
    ).toEqual(['REJECTED']);
  });

  it('given residents, then everybody of the city’s side has the say', () => {
    expect(
      outcomes(
        ...['司会：説明会を始めます。', '住民A：煙突が高すぎるという要望を出しました。'],
        '担当 原：ご要望を踏まえまして、10メートルに改めることといたしました。',
        '住民B：建設地を変えてほしいです。',
        '担当 原：ほかに適地がなく、変更は考えておりません。',
      ),
    ).toEqual(['APPROVED_WITH_CHANGES', 'REJECTED']);
  });

  it.each([
    ['課長：始めましょう。', '部長：じゃあ議事からいこう。'],
    ['議長：傍聴を許可してよろしいでしょうか。', '委員：はい。'],
    ['課長：以上です。', '部長：本日はこれまでといたします。'],
  ])('given 「%s」 「%s」, then nothing is settled', (one, other) => expect(outcomes(one, other)).toEqual([]));
});
