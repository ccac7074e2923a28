import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { binder, type Sight, sightOf, visible } from './access.ts';
import { docx } from './docx.fixture.ts';
import type { KeepingRow } from './keeping/rows.ts';
import { keepingOf } from './keeping/store.ts';
import { mayRead } from './policy.ts';
import { recordsInFull } from './queries.ts';
import { type Bench, MINATO, recordsBench } from './records.fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const partInCase = ({ staffId }: { staffId: string }, caseId: string, bind: (value: unknown) => string) =>
  `(${caseId}::text || '/' || ${bind(staffId)}) = any(${bind([...bench.participants])}::text[])`;

const sightFor = (name: string): Promise<Sight> =>
  bench.inside(MINATO, async (tx) => {
    const actor = await bench.directory.actorOf(tx, bench.as(`${name}@minato.example`));
    return sightOf({ directory: bench.directory, partInCase }, tx, actor);
  });

const seenBy = (sight: Sight): Promise<string[]> =>
  bench.inside(MINATO, async (tx) => {
    const values: unknown[] = [tx.municipalityId];
    const rows = await tx.query<{ id: string }>(
      `select r.id from kaigi.records_record r
       join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
       where r.municipality_id = $1 and ${visible(sight, binder(values))} order by r.id`,
      values,
    );
    return rows.map(({ id }) => id);
  });

const PEOPLE = ['drafter', 'section-head', 'department-head', 'mayor', 'finance-drafter', 'chief', 'auditor'];
const LEVELS = ['C3A', 'C3B', 'C3C', 'C2', 'C1'] as const;

async function everyKind(): Promise<string[]> {
  const { owner } = bench.test;
  const ids: string[] = [];
  const staff = (await sightFor('finance-drafter')).actor.staffId;
  for (const level of LEVELS) {
    for (const [kind, named] of [
      ['REFERENCE', false],
      ['CASE', false],
      ['DECIDED', false],
      ['CLOSED', false],
      ['REFERENCE', true],
    ] as const) {
      const uploaded = { fileName: '例.docx', bytes: docx([`${level} ${kind} ${named}`]) };
      const input = { kind: 'REFERENCE' as const, title: '例', classificationCode: 'A-04-02' };
      const id =
        kind === 'REFERENCE'
          ? (await bench.records.file(bench.as('drafter@minato.example'), input, uploaded)).id
          : (await bench.draft(`${level} ${kind}`)).recordId;
      if (kind === 'DECIDED' || kind === 'CLOSED') await bench.decide(id);
      await owner.query(
        'update kaigi.records_keeping set level = $2, only_participants = $3, readers = $4 where record_id = $1',
        [id, level, kind === 'CLOSED', named ? [staff] : []],
      );
      ids.push(id);
    }
  }
  return ids;
}

