import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanRead } from './clean-read.ts';
import { applyEdits } from './edit.ts';
import { kanjiNumber } from './kanji-number.ts';

const said = (text: string) => ({ id: 'u1', speaker: '話者1', startMs: 0, endMs: 1000, text });
const cleaned = (text: string, options = {}) => applyEdits(text, cleanRead(said(text), options).edits).text;

describe('M-10: 整文 takes out what only the mouth said', () => {
  it.each([
    ['えー、本日はお忙しいところありがとうございます。', '本日はお忙しいところありがとうございます。'],
    ['それでは、あのー、資料の2ページをご覧ください。', 'それでは、資料の2ページをご覧ください。'],
    ['えーとですね、予算につきましては', '予算につきましては'],
    ['まあ、そのー、なかなか難しいと思います', 'なかなか難しいと思います'],
    ['えっと財政課ですえー来年度の予算についてうーん厳しい状況です', '財政課です来年度の予算について厳しい状況です'],
    ['この件ですね、来年度からですね、始めたいと考えております。', 'この件、来年度から、始めたいと考えております。'],
    ['あ、はい、承知しました。', 'はい、承知しました。'],
  ])('%s', (text, expected) => expect(cleaned(text)).toBe(expected));

  it.each([
    'その件については、あの資料のとおりです。',
    'まあまあの出来だと思います。',
    'ええ、そうです。',
    'こうした取組は、それぞれの課で、いろいろと進めております。',
    '一人一人の声を聞き、少しずつ進めます。',
    'そうですね。',
    '何か質問はありますか。',
    '11、11、12の順です。',
  ])('leaves words that mean something: %s', (text) => expect(cleaned(text)).toBe(text));

  it.each([
    ['この、この資料をご覧ください。', 'この資料をご覧ください。'],
    ['予算が予算が足りません。', '予算が足りません。'],
    ['よ、予算についてです。', '予算についてです。'],
    ['で、で、次の議題ですが', 'で、次の議題ですが'],
  ])('takes out a word said twice or begun twice: %s', (text, expected) => expect(cleaned(text)).toBe(expected));

  it('names two things as two things', () => {
    expect(cleaned('計画、計画書、計画案の順に')).toBe('計画、計画書、計画案の順に');
  });
});

describe('M-10: errors', () => {
  it('corrects what can only be an error', () => {
    expect(cleaned('ご意義なしと認めます')).toBe('ご異議なしと認めます');
    expect(cleaned('資料をを配ります')).toBe('資料を配ります');
    expect(cleaned('説明を終わらさせていただきます')).toBe('説明を終わらせていただきます');
    expect(cleaned('この事業の意義はそこにあります')).toBe('この事業の意義はそこにあります');
  });

  it('asks the speaker where two writings are possible, and changes nothing', () => {
    const text = '市長決済を受けてから、予算の施行に移ります。';
    expect(cleaned(text)).toBe(text);
    expect(cleanRead(said(text)).queries).toEqual([
      { reason: 'SAME_SOUND', from: 2, said: '決済', instead: '決裁' },
      { reason: 'SAME_SOUND', from: 14, said: '施行', instead: '執行' },
    ]);
  });

  it('asks about a day that no calendar has, and about somebody who corrected themselves', () => {
    expect(cleanRead(said('締切は2月30日です。')).queries).toMatchObject([{ reason: 'NO_SUCH_DAY', said: '2月30日' }]);
    expect(cleanRead(said('締切は２月３０日です。')).queries).toMatchObject([{ reason: 'NO_SUCH_DAY' }]);
    expect(cleanRead(said('締切は2月29日です。')).queries).toEqual([]);
    expect(cleanRead(said('3課じゃなくて4課です')).queries).toMatchObject([{ reason: 'SELF_CORRECTION' }]);
  });

  it.each(['[inaudible]', '（聞き取れず）', '[聞き取り不能]', '●●●', '***'])('writes (聴取不能) for %s', (mark) => {
    const text = `担当は${mark}です。`;
    expect(cleaned(text)).toBe('担当は(聴取不能)です。');
    expect(cleanRead(said(text)).queries).toMatchObject([{ reason: 'INAUDIBLE', from: 3 }]);
  });
});

describe('numbers', () => {
  it('become figures only where the body asks for it', () => {
    const text = '十二月五日に三千五百万円、二〇二六年度です。';
    expect(cleaned(text)).toBe(text);
    expect(cleaned(text, { figures: true })).toBe('12月5日に3,500万円、2026年度です。');
  });

  it('leave words that only look like counts', () => {
    for (const text of ['十分な説明を一人ずつ', '一部の地域で一時中断', '三位一体の改革'])
      expect(cleaned(text, { figures: true })).toBe(text);
  });

  it.each([
    ['十', 10],
    ['二十五', 25],
    ['百三', 103],
    ['三千万', 30_000_000],
    ['一億二千万', 120_000_000],
    ['二〇二六', 2026],
    ['12', 12],
    ['課', null],
  ])('%s is %s', (word, number) => expect(kanjiNumber(word)).toBe(number));
});

describe('an edit', () => {
  const anything = fc
    .array(
      fc.constantFrom(
        'えー',
        '、',
        'まあ',
        'この',
        '予算',
        'その',
        'です',
        'ね',
        '。',
        '決済',
        '十二月',
        ' ',
        'を',
        '●',
        'あのー',
      ),
    )
    .map((parts) => parts.join(''));

  it('can always be undone, and says where it stands before and after', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (text, figures) => {
        const done = applyEdits(text, cleanRead(said(text), { figures }).edits);
        expect(applyEdits(done.text, done.undo).text).toBe(text);
        for (const { edit, before, after } of done.spans) {
          expect(text.slice(before.from, before.to)).toBe(edit.before);
          expect(done.text.slice(after.from, after.to)).toBe(edit.after);
        }
      }),
    );
  });

  it('is refused by a text that it was not made for', () => {
    const edit = { kind: 'FILLER', from: 0, before: 'えー', after: '' } as const;
    expect(() => applyEdits('本日は', [edit])).toThrow();
  });

  it.each(['あ', 'えー', 'この、', '一', 'じゃなくて', '●', 'ですね、'])(
    'is found in a breath that never ends, of %s alone',
    (part) => {
      const text = part.repeat(20_000);
      const { edits } = cleanRead(said(text), { figures: true });
      expect(applyEdits(text, edits).text.length).toBeLessThanOrEqual(text.length);
    },
  );
});
