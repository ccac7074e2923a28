import { describe, expect, it } from '@jest/globals';
import { BY_THE_RULES } from '../../directory/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { until } from '../../testing/until.ts';
import { MINATO } from '../records.fixture.ts';
import { recordsWitnesses } from '../witnesses.ts';
import { changeKeeping } from './change.ts';
import { followCase } from './follow-case.ts';
import {
  act,
  bench,
  chief,
  drafter,
  file,
  folder,
  head,
  keeping,
  kept,
  NEXT_YEAR,
  NOW,
  section,
  staffIdOf,
  type Wish,
  withKeeping,
} from './keeping.fixture.ts';

withKeeping();

describe('R-11: how a record is kept', () => {
  it('stands beside it from its filing on, with its line of history', async () => {
    const { recordId } = await bench.draft();
    expect(await kept(recordId)).toMatchObject({
      ...{ basis: 'COMPLETION', basisOn: null, endsOn: null, retentionYears: 10, action: 'CONSULT', level: 'C2' },
      ...{ ruleId: 'B-01-02', regulationVersion: 'minato/2026-04-01', version: 1 },
    });
    const view = await keeping()
      .kept.read(drafter(), recordId)
      .catch((error: Error) => error.message);
    expect(view).toBe('records.not_found');
  });

  it('follows the case: 施行, 完結, and a correction of 施行', async () => {
    const { recordId, caseId } = await bench.draft('施行される文書');
    await bench.decide(recordId);
    const follow = (issuedOn: string | null, completedOn: string | null) =>
      bench.inside(MINATO, (tx) =>
        followCase(
          {
            clock: { now: () => new Date(NOW) },
            caseKeeping: async () => ({ level: 'C2', onlyParticipants: false, issuedOn, completedOn }) as never,
          },
          tx,
          { caseId, recordId },
        ),
      );
    await follow('2027-03-30', null);
    expect((await kept(recordId)).endsOn).toBeNull();
    await follow('2027-03-31', '2027-03-31');
    await follow('2027-03-31', '2027-03-31');
    expect(await kept(recordId)).toMatchObject({ startsOn: '2027-04-01', endsOn: '2037-03-31', version: 3 });
    const view = await keeping().kept.read(drafter(), recordId);
    expect(view.history.map((line) => line.said)).toEqual(['完結を反映した', '施行を反映した', '保存を始めた']);
    expect(view.retention.sentence).toContain('起算日は令和9年4月1日、満了日は令和19年3月31日です。');
    expect(view.retention.article).toBe('みなと市文書取扱規程 別表第2 第14項');
    const asked = view.levelSteps.map(({ question, text }) => [question, text === null ? null : text.endsWith('か。')]);
    expect(asked.slice(-2)).toEqual([
      ['internal', true],
      [null, null],
    ]);
  });

  it('is completed by its section where it has no case, on no day to come', async () => {
    const id = await file('RECEIPT');
    expect((await kept(id)).endsOn).toBeNull();
    await expect(act(drafter(), id, { act: 'complete', on: '2026-11-22' })).rejects.toMatchObject({
      code: 'records.day_to_come',
    });
    await expect(act(drafter(), id, { act: 'complete', on: '2026-11-20' })).rejects.toMatchObject({
      code: 'records.day_before_filing',
    });
    const view = await act(drafter(), id, { act: 'complete', on: '2026-11-21' });
    expect(view.retention).toMatchObject({ startsOn: '2027-04-01', endsOn: '2032-03-31' });
    const { recordId } = await bench.draft('案件の文書');
    await bench.decide(recordId);
    await expect(act(head(), recordId, { act: 'complete', on: '2026-11-21' })).rejects.toMatchObject({
      code: 'records.completes_with_case',
    });
  });

  it('is completed by the register, too, which is where 完結 of a 収受 is written', async () => {
    const id = await file('RECEIPT');
    const { book } = bench.records;
    const { items } = await book.lists.register(drafter(), {});
    const registerId = items.find((row) => row.recordId === id)?.id ?? '';
    const change = async (completedOn: string | null) =>
      book.numbers.change(drafter(), registerId, {
        version: (await book.lists.number(drafter(), registerId)).version,
        completedOn,
      });
    await expect(change('2026-11-22')).rejects.toMatchObject({ code: 'records.day_to_come' });
    await change('2026-11-21');
    expect(await kept(id)).toMatchObject({ completedOn: '2026-11-21', startsOn: '2027-04-01', endsOn: '2032-03-31' });
    await change(null);
    expect(await kept(id)).toMatchObject({ completedOn: null, endsOn: null });
  });

  it('counts from an event of the schedule once it is registered', async () => {
    const id = await file('REFERENCE', 'E-01-01');
    expect((await kept(id)).endsOn).toBeNull();
    const view = await act(head(), id, { act: 'noteEvent', on: '2026-11-21', reason: '土地を売却した' });
    expect(view.retention).toMatchObject({ basis: 'EVENT', endsOn: '2037-03-31' });
    await expect(act(drafter(), id, { act: 'noteEvent', on: '2026-11-21', reason: '訂正' })).rejects.toMatchObject({
      code: 'records.cannot_manage',
    });
  });
});

