import { describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../platform/index.ts';
import { entryOf, type HistoryRow, sealed } from './witness.ts';

const row = (change: string, comment: string | null): HistoryRow => ({
  ...{ caseId: 'c', seq: 2, at: new Date('2026-11-21T00:00:00Z'), act: 'APPROVED', slotId: null, comment },
  actor: { staffId: 's', name: '係長', postTitle: '係長', unitName: '政策課' },
  ...{ revision: 1, via: 'api', statusAfter: 'IN_REVIEW', manifestHash: 'm', detail: {} },
  ...{ change, changeSha256: null, leafId: 'l' },
});
const gone = (one: HistoryRow, change: string): HistoryRow => ({
  ...{ ...one, comment: null, change },
  changeSha256: sha256Hex(Buffer.from(one.change)),
});

describe('R-15: a line of history in the log', () => {
  it('is the same leaf with its words and without them, and never says them', () => {
    for (const [change, comment] of [
      ['{"set":{"returns":1}}', '異存は「ない」\n。'],
      ['{}', null],
      ['{}', '"said":"ほか"'],
    ] as const) {
      const line = row(sealed(change, { salt: '0af3', comment }), comment);
      expect(JSON.parse(line.change)).toEqual({ ...JSON.parse(change), salt: '0af3', said: comment });
      expect(entryOf(gone(line, '{"salt":null}'))).toEqual(entryOf(line));
      expect(entryOf(line).body).not.toHaveProperty('comment');
    }
  });

  it('is another one where what was said is not what was sealed, or is said after it went', () => {
    const line = row(sealed('{}', { salt: '0af3', comment: '同意' }), '同意');
    for (const other of ['同', '同意する', null])
      expect(entryOf({ ...line, comment: other })).not.toEqual(entryOf(line));
    expect(entryOf({ ...gone(line, '{"salt":null}'), comment: '同意' })).not.toEqual(entryOf(line));
    const [one, two] = ['01', '02'].map((salt) => entryOf(row(sealed('{}', { salt, comment: '同意' }), '同意')).body);
    expect(one).not.toEqual(two);
  });

  it('says itself what was said, as in lines of before', () => {
    expect(entryOf(row('{"set":{}}', '了解')).body).toMatchObject({ comment: '了解' });
  });
});