describe('R-20: who sees what', () => {
  it('is the same in lists and of one record, for every level, kind and person', async () => {
    const ids = await everyKind();
    const [full, kept] = await bench.inside(MINATO, async (tx) => [
      await recordsInFull(tx, ids),
      await Promise.all(ids.map((id) => keepingOf(tx, id))),
    ]);
    const rows = kept.filter((row): row is KeepingRow => row !== null);
    const counts: number[] = [];
    for (const name of PEOPLE) {
      const sight = await sightFor(name);
      const expected = rows.filter((row) => {
        const record = full.find(({ record: one }) => one.id === row.recordId)?.record;
        return record && mayRead(sight, { ...row, caseId: record.caseId, state: record.state });
      });
      const seen = await seenBy(sight);
      expect([name, seen]).toEqual([name, expected.map(({ recordId }) => recordId).sort()]);
      counts.push(seen.length);
    }
    // 主事, 課長, 部長, 市長, another 課 (only what names them), 総括文書管理者, 監査
    expect(counts).toEqual([9, 12, 6, 6, 5, 25, 25]);
  });

  it('opens a case’s papers to whoever takes part in it, also in lists', async () => {
    const { recordId, caseId } = await bench.draft('関係者だけの案件');
    const finance = await sightFor('finance-drafter');
    expect(await seenBy(finance)).not.toContain(recordId);
    bench.participants.add(`${caseId}/${finance.actor.staffId}`);
    expect(await seenBy(finance)).toContain(recordId);
  });

  it('notes every opening of what is above 3C, and of nothing else', async () => {
    const { owner } = bench.test;
    const { recordId } = await bench.draft('読まれる文書');
    await bench.decide(recordId);
    const head = bench.as('section-head@minato.example');
    await bench.records.read(head, recordId);
    await owner.query(`update kaigi.records_keeping set level = 'C3B' where record_id = $1`, [recordId]);
    await bench.records.read(head, recordId);
    await bench.records.content(head, recordId);
    await expect(bench.records.read(bench.as('drafter@minato.example'), recordId)).rejects.toThrow('records.not_found');
    const { rows } = await owner.query(
      `select what, reader ->> 'name' as name from kaigi.records_reading where record_id = $1 order by at, what desc`,
      [recordId],
    );
    expect(rows).toEqual([
      { what: 'RECORD', name: 'section-head さん' },
      { what: 'CONTENT', name: 'section-head さん' },
    ]);
  });

  it('R-02: neither a page of the register nor its cursor tells of rows that match but are not for the reader', async () => {
    const drafter = bench.as('drafter@minato.example');
    const { recordId } = await bench.draft('鳴門の渦の買収');
    await bench.decide(recordId);
    await bench.test.owner.query(`update kaigi.records_keeping set level = 'C3B' where record_id = $1`, [recordId]);
    bench.setNow('2026-11-21T00:01:00.000Z');
    const wish = { series: 'DRAFTED', title: '鳴門の観光', reserve: false } as const;
    const take = (many: number) =>
      Promise.all(Array.from({ length: many }, () => bench.records.book.numbers.takeOnly(drafter, wish)));
    const page = async (more: object = {}, who = drafter) => {
      const { items, nextCursor } = await bench.records.register(who, { q: '鳴門', ...more });
      return [items.length, nextCursor === null];
    };
    await take(50);
    const orders = [{ order: 'newest' }, { order: 'number' }];
    for (const order of orders) expect(await page(order)).toEqual([50, true]);
    await take(1);
    for (const order of orders) expect(await page(order)).toEqual([50, false]);
    expect(await page({}, bench.as('section-head@minato.example'))).toEqual([50, false]);
    const { items } = await bench.records.register(bench.as('section-head@minato.example'), { q: '渦の買収' });
    expect(items.map((row) => row.recordId)).toEqual([recordId]);
    const label = items[0]?.number.label ?? '';
    const found = (await bench.records.register(drafter, { q: label })).items.filter(
      (row) => row.recordId === recordId,
    );
    expect(found.map(({ number, title }) => [number.label, title.includes('鳴門')])).toEqual([[label, false]]);
    expect((await bench.records.register(drafter, { q: '渦の買収' })).items).toEqual([]);
    const reason = '鳴門の件の取りやめ';
    await bench.records.book.numbers.makeVoid(bench.as('chief@minato.example'), items[0]?.id ?? '', {
      version: 1,
      reason,
    });
    const [voided] = (await bench.records.register(drafter, { q: label })).items;
    expect([voided?.recordId, voided?.state, voided?.note]).toEqual([recordId, 'VOID', '']);
  });

  it('R-14: a hold on what somebody may not see is refused as one on nothing, and is not theirs to list or end', async () => {
    const { holds, folders } = bench.records.keeping;
    const as = (name: string) => bench.as(`${name}@minato.example`);
    const place = (name: string, on: { recordIds?: string[]; folderIds?: string[] }) =>
      holds.place(as(name), { reason: 'AUDIT', note: '監査', recordIds: [], folderIds: [], ...on });
    const { recordId } = await bench.draft('留められる秘密');
    await bench.decide(recordId);
    const inSection = { kind: 'not-allowed', code: 'records.cannot_hold' };
    await expect(place('drafter', { recordIds: [recordId] })).rejects.toMatchObject(inSection);
    await bench.test.owner.query(`update kaigi.records_keeping set level = 'C3B' where record_id = $1`, [recordId]);
    for (const name of ['drafter', 'finance-drafter'])
      for (const id of [recordId, randomUUID()])
        await expect(place(name, { recordIds: [id] })).rejects.toMatchObject({
          ...{ kind: 'not-found', code: 'records.not_found', params: {} },
        });
    const held = (await place('section-head', { recordIds: [recordId] })).items.find(
      (one) => one.recordId === recordId,
    );
    expect(held?.title).toBe('留められる秘密');
    expect(JSON.stringify(await holds.list(as('drafter')))).not.toContain(recordId);
    const ending = { id: held?.id ?? '', version: 1, decidedOn: '2026-11-21' };
    await expect(holds.end(as('drafter'), ending)).rejects.toMatchObject({ code: 'records.hold_not_found' });
    const { sections } = await folders.list(as('section-head'), undefined);
    const folder = {
      title: '契約',
      classificationCode: 'A-04-03',
      fiscalYear: 2026,
      unitId: sections[0]?.unitId ?? '',
    };
    const { id } = await folders.make(as('section-head'), folder);
    const elsewhere = { kind: 'not-found', code: 'records.folder_not_found' };
    await expect(place('finance-drafter', { folderIds: [id] })).rejects.toMatchObject(elsewhere);
  });
});
