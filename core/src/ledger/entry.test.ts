import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../shared/index.ts';
import { changedFields, entryBytes, entryText, readEntry } from './entry.ts';

const leaf = (body: Json) => ({ leafId: 'id', kind: 'approvals/history', subject: 'case/1', body });

describe('an entry', () => {
  it('is canonical JSON with its version, id, kind, subject and body', () => {
    expect(entryText(leaf({ b: 1, a: '承認' }))).toBe(
      '{"body":{"a":"承認","b":1},"kind":"approvals/history","leafId":"id","subject":"case/1","v":1}',
    );
  });

  it('is the same bytes in whatever order the fields were given, and reads back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
        const turned = Object.fromEntries(Object.entries(body).reverse()) as Json;
        expect(entryBytes(leaf(turned))).toEqual(entryBytes(leaf(body as Json)));
        expect(readEntry(entryBytes(leaf(body as Json)))?.subject).toBe('case/1');
      }),
    );
  });

  it('holds half a surrogate pair as the database will store it', () => {
    expect(entryText(leaf({ comment: 'a\ud83d' }))).toBe(entryText(leaf({ comment: 'a\ufffd' })));
    expect(entryText(leaf({ comment: '\\ud83d' }))).toContain('\\\\ud83d');
    expect(readEntry(entryBytes(leaf({ comment: '😀' })))?.body).toEqual({ comment: '😀' });
  });

  it.each([
    '',
    '{',
    '[]',
    '{"v":2}',
    '{"v":1,"leafId":"a","kind":"b","subject":"c"}',
    '{"v":1,"leafId":1,"kind":"b","subject":"c","body":null}',
  ])('is not %j', (text) => {
    expect(readEntry(new TextEncoder().encode(text))).toBeNull();
  });

  it('is not bytes that are no UTF-8', () => {
    expect(readEntry(Uint8Array.of(0x22, 0xff, 0x22))).toBeNull();
  });
});

describe('changed fields', () => {
  it('are named by their path, without what stands in them', () => {
    const recorded = { comment: '秘密', actor: { name: '山田', post: '係長' }, tags: [1, 2], gone: 1 };
    const present = { comment: '別の秘密', actor: { name: '山田', post: '課長' }, tags: [1, 3], added: 1 };
    expect(changedFields(recorded, present)).toEqual(['actor.post', 'added', 'comment', 'gone', 'tags']);
  });

  it('are none for equal bodies, and the body as a whole where it is no object', () => {
    expect(changedFields({ a: [1] }, { a: [1] })).toEqual([]);
    expect(changedFields('a', { a: 1 })).toEqual(['body']);
    expect(changedFields(null, 1)).toEqual(['body']);
  });
});
