import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { contentTypes, mainPart, rootRelationships, zipOf } from '../../records/docx.fixture.ts';
import { PaperFormSchema } from '../paper/contract.ts';
import { defaultTemplate } from '../paper/default-templates.ts';
import { line, MINUTED, sentence } from '../paper/minuted.fixture.ts';
import type { Minuted } from '../paper/minuted.ts';
import { paperData } from '../paper/paper-data.ts';
import { fillTemplate } from '../paper/template.ts';
import { alsoStanding } from './also-stands.ts';
import { type PublicCopy, publicCopy } from './copy.ts';
import { previewOf } from './preview.ts';
import type { ItemRedaction, Redaction, WordsRedaction } from './redaction.ts';
import { saidAnywhere } from './sweep.ts';

const PERSONAL = '7-2';
const groundOf = (id: string) => `情報公開条例第${id.replace('-', '条第')}号`;

const hide = (targetId: string, words: string, more: Partial<WordsRedaction> = {}): WordsRedaction => {
  const all = [...MINUTED.lines, ...MINUTED.sentences];
  const text = all.find(({ id }) => id === targetId)?.text ?? '';
  const of = MINUTED.lines.some(({ id }) => id === targetId) ? 'LINE' : 'SENTENCE';
  const from = text.indexOf(words);
  return {
    kind: 'WORDS',
    id: `r-${targetId}-${from}`,
    of,
    targetId,
    from,
    words,
    scope: 'EVERYWHERE',
    ground: PERSONAL,
    ...more,
  };
};
const closed = (more: Partial<ItemRedaction> = {}): ItemRedaction => ({
  ...{ kind: 'ITEM', id: 'r-item', itemId: 'i2', titled: false, lines: null, ground: '7-6' },
  ...more,
});
const GUEST: Redaction = { kind: 'PERSON', id: 'r-guest', attendeeId: 'guest', ground: PERSONAL };

const copyOf = (redactions: readonly Redaction[], minuted: Minuted = MINUTED): PublicCopy => {
  const outcome = publicCopy(minuted, redactions, groundOf);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.copy;
};
const textOf = ({ minuted }: PublicCopy, id: string) =>
  [...minuted.lines, ...minuted.sentences].find((one) => one.id === id)?.text;
const everythingIn = (file: Uint8Array) =>
  Object.entries(unzipSync(file))
    .map(([name, part]) => `${name}\n${strFromU8(part).replaceAll(/<[^>]*>/gu, '')}\n${strFromU8(part)}`)
    .join('\n');

