import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Download } from '../../shared/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { aDocument, MINATO } from '../../testing/test-city.ts';
import type { RecordsTodo, SpaceView } from '../space/contract.ts';
import type { PaperBoxView, PaperView, RecordBox } from './contract.ts';

let hall: Hall;
const OFFICER = 'colleague';
const CHIEF = 'general-affairs-head';

beforeAll(async () => {
  hall = await openHall('2026-11-24T10:00:00+09:00');
  await hall.city.test.owner.query(
    `insert into kaigi.directory_role (municipality_id, grant_id, staff_id, role, valid_from)
     select municipality_id, gen_random_uuid(), staff_id, 'RECORDS_OFFICER', '2026-04-01'
     from kaigi.directory_staff where sign_in_name = 'colleague' and municipality_id = $1`,
    [MINATO],
  );
});
afterAll(() => hall.city.close());

const post = <T>(name: string, path: string, body: object, id = '') =>
  hall.call<T>(name, `POST ${path}`, { params: { id }, body });
const shelf = async (name: string, store: string) => {
  const { places } = await post<PaperView>(name, '/paper/places', { store, shelf: 'A-1' });
  return places.find((place) => place.store === store)?.id ?? '';
};
const received = (title: string, says: string) =>
  hall.city.suite.records.file(
    hall.city.as('drafter'),
    { kind: 'RECEIPT', title, classificationCode: 'A-04-02', counterparty: '県庁' },
    aDocument(says),
  );

