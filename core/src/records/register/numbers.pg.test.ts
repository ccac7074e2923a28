import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Finding } from '../../ledger/index.ts';
import { canonicalJson } from '../../shared/index.ts';
import { docx } from '../docx.fixture.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { recordsWitnesses } from '../witnesses.ts';
import type { TakeNumberInput } from './contract.ts';
import { lapseReservations } from './jobs.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const drafter = () => bench.as('drafter@minato.example');
const wish = (more: Partial<TakeNumberInput> = {}): TakeNumberInput => ({
  series: 'SENT',
  title: '照会文書',
  reserve: false,
  ...more,
});
const take = (more: Partial<TakeNumberInput> = {}, who = drafter()) => bench.records.book.numbers.take(who, wish(more));
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const numbersOf = async (symbol: string, fiscalYear: number) => {
  const { rows } = await bench.test.owner.query<{ number: number }>(
    'select number from kaigi.records_register where symbol = $1 and fiscal_year = $2 and branch = 0 order by number',
    [symbol, fiscalYear],
  );
  return rows.map(({ number }) => number);
};
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
/** What the log was told of the register and what the rows say now; and what the audit finds. */
const told = () =>
  bench.inside(MINATO, async (tx) => {
    const found: Finding[] = [];
    const rebuilt: string[] = [];
    for (const { kind, entries, check } of recordsWitnesses(bench.blobs).filter((one) =>
      one.kind.startsWith('records/register'),
    )) {
      for await (const one of check?.(tx) ?? []) found.push(one);
      for (let after: string | null = null; ; ) {
        const page: Awaited<ReturnType<typeof entries>> = await entries(tx, after, 7);
        rebuilt.push(...page.map(({ leafId, subject, body }) => canonicalJson({ v: 1, kind, leafId, subject, body })));
        after = page.at(-1)?.subject ?? null;
        if (after === null) break;
      }
    }
    const { rows } = await bench.test.owner.query<{ entry: Buffer }>(
      "select entry from kaigi.ledger_pending where municipality_id = $1 and kind like 'records/register%'",
      [MINATO],
    );
    return {
      found: found.map((one) => one.code),
      rebuilt: rebuilt.sort(),
      logged: rows.map(({ entry }) => entry.toString()).sort(),
    };
  });

describe('R-04: numbers taken by hand', () => {
  it('are gapless under 16 writers of whom some fail at random, also beside decisions', async () => {
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let turn = 0; turn < 6; turn += 1) {
        const fails = (writer * 7 + turn * 3) % 4 === 0;
        const work = fails
          ? bench.inside(MINATO, async (tx) => {
              await tx.query('select 1');
              throw new Error('on purpose');
            })
          : take();
        await work.catch((error: Error) => expect(error.message).toBe('on purpose'));
      }
    });
    await Promise.all(writers);
    const taken = await numbersOf('政発', 2026);
    expect(taken).toEqual(upTo(taken.length));
    expect(taken.length).toBeGreaterThan(60);
  });

  it('of many at the same moment are written together; one that the database refuses takes none from the others', async () => {
    const before = await numbersOf('政発', 2026);
    const takeOnly = bench.records.book.numbers.takeOnly;
    // The database takes no sign of this number; nobody else is to suffer for it.
    const titles = Array.from({ length: 40 }, (_, at) => (at % 13 === 5 ? 'だめ\u0000' : `照会 ${at} 12345`));
    const ends = await Promise.allSettled(
      titles.map((title) => takeOnly(drafter(), wish({ title, dueOn: '2026-12-01' }))),
    );
    expect(ends.map(({ status }, at) => [at, status])).toEqual(
      titles.map((title, at) => [at, title.startsWith('だめ') ? 'rejected' : 'fulfilled']),
    );
    const good = titles.filter((title) => !title.startsWith('だめ'));
    expect(await numbersOf('政発', 2026)).toEqual(upTo(before.length + good.length));
    const { rows } = await bench.test.owner.query<{ title: string }>(
      "select title from kaigi.records_register where symbol = '政発' and number > $1 order by number",
      [before.length],
    );
    expect(rows.map(({ title }) => title).toSorted()).toEqual(good.toSorted());
    const { found, rebuilt, logged } = await told();
    expect([found, rebuilt]).toEqual([[], logged]);
  });

  it('are given back by a transaction that fails after it took one', async () => {
    const before = await numbersOf('政発', 2026);
    const undone = bench.test.owner.query(
      "create function pg_temp.no() returns trigger language plpgsql as 'begin raise exception ''no''; end'",
    );
    await undone;
    const failing = take({ title: 'x'.repeat(200), dueOn: '2026-11-30' });
    const twice = await Promise.allSettled([failing, take(), take()]);
    expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(await numbersOf('政発', 2026)).toEqual(upTo(before.length + 3));
  });

  it('come once for one Idempotency-Key, and belong to the section’s run or the city’s', async () => {
    const caller = bench.as('drafter@minato.example', 'the-same');
    const [one, other] = [await take({ series: 'RECEIVED' }, caller), await take({ series: 'RECEIVED' }, caller)];
    expect([one.row.id, one.row.number.symbol]).toEqual([other.row.id, '政収']);
    const { series } = await bench.records.book.lists.choices(drafter(), null);
    const notice = series.find(({ symbol }) => symbol === 'みなと市告示');
    const directive = await take({ series: notice?.key ?? '' }, bench.as('finance-drafter@minato.example'));
    expect([directive.row.number.label, directive.row.direction]).toEqual(['みなと市告示第1号', 'SENT']);
    expect(await code(take({ series: 'nothing' }))).toBe('records.unknown_series');
    expect(await code(take({}, bench.as('newcomer@minato.example')))).toBe('records.no_unit');
  });
});

