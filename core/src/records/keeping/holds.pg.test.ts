import { describe, expect, it } from '@jest/globals';
import { cloned } from '../cut.fixture.ts';
import { act, bench, drafter, file, folder, head, keeping, kept, withKeeping } from './keeping.fixture.ts';

withKeeping();

describe('R-14: a hold', () => {
  it('lies on a record and on its 簿冊; the latest day wins, and a disclosure decision holds a year more', async () => {
    const { id: folderId } = await folder('請求のある簿冊', 'A-05-01');
    const id = await file('REFERENCE', 'A-05-01');
    await keeping().holds.place(head(), {
      reason: 'DISCLOSURE',
      note: '開示請求第3号',
      recordIds: [id],
      folderIds: [],
    });
    await keeping().holds.place(head(), { reason: 'AUDIT', note: '定期監査', recordIds: [], folderIds: [folderId] });
    expect((await kept(id)).isHeld).toBe(true);
    const { holds } = await keeping().kept.read(head(), id);
    for (const { id: holdId, version } of holds)
      await keeping().holds.end(head(), { id: holdId, version, decidedOn: '2026-11-21' });
    expect(await kept(id)).toMatchObject({ isHeld: false, heldUntil: '2027-11-21' });
    const [ended] = holds;
    const again = keeping().holds.end(head(), { id: ended?.id ?? '', version: 2, decidedOn: '2026-11-21' });
    await expect(again).rejects.toMatchObject({ code: 'records.hold_ended' });
    await expect(
      keeping().holds.place(drafter(), { reason: 'AUDIT', note: '監査', recordIds: [id], folderIds: [] }),
    ).rejects.toMatchObject({ code: 'records.cannot_hold' });
    expect((await file('REFERENCE', 'A-05-01').then(kept)).heldUntil).toBe('2026-11-21');
  });
});

describe('R-14: the hold of a 簿冊', () => {
  it('is not got out of by moving what lies in it', async () => {
    const [{ id: held }, { id: other }] = [await folder('止めた簿冊'), await folder('逃がす先')];
    const id = await file();
    await act(head(), id, { act: 'moveTo', folderId: held });
    await keeping().holds.place(head(), { reason: 'AUDIT', note: '監査', recordIds: [], folderIds: [held] });
    for (const folderId of [other, null])
      await expect(act(head(), id, { act: 'moveTo', folderId })).rejects.toMatchObject({
        code: 'records.folder_is_held',
      });
    expect(await kept(id)).toMatchObject({ folderId: held, isHeld: true });
    // Into it, and about within what is not held, it is moved as ever.
    const late = await file();
    await act(head(), late, { act: 'moveTo', folderId: other });
    await act(head(), late, { act: 'moveTo', folderId: held });
    expect(await kept(late)).toMatchObject({ folderId: held, isHeld: true });
  });
});

it('R-14: more holds than are listed are said to be more, and those of other sections take no place in the list', async () => {
  const [{ id: own }, { id: others }] = [await folder('止めた簿冊 一'), await folder('よその簿冊')];
  const placed = await keeping().holds.place(head(), {
    ...{ reason: 'AUDIT', note: '最初の監査', recordIds: [], folderIds: [own] },
  });
  expect(placed.truncated).toBe(false);
  const id = placed.items.find(({ folderId }) => folderId === own)?.id ?? '';
  await bench.test.owner.query('update kaigi.records_folder set unit_id = $1, unit_path = array[$1] where id = $1', [
    others,
  ]);
  const differing = `jsonb_build_object('folder_id', '${others}', 'placed_on', o.placed_on + 1)`;
  await cloned(bench.test.owner, { table: 'records_hold', id, count: 1000, differing });
  const seen = await keeping().holds.list(head());
  expect([seen.items.length, seen.truncated]).toEqual([placed.items.length, false]);
  await cloned(bench.test.owner, { table: 'records_hold', id, count: 1000, differing: `'{}'::jsonb` });
  const more = await keeping().holds.list(head());
  expect([more.items.length, more.truncated]).toEqual([1000, true]);
});
