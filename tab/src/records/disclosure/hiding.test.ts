import { describe, expect, it } from '@jest/globals';
import { hidden, type Passage, piecesOf, placesOf, shownAgain, soughtOf } from './hiding.ts';

const TEXT = '申請者 山田太郎 は、港町一丁目の山田 太郎です。';
const hide = (from: number, to: number, ground = 'g1'): Passage => ({ from, to, ground });
const wordsAt = (text: string, words: string) =>
  placesOf(soughtOf(text), words).map(({ from, to }) => text.slice(from, to));

describe('R-26: what is hidden of a text', () => {
  it('is kept in order, and the later choice wins where two lie upon each other', () => {
    const first = hidden(TEXT, [], hide(12, 16));
    const both = hidden(TEXT, first, hide(4, 8));
    expect(both.map(({ from }) => from)).toEqual([4, 12]);
    expect(hidden(TEXT, [hide(4, 12)], hide(6, 8, 'g2'))).toEqual([hide(4, 6), hide(6, 8, 'g2'), hide(8, 12)]);
    expect(hidden(TEXT, [hide(4, 8)], hide(2, 10, 'g2'))).toEqual([hide(2, 10, 'g2')]);
    expect(shownAgain(both, hide(4, 8))).toEqual(first);
  });

  it('is no blank, and no half of a sign', () => {
    expect(hidden(TEXT, [], hide(3, 4))).toEqual([]);
    const rare = '𠮷田さん';
    expect(hidden(rare, [], hide(1, 3))).toEqual([hide(0, 3)]);
    expect(hidden(`山${rare}`, [], hide(0, 2))).toEqual([hide(0, 3)]);
  });

  it('leaves pieces that give the whole text again', () => {
    const pieces = piecesOf(TEXT, [hide(4, 8), hide(8, 12, 'g2'), hide(20, TEXT.length)]);
    expect(pieces.map(({ from, to }) => TEXT.slice(from, to)).join('')).toBe(TEXT);
    expect(pieces.map(({ ground }) => ground)).toEqual([null, 'g1', 'g2', null, 'g1']);
    expect(piecesOf(TEXT, [])).toEqual([{ from: 0, to: TEXT.length, ground: null }]);
    expect(piecesOf('', [])).toEqual([]);
  });

  it('is found however it is spaced and written: over a line, in letters of either width', () => {
    expect(wordsAt(TEXT, '山田太郎')).toEqual(['山田太郎', '山田 太郎']);
    expect(wordsAt('電話０３－１２３４\n03-1234', '03-1234')).toEqual(['０３－１２３４', '03-1234']);
    const phones = '090ー1234、090−1234、０９０‐１２３４、090–1234';
    expect(wordsAt(phones, '090-1234')).toEqual(phones.split('、'));
    expect(wordsAt('データ', 'デｰタ')).toEqual(['データ']);
    expect(wordsAt('ﾀﾞイトウ ダイトウ', 'ダイトウ')).toEqual(['ﾀﾞイトウ', 'ダイトウ']);
    expect(wordsAt('山田\n太郎', '山田　太郎')).toEqual(['山田\n太郎']);
    expect(wordsAt('ああああ', 'ああ')).toEqual(['ああ', 'ああ']);
    expect(wordsAt(TEXT, '　')).toEqual([]);
  });

  it('never takes a sign apart to find something in it', () => {
    expect(wordsAt('ダム', 'タ')).toEqual([]);
    expect(wordsAt('㈱みなと', '株')).toEqual([]);
    expect(wordsAt('㈱みなと', '(株)みなと')).toEqual(['㈱みなと']);
  });
});
