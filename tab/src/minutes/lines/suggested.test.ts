import { describe, expect, it } from '@jest/globals';
import { aLine, lineId } from '../../testing/meetings.ts';
import { planned } from './steps.ts';
import { around, suggestedFor, wishesOf } from './suggested.ts';

const TEXT = 'えー、それでは、そのその件を、えー、佐東委員から。';
const LINES = [aLine(1, { text: TEXT }), aLine(2, { text: '速報値です。' })];
const edit = (kind: 'FILLER' | 'REPETITION' | 'GLOSSARY', from: number, before: string, after = '') => ({
  ...{ kind, from, before, after },
});
const EDITS = [
  edit('FILLER', 0, 'えー、'),
  edit('REPETITION', 8, 'そのその', 'その'),
  edit('FILLER', 15, 'えー、'),
  edit('GLOSSARY', 18, '佐東', '佐藤'),
];
const ITEMS = [
  { lineId: lineId(1), version: 1, edits: EDITS, after: 'それでは、その件を、佐藤委員から。', queries: [] },
  {
    lineId: lineId(2),
    version: 1,
    edits: [],
    after: '速報値です。',
    queries: [{ from: 0, words: '速報値', why: '？' }],
  },
];
const NOTHING: ReadonlySet<string> = new Set();
const wordsAfter = (kinds: readonly string[]) => {
  const { suggestions } = suggestedFor(ITEMS, LINES, NOTHING);
  return planned(
    wishesOf(
      suggestions.filter(({ kind }) => kinds.includes(kind)),
      LINES,
    ),
    LINES,
  ).lines[0]?.text;
};

describe('M-09, M-10: 整文 to take or leave', () => {
  it('of one kind or of several at once, each in its place', () => {
    expect(wordsAfter(['FILLER'])).toBe('それでは、そのその件を、佐東委員から。');
    expect(wordsAfter(['GLOSSARY'])).toBe('えー、それでは、そのその件を、えー、佐藤委員から。');
    expect(wordsAfter(['FILLER', 'REPETITION', 'GLOSSARY'])).toBe('それでは、その件を、佐藤委員から。');
  });

  it('is one step, and its undoing brings back every word', () => {
    const { suggestions } = suggestedFor(ITEMS, LINES, NOTHING);
    const { step, lines } = planned(wishesOf(suggestions, LINES), LINES);
    expect(step.done).toHaveLength(1);
    expect(planned(step.undoing, lines).lines[0]?.text).toBe(TEXT);
  });

  it('is not offered for a line whose text is another by now', () => {
    const edited = [aLine(1, { text: `では、${TEXT}` }), aLine(2, { text: 'ええ、速報値です。' })];
    expect(suggestedFor(ITEMS, edited, NOTHING)).toEqual({ suggestions: [], queries: [] });
    const shorter = [aLine(1, { text: TEXT.slice(0, -1) })];
    expect(suggestedFor(ITEMS, shorter, NOTHING).suggestions).toEqual([]);
  });

  it('does not write over what was typed since it was shown', () => {
    const { suggestions } = suggestedFor(ITEMS, LINES, NOTHING);
    expect(wishesOf(suggestions, [aLine(1, { text: `${TEXT}追加` })])).toEqual([]);
  });

  it('that was left is offered no more, and a query is a question only', () => {
    const { suggestions, queries } = suggestedFor(ITEMS, LINES, NOTHING);
    const left = new Set(suggestions.filter(({ kind }) => kind === 'FILLER').map(({ key }) => key));
    expect(suggestedFor(ITEMS, LINES, left).suggestions.map(({ kind }) => kind)).toEqual(['REPETITION', 'GLOSSARY']);
    expect(queries.map(({ words, line }) => [words, line.id])).toEqual([['速報値', lineId(2)]]);
  });

  it('is shown with the words around it', () => {
    const last = suggestedFor(ITEMS, LINES, NOTHING).suggestions.at(-1);
    expect(last && around(last)).toEqual({ lead: '…れでは、そのその件を、えー、', rest: '委員から。' });
  });
});