describe('R-09: what is registered about a kept record', () => {
  it('is corrected with a reason that stands in the history, and no more once it is sealed', async () => {
    const id = await file();
    const before = (await kept(id)).version;
    const wish = { act: 'describe', title: '正しい件名', note: null, reason: '件名の誤り' } as const;
    const view = await act(drafter(), id, wish);
    expect(view).toMatchObject({
      title: '正しい件名',
      history: [{ said: '登録内容を訂正した', reason: '件名の誤り' }, {}],
    });
    // The same press again, and a late one that would change something else.
    expect(await keeping().kept.act(drafter(), id, { ...wish, version: before })).toMatchObject({
      version: before + 1,
    });
    const late = keeping().kept.act(drafter(), id, { ...wish, title: '別の件名', version: before });
    await expect(late).rejects.toMatchObject({ code: 'records.changed_meanwhile' });
    await act(head(), id, { act: 'seal', reason: '原本とする' });
    await expect(act(head(), id, { ...wish, title: '変える' })).rejects.toMatchObject({ code: 'records.sealed' });
    const forced = bench.test.owner.query(`update kaigi.records_keeping set title = '改ざん' where record_id = $1`, [
      id,
    ]);
    await expect(forced).rejects.toThrow(/is sealed/);
  });

  it('once sealed keeps title, level, readers and place; a hold and the end of its period go on', async () => {
    const [id, there] = [await file(), await folder('封をした後の簿冊')];
    await act(head(), id, { act: 'seal', reason: '原本とする' });
    const asked = await kept(id);
    const answers = { secret: false, grave: false, personal: true, internal: false };
    for (const wish of [
      { act: 'describe', title: asked.title, note: '書き足す', reason: '訂正' },
      { act: 'nameReaders', staffIds: [await staffIdOf('finance-drafter')], reason: '共同作業' },
      { act: 'moveTo', folderId: there.id },
      { act: 'classifyLevel', answers, reason: '見直し' },
    ] as const)
      await expect(act(head(), id, wish as unknown as Wish)).rejects.toMatchObject({ code: 'records.sealed' });
    expect(await kept(id)).toEqual(asked);
    for (const change of ["level = 'C1'", 'is_sealed = false', 'readers = array[gen_random_uuid()]', "note = 'x'"]) {
      const forced = bench.test.owner.query(`update kaigi.records_keeping set ${change} where record_id = $1`, [id]);
      await expect(forced).rejects.toThrow(/is sealed/);
    }
    await keeping().holds.place(chief(), { reason: 'AUDIT', note: '監査', recordIds: [id], folderIds: [] });
    expect(await kept(id)).toMatchObject({ isHeld: true, isSealed: true });
    const gone = await bench.inside(MINATO, (tx) =>
      changeKeeping(
        { now: () => new Date(NOW) },
        tx,
        { recordId: id, act: 'DISPOSED', by: BY_THE_RULES, via: 'rules' },
        (before) => ({ ...before, state: 'DISPOSED' }),
      ),
    );
    expect(gone).toMatchObject({ state: 'DISPOSED', isSealed: true, title: asked.title });
  });

  it('R-20: the level comes from plain answers; anybody of the section raises it, only who manages lowers it', async () => {
    const id = await file();
    const answers = { secret: false, grave: false, personal: true, internal: true };
    expect(await act(drafter(), id, { act: 'classifyLevel', answers, reason: '住所がある' })).toMatchObject({
      level: 'C3C',
    });
    const open = { ...answers, personal: false, internal: false };
    await expect(act(drafter(), id, { act: 'classifyLevel', answers: open, reason: '公開した' })).rejects.toMatchObject(
      { code: 'records.cannot_manage' },
    );
    expect(await act(head(), id, { act: 'classifyLevel', answers: open, reason: '公開した' })).toMatchObject({
      level: 'C1',
    });
    const staffIds = [await staffIdOf('finance-drafter')];
    const named = await act(head(), id, { act: 'nameReaders', staffIds, reason: '合議' });
    expect(named.recordId).toBe(id);
    expect(await bench.records.read(bench.as('finance-drafter@minato.example'), id)).toMatchObject({ id });
  });

  it('R-20: a level that somebody raises at the same moment is not lowered by who may only raise it', async () => {
    const id = await file();
    const none = { secret: false, grave: false, personal: false, internal: false };
    await act(head(), id, { act: 'classifyLevel', answers: none, reason: '公開した' });
    const { version } = await kept(id);
    const raising = await bench.test.owner.connect();
    await raising.query('begin');
    await raising.query(
      "update kaigi.records_keeping set level = 'C3C', version = version + 1 where record_id = $1 and version = $2",
      [id, version],
    );
    const answers = { ...none, internal: true };
    const wish = { act: 'classifyLevel', answers, reason: '庁内だけ', version: version + 1 } as const;
    const refused = expect(keeping().kept.act(drafter(), id, wish)).rejects.toMatchObject({
      code: 'records.cannot_manage',
    });
    await until(async () => {
      const { rows } = await bench.test.owner.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return rows.length > 0;
    });
    await raising.query('commit');
    raising.release();
    await refused;
    expect((await kept(id)).level).toBe('C3C');
  });
});

