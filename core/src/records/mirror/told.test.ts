import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { presentTombstone } from '../disposal/present.ts';
import type { TombstoneRow } from '../disposal/tombstones.ts';
import { withoutNote } from './told.ts';

const copy = {
  ...{ recordId: 'r', state: 'REMOVED' as const, problem: 'records.mirror_deleted_by_hand', place: 'b!old' },
  noticedAt: new Date('2026-11-21T01:00:00.000Z'),
  byHand: {
    by: '港 花子',
    deletedOn: '2026-11-20' as LocalDate,
    note: '懲戒処分.docx を削除',
    foundAt: null as string | null,
  },
};

describe('R-15: what was typed of a copy deleted by hand', () => {
  it('is told to whoever may know what the record is called, and to nobody else', () => {
    expect(withoutNote(copy)).toEqual({ ...copy, byHand: { ...copy.byHand, note: '' } });
    expect(withoutNote({ ...copy, byHand: null }).byHand).toBeNull();
    const row = {
      contentGoes: true,
      buriedAt: copy.noticedAt,
      facts: { by: [] },
      files: [],
    } as unknown as TombstoneRow;
    const said = (of: typeof copy) => presentTombstone(row, of, 'ja').copy;
    expect(said(copy)).toContain('港 花子が登録しました（懲戒処分.docx を削除）。');
    expect(said(withoutNote(copy))).toContain('港 花子が登録しました。このアプリは');
    const found = {
      ...{ ...copy, problem: 'records.mirror_found_and_removed' },
      byHand: { ...copy.byHand, foundAt: '2026-11-22T01:00:00.000Z' },
    };
    expect(said(found)).toMatch(/令和8年11月21日に消しました.*（懲戒処分.*が、令和8年11月22日に.*残っていました。$/);
    expect(said(withoutNote(found))).not.toContain('懲戒');
    const confirmed = { ...copy, problem: 'records.mirror_by_hand_confirmed' };
    expect(said(confirmed)).toMatch(/令和8年11月20日に手で削除した.*ありませんでした.*令和9年2月21日まで残ります。$/);
  });
});
