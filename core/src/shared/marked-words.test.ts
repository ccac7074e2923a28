import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldedWords, soughtIn } from './folded-words.ts';
import { snippetOf } from './marked-words.ts';

const marked = (text: string, typed: string): string =>
  snippetOf(text, soughtIn(typed) ?? [])
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

describe('M-22: words of the search', () => {
  it.each([
    ['ｾﾝﾀｰの整備', 'せんたー', '[ｾﾝﾀｰ]の整備'],
    ['ｶﾞｲﾄﾞﾗｲﾝを見直す', 'ガイド', '[ｶﾞｲﾄﾞ]ﾗｲﾝを見直す'],
    ['か\u3099いど', 'ガイド', '[か\u3099いど]'],
    ['髙﨑委員の発言', '高崎', '[髙﨑]委員の発言'],
    ['葛\u{e0100}城市の件', '葛城', '[葛\u{e0100}城]市の件'],
    ['ＤＸ推進とdx', 'Dx', '[ＤＸ]推進と[dx]'],
    ['開 館 時間', '開館時間', '[開 館 時間]'],
    ['駅前の整備は駅前から', '駅前 整備', '[駅前]の[整備]は[駅前]から'],
    ['㍻の合併', '平成', '[㍻]の合併'],
  ])('%s is found by %s', (text, typed, expected) => expect(marked(text, typed)).toBe(expected));

  it('are two letters or more; single ones between spaces are one word', () => {
    expect([soughtIn('市'), soughtIn(' 　'), soughtIn('𠮷')]).toEqual([null, null, null]);
    expect([soughtIn('市 長'), soughtIn('駅 整備'), soughtIn('整備 整備')]).toEqual([
      ['市長'],
      ['駅', '整備'],
      ['整備'],
    ]);
  });

  it('are shown with what stands around them, never half a letter', () => {
    const text = `${'𠮷'.repeat(40)}開館${'𠮷'.repeat(80)}`;
    expect(marked(text, '開館')).toMatch(/^…𠮷+\[開館\]𠮷+…$/u);
    expect(marked(text, '開館').isWellFormed()).toBe(true);
    expect(marked('ない', '開館')).toBe('ない');
  });

  it('every piece of a text that is sought in it is marked, and nothing of the text is lost', () => {
    const letter = fc.constantFrom('あ', 'ア', 'ｱ', '髙', '漢', 'Ａ', 'b', '𠮷', '、', 'が', 'ー');
    const text = fc.array(letter, { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (letters, at, more) => {
        const from = at % (letters.length - 1);
        const piece = letters.slice(from, from + 2 + (more % (letters.length - from - 1))).join('');
        const snippet = snippetOf(letters.join(''), soughtIn(piece) ?? []);
        expect(snippet.map((part) => part.text).join('')).toBe(letters.join(''));
        expect(foldedWords(snippet.find((part) => part.hit)?.text ?? '')).toBe(foldedWords(piece));
      }),
    );
  });
});