describe('R-12: a 簿冊', () => {
  it('takes what is filed in its year, and the latest completion decides for all in it', async () => {
    const { id } = await folder('後援の承認', 'B-03-01');
    const [first, second] = [await file('RECEIPT', 'B-03-01'), await file('RECEIPT', 'B-03-01')];
    expect((await kept(first)).folderId).toBe(id);
    await act(drafter(), first, { act: 'complete', on: '2026-11-21' });
    expect((await kept(first)).endsOn).toBeNull();
    bench.setNow(NEXT_YEAR);
    await act(drafter(), second, { act: 'complete', on: '2027-04-02' });
    bench.setNow(NOW);
    const ends = [await kept(first), await kept(second)].map(({ endsOn }) => endsOn);
    expect(ends).toEqual(['2033-03-31', '2033-03-31']);
    const detail = await keeping().folders.read(head(), id);
    expect(detail).toMatchObject({ records: 2, open: 0, retention: { endsOn: '2033-03-31' } });
    expect(detail.history.length).toBe(2);
  });

  it('R-15: what was kept longer by a decision stays so when the 簿冊 is counted anew', async () => {
    const { id } = await folder('延長のある簿冊', 'B-03-02');
    const [longer, other] = [await file('REFERENCE', 'B-03-02'), await file('REFERENCE', 'B-03-02')];
    const ended = (await kept(other)).endsOn;
    await bench.inside(MINATO, (tx) =>
      changeKeeping(
        { now: () => new Date(NOW) },
        tx,
        { recordId: longer, act: 'EXTENDED', by: BY_THE_RULES, via: 'rules' },
        (before) => ({
          ...before,
          endsOn: '2040-03-31' as LocalDate,
          extendedUntil: '2040-03-31' as LocalDate,
        }),
      ),
    );
    const late = await file('RECEIPT', 'B-03-02');
    expect((await kept(late)).folderId).toBe(id);
    bench.setNow(NEXT_YEAR);
    await act(drafter(), late, { act: 'complete', on: '2027-04-02' });
    bench.setNow(NOW);
    expect((await kept(other)).endsOn).not.toBe(ended);
    expect((await kept(longer)).endsOn).toBe('2040-03-31');
  });

  it('two people who file and complete in one 簿冊 at once leave one end that fits all', async () => {
    const { id } = await folder('同時の登録', 'B-01-03');
    const filed = await Promise.all(Array.from({ length: 6 }, () => file('RECEIPT', 'B-01-03')));
    await Promise.all([
      ...filed.map((one) => act(drafter(), one, { act: 'complete', on: '2026-11-21' })),
      ...Array.from({ length: 4 }, () => file('REFERENCE', 'B-01-03')),
    ]);
    const detail = await keeping().folders.read(head(), id);
    expect(detail).toMatchObject({ records: 10, open: 0, retention: { basisOn: '2026-11-21', endsOn: '2032-03-31' } });
    const { rows } = await bench.test.owner.query(
      'select distinct ends_on from kaigi.records_keeping where folder_id = $1',
      [id],
    );
    expect(rows).toEqual([{ ends_on: '2032-03-31' }]);
  });

  it('of an earlier year takes a late document only with a reason, which tells from when to when its end moved', async () => {
    const { id } = await folder('前年度の簿冊', 'A-04-03', 2025);
    const late = await file('REFERENCE', 'A-04-03');
    await expect(act(head(), late, { act: 'moveTo', folderId: id })).rejects.toMatchObject({
      code: 'records.late_needs_reason',
    });
    const choices = async (who: ReturnType<typeof head>) =>
      (await keeping().kept.folders(who, late)).items.map((one) => [one.title, one.needsReason]);
    expect(await choices(head())).toContainEqual(['前年度の簿冊', true]);
    expect(await choices(drafter())).toEqual([]);
    await act(head(), late, { act: 'moveTo', folderId: id, reason: '綴じ忘れ' });
    const { history, retention } = await keeping().folders.read(head(), id);
    expect([retention.endsOn, history[0]?.reason]).toEqual(['2032-03-31', '綴じ忘れ']);
    const other = await file('REFERENCE', 'A-04-02');
    await expect(act(head(), other, { act: 'moveTo', folderId: id, reason: '誤り' })).rejects.toMatchObject({
      code: 'records.folder_other_class',
    });
  });

  it('R-07: of last year is made anew for the next, once however often it is pressed', async () => {
    const unitId = await section();
    const first = await keeping().folders.copy(head(), { unitId, from: 2026 });
    const again = await Promise.all([1, 2].map(() => keeping().folders.copy(head(), { unitId, from: 2026 })));
    expect(first.made).toBeGreaterThan(0);
    expect(again).toEqual([
      { made: 0, there: first.made },
      { made: 0, there: first.made },
    ]);
    const { items } = await keeping().folders.list(head(), 2027);
    expect(items).toHaveLength(first.made);
    await expect(folder('後援の承認', 'B-03-01')).rejects.toMatchObject({ code: 'records.folder_exists' });
    await expect(keeping().folders.copy(drafter(), { unitId, from: 2026 })).rejects.toMatchObject({
      code: 'records.cannot_manage',
    });
  });
});

