import { describe, expect, it } from '@jest/globals';
import { emptyForm } from '../filing/filing-form.ts';
import { belongsTo, isTooOld, type Unsent } from './unsent.ts';

const form = emptyForm({ titleProperty: '題', subjectLine: '', fileName: null });
const unsent: Unsent = {
  ...{ key: 'k', person: 'p', documentUrl: 'https://here/a.docx', words: 'w', form, fileName: 'a.docx' },
  ...{ bytes: new Uint8Array(), pressedAt: Date.UTC(2028, 1, 29, 14, 59), recordId: null },
};

describe('R-30: what was pressed and did not arrive', () => {
  it.each([
    ['the same document, written on since', { documentUrl: 'https://here/a.docx', words: 'other' }, true],
    ['another document with the same words', { documentUrl: 'https://here/b.docx', words: 'w' }, false],
    ['a document that has no place', { documentUrl: '', words: 'w' }, true],
    ['another one that has no place', { documentUrl: '', words: 'other' }, false],
  ])('R-30: belongs to %s or not', (_what, document, belongs) => {
    expect(belongsTo(unsent, document)).toBe(belongs);
  });

  it('R-30: belongs to the document with its words when it was pressed before the first saving', () => {
    expect(belongsTo({ ...unsent, documentUrl: '' }, { documentUrl: 'https://new/a.docx', words: 'w' })).toBe(true);
  });

  it('R-30: is not sent again once the service may have forgotten its key', () => {
    const day = 24 * 60 * 60 * 1000;
    expect(isTooOld(unsent, unsent.pressedAt + 6 * day)).toBe(false);
    expect(isTooOld(unsent, unsent.pressedAt + 6 * day + 1)).toBe(true);
  });
});