describe('R-04: a run of the whole city', () => {
  const chief = () => bench.as('chief@minato.example');
  const offered = async (who: ReturnType<typeof drafter>) =>
    (await bench.records.book.lists.choices(who, null)).series.find(({ symbol }) => symbol === 'みなと市達');

  it('is numbered by those whom the regulations name, and begins in January where they say so', async () => {
    const order = await offered(chief());
    const series = order?.key ?? '';
    expect(await offered(drafter())).toBeUndefined();
    expect(await code(take({ series }))).toBe('records.series_not_yours');
    for (const [at, year, number] of [
      ['2026-12-31T14:59:59.000Z', 2026, 1],
      ['2026-12-31T15:00:00.000Z', 2027, 1],
      ['2027-03-31T00:00:00.000Z', 2027, 2],
      ['2027-04-01T00:00:00.000Z', 2027, 3],
    ] as const) {
      bench.setNow(at);
      const { row } = await take({ series }, chief());
      expect(row.number).toMatchObject({ fiscalYear: year, number });
    }
    expect(await code(take({ series, lastYearReason: '会計整理' }, chief()))).toBe('records.no_last_year');
    bench.setNow('2026-11-21T00:00:00.000Z');
    expect(await code(take({ series }, chief()))).toBe('records.clock_behind');
    expect((await told()).found).toEqual([]);
  });
});

describe('R-04: a reserved number', () => {
  it('is confirmed with its document, or without one where it is on paper', async () => {
    const reserved = await take({ reserve: true, title: '協定書（案）' });
    expect(reserved).toMatchObject({ row: { state: 'RESERVED', recordId: null }, may: { confirm: true, void: true } });
    const confirmed = await bench.records.book.numbers.confirm(drafter(), reserved.row.id, {
      version: 1,
      title: '災害時応援協定書',
    });
    expect(confirmed.row).toMatchObject({ state: 'TAKEN', title: '災害時応援協定書', number: reserved.row.number });
    expect(confirmed.history.map(({ act }) => act)).toEqual(['CONFIRMED']);
    expect(await code(bench.records.book.numbers.confirm(drafter(), reserved.row.id, { version: 2 }))).toBe(
      'records.number_not_reserved',
    );
  });

  it('R-04: freezes a document only of those whose document it is, not of everybody who may read it', async () => {
    const reference = await bench.records.file(
      drafter(),
      { kind: 'REFERENCE', title: '参考の案', classificationCode: 'A-04-02' },
      { fileName: 'a.docx', bytes: docx(['参考']) },
    );
    const auditor = bench.as('auditor@minato.example');
    const confirm = async (caller: ReturnType<typeof drafter>) => {
      const { row } = await take({ reserve: true }, caller);
      return code(bench.records.book.numbers.confirm(caller, row.id, { version: 1, recordId: reference.id }));
    };
    expect(await confirm(auditor)).toBe('records.cannot_describe');
    expect((await bench.records.read(drafter(), reference.id)).state).toBe('OPEN');
    expect(await confirm(drafter())).toBe('done');
  });

  it('that nobody confirmed in time becomes a visible void and is never given again', async () => {
    const reserved = await take({ reserve: true });
    const [next] = [await take()];
    bench.setNow('2026-11-24T00:00:00.000Z');
    expect(await code(bench.records.book.numbers.confirm(drafter(), reserved.row.id, { version: 1 }))).toBe(
      'records.reservation_lapsed',
    );
    expect(
      await lapseReservations({ db: bench.test.db, clock: { now: () => new Date('2026-11-24T00:00:00Z') } }, MINATO),
    ).toBeGreaterThan(0);
    const lapsed = await bench.records.book.lists.number(drafter(), reserved.row.id);
    expect(lapsed.row).toMatchObject({ state: 'VOID', note: '欠番（予約の期限切れ）' });
    expect(lapsed.history.map(({ act, by }) => [act, by.name])).toEqual([['LAPSED', '規程による自動処理']]);
    expect((await take()).row.number.number).toBe(next.row.number.number + 1);
    bench.setNow('2026-11-21T00:00:00.000Z');
  });
});

