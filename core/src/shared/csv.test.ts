import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeCsv } from './csv.ts';
import { encodeShiftJis } from './shift-jis.ts';

const read = (bytes: Uint8Array) => new TextDecoder('shift_jis', { fatal: true }).decode(bytes);

describe('text as Shift_JIS', () => {
  it('keeps what the encoding has, the signs of Windows and the names in 髙 and 﨑 among them', () => {
    const text = '髙橋　﨑山　㈱みなと ① Ⅳ ｶﾅ ソ表 A~\\';
    const { bytes, unmappable } = encodeShiftJis(text);
    expect(unmappable).toEqual([]);
    expect(read(bytes)).toBe(text);
    expect([...encodeShiftJis('髙﨑').bytes]).toEqual([0xfb, 0xfc, 0xfa, 0xb1]);
  });

  it('T-15: names each character that it does not have, with its place, and leaves 〓 there', () => {
    const { bytes, unmappable } = encodeShiftJis('吉田\r\n𠮷田葛\u{e0100}城😀');
    expect(read(bytes)).toBe('吉田\r\n〓田〓城〓');
    expect(unmappable).toEqual([
      { line: 2, column: 1, character: '𠮷', codePoint: 'U+20BB7' },
      { line: 2, column: 3, character: '葛\u{e0100}', codePoint: 'U+845B U+E0100' },
      { line: 2, column: 5, character: '😀', codePoint: 'U+1F600' },
    ]);
  });

  it('takes the wave dash and the minus of macOS for those of Windows, and puts NFD kana together', () => {
    const { bytes, unmappable } = encodeShiftJis('9時〜17時 −5 か\u3099き\u3099 ハ\u309a');
    expect(unmappable).toEqual([]);
    expect(read(bytes)).toBe('9時～17時 －5 がぎ パ');
  });

  it('loses no letter of any text: each is read back, or named and 〓', () => {
    const letter = fc.constantFrom('あ', '漢', '髙', '𠮷', '😀', 'A', '〜', '\n', '℡', 'é', '한', '"', ',');
    fc.assert(
      fc.property(fc.array(letter), (letters) => {
        const { bytes, unmappable } = encodeShiftJis(letters.join(''));
        const back = [...read(bytes)];
        expect(back).toHaveLength(letters.length);
        expect(back.filter((one) => one === '〓')).toHaveLength(unmappable.length);
        for (const [at, one] of back.entries())
          if (one !== '〓') expect(one).toBe(letters[at] === '〜' ? '～' : letters[at]);
      }),
    );
  });
});

describe('a CSV file', () => {
  it('begins with the mark of UTF-8, ends lines by CRLF, and disarms formulas but not numbers', () => {
    const { bytes } = writeCsv(
      [
        ['氏名', '分'],
        ['=1+1', -5],
        ['"あ"', null],
      ],
      'utf-8',
    );
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text).toBe('\uFEFF"氏名","分"\r\n"\'=1+1",-5\r\n"""あ""",""\r\n');
  });

  it('says in which line of the file a character is missing from Shift_JIS', () => {
    const { unmappable } = writeCsv([['氏名'], ['𠮷田']], 'shift_jis');
    expect(unmappable).toEqual([{ line: 2, column: 2, character: '𠮷', codePoint: 'U+20BB7' }]);
  });
});