describe('publication copy', () => {
  it('M-16: words are hidden where somebody marked them, and wherever else they stand', () => {
    const copy = copyOf([hide('l7', '霧島花子')]);
    expect(textOf(copy, 'l7')).toBe('■■■です。電話は090-1234-5678です。');
    expect(textOf(copy, 'k2')).toBe('■■■氏から申立てがあった。');
    expect(copy.minuted.meeting.attendees.map(({ name }) => name)).toEqual([
      '青空一郎',
      '港川次郎',
      '■■■',
      '波多野三郎',
    ]);
  });

  it('M-16: beside each text stands what the copy will say; what no longer fits is not carried out', () => {
    const stale = hide('l3', '午後9時');
    const versions = new Map([['l7', 4]]);
    const { people, texts } = previewOf({ minuted: MINUTED, versions }, [GUEST, closed(), stale], groundOf);
    const of = (id: string) => texts.find((one) => one.id === id);
    expect(people.find(({ attendeeId }) => attendeeId === 'guest')).toMatchObject({
      name: '霧島 花子',
      copy: '■■■〔1〕',
    });
    expect(of('l7')).toMatchObject({ version: 4, text: '霧島花子です。電話は090-1234-5678です。', copy: null });
    expect(of('i2')?.copy).toBe('（非公開：情報公開条例第7条第6号）');
    expect(of('l3')).toMatchObject({
      of: 'LINE',
      attendeeId: 'head',
      copy: '平日の閉館を、えー、午後8時に延ばす案です。',
    });
  });

  it('M-16: the minutes themselves stay as they are', () => {
    const before = structuredClone(MINUTED);
    copyOf([hide('l7', '霧島花子'), GUEST, closed()]);
    expect(MINUTED).toEqual(before);
  });

  it('M-16: a bar does not tell how long the words were, nor how many lie side by side', () => {
    const [short, long] = [
      copyOf([hide('l3', '平日', { scope: 'HERE' })]),
      copyOf([hide('l3', '平日の閉館を', { scope: 'HERE' })]),
    ];
    expect(textOf(short, 'l3')).toBe('■■■の閉館を、えー、午後8時に延ばす案です。');
    expect(textOf(long, 'l3')).toBe('■■■、えー、午後8時に延ばす案です。');
    const both = copyOf([hide('l3', '平日', { scope: 'HERE' }), hide('l3', 'の閉館を', { scope: 'HERE' })]);
    expect(textOf(both, 'l3')).toBe(textOf(long, 'l3'));
  });

  it('M-16: with one ground the copy says it once; with several each bar says which', () => {
    expect(copyOf([hide('l7', '霧島花子')]).note).toEqual({
      grounds: [{ mark: '', ground: '情報公開条例第7条第2号' }],
    });
    const copy = copyOf([hide('l7', '霧島花子'), hide('l4', '120万円', { ground: '7-3' })]);
    expect(textOf(copy, 'l7')).toBe('■■■〔1〕です。電話は090-1234-5678です。');
    expect(textOf(copy, 'l4')).toBe('費用は年■■■〔2〕です。');
    expect(copy.note.grounds.map(({ mark }) => mark)).toEqual(['〔1〕', '〔2〕']);
  });

  it('M-16: a number is found however it is written, and not within a longer one', () => {
    const lines = [...MINUTED.lines, line('l9', 'head', '０９０（１２３４）５６７８と1090-1234-5678です。')];
    expect(textOf(copyOf([hide('l7', '090-1234-5678')], { ...MINUTED, lines }), 'l9')).toBe(
      '■■■と1090-1234-5678です。',
    );
  });

  it('M-16: a closed 議題 is left out whole, with its ground in its place', () => {
    const { minuted } = copyOf([closed()]);
    expect(minuted.meeting.agenda.map(({ title }) => title)).toEqual([
      '開館時間の見直しについて',
      '（非公開：情報公開条例第7条第6号）',
    ]);
    expect(minuted.lines.map(({ text }) => text).filter((text) => text !== '')).toEqual(
      MINUTED.lines.slice(0, 5).map(({ text }) => text),
    );
    expect(minuted.sentences.map(({ id }) => id)).toEqual(['i1', 'k1', 'q1', 'a1', 'd1', 'i2']);
    expect(minuted.sentences.at(-1)?.text).toBe('（非公開：情報公開条例第7条第6号）');
  });

  it('M-16: what rests on words of a closed 議題 goes with it, wherever it is written', () => {
    const told = sentence('s', 'SUMMARY', '申立てを受けた。', { sources: ['l1', 'l7'] });
    const { minuted } = copyOf([closed({ titled: true })], { ...MINUTED, sentences: [...MINUTED.sentences, told] });
    expect(minuted.sentences.some(({ id }) => id === 's')).toBe(false);
    expect(minuted.sentences.at(-1)?.text).toBe('利用者からの申立てについて（非公開：情報公開条例第7条第6号）');
  });

  it('M-16: a closed 議題 whose lines nobody knows is not published until somebody says them', () => {
    const sentences = MINUTED.sentences.map((one) => (one.id === 'i2' ? { ...one, sources: [] } : one));
    const minuted = { ...MINUTED, sentences };
    expect(publicCopy(minuted, [closed()], groundOf)).toEqual({
      problems: [{ redactionId: 'r-item', why: 'NO_PLACE' }],
    });
    const { minuted: copy } = copyOf([closed({ lines: { firstId: 'l6', lastId: 'l7' } })], minuted);
    expect(copy.lines.map(({ id }) => id)).toEqual(['l1', 'l2', 'l3', 'l4', 'l5', 'closed-i2', 'l8']);
  });

  it('M-16: words that changed after they were marked stop the copy until somebody looks', () => {
    const edited = {
      ...MINUTED,
      lines: MINUTED.lines.map((one) => (one.id === 'l7' ? { ...one, text: `あの、${one.text}` } : one)),
    };
    const gone = { ...MINUTED, lines: MINUTED.lines.filter(({ id }) => id !== 'l7') };
    const redaction = hide('l7', '霧島花子');
    expect(publicCopy(edited, [redaction], groundOf)).toEqual({
      problems: [{ redactionId: redaction.id, why: 'CHANGED' }],
    });
    expect(publicCopy(gone, [redaction], groundOf)).toEqual({ problems: [{ redactionId: redaction.id, why: 'GONE' }] });
    expect(publicCopy({ ...MINUTED, meeting: { ...MINUTED.meeting, attendees: [] } }, [GUEST], groundOf)).toEqual({
      problems: [{ redactionId: 'r-guest', why: 'GONE' }],
    });
  });

  it('M-16: words hidden in one place only are told where they stand open', () => {
    const redaction = hide('l7', '霧島花子', { scope: 'HERE' });
    expect(textOf(copyOf([redaction]), 'k2')).toContain('霧島花子');
    expect(alsoStanding(MINUTED, [redaction])).toEqual([
      { redactionId: redaction.id, of: 'SENTENCE', targetId: 'k2', from: 0, to: 4 },
    ]);
    expect(alsoStanding(MINUTED, [hide('l7', '霧島花子')])).toEqual([]);
  });

  it.each(PaperFormSchema.options)('M-16: hidden words are nowhere in the file of %s', async (form) => {
    const secret = { ...MINUTED.meeting, title: '霧島花子氏の申立ての会議', papers: ['霧島　花子さんの申立書'] };
    const copy = copyOf([hide('l7', '霧島花子'), hide('l7', '090-1234-5678')], { ...MINUTED, meeting: secret });
    const file = fillTemplate(defaultTemplate(form), paperData(copy.minuted, form, copy.note));
    const everything = everythingIn(file);
    for (const word of ['霧島花子', '霧島 花子', '霧島　花子', '花子', '090-1234', '5678'])
      expect(everything).not.toContain(word);
    const words = (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value;
    expect(words).toContain('（公表用）');
    expect(words).toContain('・情報公開条例第7条第2号');
    expect(saidAnywhere(file, defaultTemplate(form), copy.hidden)).toEqual([]);
  });

  it('M-16: a closed 議題 is nowhere in the file', () => {
    const copy = copyOf([closed()]);
    const file = fillTemplate(defaultTemplate('VERBATIM'), paperData(copy.minuted, 'VERBATIM', copy.note));
    for (const word of ['申立てについて', '090', '霧島さん', '調べます'])
      expect(everythingIn(file)).not.toContain(word);
    expect(everythingIn(file)).toContain('（非公開：情報公開条例第7条第6号）');
  });

  it.each([
    ['cut into runs', 'word/document.xml', mainPart(['霧島</w:t></w:r><w:r><w:t>花子です']).content],
    [
      'in an alternative text',
      'word/document.xml',
      mainPart(['']).content.toString().replace('<w:p>', '<w:p><x descr="写真：霧島&#33457;子"/>'),
    ],
    ['in the properties', 'docProps/core.xml', '<p><title>霧島　花子</title></p>'],
    ['in the name of a part', 'word/media/霧島花子.png', ''],
  ])('M-16: the last look finds words %s', (_, name, content) => {
    const template = zipOf([contentTypes(), rootRelationships()]);
    const file = zipOf([contentTypes(), rootRelationships(), { name, content }]);
    expect(saidAnywhere(file, template, ['霧島花子', '青空一郎'])).toEqual(['霧島花子']);
    expect(saidAnywhere(file, file, ['霧島花子'])).toEqual([]);
  });
});