describe('R-04: a void number', () => {
  it('stays in the register with who and why; only those who answer for it may, and on the version they saw', async () => {
    const { row } = await take();
    const voiding = (who: string, version = 1) =>
      bench.records.book.numbers.makeVoid(bench.as(`${who}@minato.example`), row.id, {
        version,
        reason: '宛先を誤った',
      });
    expect(await code(voiding('drafter'))).toBe('records.number_not_voidable');
    expect(await code(voiding('finance-drafter'))).toBe('records.number_not_found');
    expect(await code(voiding('chief', 9))).toBe('records.stale');
    const done = await voiding('chief');
    expect(done.row).toMatchObject({ state: 'VOID', note: '欠番（宛先を誤った）', number: row.number });
    expect(done.history[0]).toMatchObject({ act: 'VOIDED', by: { name: 'chief さん' } });
    expect(await code(voiding('chief', 2))).toBe('records.number_void');
    const { items } = await bench.records.register(drafter(), { state: 'VOID' });
    expect(items.map(({ id }) => id)).toContain(row.id);
  });

  it('cannot be altered by anybody, not even by hand in the database', async () => {
    const { row } = await take();
    for (const change of [
      "title = '改ざん'",
      'number = 999',
      "state = 'RESERVED'",
      "registered_by = '{}'",
      "counterparty = 'x'",
    ])
      await expect(
        bench.test.owner.query(`update kaigi.records_register set version = version + 1, ${change} where id = $1`, [
          row.id,
        ]),
      ).rejects.toMatchObject({ code: '23001' });
    await expect(
      bench.test.owner.query('delete from kaigi.records_register where id = $1', [row.id]),
    ).rejects.toMatchObject({ code: '23001' });
  });
});

describe('R-04: 枝番', () => {
  it('are counted from 2 on below their number, without a gap under ten at once', async () => {
    const { row } = await take();
    const made = await Promise.all(
      upTo(10).map((at) => bench.records.book.numbers.branch(drafter(), row.id, { title: `関連文書 ${at}` })),
    );
    const labels = made.map((one) => one.row.number.label).sort();
    expect(new Set(labels).size).toBe(10);
    const { branches } = await bench.records.book.lists.number(drafter(), row.id);
    expect(branches.map((one) => one.number.label)).toEqual(upTo(10).map((at) => `${row.number.label}の${at + 1}`));
    const branch = made[0]?.row.id ?? '';
    expect(await code(bench.records.book.numbers.branch(drafter(), branch, { title: '枝の枝' }))).toBe(
      'records.no_branch',
    );
  });
});

describe('R-02: what becomes of it', () => {
  it('is noted by its section with a history, and is found by what was noted', async () => {
    const { row } = await take({ theirNumber: '県総第88号', counterparty: 'みなと県総務部' });
    const change = bench.records.book.numbers.change;
    const said = { dueOn: '2026-11-20', handling: 'REPLY', note: '様式は別添' } as const;
    const changed = await change(drafter(), row.id, { version: 1, ...said });
    expect(changed.row).toMatchObject({ ...said, isOverdue: true, theirNumber: '県総第88号' });
    expect(await code(change(drafter(), row.id, { version: 1, note: 'x' }))).toBe('records.stale');
    expect(await code(change(drafter(), row.id, { version: 2, completedOn: '2026-11-01' }))).toBe(
      'records.day_before_number',
    );
    const found = async (query: Parameters<typeof bench.records.register>[1]) =>
      (await bench.records.register(drafter(), query)).items.map(({ id }) => id);
    expect(await found({ q: '県総第88' })).toEqual([row.id]);
    expect(await found({ overdue: 'yes' })).toEqual([row.id]);
    expect(await found({ q: row.number.label })).toEqual([row.id]);
    await change(drafter(), row.id, { version: 2, completedOn: '2026-11-21', dueOn: null });
    expect(await found({ overdue: 'yes' })).toEqual([]);
    expect(await found({ q: '100%' })).toEqual([]);
  });

  it('is printed by symbol and number page by page, and as CSV in UTF-8 and Shift_JIS', async () => {
    const labels: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await bench.records.register(drafter(), { symbol: '政発', order: 'number', cursor });
      labels.push(...page.items.map(({ number }) => number.label));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.slice(0, 3)).toEqual(['政発第1号', '政発第2号', '政発第3号']);
    expect(await code(bench.records.register(drafter(), { order: 'number', cursor: 'x' }))).toBe('records.bad_cursor');
    const { bytes } = await bench.records.book.lists.csv(drafter(), { symbol: '政発', encoding: 'utf-8' });
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines).toHaveLength(labels.length + 1);
    expect(lines[0]).toContain(
      '"番号","年度","日付","区分","相手方","件名","相手番号","主務課","処理期限","処置","施行日","完結日"',
    );
    const jis = await bench.records.book.lists.csv(drafter(), { symbol: '政発', encoding: 'shift_jis' });
    expect(new TextDecoder('shift_jis').decode(jis.bytes)).toContain('照会文書');
  });

  it('is seen by the section and those above it, by nobody else, and by no other municipality', async () => {
    const { row } = await take();
    const seen = (who: string) => code(bench.records.book.lists.number(bench.as(who), row.id));
    expect(
      await Promise.all(
        [
          'department-head@minato.example',
          'auditor@minato.example',
          'finance-drafter@minato.example',
          'drafter@yamato.example',
        ].map(seen),
      ),
    ).toEqual([...['done', 'done', 'records.number_not_found', 'records.number_not_found']]);
  });
});

