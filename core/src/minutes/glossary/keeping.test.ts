import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeShiftJis } from '../../shared/shift-jis.ts';
import { readTermsCsv, writeTermsCsv } from './csv.ts';
import { KnownWritings, type TermContent, tidied } from './keeping.ts';
import { replacerOf } from './replacements.ts';
import { termsFor } from './terms.ts';

const BODIES = [{ id: 'meeting.council', name: '総合計画審議会' }];

const term = (written: string, heard: string[] = [], bodyId: string | null = null): TermContent => ({
  ...{ bodyId, written, heard, reading: '', kind: 'OTHER' },
});

const clash = (added: TermContent, ...kept: TermContent[]) => new KnownWritings(kept).clashOf(added);

describe('M-11: terms that are kept', () => {
  it('keep what was heard once, and never the right spelling as a wrong one', () => {
    expect(tidied(term('湊', ['港', ' 港 ', '湊', '湊|ミナト｜港', ''])).heard).toEqual(['港', 'ミナト']);
  });

  it('are refused where one writing would become two spellings', () => {
    expect(clash(term('斎藤', ['サイトウ']), term('齋藤', ['さいとう']))).toBeNull();
    expect(clash(term('斎藤', ['サイトウ']), term('齋藤', ['ｻｲﾄｳ']))?.code).toBe('minutes.heard_taken');
    expect(clash(term('斎藤', ['ELTAX']), term('eLTAX'))?.code).toBe('minutes.heard_is_term');
    expect(clash(term('斎藤', ['斉藤']), term('齋藤', ['斉藤']))).toEqual({
      ...{ code: 'minutes.heard_taken', params: { heard: '斉藤', written: '齋藤' } },
    });
    expect(clash(term('斉藤'), term('齋藤', ['斉藤']))?.code).toBe('minutes.heard_taken');
    expect(clash(term('ＥＬＴＡＸ'), term('eLTAX'))).toEqual({
      ...{ code: 'minutes.term_there', params: { written: 'eLTAX' } },
    });
  });

  it('of a 会議体 go before those of the city, and are no clash with them', () => {
    const [city, council] = [term('齋藤', ['斉藤']), term('斎藤', ['斉藤'], 'meeting.council')];
    expect(clash(council, city)).toBeNull();
    const put = (bodyId: string | null) =>
      replacerOf(termsFor([city, council], bodyId))('斉藤です').map((e) => e.after);
    expect([put(null), put('meeting.council'), put('meeting.other')]).toEqual([['齋藤'], ['斎藤'], ['齋藤']]);
  });

  it('never change the name of somebody who is there into that of the city’s list', () => {
    const there = [{ written: '中田', kind: 'PERSON' as const, heard: [] }];
    expect(replacerOf(termsFor([term('仲田', ['中田'])], null, there))('中田です')).toEqual([]);
  });

  it('whatever is kept without a clash puts every wrong writing right to one spelling', () => {
    const word = fc
      .array(fc.constantFrom('港', '湊', '市', 'A', 'ａ'), { minLength: 1, maxLength: 3 })
      .map((all) => all.join(''));
    const content = fc.record({ written: word, heard: fc.array(word, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(content, { maxLength: 6 }), (contents) => {
        const known = new KnownWritings();
        const kept = contents.map(({ written, heard }) => tidied(term(written, heard)));
        const fitting = kept.filter((one) => {
          if (known.clashOf(one)) return false;
          known.add(one);
          return true;
        });
        const replace = replacerOf(fitting);
        for (const { written, heard } of fitting)
          for (const text of heard)
            expect(replace(text).map(({ before, after }) => [before, after])).toEqual([[text, written]]);
      }),
    );
  });
});

describe('M-11: terms as CSV', () => {
  const FILE =
    '会議体,表記,読み,種別,誤認識\r\n総合計画審議会,髙橋 﨑子,たかはし,人名,高橋|高崎\r\n,みなと市,,,"港市"\r\n';

  it.each([
    ['UTF-8', new TextEncoder().encode(`\uFEFF${FILE}`)],
    ['Shift_JIS', encodeShiftJis(FILE).bytes],
  ])('are read from %s', (_, bytes) => {
    expect(readTermsCsv(bytes, BODIES)).toEqual({
      problems: [],
      lines: [
        {
          line: 2,
          content: {
            ...{ bodyId: 'meeting.council', written: '髙橋 﨑子', reading: 'たかはし', kind: 'PERSON' },
            heard: ['高橋', '高崎'],
          },
        },
        { line: 3, content: { bodyId: null, written: 'みなと市', reading: '', kind: 'OTHER', heard: ['港市'] } },
      ],
    });
  });

  it('come back as they were written, also what a spreadsheet would work out', () => {
    const letter = fc.constantFrom('あ', '漢', 'A', '=', '-', '＋', '"', ',', '髙');
    const word = fc.array(letter, { minLength: 1, maxLength: 5 }).map((all) => `${all.join('')}字`);
    const content = fc.record({
      ...{ bodyId: fc.constantFrom(null, 'meeting.council'), written: word, reading: word },
      ...{
        kind: fc.constantFrom('PERSON', 'PLACE', 'UNIT', 'PROJECT', 'OTHER'),
        heard: fc.array(word, { maxLength: 3 }),
      },
    });
    fc.assert(
      fc.property(fc.array(content, { minLength: 1 }), fc.constantFrom('utf-8', 'shift_jis'), (contents, encoding) => {
        const terms = contents.map((one) => tidied<TermContent>(one as TermContent));
        const { bytes } = writeTermsCsv(terms, BODIES, encoding as 'utf-8');
        const { lines, problems } = readTermsCsv(bytes, BODIES);
        expect([lines.map((line) => line.content), problems]).toEqual([terms, []]);
      }),
    );
  });

  it('say line by line what cannot be taken in', () => {
    const said = (text: string) =>
      readTermsCsv(new TextEncoder().encode(text), BODIES).problems.map(({ line, column, code }) => [
        line,
        column,
        code,
      ]);
    expect(said('名前,読み\na,b')).toEqual([[1, '表記', 'minutes.glossary_csv_no_column']]);
    expect(said('表記\n')).toEqual([[1, null, 'minutes.glossary_csv_empty']]);
    expect(said('表記,読み\n"a')).toEqual([[2, null, 'minutes.glossary_csv_broken']]);
    expect(said('会議体,表記,種別\nない会,a,\n,,人名\n,b,ひと\n,c,地名')).toEqual([
      [2, '会議体', 'minutes.glossary_csv_wrong'],
      [3, '表記', 'minutes.glossary_csv_wrong'],
      [4, '種別', 'minutes.glossary_csv_wrong'],
    ]);
    expect(readTermsCsv(Uint8Array.of(0xff, 0x00), BODIES).problems).toHaveLength(1);
  });
});