describe('R-18: paper in the same ledger', () => {
  it('a box has a label, a place, contents by their number, and a history of where it was', async () => {
    const [first, second] = [await shelf(OFFICER, '本庁書庫'), await shelf(CHIEF, '北書庫')];
    const record = await received('国からの照会', '照会の文書');
    const { documentNumber: number } = record;
    const boxOf = (name: string) => hall.call<RecordBox>(name, 'GET /records/{id}/box', { params: { id: record.id } });
    expect(await boxOf('drafter')).toEqual({ box: null });
    const box = await post<PaperBoxView>(OFFICER, '/paper/boxes', {
      title: '照会 令和8年度',
      fiscalYear: 2026,
      placeId: first,
    });
    expect(box).toMatchObject({ code: 'B000001', unitName: '政策課', place: { store: '本庁書庫' } });
    const typed = (number?.label ?? '').replace('第', ' 第 ');
    const filled = await post<PaperBoxView>(
      OFFICER,
      '/paper/boxes/{id}/records',
      { fiscalYear: 2026, number: typed },
      box.id,
    );
    expect(filled.contents).toMatchObject([{ number: number?.label, title: '国からの照会' }]);
    expect((await boxOf('drafter')).box).toEqual({
      ...{ id: box.id, code: 'B000001', title: '照会 令和8年度', isLent: false },
      place: { store: '本庁書庫', shelf: 'A-1' },
    });
    expect(await hall.refused(boxOf('drafter@yamato'))).toBe('records.not_found');
    const moved = await post<PaperBoxView>(
      OFFICER,
      '/paper/boxes/{id}/move',
      { version: filled.version, placeId: second },
      box.id,
    );
    expect(moved.moves.map(({ from, to }) => [from, to])).toEqual([
      ['本庁書庫 A-1', '北書庫 A-1'],
      [null, '本庁書庫 A-1'],
    ]);
    expect(await hall.refused(post(OFFICER, '/paper/boxes/{id}/move', { version: 1, placeId: first }, box.id))).toBe(
      'records.box_stale',
    );
    expect(
      await hall.refused(post(OFFICER, '/paper/boxes/{id}/records', { fiscalYear: 2026, number: '12' }, box.id)),
    ).toBe('records.box_number_unread');
    expect(await hall.refused(post('drafter', '/paper/boxes/{id}/move', { version: 3, placeId: first }, box.id))).toBe(
      'records.box_not_yours',
    );
    for (const name of ['other-section', 'drafter@yamato'])
      expect(await hall.refused(hall.call(name, 'GET /paper/boxes/{id}', { params: { id: box.id } }))).toBe(
        'records.box_not_found',
      );
    const codes = await Promise.all(
      [1, 2, 3].map((at) =>
        post<PaperBoxView>(OFFICER, '/paper/boxes', { title: `箱${at}`, fiscalYear: 2026, placeId: first }),
      ),
    );
    expect(codes.map(({ code }) => code).toSorted()).toEqual(['B000002', 'B000003', 'B000004']);
  });

  it('is lent to one at a time, and what is not back in time stands on the to-do of the 文書主任', async () => {
    const { boxes } = await hall.call<PaperView>('drafter', 'GET /paper', { query: { q: 'B000001' } });
    const id = boxes[0]?.id ?? '';
    const loan = { purpose: '監査の準備', dueOn: '2026-12-01' };
    const lend = (name: string) => post<PaperBoxView>(name, '/paper/boxes/{id}/loans', loan, id);
    const both = await Promise.allSettled([lend('drafter'), lend('subsection-head')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    hall.clock.set('2026-12-02T10:00:00+09:00');
    const todo = await hall.call<RecordsTodo>(OFFICER, 'GET /records/todo');
    expect(todo).toMatchObject({
      overdue: { count: 1, items: [{ code: 'B000001', dueOn: '2026-12-01' }] },
      unfiled: { count: 1 },
    });
    expect(await hall.refused(hall.call('drafter', 'GET /records/todo'))).toBe('records.todo_not_yours');
    const now = await hall.call<PaperBoxView>(OFFICER, 'GET /paper/boxes/{id}', { params: { id } });
    expect(now.loan).toMatchObject({ isOverdue: true, mayReturn: true });
    expect(await hall.refused(post('section-head', '/paper/loans/{id}/return', {}, now.loan?.id))).toBe(
      'records.loan_not_yours',
    );
    const back = await post<PaperBoxView>(OFFICER, '/paper/loans/{id}/return', {}, now.loan?.id);
    expect([back.loan, back.loans.length]).toEqual([null, 1]);
    hall.clock.set('2026-11-24T10:00:00+09:00');
  });

  it('R-19: boxes and loans stand as their history left them; one that was altered in the database is told', async () => {
    const findings = async () => {
      const found = [];
      for await (const { code, subject } of hall.city.suite.verify(MINATO))
        found.push(`${code} ${subject.split('/')[0]}`);
      // Nobody gives the leaves of this test their place.
      return found.filter((one) => !one.startsWith('ledger.pending_stuck'));
    };
    expect(await findings()).toEqual([]);
    for (const [table, change, back, kind] of [
      ['records_box', "title = 'x' || title", 'title = substr(title, 2)', 'row_not_as_told box'],
      ['records_place', "shelf = 'x' || shelf", 'shelf = substr(shelf, 2)', 'row_not_as_told box'],
      ['records_loan', 'due_on = due_on + 1', 'due_on = due_on - 1', 'row_not_as_told loan'],
      ['records_boxed', 'box_id = gen_random_uuid()', '', 'row_not_as_derived boxed'],
    ]) {
      const before = (await hall.city.test.owner.query('select box_id from kaigi.records_boxed limit 1')).rows[0]
        .box_id;
      const alter = (set = '') =>
        hall.city.test.owner.query(
          `begin; set local session_replication_role = replica; update kaigi.${table} set ${set}; commit`,
        );
      await alter(change);
      expect(await findings()).toContain(`records.${kind}`);
      await alter(back === '' ? `box_id = '${before}'` : back);
    }
    expect(await findings()).toEqual([]);
  });
});

describe('R-23: where the space goes', () => {
  it('counts what the reader may see, tells the same file registered twice, and what nobody opened for years', async () => {
    const [one, two] = [await received('同じ文書 その1', '同じ中身'), await received('同じ文書 その2', '同じ中身')];
    const metadata = { kind: 'REFERENCE' as const, title: '参考', classificationCode: 'A-04-02' };
    await hall.city.suite.records.file(hall.city.as('drafter'), metadata, aDocument('参考の文書'));
    const view = await hall.call<SpaceView>('drafter', 'GET /records/space');
    const same = view.duplicates.find(({ sha256 }) => sha256 === one.file.sha256);
    expect(same?.records.map(({ recordId }) => recordId).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(view.total.bytes - view.total.stored).toBe(one.file.size);
    expect(view.unread.records).toBe(0);
    expect((await hall.call<SpaceView>('other-section', 'GET /records/space')).total.records).toBe(0);
    hall.clock.set('2033-05-01T10:00:00+09:00');
    await hall.city.suite.records.content(hall.city.as('drafter'), two.id);
    const later = await hall.call<SpaceView>('drafter', 'GET /records/space');
    const unread = later.unread.items.map(({ recordId }) => recordId);
    expect([unread.includes(one.id), unread.includes(two.id)]).toEqual([true, false]);
    expect([view.expiring.records, later.expiring.records]).toEqual([0, 1]);
  });
});

describe('R-21: the public catalogue', () => {
  it('names 簿冊 with period and end, but not what is closed; in UTF-8 and in Shift_JIS', async () => {
    const [record] = (
      await hall.city.test.owner.query(`select * from kaigi.records_keeping where municipality_id = $1 limit 1`, [
        MINATO,
      ])
    ).rows;
    for (const [title, level] of [
      ['道路台帳', 'C2'],
      ['生活相談の記録', 'C3B'],
    ]) {
      const { rows } = await hall.city.test.owner.query(
        `insert into kaigi.records_folder (municipality_id, id, fiscal_year, unit_id, unit_name, unit_path, classification_code,
           classification_name, title, basis, retention_years, is_permanent, action, rule_id, article, regulation_version, made_at, version)
         values ($1, gen_random_uuid(), 2026, $2, '政策課', array[$2::uuid], 'A-04-02', '照会・回答', $3, 'COMPLETION', 1, false,
           'DESTROY', 'A-04-02', '第1条', 'x', now(), 1) returning id`,
        [MINATO, record.unit_id, title],
      );
      await hall.city.test.owner.query(
        `update kaigi.records_keeping set folder_id = $2, level = $3 where record_id = (
           select record_id from kaigi.records_keeping where folder_id is null and municipality_id = $1 limit 1)`,
        [MINATO, rows[0].id, level],
      );
    }
    const csv = async (encoding: string) =>
      new TextDecoder(encoding).decode(
        (await hall.call<Download>('drafter', 'GET /catalogue', { query: { fiscalYear: 2026, encoding } })).bytes,
      );
    for (const text of [await csv('utf-8'), await csv('shift_jis')]) {
      expect(text).toContain('"令和8年度","政策課","A-04-02","照会・回答","道路台帳",1,"電子","1年"');
      expect(text).toContain('（非公開情報を含むため表示しません）');
      expect(text).not.toContain('生活相談');
    }
  });
});
