import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { CaseView } from '../../approvals/contract.ts';
import { folderBlobs } from '../../platform/index.ts';
import { fiscalYearOf, localDateOf } from '../../shared/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { aDocument, MINATO } from '../../testing/test-city.ts';
import { until } from '../../testing/until.ts';
import type { RecordView } from '../contract.ts';
import type { Disposals, DisposalView, Tombstone } from './contract.ts';

let hall: Hall;
let texts = 0;

const CHIEF = 'other-section';
const OFFICER = 'colleague';
const sql = async (text: string, values: readonly unknown[] = []) =>
  (await hall.city.test.owner.query(text, [...values])).rows;
const blobs = () => folderBlobs(path.join(hall.city.home, 'blobs'));
const hasBytes = async (sha256: string) => (await blobs().get(sha256)) !== null;

beforeAll(async () => {
  hall = await openHall('2026-11-24T10:00:00+09:00');
  await sql(
    `insert into kaigi.directory_role (municipality_id, grant_id, staff_id, role, valid_from)
     select municipality_id, gen_random_uuid(), staff_id,
       case sign_in_name when 'colleague' then 'RECORDS_OFFICER' else 'CHIEF_RECORDS_MANAGER' end, '2026-04-01'
     from kaigi.directory_staff where sign_in_name in ('colleague', 'other-section') and municipality_id = $1`,
    [MINATO],
  );
});
afterAll(() => hall.city.close());

/** A 参考 of 政策課: kept for a year from the next 年度 on. */
async function filed(says?: string): Promise<RecordView> {
  texts += 1;
  const words = says ?? `参考 ${texts}`;
  const metadata = { kind: 'REFERENCE' as const, title: `参考資料 ${texts}`, classificationCode: 'A-04-02' };
  return hall.city.suite.records.file(hall.city.as('drafter'), metadata, aDocument(words));
}

/** The day after the year of the list is over. */
const listYear = () => fiscalYearOf(localDateOf(hall.clock.now()));
const make = (name: string, fiscalYear = listYear()) =>
  hall.call<Disposals>(name, 'POST /disposals', { body: { fiscalYear } });
const read = (name: string, id: string) => hall.call<DisposalView>(name, 'GET /disposals/{id}', { params: { id } });
const step = async (name: string, id: string, word: string, more: object = {}) => {
  const { version } = await read('auditor', id);
  return hall.call<DisposalView>(name, 'POST /disposals/{id}/steps', {
    params: { id },
    body: { version, step: word, ...more },
  });
};
const choose = async (name: string, id: string, items: readonly string[], more: object) => {
  const { version } = await read('auditor', id);
  return hall.call<DisposalView>(name, 'POST /disposals/{id}/choices', {
    params: { id },
    body: { version, items, ...more },
  });
};
const lineOf = (view: DisposalView, recordId: string) => view.lines.find(({ id }) => id === recordId);
const findings = async () => {
  const found = [];
  for await (const one of hall.city.suite.verify(MINATO)) found.push(`${one.code} ${one.subject}`);
  return found;
};

/** Two years on, the open list of 政策課 for what is over then. */
async function listed(): Promise<DisposalView> {
  hall.clock.set(`${listYear() + 2}-05-01T10:00:00+09:00`);
  const { items } = await make(CHIEF, listYear() - 1);
  const open = items.find(({ state, unitName }) => state === 'SECTION' && unitName === '政策課');
  return read(CHIEF, open?.id ?? '');
}

/** Through the section and the records section to the case that decides, which its deciders decide. */
async function toCase(id: string): Promise<string> {
  await step(OFFICER, id, 'SUBMIT');
  await step(CHIEF, id, 'PROPOSE');
  await hall.run('');
  return (await read(CHIEF, id)).caseId ?? '';
}

