import { describe, expect, it } from '@jest/globals';
import { levelOf } from './levels.ts';
import { line, MINUTED, sentence } from './minuted.fixture.ts';

const told = (level: Parameters<typeof levelOf>[1], minuted = MINUTED) =>
  levelOf(minuted, level).map(({ title, entries }) => [title, entries.map(({ text }) => text)]);

describe('levels of the minutes', () => {
  it('M-09: 逐語 gives every remark under its 議題, and those of one speaker in a row as one', () => {
    expect(told('VERBATIM')).toEqual([
      [null, ['定刻になりましたので始めます。']],
      [
        '開館時間の見直しについて',
        [
          'えー、議題1、開館時間の見直しについて説明をお願いします。',
          '平日の閉館を、えー、午後8時に延ばす案です。\n費用は年120万円です。',
          'はい、異議ありません。',
        ],
      ],
      [
        '利用者からの申立てについて',
        [
          '議題2、利用者からの申立てについてに移ります。',
          '霧島花子です。電話は090-1234-5678です。',
          '霧島さんの申立ては来月までに調べます。',
        ],
      ],
    ]);
  });

  it('M-09: remarks keep the lines they were made of, and who said them as the paper calls them', () => {
    const remarks = levelOf(MINUTED, 'VERBATIM').flatMap(({ entries }) => entries);
    expect(remarks.map(({ speaker, sources }) => [speaker, sources])).toEqual([
      ['会長（青空一郎）', ['l1']],
      ['会長（青空一郎）', ['l2']],
      ['図書館長（港川次郎）', ['l3', 'l4']],
      ['発言者不明', ['l5']],
      ['会長（青空一郎）', ['l6']],
      ['霧島 花子', ['l7']],
      ['図書館長（港川次郎）', ['l8']],
    ]);
  });

  it('M-09: two lines of nobody known stay two remarks', () => {
    const minuted = { ...MINUTED, lines: [line('a', null, 'はい。'), line('b', null, 'いいえ。')], sentences: [] };
    expect(told('VERBATIM', minuted)).toEqual([[null, ['はい。', 'いいえ。']]]);
  });

  it('M-09: 整文 leaves fillers out and leaves the lines as they are', () => {
    const before = structuredClone(MINUTED);
    const item = levelOf(MINUTED, 'CLEAN')[1];
    expect(item?.entries.map(({ text }) => text)).toEqual([
      '議題1、開館時間の見直しについて説明をお願いします。',
      '平日の閉館を、午後8時に延ばす案です。\n費用は年120万円です。',
      'はい、異議ありません。',
    ]);
    expect(MINUTED).toEqual(before);
  });

  it('M-09: 整文 has no remark of nothing but fillers', () => {
    const minuted = {
      ...MINUTED,
      lines: [line('a', 'chair', 'えー。'), line('b', 'head', '以上です。')],
      sentences: [],
    };
    expect(told('CLEAN', minuted)).toEqual([[null, ['以上です。']]]);
  });

  it('M-09: 要点 has everything but the 概要, each sentence with its lines', () => {
    expect(told('KEY_POINTS')).toEqual([
      [
        '開館時間の見直しについて',
        ['平日の閉館を午後8時とする案が示された。', '費用はいくらか。', '年120万円である。', '案のとおり承認する。'],
      ],
      [
        '利用者からの申立てについて',
        ['霧島花子氏から申立てがあった。', '申立ての事実を調べる。', '結論は次回とする。'],
      ],
    ]);
    for (const { sources, isAddition } of levelOf(MINUTED, 'KEY_POINTS').flatMap(({ entries }) => entries)) {
      expect(sources.length === 0).toBe(isAddition);
    }
  });

  it('M-09: what rests on nothing said is marked 追記, whatever it was called when it was written', () => {
    const entries = levelOf(MINUTED, 'DECISIONS').flatMap((section) => section.entries);
    expect(entries.filter(({ isAddition }) => isAddition).map(({ text }) => text)).toEqual(['結論は次回とする。']);
    const unmarked = { ...MINUTED, sentences: [sentence('n', 'DECISION', '可決する。', { isAddition: false })] };
    expect(levelOf(unmarked, 'DECISIONS')[0]?.entries[0]?.isAddition).toBe(true);
  });

  it('M-09: 概要 is what was written as such, else what was decided, else the first key point', () => {
    const [, second] = levelOf(MINUTED, 'SUMMARY');
    expect(second?.entries.map(({ text }) => text)).toEqual(['結論は次回とする。']);
    const written = sentence('s', 'SUMMARY', '夜間開館を認めた。', { itemId: 'i1', sources: ['l3'] });
    const withSummary = { ...MINUTED, sentences: [...MINUTED.sentences.filter(({ id }) => id !== 'x1'), written] };
    expect(told('SUMMARY', withSummary)).toEqual([
      ['開館時間の見直しについて', ['夜間開館を認めた。']],
      ['利用者からの申立てについて', ['霧島花子氏から申立てがあった。']],
    ]);
  });

  it('M-12: 決定事項一覧 has decisions with their outcome and work with owner and 期限, and no 議題 without', () => {
    const bare = sentence('i3', 'ITEM', 'その他', { sources: ['l8'] });
    const entries = levelOf({ ...MINUTED, sentences: [...MINUTED.sentences, bare] }, 'DECISIONS');
    expect(entries.map(({ title }) => title)).toEqual(['開館時間の見直しについて', '利用者からの申立てについて']);
    expect(
      entries.flatMap((one) => one.entries).map(({ outcome, owner, due }) => [outcome, owner, due?.words]),
    ).toEqual([
      ['APPROVED_AS_PROPOSED', null, undefined],
      [null, '図書館長', '来月まで'],
      ['CONTINUED', null, undefined],
    ]);
  });

  it('M-09: a sentence whose 議題 is gone is kept, under none', () => {
    const lost = { ...MINUTED, sentences: [sentence('k', 'KEY_POINT', '残る。', { itemId: 'gone', sources: ['l1'] })] };
    expect(told('KEY_POINTS', lost)).toEqual([[null, ['残る。']]]);
  });
});
