import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sentencesOf } from './sentences.ts';

type Said = string | readonly [speaker: string, text: string];

const said = (...texts: readonly Said[]) =>
  texts.map((text, at) => ({
    id: `u${at + 1}`,
    speaker: typeof text === 'string' ? '議長' : text[0],
    ...{ startMs: at * 1000, endMs: at * 1000 + 900 },
    text: typeof text === 'string' ? text : text[1],
  }));

const texts = (...from: readonly Said[]) => sentencesOf(said(...from)).map(({ text }) => text);

describe('what was said, sentence by sentence', () => {
  it('is cut at full stops, and without any at the ends that speech has', () => {
    expect(texts('次に移ります。財政課、お願いします。')).toEqual(['次に移ります。', '財政課、お願いします。']);
    expect(texts('それでは次の議題に移ります財政課から説明をお願いしますよろしくお願いします')).toEqual([
      'それでは次の議題に移ります',
      '財政課から説明をお願いします',
      'よろしくお願いします',
    ]);
    expect(texts('いかがでしょうかご意見はございますか特にないようですね')).toEqual([
      'いかがでしょうか',
      'ご意見はございますか',
      '特にないようですね',
    ]);
  });

  it('is cut behind what ends casual talk', () => {
    expect(texts('それは変えよう文面考えて水曜に見せて')).toEqual(['それは変えよう', '文面考えて水曜に見せて']);
    expect(texts('見てからにしよう', '佐藤さん拾ってもらっていい')).toHaveLength(2);
  });

  it.each([
    'ご承認いただけますでしょうか',
    '厳しい状況ですが進めたいと思います',
    'ご異議ないようですので決定いたします',
    '承認いただけましたら着手します',
    'そう思いますし検討もしますから大丈夫です',
    '確認しますと少し増えています',
    'ますます増えています',
  ])('goes on behind a joint: %s', (text) => expect(texts(text)).toEqual([text]));

  it('runs through the cuts of a recogniser and keeps every 発言 it rests on', () => {
    const sentences = sentencesOf(said('では財政課のほうで', '来週の金曜日までに 試算を', 'お願いします', '以上です'));
    expect(sentences.map(({ text, sourceIds }) => [text, sourceIds])).toEqual([
      ['では財政課のほうで来週の金曜日までに試算をお願いします', ['u1', 'u2', 'u3']],
      ['以上です', ['u4']],
    ]);
  });

  it('never runs from one speaker into the other', () => {
    expect(texts(['A', 'この案について'], ['B', '異議なし'], ['C', '異議なし'])).toEqual([
      'この案について',
      '異議なし',
      '異議なし',
    ]);
  });

  it('leaves fillers and empty 発言 out, and folds widths', () => {
    expect(texts('えー、１２月５日です。', '', 'えー', '。')).toEqual(['12月5日です。']);
  });

  it('always says where a sentence comes from, whatever is in the file', () => {
    const part = fc.constantFrom(
      'です',
      'ます',
      '。',
      '、',
      'えー',
      '異議なし',
      'し',
      'か',
      ' ',
      '<b>',
      '12',
      '\n',
      '𠮷',
      '',
    );
    const line = fc.array(part).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const ids = new Set(said(...lines).map(({ id }) => id));
        for (const { sourceIds } of sentencesOf(said(...lines)))
          expect(sourceIds.every((id) => ids.has(id))).toBe(true);
      }),
    );
  });

  it.each(['です', 'あ', 'します、', '12'])('reads a breath that never ends, of %s alone', (part) => {
    expect(sentencesOf(said(part.repeat(20_000))).length).toBeGreaterThan(0);
  });

  it('cuts a breath that never ends, at a comma where there is one, and loses nothing of it', () => {
    const [long, short] = ['番号'.repeat(600), `${'窓口'.repeat(800)}。`];
    const text = `${long}、${short}`;
    expect(sentencesOf(said(text)).map((one) => one.text)).toEqual([
      `${long}、`,
      short.slice(0, 1_500),
      short.slice(1_500),
    ]);
  });
});
