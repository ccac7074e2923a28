import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PaperBoxView, PaperView } from '../../records/paper/contract.ts';
import type { CataloguePreview, RecordsTodo, SpaceView } from '../../records/space/contract.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { aDocument, importPosts, MINATO, POSTS } from '../../testing/test-city.ts';
import { until } from '../../testing/until.ts';

let hall: Hall;
const OFFICER = 'colleague';
const WITH_OFFICER = POSTS.map((line) => line.replace(',colleague,0,,', ',colleague,0,RECORDS_OFFICER,'));

beforeAll(async () => {
  hall = await openHall('2026-11-20T10:00:00+09:00');
  await importPosts(hall.city.suite, MINATO, WITH_OFFICER);
  for (const name of [OFFICER, 'drafter', 'other-section']) await hall.chat(name);
});
afterAll(() => hall.city.close());

const cards = (name: string, words: string) =>
  (hall.told.get(name) ?? []).filter((told) => told.includes(words)).length;
const morning = async (day: string, task: string) => {
  hall.clock.set(`${day}T08:45:00+09:00`);
  await hall.run(task);
};
const post = <T>(name: string, path: string, body: object, id = '') =>
  hall.call<T>(name, `POST ${path}`, { params: { id }, body });
const received = (title: string, says: string) =>
  hall.city.suite.records.file(
    hall.city.as('drafter'),
    { kind: 'RECEIPT', title, classificationCode: 'A-04-02', counterparty: '県庁' },
    aDocument(says),
  );

describe('O-05: what waits for the 文書主任', () => {
  const WEEK = 'records/week-everywhere';

  it('nothing is sent in a week in which there is nothing to do', async () => {
    await morning('2026-11-20', WEEK);
    expect(hall.told.get(OFFICER) ?? []).toEqual([]);
  });

  it('a card comes on the first working day of the week, once, to the 文書主任 alone', async () => {
    await received('国からの照会', '照会の文書');
    // 勤労感謝の日
    await morning('2026-11-23', WEEK);
    expect(cards(OFFICER, '今週の仕事')).toBe(0);
    await morning('2026-11-24', WEEK);
    await morning('2026-11-24', WEEK);
    await morning('2026-11-25', WEEK);
    expect(cards(OFFICER, '文書主任の今週の仕事')).toBe(1);
    const card = (hall.told.get(OFFICER) ?? []).find((told) => told.includes('今週の仕事')) ?? '';
    expect(card).toContain('文書主任の今週の仕事：2件');
    expect(card).toContain('配布していない収受');
    expect(card).toContain('簿冊に入っていない文書');
    expect(card).not.toContain('返却されていない箱');
    // What a document is called stays in the register.
    expect(card).not.toContain('国からの照会');
    expect([cards('drafter', '今週の仕事'), cards('other-section', '今週の仕事')]).toEqual([0, 0]);
  });

  it('what broke off halfway, on a day after the one that was missed, tells once all the same', async () => {
    const { owner } = hall.city.test;
    hall.clock.set('2026-12-02T08:45:00+09:00');
    await owner.query('revoke insert on kaigi.outbox from kaigi_service');
    await hall.city.suite.enqueue([{ task: WEEK, payload: {} }]);
    await until(async () => {
      const failed = await owner.query(
        `select 1 from graphile_worker.jobs where task_identifier = 'records/week' and last_error is not null`,
      );
      return failed.rows.length > 0;
    });
    await owner.query('grant insert on kaigi.outbox to kaigi_service');
    await hall.run('');
    await morning('2026-12-03', WEEK);
    expect(cards(OFFICER, '文書主任の今週の仕事')).toBe(2);
  });

  it('is told by the API with what leads to each: 収受 not distributed, documents without the number they need', async () => {
    const need = { outside: true, decision: true, evidence: false };
    const reference = { kind: 'REFERENCE' as const, title: '協定の控え', classificationCode: 'A-04-02', need };
    const filed = await hall.city.suite.records.file(hall.city.as('drafter'), reference, aDocument('控え'));
    const todo = await hall.call<RecordsTodo>(OFFICER, 'GET /records/todo');
    expect(todo.undistributed).toMatchObject({ count: 1, items: [{ title: '国からの照会', takenOn: '2026-11-20' }] });
    expect(todo.unnumbered).toMatchObject({ count: 1, items: [{ recordId: filed.id, title: '協定の控え' }] });
    expect(todo.unfiled.count).toBe(2);
    expect(todo.expiring).toEqual({ count: 0, ended: 0, until: '2027-03-03' });
  });
});

