import { describe, expect, it } from '@jest/globals';
import { until } from '../../testing/until.ts';
import { cloned } from '../cut.fixture.ts';
import type { Disposals, DisposalView } from './contract.ts';
import {
  CHIEF,
  choose,
  decided,
  destructionDecided,
  filed,
  hall,
  hasBytes,
  lineOf,
  listed,
  listYear,
  make,
  OFFICER,
  read,
  sql,
  step,
  toCase,
  withDisposals,
} from './disposal.fixture.ts';

withDisposals();

describe('R-15: attacks', () => {
  it('a member of the section, one person as both, another city and a late press all come to nothing', async () => {
    const record = await filed();
    const list = await listed();
    const asked = { params: { id: list.id } };
    const items = list.lines.map(({ id }) => id);
    for (const name of ['drafter', 'subsection-head', 'auditor', CHIEF])
      expect(await hall.refused(choose(name, list.id, items, { choice: 'DESTROY', reason: '不要' }))).toBe(
        'records.disposal_not_yours',
      );
    expect(await hall.refused(choose(OFFICER, list.id, items, { historical: true }))).toBe(
      'records.disposal_select_not_yours',
    );
    expect(await hall.refused(choose(OFFICER, list.id, [list.id], { choice: 'DESTROY', reason: '不要' }))).toBe(
      'records.disposal_item_not_found',
    );
    const body = { version: list.version, step: 'SUBMIT' };
    for (const name of ['other-section@yamato', 'drafter@yamato'])
      for (const call of ['GET /disposals/{id}', 'POST /disposals/{id}/steps'])
        expect(await hall.refused(hall.call(name, call, { ...asked, body }))).toBe('records.disposal_not_found');
    expect(await hall.refused(make('drafter'))).toBe('records.disposal_make_not_yours');

    await choose(OFFICER, list.id, items, { choice: 'DESTROY', reason: '不要' });
    const caseId = await toCase(list.id);
    // Whoever slips the name of the list out of the case gets no approval.
    await decided(caseId);
    for (const name of ['drafter', 'section-head', 'auditor'])
      expect(await hall.refused(step(name, list.id, 'BEGIN'))).toBe('records.disposal_not_yours');
    const begun = await step(OFFICER, list.id, 'BEGIN');
    expect(await hall.refused(step(OFFICER, list.id, 'CONFIRM'))).toBe('records.disposal_same_person');
    // Two years on nobody remembers what was begun.
    hall.clock.set(`${listYear()}-08-01T10:00:00+09:00`);
    expect(await hall.refused(step(CHIEF, list.id, 'CONFIRM'))).toBe('records.disposal_too_late');
    await step(OFFICER, list.id, 'GIVE_UP');
    expect(
      await hall.refused(
        hall.call(CHIEF, 'POST /disposals/{id}/steps', { ...asked, body: { version: begun.version, step: 'CONFIRM' } }),
      ),
    ).toBe('records.disposal_stale');
    await step(OFFICER, list.id, 'BEGIN');
    // Somebody with a hand in the database gets no further than the checks and triggers of the database itself.
    const forged = `update kaigi.records_disposal_list set state = 'EXECUTING', confirmed_by = begun_by where id = $1`;
    await expect(sql(forged, [list.id])).rejects.toThrow('check constraint');
    const tombstone = `insert into kaigi.records_tombstone select municipality_id, 'RECORD', $2, unit_id, unit_path, id, now(), 'DESTROY', true, '{}', '[]', gen_random_uuid() from kaigi.records_disposal_list where id = $1`;
    await expect(sql(tombstone, [list.id, record.id])).rejects.toThrow('nobody decided');
    // Lines that were altered after the decision are not carried out.
    await sql(`update kaigi.records_disposal_item set files_sha256 = 'x' where list_id = $1`, [list.id]);
    expect(await hall.refused(step(CHIEF, list.id, 'CONFIRM'))).toBe('records.disposal_altered');
    expect(await hasBytes(record.file.sha256)).toBe(true);
  });

  it('pressed twice and by two at once it is confirmed once', async () => {
    await sql(`update kaigi.records_disposal_item set state = 'LEFT_OUT' where state = 'LISTED'`);
    const record = await filed();
    const list = await listed();
    await destructionDecided(list);
    const { version } = await step(OFFICER, list.id, 'BEGIN');
    const press = () =>
      hall.call<DisposalView>(CHIEF, 'POST /disposals/{id}/steps', {
        params: { id: list.id },
        body: { version, step: 'CONFIRM' },
      });
    const both = await Promise.all([press(), press()]);
    expect(both.map(({ confirmedBy }) => confirmedBy?.name)).toEqual(['見本 other-section', '見本 other-section']);
    await hall.run('');
    expect(
      (
        await sql(`select count(*)::int as n from kaigi.records_fact where subject_id = $1 and act = 'CONFIRM'`, [
          list.id,
        ])
      )[0],
    ).toEqual({ n: 1 });
    expect(await hasBytes(record.file.sha256)).toBe(false);
  });
});

describe('R-15: killed in the middle', () => {
  it('what was begun is gone on with: no line is half, and bytes go as often as it takes', async () => {
    await sql(`update kaigi.records_disposal_item set state = 'LEFT_OUT' where state = 'LISTED'`);
    const records = [await filed(), await filed(), await filed()];
    const list = await listed();
    const items = list.lines.map(({ id }) => id);
    await destructionDecided(list);
    await step(OFFICER, list.id, 'BEGIN');
    const [first, second] = items.map((id) => records.find((record) => record.id === id));
    // The database breaks off at the second line, and the store at the bytes of the first.
    await sql(`create trigger broken before insert on kaigi.records_tombstone for each row
      when (new.subject_id = '${second?.id}') execute function kaigi.refuse_change()`);
    await step(CHIEF, list.id, 'CONFIRM');
    await until(async () => lineOf(await read(CHIEF, list.id), first?.id ?? '')?.state === 'REMOVING');
    await until(async () => (await sql('select 1 from graphile_worker.jobs where attempts > 0')).length > 0);
    expect(lineOf(await read(CHIEF, list.id), second?.id ?? '')?.state).toBe('LISTED');
    expect((await sql('select state from kaigi.records_keeping where record_id = $1', [second?.id]))[0]).toEqual({
      state: 'KEPT',
    });
    expect(await hasBytes(first?.file.sha256 ?? '')).toBe(true);
    await sql('drop trigger broken on kaigi.records_tombstone');
    await hall.run('records/look-at-disposals');
    expect((await read(CHIEF, list.id)).state).toBe('DONE');
    expect(await Promise.all(records.map(({ file }) => hasBytes(file.sha256)))).toEqual([false, false, false]);
    expect(
      (await sql('select count(*)::int as n from kaigi.records_tombstone where list_id = $1', [list.id]))[0],
    ).toEqual({ n: items.length });
  });
});

it('R-15: more lists than are shown are said to be more', async () => {
  await filed();
  const { id, fiscalYear } = await listed();
  const lists = () => hall.call<Disposals>('auditor', 'GET /disposals', { query: { fiscalYear: String(fiscalYear) } });
  expect((await lists()).truncated).toBe(false);
  const differing = `jsonb_build_object('nth', o.nth + n, 'state', 'DROPPED')`;
  await cloned(hall.city.test.owner, { table: 'records_disposal_list', id, count: 500, differing });
  const { items, truncated } = await lists();
  expect([items.length, truncated]).toEqual([500, true]);
});