describe('R-03: 「番号は要る?」', () => {
  it('asks three questions and answers with the article', async () => {
    const ask = (answers: string) => bench.records.book.lists.need(drafter(), answers);
    expect((await ask('')).questions).toHaveLength(3);
    expect((await ask('outside:yes')).verdict).toBeNull();
    expect((await ask('outside:yes,decision:yes,evidence:no')).verdict).toMatchObject({
      outcome: 'NUMBERED',
      article: 'みなと市文書取扱規程 第12条第1項',
    });
    expect((await ask('outside:no,decision:no,evidence:no,junk')).verdict).toMatchObject({ outcome: 'MINOR' });
  });
});

describe('R-04: the turn of the year', () => {
  it('begins again at 1 at midnight in Japan; last year’s number needs a reason and is taken until 31 May', async () => {
    bench.setNow('2027-03-31T14:59:59.999Z');
    const last = await take();
    bench.setNow('2027-03-31T15:00:00.000Z');
    const first = await take();
    expect([last.row.number.fiscalYear, first.row.number.label, first.row.number.fiscalYear]).toEqual([
      2026,
      '政発第1号',
      2027,
    ]);
    const late = await take({ lastYearReason: '令和8年度の契約の変更' });
    expect(late.row.number).toMatchObject({ fiscalYear: 2026, number: last.row.number.number + 1, date: '2027-04-01' });
    expect(late.row.note).toBe('前年度の番号（令和8年度の契約の変更）');
    bench.setNow('2027-05-31T14:59:59.000Z');
    expect((await bench.records.book.lists.choices(drafter(), null)).lastYear).toMatchObject({
      open: true,
      label: '令和8年度',
    });
    expect((await take({ lastYearReason: '出納整理' })).row.number.fiscalYear).toBe(2026);
    bench.setNow('2027-05-31T15:00:00.000Z');
    expect(await code(take({ lastYearReason: '遅れ' }))).toBe('records.last_year_closed');
  });

  it('a clock that was set back takes no number of the year that is over, neither by hand nor at a decision', async () => {
    const { recordId } = await bench.draft();
    bench.setNow('2027-04-02T00:00:00.000Z');
    await bench.decide(recordId);
    const before = await numbersOf('政', 2026);
    bench.setNow('2027-03-30T00:00:00.000Z');
    expect(await code(take())).toBe('records.clock_behind');
    const other = await bench.draft();
    expect(await code(bench.decide(other.recordId))).toBe('records.clock_behind');
    expect(await numbersOf('政', 2026)).toEqual(before);
    bench.setNow('2027-04-02T00:00:00.000Z');
    expect(await code(bench.decide(other.recordId))).toBe('done');
  });
});

describe('R-19: the log', () => {
  it('knows every number and everything that became of it, and sees one that was altered past the guards', async () => {
    const { row } = await take();
    const { found, rebuilt, logged } = await told();
    expect(found).toEqual([]);
    expect(rebuilt).toEqual(logged);
    await bench.test.owner.query('alter table kaigi.records_register disable trigger guard');
    await bench.test.owner.query("update kaigi.records_register set title = '改ざん' where id = $1", [row.id]);
    await bench.test.owner.query(
      'delete from kaigi.records_register where symbol = $1 and fiscal_year = 2026 and number = 2',
      ['政発'],
    );
    await bench.test.owner.query('alter table kaigi.records_register enable trigger guard');
    const after = await told();
    expect(after.found).toEqual(['records.number_gap']);
    expect(after.rebuilt).not.toEqual(logged);
  });
});