describe('R-18: 借覧', () => {
  const OVERDUE = 'records/loans-overdue-everywhere';
  let box: PaperBoxView;

  it('a box is found by its code, by the number of a paper in it, and by who has it', async () => {
    const { places } = await post<PaperView>(OFFICER, '/paper/places', { store: '本庁書庫', shelf: 'A-1' });
    const made = { title: '照会 令和8年度', fiscalYear: 2026, placeId: places[0]?.id };
    box = await post<PaperBoxView>(OFFICER, '/paper/boxes', made);
    const inside = await received('県の調査', '調査の文書');
    const number = inside.documentNumber?.label ?? '';
    await post(OFFICER, '/paper/boxes/{id}/records', { fiscalYear: 2026, number }, box.id);
    const codes = async (name: string, query: object) =>
      (await hall.call<PaperView>(name, 'GET /paper', { query })).boxes.map(({ code }) => code);
    expect(await codes('drafter', { q: number.replace('第', ' 第 ') })).toEqual([box.code]);
    expect(await codes('drafter', { q: '県の調査' })).toEqual([box.code]);
    expect(await codes('other-section', { q: number })).toEqual([]);
    expect(await codes('drafter', { only: 'MINE' })).toEqual([]);
    await post('drafter', '/paper/boxes/{id}/loans', { purpose: '監査の準備', dueOn: '2026-12-07' }, box.id);
    expect(await codes('drafter', { only: 'MINE' })).toEqual([box.code]);
    expect([await codes(OFFICER, { only: 'LENT' }), await codes(OFFICER, { only: 'MINE' })]).toEqual([[box.code], []]);
    expect(await codes(OFFICER, { only: 'OVERDUE' })).toEqual([]);
    hall.clock.set('2026-12-08T08:00:00+09:00');
    expect(await codes(OFFICER, { only: 'OVERDUE' })).toEqual([box.code]);
    await hall.city.test.owner.query(
      `update kaigi.records_keeping set level = 'C3B' where record_id = $1 and municipality_id = $2`,
      [inside.id, MINATO],
    );
    expect(await codes('drafter', { q: '県の調査' })).toEqual([]);
  });

  it('the borrower is reminded once, three working days later the 文書主任 once, and nobody after it is back', async () => {
    const counts = () => [cards('drafter', '返却期限を過ぎています'), cards(OFFICER, '返却されていない箱：')];
    await morning('2026-12-07', OVERDUE);
    expect(counts()).toEqual([0, 0]);
    await morning('2026-12-08', OVERDUE);
    await morning('2026-12-08', OVERDUE);
    expect(counts()).toEqual([1, 0]);
    await morning('2026-12-10', OVERDUE);
    expect(counts()).toEqual([1, 0]);
    await morning('2026-12-11', OVERDUE);
    // On a Saturday nobody is told anything.
    await morning('2026-12-12', OVERDUE);
    await morning('2026-12-14', OVERDUE);
    expect(counts()).toEqual([1, 1]);
    const now = await hall.call<PaperBoxView>('drafter', 'GET /paper/boxes/{id}', { params: { id: box.id } });
    await post('drafter', '/paper/loans/{id}/return', {}, now.loan?.id);
    await post('drafter', '/paper/boxes/{id}/loans', { purpose: '続き', dueOn: '2026-12-15' }, box.id);
    await morning('2026-12-16', OVERDUE);
    expect(counts()).toEqual([2, 1]);
    const again = await hall.call<PaperBoxView>('drafter', 'GET /paper/boxes/{id}', { params: { id: box.id } });
    await post('drafter', '/paper/loans/{id}/return', {}, again.loan?.id);
    await morning('2026-12-24', OVERDUE);
    expect(counts()).toEqual([2, 1]);
  });
});