async function decided(caseId: string): Promise<CaseView> {
  const { approvals } = hall.city.suite;
  const { version } = await approvals.read(hall.city.as(CHIEF), caseId);
  await approvals.submit(hall.city.as(CHIEF), caseId, version);
  const mine = await approvals.read(hall.city.as('general-affairs-head'), caseId);
  await approvals.act(hall.city.as('general-affairs-head'), caseId, { act: 'approve', version: mine.version });
  await hall.run('');
  return approvals.read(hall.city.as('auditor'), caseId);
}

describe('R-15: from the yearly list to the tombstone', () => {
  it('lists what is over, by section; the section decides, the case decides, two people carry it out, and only a tombstone is left', async () => {
    const [gone, longer, shared] = [await filed(), await filed(), await filed('同じ文面')];
    const form = await filed('様式と同じ文面');
    const bytes = gone.file.sha256;
    const list = await listed();
    expect(list).toMatchObject({ state: 'SECTION', unitName: '政策課', items: 4, undecided: 4 });
    // The same bytes under another record, filed since and kept; and as a form of 会議録.
    await sql(
      `insert into kaigi.minutes_template (municipality_id, template_id, version, form, body_id, file_name, sha256, added_at, added_by)
       values ($1, gen_random_uuid(), 1, 'SUMMARY', '', 'x.docx', $2, now(), '{}')`,
      [MINATO, form.file.sha256],
    );
    const kept = await filed('同じ文面');
    expect(kept.file.sha256).toBe(shared.file.sha256);

    expect(await hall.refused(step(OFFICER, list.id, 'SUBMIT'))).toBe('records.disposal_undecided');
    await choose(OFFICER, list.id, [gone.id, shared.id, form.id], { choice: 'DESTROY', reason: '不要' });
    const until = `${listYear() + 1}-03-31`;
    await choose(OFFICER, list.id, [longer.id], { choice: 'EXTEND', reason: '次の計画で使う', until });
    const caseId = await toCase(list.id);
    const draft = await hall.city.suite.approvals.read(hall.city.as(CHIEF), caseId);
    expect(draft.title).toContain('廃棄・移管目録（政策課 第1号）');
    expect(draft.proposalText).toContain((await read(CHIEF, list.id)).fingerprint ?? 'none');
    expect(await hall.refused(step(CHIEF, list.id, 'BEGIN'))).toBe('records.disposal_state');
    await decided(caseId);
    expect((await read(CHIEF, list.id)).state).toBe('APPROVED');
    expect(await hasBytes(bytes)).toBe(true);

    await step(OFFICER, list.id, 'BEGIN');
    await hall.run('');
    expect(await hasBytes(bytes)).toBe(true);
    await step(CHIEF, list.id, 'CONFIRM');
    await hall.run('');
    const done = await read(CHIEF, list.id);
    expect([done.state, done.lines.map(({ state }) => state).toSorted()]).toEqual([
      'DONE',
      ['EXTENDED', 'GONE', 'GONE', 'GONE'],
    ]);

    expect([await hasBytes(bytes), await hasBytes(shared.file.sha256)]).toEqual([false, true]);
    expect(await hasBytes(form.file.sha256)).toBe(true);
    await sql('delete from kaigi.minutes_template');
    const tombstone = await hall.call<Tombstone>('drafter', 'GET /records/{id}/tombstone', { params: { id: gone.id } });
    expect(tombstone).toMatchObject({
      ...{ title: gone.title, action: 'DESTROY', reason: '不要', caseId, listId: list.id, filedOn: '2026-11-24' },
      by: [{ name: '見本 colleague' }, { name: '見本 other-section' }],
      files: [{ fileVersion: 1, sha256: bytes }],
    });
    expect(JSON.stringify(tombstone)).not.toContain('参考 1');
    const content = (id: string) => hall.city.suite.records.content(hall.city.as('drafter'), id);
    expect(await hall.refused(content(gone.id))).toBe('records.destroyed');
    expect(await hall.refused(content(shared.id))).toBe('records.destroyed');
    expect((await content(kept.id)).bytes.length).toBeGreaterThan(0);
    expect((await sql('select ends_on from kaigi.records_keeping where record_id = $1', [longer.id]))[0]).toEqual({
      ends_on: until,
    });
    expect(await findings()).toEqual([]);
  });

  it('R-19: a list or a line of it that was altered in the database is told', async () => {
    const [{ id } = { id: '' }] = await sql("select id from kaigi.records_disposal_list where state = 'DONE' limit 1");
    for (const [table, change, back, told] of [
      ['list', "state = 'EXECUTING'", "state = 'DONE'", `records.row_not_as_told disposal/${id}`],
      [
        'list',
        "fingerprint = 'x' || fingerprint",
        'fingerprint = substr(fingerprint, 2)',
        `records.row_not_as_told disposal/${id}`,
      ],
      ['item', "title = 'x' || title", 'title = substr(title, 2)', `records.row_not_as_derived listed/${id}`],
    ]) {
      const where = table === 'list' ? 'id' : 'list_id';
      const alter = (set = '') =>
        sql(`begin; set local session_replication_role = replica;
          update kaigi.records_disposal_${table} set ${set} where ${where} = '${id}'; commit`);
      await alter(change);
      expect(await findings()).toContain(told);
      await alter(back);
    }
    expect(await findings()).toEqual([]);
  });

  it('R-14: what is held between the decision and the execution stays, at the very last moment too', async () => {
    const [held, gone] = [await filed(), await filed()];
    const list = await listed();
    await choose(
      OFFICER,
      list.id,
      list.lines.map(({ id }) => id),
      { choice: 'DESTROY', reason: '不要' },
    );
    await decided(await toCase(list.id));
    await step(CHIEF, list.id, 'BEGIN');
    await sql('update kaigi.records_keeping set is_held = true where record_id = $1', [held.id]);
    await step(OFFICER, list.id, 'CONFIRM');
    await hall.run('');
    const done = await read(CHIEF, list.id);
    expect(done.state).toBe('DONE');
    expect(lineOf(done, held.id)).toMatchObject({ state: 'REFUSED', refusal: '廃棄が止められたため残しました' });
    expect(lineOf(done, gone.id)?.state).toBe('GONE');
    expect([await hasBytes(held.file.sha256), await hasBytes(gone.file.sha256)]).toEqual([true, false]);
    // The next list has it again, marked, and it cannot be chosen.
    const next = await listed();
    expect(lineOf(next, held.id)).toMatchObject({ mark: 'HELD', choices: [] });
    expect(await hall.refused(choose(OFFICER, next.id, [held.id], { choice: 'DESTROY', reason: 'x' }))).toBe(
      'records.disposal_held',
    );
    await sql('update kaigi.records_keeping set is_held = false where record_id = $1', [held.id]);
    await step(CHIEF, next.id, 'DROP').catch(() => undefined);
  });
});

