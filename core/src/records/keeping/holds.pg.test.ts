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

describe('R-14: a hold of a 開示請求 or 審査請求 that is placed by hand', () => {
  const place = (id: string, more: object = {}) =>
    keeping().holds.place(head(), {
      ...{ reason: 'DISCLOSURE', note: '開示請求第9号', recordIds: [id], folderIds: [], ...more },
    });
  const end = async (id: string, decidedOn: string) => {
    const [hold] = (await keeping().kept.read(head(), id)).holds;
    return keeping().holds.end(head(), { id: hold?.id ?? '', version: hold?.version ?? 0, decidedOn });
  };

  it('does not end by a decision whose year was over before it was placed, and counts it from any other as written', async () => {
    const id = await file();
    await place(id);
    for (const longPast of ['2016-11-21', '2025-11-20'])
      await expect(end(id, longPast)).rejects.toMatchObject({ code: 'records.day_before_hold' });
    expect(await kept(id)).toMatchObject({ isHeld: true });
    await end(id, '2025-11-21');
    expect(await kept(id)).toMatchObject({ isHeld: false, heldUntil: '2026-11-21' });
    const recent = await file();
    await place(recent, { reason: 'APPEAL' });
    await end(recent, '2026-04-01');
    expect(await kept(recent)).toMatchObject({ isHeld: false, heldUntil: '2027-04-01' });
  });

  it('takes no day of its own; and none is placed until a day that is past', async () => {
    const id = await file();
    for (const reason of ['DISCLOSURE', 'APPEAL'])
      await expect(place(id, { reason, until: '2027-03-31' })).rejects.toMatchObject({
        code: 'records.hold_without_day',
      });
    await expect(place(id, { reason: 'BUSINESS', until: '2026-11-20' })).rejects.toMatchObject({
      code: 'records.hold_over',
    });
    await place(id, { reason: 'BUSINESS', until: '2026-11-21' });
    expect(await kept(id)).toMatchObject({ heldUntil: '2026-11-21' });
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