describe('R-23: the section answers a proposal', () => {
  it('its 文書主任 says that it is needed or may go; it is noted once, and nobody else may', async () => {
    const [one, two] = [await received('同じ文書 その1', '同じ'), await received('同じ文書 その2', '同じ')];
    const view = () => hall.call<SpaceView>(OFFICER, 'GET /records/space');
    const group = async () => (await view()).duplicates.find(({ sha256 }) => sha256 === one.file.sha256);
    const asked = (await group())?.records ?? [];
    expect(asked.map(({ recordId }) => recordId).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(asked[0]).toMatchObject({ answer: null, mayAnswer: true, bytes: one.file.size });
    const say = (name: string, id: string, answer: string) => post(name, '/records/{id}/space-answer', { answer }, id);
    expect(await hall.refused(say('drafter', one.id, 'KEEP'))).toBe('records.space_not_yours');
    expect(await hall.refused(say('other-section', one.id, 'KEEP'))).toBe('records.not_found');
    await say(OFFICER, one.id, 'LET_GO');
    await say(OFFICER, one.id, 'LET_GO');
    const told = await hall.city.test.owner.query(
      `select act from kaigi.records_fact where subject_kind = 'space' and subject_id = $1`,
      [one.id],
    );
    expect(told.rows).toEqual([{ act: 'LET_GO' }]);
    expect((await group())?.records.find(({ recordId }) => recordId === one.id)?.answer).toMatchObject({
      ...{ answer: 'LET_GO', by: '見本 colleague' },
    });
    expect((await view()).letGo).toEqual({ records: 1, bytes: one.file.size });
    for (const { id } of [one, two]) await say(OFFICER, id, 'KEEP');
    expect(await group()).toBeUndefined();
  });

  it('what a lawful disposal frees leaves out what is held, and bytes that something else is made of too', async () => {
    const [first, second, alone] = [
      await received('二つある文書 その1', '二つある'),
      await received('二つある文書 その2', '二つある'),
      await received('一つだけの文書', '一つだけ'),
    ];
    const set = (change: string, ids: readonly string[]) =>
      hall.city.test.owner.query(
        `update kaigi.records_keeping set ${change} where municipality_id = $1 and record_id = any($2)`,
        [MINATO, ids],
      );
    const ended = async () => (await hall.call<SpaceView>(OFFICER, 'GET /records/space')).ended;
    await set(`starts_on = '2025-04-01', ends_on = '2026-03-31'`, [first.id, alone.id]);
    const both = first.file.size + alone.file.size;
    expect(await ended()).toEqual({ records: 2, bytes: both, freed: alone.file.size });
    await set(`starts_on = '2025-04-01', ends_on = '2026-03-31'`, [second.id]);
    expect(await ended()).toEqual({ records: 3, bytes: both + second.file.size, freed: both });
    await set('is_held = true', [alone.id, second.id]);
    expect(await ended()).toEqual({ records: 1, bytes: first.file.size, freed: 0 });
  });
});

describe('R-21: the catalogue before it is given out', () => {
  it('is shown as the file will be, with why a name is masked and never the name', async () => {
    const { rows } = await hall.city.test.owner.query(
      `select unit_id from kaigi.records_keeping where municipality_id = $1 limit 1`,
      [MINATO],
    );
    const folder = {
      fiscalYear: 2026,
      classificationCode: 'A-04-02',
      title: '生活相談の記録',
      unitId: rows[0]?.unit_id,
    };
    const { id: folderId } = await hall.call<{ id: string }>(OFFICER, 'POST /folders', { body: folder });
    await hall.city.test.owner.query(
      `update kaigi.records_keeping set folder_id = $2, level = 'C3B' where record_id = (
         select record_id from kaigi.records_keeping where municipality_id = $1 and folder_id is null limit 1)`,
      [MINATO, folderId],
    );
    const preview = await hall.call<CataloguePreview>('drafter', 'GET /catalogue/preview');
    expect(preview).toMatchObject({ fiscalYear: 2026, fiscalYearLabel: '令和8年度', total: 1, maskedTotal: 1 });
    expect(preview.rows).toMatchObject([{ masked: ['LEVEL'] }]);
    expect(preview.rows[0]?.cells).toHaveLength(preview.columns.length);
    expect(JSON.stringify(preview)).not.toContain('生活相談');
  });
});

describe('R-03, R-04: 「番号」 in the chat', () => {
  const cardOf = (told: string) => (JSON.parse(told) as { card: { actions: { title: string; data: object }[] } }).card;
  const pressing = (told: string, title: string) =>
    cardOf(told).actions.find((one) => one.title.startsWith(title))?.data as { tapId: string; answers: string };
  const rows = async () =>
    (await hall.city.test.owner.query(`select * from kaigi.records_register where title = '協定書'`)).rows.length;

  it('three questions, the answer with its article, and the number once however often it is pressed', async () => {
    const [first = ''] = JSON.parse(await hall.type('drafter', '番号 協定書')).map((one: object) =>
      JSON.stringify(one),
    );
    expect(first).toContain('番号は要る？（1／3）');
    const second = await hall.press('drafter', 'records/number-need', pressing(first, 'はい'));
    expect(second).toContain('（2／3）');
    let told = second;
    for (let asked = 0; told.includes('番号は要る？') && asked < 3; asked += 1)
      told = await hall.press('drafter', 'records/number-need', pressing(told, 'はい'));
    expect(told).toContain('番号が要ります');
    expect(told).toContain('根拠：');
    const { tapId } = pressing(told, '番号を取る');
    const press = { tapId, answers: '', reserve: false, series: 'SENT', title: '協定書', counterparty: '' };
    const taken = await Promise.all([1, 2].map(() => hall.press('drafter', 'records/number-take', press)));
    expect(taken[0]).toContain('番号を取りました：');
    expect(taken[1]).toBe(taken[0]);
    expect(await rows()).toBe(1);
    expect(await hall.refused(hall.press('drafter', 'records/number-take', { ...press, reserve: true }))).toBe(
      'platform.idempotency_key_reused',
    );
    expect(await rows()).toBe(1);
  });

  it('one is reserved where the document is not complete; what the register refuses, the card says with what was typed', async () => {
    const [first = ''] = JSON.parse(await hall.type('drafter', '番号')).map((one: object) => JSON.stringify(one));
    const form = await hall.press('drafter', 'records/number-form', pressing(first, '質問をとばして'));
    const { tapId } = pressing(form, '番号を取る');
    const press = { tapId, answers: '', reserve: true, series: 'NONE', title: '回答書', counterparty: '県庁' };
    const refused = await hall.press('drafter', 'records/number-take', press);
    expect(refused).toContain('"color":"Attention"');
    expect(refused).toContain('回答書');
    const reserved = await hall.press('drafter', 'records/number-take', { ...press, series: 'SENT' });
    expect(reserved).toContain('番号を予約しました：');
    expect(reserved).toContain('確定してください');
  });

  it('a minor document takes none, unless it is wanted all the same', async () => {
    const answers = 'outside:no,decision:no,evidence:no';
    const told = await hall.press('drafter', 'records/number-need', { tapId: crypto.randomUUID(), answers, title: '' });
    expect(told).toContain('番号は要りません');
    expect(pressing(told, 'それでも')).toMatchObject({ answers });
  });
});