describe('R-16: 移管', () => {
  it('hands over a package with files, metadata and proofs; only when the archives have it does the content go', async () => {
    const record = await filed();
    const list = await listed();
    const others = list.lines.filter(({ id }) => id !== record.id).map(({ id }) => id);
    await choose(OFFICER, list.id, [record.id], { choice: 'TRANSFER', reason: '市史編さんに要る' });
    if (others.length > 0) await choose(OFFICER, list.id, others, { choice: 'DESTROY', reason: '不要' });
    await decided(await toCase(list.id));
    await step(OFFICER, list.id, 'BEGIN');
    await step(CHIEF, list.id, 'CONFIRM');
    await hall.run('');
    const waiting = await read(CHIEF, list.id);
    expect([waiting.state, lineOf(waiting, record.id)?.state, waiting.may]).toMatchObject([
      ...['EXECUTING', 'AWAITS_RECEIPT', { receive: true, package: true }],
    ]);
    expect(await hasBytes(record.file.sha256)).toBe(true);
    const asked = { params: { id: list.id } };
    const bag = await hall.call<{ bytes: Uint8Array }>(CHIEF, 'GET /disposals/{id}/package', asked);
    const names = Object.keys(unzipSync(bag.bytes)).join('\n');
    expect(names).toMatch(/manifest-sha256\.txt[\s\S]*/u);
    expect(names).toMatch(/data\/records\/.*第1版_/u);
    expect(await hall.refused(hall.call(OFFICER, 'GET /disposals/{id}/package', asked))).toBe(
      'records.disposal_not_yours',
    );

    const receipt = {
      version: waiting.version,
      institution: '県立文書館',
      reference: '受入第7号',
      receivedOn: localDateOf(hall.clock.now()),
    };
    const receive = (name: string, body: object) =>
      hall.call<DisposalView>(name, 'POST /disposals/{id}/receipt', { ...asked, body });
    expect(await hall.refused(receive(OFFICER, receipt))).toBe('records.disposal_not_yours');
    expect(await hall.refused(receive(CHIEF, { ...receipt, receivedOn: '2020-01-01' }))).toBe(
      'records.disposal_receipt_day',
    );
    await receive(CHIEF, receipt);
    await hall.run('');
    expect((await read(CHIEF, list.id)).state).toBe('DONE');
    expect(await hasBytes(record.file.sha256)).toBe(false);
    expect(await hall.refused(hall.call(CHIEF, 'GET /disposals/{id}/package', asked))).toBe(
      'records.disposal_no_package',
    );
    const tombstone = await hall.call<Tombstone>('drafter', 'GET /records/{id}/tombstone', {
      params: { id: record.id },
    });
    expect(tombstone).toMatchObject({
      action: 'TRANSFER',
      receipt: { institution: '県立文書館', reference: '受入第7号' },
    });
    expect(await findings()).toEqual([]);
  });
});

