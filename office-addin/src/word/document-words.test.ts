import { describe, expect, it } from '@jest/globals';
import { headingsOf, markOf, markText, subjectOf, wordsHash, writtenLines } from './document-words.ts';

const lines = (...texts: string[]) => texts.map((text) => ({ text }));

describe('R-01: the headings of a document', () => {
  it('R-01: are those with a heading style, and numbered lines without one', () => {
    const document = [
      { text: '実施要領', outlineLevel: 1 },
      ...lines('第１章　目的', '１ 日時', '(2) 経費', '①　対象', 'このことについて伺います。', '2026年の実施', '1.5倍'),
    ];
    expect(headingsOf(document)).toEqual(['実施要領', '第１章　目的', '１ 日時', '(2) 経費', '①　対象']);
  });

  it('R-01: leave out what follows on their line, and whole sentences', () => {
    expect(headingsOf(lines('3 申込み　不要（先着150名）'))).toEqual(['3 申込み']);
    expect(headingsOf(lines(`1 ${'長'.repeat(60)}`))).toEqual([]);
  });
});

describe('R-01: what a document is about', () => {
  const subject = (...texts: string[]) => subjectOf(lines(...texts));

  it('R-01: is the title of a letter, below its number, day, addressee and sender', () => {
    const title = '総合計画（素案）市民説明会の開催について（通知）';
    const head = ['政第12号', '令和8年11月23日', '市民の皆様へ', 'みなと市長 港 みなと'];
    expect(subject(...head, title, '日頃から御協力をいただき、厚くお礼申し上げます。')).toBe(title);
    expect(subject('市民の皆様へ', 'みなと市長', title)).toBe(title);
    expect(
      subject('県企第３４５号', '令和８年１１月２日（月）', '各市町村長　殿', 'みなと県知事', '空き家対策（照会）'),
    ).toBe('空き家対策（照会）');
  });

  it('R-01: is the first line that is no part of the head of a letter, where no line reads as a title', () => {
    expect(subject('庁内会議メモ', '日時 令和8年11月12日')).toBe('庁内会議メモ');
    expect(subject('令和8年11月12日', '企画部長 様', '庁舎の改修工事', '本文です。')).toBe('庁舎の改修工事');
    expect(subject('市長')).toBe('市長');
    expect(subject('会議の議長の選び方')).toBe('会議の議長の選び方');
    expect(subject()).toBe('');
  });
});

describe('R-30: the words of a document', () => {
  it('R-30: are what people wrote, also beside a place in the same line', () => {
    const written = writtenLines(lines('文書番号 政第12号', '(日付)', ' ', '本文\v続き'), ['政第12号', '']);
    expect(written.map(({ text }) => text)).toEqual(['文書番号', '本文 続き']);
  });

  it('R-30: are the same wherever lines and spaces fall', async () => {
    expect(await wordsHash(lines('本 文', '続き'))).toBe(await wordsHash(lines('本文続', 'き')));
    expect(await wordsHash(lines('本文'))).not.toBe(await wordsHash(lines('本文。')));
  });
});

describe('R-29: the mark of a 様式', () => {
  it('R-29: is its id and edition, and nothing else is taken for one', () => {
    const mark = { id: '4b616967-6900-4000-8000-000000000001', edition: 12 };
    expect(markOf(markText(mark))).toEqual(mark);
    for (const odd of ['', 'x', `${mark.id}:0`, `${mark.id}:-1`, `${mark.id}`, `${mark.id}:1:2`])
      expect(markOf(odd)).toBeNull();
  });
});