describe('R-17: 引継', () => {
  it('takes over what is ready after the year is over, all or none, and twice pressed changes nothing more', async () => {
    await expect(keeping().handovers.handOver(head(), [{ id: await section(), version: 1 }])).rejects.toMatchObject({
      code: 'records.handover_chief_only',
    });
    bench.setNow(NEXT_YEAR);
    const { items } = await keeping().handovers.checkList(chief(), undefined);
    const ready = items
      .filter(({ lacks }) => lacks.length === 0)
      .map(({ folder: { id, version } }) => ({ id, version }));
    expect(ready.length).toBeGreaterThan(1);
    const unready = items.find(({ lacks }) => lacks.length > 0)?.folder ?? (await folder('空の簿冊', 'A-03-02'));
    const { id, version } = unready;
    const mixed = keeping().handovers.handOver(chief(), [...ready, { id, version }]);
    await expect(mixed).rejects.toMatchObject({ code: 'records.handover_not_ready' });
    const both = await Promise.all([1, 2].map(() => keeping().handovers.handOver(chief(), ready)));
    expect(both.map(({ done }) => done).sort()).toEqual([0, ready.length].sort());
    const { contents } = await keeping().folders.read(chief(), ready[0]?.id ?? '');
    expect(contents.every(({ custody }) => custody === 'CENTRAL')).toBe(true);
    bench.setNow(NOW);
  });
});