describe('R-15: what a case leaves behind goes with its document', () => {
  it('attachments in every version vanish, except those that another case has too', async () => {
    const { approvals } = hall.city.suite;
    const drafter = hall.city.as('drafter');
    const draftWith = async (...attached: readonly string[]) => {
      texts += 1;
      const draft = await approvals.draft(
        drafter,
        { title: '添付のある伺い', proposalText: 'よろしいか', classificationCode: 'A-04-02' },
        aDocument(`伺い ${texts}`),
      );
      let { version } = draft;
      for (const says of attached)
        ({ version } = await approvals.attach(drafter, {
          caseId: draft.id,
          version,
          replaces: null,
          file: aDocument(says),
        }));
      return approvals.read(drafter, draft.id);
    };
    const [going, staying] = [await draftWith('片方だけの添付', '両方の添付'), await draftWith('両方の添付')];
    const hashes = going.attachments.map(({ file }) => file.sha256);
    await hall.run('');
    await sql(
      `update kaigi.records_keeping set ends_on = '2020-03-31', starts_on = '2019-04-01', version = 1 where record_id = $1`,
      [going.document.recordId],
    );
    const list = await listed();
    await choose(
      OFFICER,
      list.id,
      list.lines.map(({ id }) => id),
      { choice: 'DESTROY', reason: '不要' },
    );
    await decided(await toCase(list.id));
    await step(OFFICER, list.id, 'BEGIN');
    await step(CHIEF, list.id, 'CONFIRM');
    await hall.run('');
    expect(await Promise.all(hashes.map(hasBytes))).toEqual([false, true]);
    const [first] = going.attachments;
    const asked = { caseId: going.id, attachmentId: first?.id ?? '', version: null };
    expect(await hall.refused(approvals.attachment(drafter, asked))).toBe('records.destroyed');
    expect(await hall.refused(approvals.cite(drafter, going.id, { corrects: false }))).toBe('records.destroyed');
    expect((await approvals.read(drafter, staying.id)).attachments).toHaveLength(1);
    expect(await findings()).toEqual([]);
  });
});

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
    await choose(
      OFFICER,
      list.id,
      list.lines.map(({ id }) => id),
      { choice: 'DESTROY', reason: '不要' },
    );
    await decided(await toCase(list.id));
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
    await choose(OFFICER, list.id, items, { choice: 'DESTROY', reason: '不要' });
    await decided(await toCase(list.id));
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
