import { describe, expect, it } from '@jest/globals';
import { copySigns, type KnownDocument } from './rules.ts';

const HERE: KnownDocument = { place: 'here', fileName: '通知.docx', words: 'words' };
const UNSAVED: KnownDocument = { place: '', fileName: null, words: 'words' };
const opened = (change: Partial<{ place: string | null; fileName: string | null; words: string }> = {}) => ({
  place: 'here' as string | null,
  fileName: '通知.docx' as string | null,
  words: 'words',
  ...change,
});

describe('R-30: whether the open document is a copy of the filed one', () => {
  it.each([
    ['the filed one itself', opened(), [HERE], true, []],
    ['a draft that is being written on', opened({ words: 'new' }), [HERE], false, []],
    ['moved to another folder', opened({ place: 'there' }), [HERE], true, []],
    ['saved for the first time after it was filed', opened(), [UNSAVED], false, []],
    ['not saved to this day', opened({ place: null, fileName: null }), [UNSAVED], true, []],
    ['of a record that no document was noted for', opened(), [], true, []],
    ['decided, and its words are others', opened({ words: 'new' }), [HERE], true, ['WORDS']],
    ['decided, first saved with other words', opened({ words: 'new' }), [UNSAVED], true, ['PLACE', 'WORDS']],
    ['a copy under another name', opened({ place: 'there', fileName: '写し.docx' }), [HERE], false, ['PLACE', 'NAME']],
    ['a copy with other words', opened({ place: 'there', words: 'new' }), [HERE], false, ['PLACE', 'WORDS']],
    [
      'another document that carries the number of the first',
      opened({ place: 'there', fileName: '別.docx', words: 'new' }),
      [HERE],
      false,
      ['PLACE', 'NAME', 'WORDS'],
    ],
    [
      'a copy that somebody said is this record',
      opened({ place: 'there', fileName: '写し.docx', words: 'new' }),
      [HERE, { place: 'there', fileName: '写し.docx', words: 'new' }],
      true,
      [],
    ],
  ] as const)('R-30: %s', (_what, open, known, frozen, signs) => {
    expect(copySigns(open, known, frozen)).toEqual(signs);
  });
});