describe('R-13: a changed schedule', () => {
  it('moves nothing until exactly what was looked at is approved; the row of before stands in the history', async () => {
    const { owner } = bench.test;
    expect((await keeping().schedules.preview(chief())).items).toEqual([]);
    // As if they had been filed under an earlier version.
    const loose = await file('REFERENCE', 'A-04-02');
    const { id: folderId } = await folder('改正される簿冊', 'C-03-01');
    const inside = await file('REFERENCE', 'C-03-01');
    await owner.query(
      `update kaigi.records_keeping set retention_years = 3, regulation_version = 'minato/2020-04-01' where record_id = $1`,
      [loose],
    );
    await owner.query(
      `update kaigi.records_folder set action = 'CONSULT', regulation_version = 'minato/2020-04-01' where id = $1`,
      [folderId],
    );
    const seen = await keeping().schedules.preview(chief());
    expect(seen.items.map(({ id }) => id).sort()).toEqual([folderId, loose].sort());
    await expect(keeping().schedules.apply(chief(), { digest: 'x', reason: '改正' })).rejects.toMatchObject({
      code: 'records.schedule_moved',
    });
    await expect(keeping().schedules.preview(head())).rejects.toMatchObject({ code: 'records.schedule_chief_only' });
    expect(await keeping().schedules.apply(chief(), { digest: seen.digest, reason: '令和8年改正' })).toEqual({
      changed: 2,
    });
    expect(await kept(loose)).toMatchObject({
      retentionYears: 1,
      regulationVersion: 'minato/2026-04-01',
      endsOn: '2028-03-31',
    });
    expect((await kept(inside)).action).toBe('DESTROY');
    const { rows } = await owner.query(
      `select fact -> 'before' ->> 'regulationVersion' as was from kaigi.records_fact where subject_id = $1 order by seq desc limit 1`,
      [loose],
    );
    expect(rows).toEqual([{ was: 'minato/2020-04-01' }]);
    expect((await keeping().schedules.preview(chief())).items).toEqual([]);
  });
});

it('R-19: every line of what happened to records is in the log as it stands', async () => {
  const [history] = recordsWitnesses(bench.blobs).filter(({ kind }) => kind === 'records/fact');
  const { rows } = await bench.test.owner.query<{ leaf_id: string; entry: Buffer }>(
    'select leaf_id, entry from kaigi.ledger_pending',
  );
  const pending = new Map(rows.map((row) => [row.leaf_id, JSON.parse(row.entry.toString())]));
  const leaves = await bench.inside(MINATO, async (tx) => (await history?.entries(tx, null, 10_000)) ?? []);
  expect(leaves.length).toBeGreaterThan(50);
  for (const { leafId, kind, subject, body } of leaves)
    expect(pending.get(leafId)).toMatchObject({ kind, subject, body });
});
