import { beforeAll, describe, expect, it } from '@jest/globals';
import { localDateOf } from '../../shared/index.ts';
import { aDocument } from '../../testing/test-city.ts';
import type { RecordView } from '../contract.ts';
import type { Tombstones } from './contract.ts';
import { CHIEF, destroyed, hall, OFFICER, overLongAgo, sql, withDisposals } from './disposal.fixture.ts';

withDisposals();

const found = (name: string, query: object = {}) => hall.call<Tombstones>(name, 'GET /tombstones', { query });
const titles = async (name: string, query: object = {}) => (await found(name, query)).items.map(({ title }) => title);

async function received(title: string): Promise<RecordView> {
  const metadata = { kind: 'RECEIPT' as const, title, classificationCode: 'A-04-02' };
  const record = await hall.city.suite.records.file(hall.city.as('drafter'), metadata, aDocument(title));
  await overLongAgo(record.id);
  return record;
}

/** So many more like it, past the triggers: for what a test cannot bring about. */
const copied = (id: string, count: number, unit = 'o.unit_id') =>
  sql(`begin; set local session_replication_role = replica;
    insert into kaigi.records_tombstone select o.municipality_id, o.subject_kind, gen_random_uuid(), ${unit}, array[${unit}],
      o.list_id, o.buried_at + interval '1 minute', o.action, o.content_goes, o.facts, o.files, gen_random_uuid()
    from kaigi.records_tombstone o, generate_series(1, ${count}) where o.subject_id = '${id}'; commit`);

describe('R-15: 廃棄の記録', () => {
  let [bridge, secret]: (RecordView | undefined)[] = [];
  let day = '';

  beforeAll(async () => {
    bridge = await received('ﾋﾞﾙ管理の照会 ABC');
    secret = await received('懲戒処分の照会');
    await sql(`update kaigi.records_keeping set level = 'C3A' where record_id = $1`, [secret.id]);
    expect((await destroyed()).state).toBe('DONE');
    day = localDateOf(hall.clock.now());
  });

  it('finds what went by title, number, who carried it out, hash and day, however it is typed', async () => {
    const { items, truncated } = await found(OFFICER, { q: 'ビル管理　ａｂｃ' });
    expect([items.length, truncated]).toEqual([1, false]);
    expect(items[0]).toMatchObject({
      ...{
        id: bridge?.id,
        title: bridge?.title,
        number: bridge?.documentNumber?.label,
        action: 'DESTROY',
        buriedOn: day,
      },
      ...{ by: [{ name: '見本 colleague' }, { name: '見本 other-section' }], reason: '不要', unitName: '政策課' },
      files: [{ fileVersion: 1, sha256: bridge?.file.sha256 }],
    });
    expect(items[0]?.mayOpen).toBe(true);
    const page = await hall.call<RecordView>(OFFICER, 'GET /records/{id}', { params: { id: bridge?.id ?? '' } });
    expect(page.title).toBe(bridge?.title);
    const number = bridge?.documentNumber?.label ?? 'none';
    for (const q of [number, 'A-04-02 ビル', `colleague ${number}`, bridge?.file.sha256.toUpperCase()])
      expect(await titles(OFFICER, { q })).toEqual([bridge?.title]);
    expect(await titles(OFFICER, { q: 'ビル 道路' })).toEqual([]);
    expect(await titles(OFFICER, { from: day, to: day })).toHaveLength(2);
    expect(await titles(OFFICER, { to: '2026-11-30' })).toEqual([]);
    expect(await titles(OFFICER, { from: '2099-04-01' })).toEqual([]);
  });

  it('names no secret title, and no word of it finds it; by its number it is found', async () => {
    expect(await titles(OFFICER, { q: '懲戒' })).toEqual([]);
    expect(await titles(CHIEF, { q: '懲戒' })).toEqual([secret?.title]);
    const [hidden] = (await found(OFFICER, { q: secret?.documentNumber?.label })).items;
    expect(hidden).toMatchObject({
      id: secret?.id,
      mayOpen: false,
      title: expect.stringContaining('見られる人にだけ'),
    });
  });

  it('is for the section, those above it, 総括文書管理者 and 監査; never for another section or city', async () => {
    for (const name of ['drafter', 'section-head', 'department-head', CHIEF, 'auditor'])
      expect((await found(name)).items).toHaveLength(2);
    expect((await found('general-affairs-head@yamato')).items).toEqual([]);
    await copied(bridge?.id ?? '', 1, 'gen_random_uuid()');
    expect((await found('drafter')).items).toHaveLength(2);
    expect((await found(CHIEF)).items).toHaveLength(3);
  });

  it('says when there is more than it shows; the newest come first', async () => {
    await copied(bridge?.id ?? '', 200);
    const { items, truncated } = await found(OFFICER);
    expect([items.length, truncated, items.some(({ id }) => id === secret?.id)]).toEqual([200, true, false]);
    expect(await found(OFFICER, { q: secret?.documentNumber?.label })).toMatchObject({ truncated: false });
  });

  it('among thousands of the same words, a rare one, a number, a hash and a single letter find what they find among few', async () => {
    await copied(bridge?.id ?? '', 2_100);
    expect(await found(CHIEF, { q: 'ビル管理' })).toMatchObject({ truncated: true });
    // Of the copies no title may be told to others.
    expect(await titles(OFFICER, { q: 'ビル管理' })).toEqual([bridge?.title]);
    for (const q of ['懲戒処分', secret?.documentNumber?.label, secret?.file.sha256, '懲'])
      expect((await found(CHIEF, { q })).items.map(({ id }) => id)).toEqual([secret?.id]);
    expect(await titles(OFFICER, { q: '懲戒処分' })).toEqual([]);
    expect(await titles(CHIEF, { q: `懲戒処分 ${bridge?.file.sha256}` })).toEqual([]);
    expect((await found(CHIEF, { q: bridge?.file.sha256 })).truncated).toBe(true);
  });
});
