import { describe, expect, it } from '@jest/globals';
import { candidateEdit, everywhere, type ShownText, shownTexts } from './redacting.ts';

const text = (id: string, more: Partial<ShownText> = {}): ShownText => ({
  ...{
    of: 'LINE',
    id,
    version: 3,
    text: '霧島さんの電話です。',
    copy: '霧島さんの電話です。',
    part: null,
    attendeeId: null,
  },
  ...more,
});
const TEXTS = [text('a'), text('b', { of: 'SENTENCE', copy: null }), text('c', { copy: '■■■さんの電話です。' })];
const candidate = { of: 'LINE', targetId: 'a', from: 0, to: 2, words: '霧島', why: 'PRIVATE_NAME' } as const;

describe('M-16: a candidate that is taken', () => {
  it('is redacted everywhere, in the version that was looked at', () => {
    expect(candidateEdit(TEXTS, candidate, 'personal')).toMatchObject({
      ...{
        op: 'WORDS',
        of: 'LINE',
        targetId: 'a',
        version: 3,
        from: 0,
        to: 2,
        scope: 'EVERYWHERE',
        ground: 'personal',
      },
    });
  });

  it('is nothing where other words stand there by now', () => {
    expect(candidateEdit([text('a', { text: 'いえ、霧島さんの電話です。' })], candidate, 'personal')).toBeNull();
    expect(candidateEdit([], candidate, 'personal')).toBeNull();
  });

  it('words of one place are redacted everywhere by another redaction in place of the first', () => {
    const words = { of: 'LINE', targetId: 'a', from: 0, words: '霧島', scope: 'HERE' } as const;
    const redaction = { kind: 'WORDS', id: 'r1', ground: 'personal', problem: null, ...words } as const;
    expect(everywhere(TEXTS, redaction)).toMatchObject([
      { op: 'REMOVE', id: 'r1' },
      { op: 'WORDS', scope: 'EVERYWHERE', to: 2 },
    ]);
  });
});

it('M-16: what the copy changes is what it says otherwise or not at all', () => {
  expect(shownTexts(TEXTS, 'CHANGED').map(({ id }) => id)).toEqual(['b', 'c']);
  expect(shownTexts(TEXTS, 'SENTENCE').map(({ id }) => id)).toEqual(['b']);
  expect(shownTexts(TEXTS, 'ALL')).toHaveLength(3);
});
