import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { localDateOf, StreamedDownload } from '../../shared/index.ts';
import { aDocument, MINATO } from '../../testing/test-city.ts';
import type { KeepingView } from '../keeping/contract.ts';
import { storedWords } from '../search/stored-words.ts';
import type { DisposalView } from './contract.ts';
import {
  CHIEF,
  carriedOut,
  checkedOutside,
  choose,
  decided,
  destroyed,
  destructionDecided,
  filed,
  findings,
  hall,
  hasBytes,
  lineOf,
  listed,
  listYear,
  OFFICER,
  overLongAgo,
  read,
  sql,
  step,
  toCase,
  tombstoneOf,
  withDisposals,
} from './disposal.fixture.ts';

withDisposals();

describe('R-15: from the yearly list to the tombstone', () => {
  it('lists what is over, by section; the section decides, the case decides, two people carry it out, and only a tombstone is left', async () => {
    const [gone, longer, shared] = [await filed(), await filed(), await filed('同じ文面')];
    const form = await filed('様式と同じ文面');
    const bytes = gone.file.sha256;
    const list = await listed();
    expect(list).toMatchObject({ state: 'SECTION', unitName: '政策課', items: 4, undecided: 4 });
    // what the section said of a proposal of 容量 stands beside its line.
    const answer = { params: { id: gone.id }, body: { answer: 'LET_GO' } };
    await hall.call(OFFICER, 'POST /records/{id}/space-answer', answer);
    const said = (await read(OFFICER, list.id)).lines.flatMap(({ id, letGo }) => (letGo ? [[id, letGo]] : []));
    expect(said).toEqual([[gone.id, { by: '見本 colleague', on: localDateOf(hall.clock.now()) }]]);
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
    const tombstone = await tombstoneOf(gone.id);
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
    const { history } = await hall.call<KeepingView>(OFFICER, 'GET /records/{id}/keeping', { params: { id: gone.id } });
    expect(history.find(({ act }) => act === 'DISPOSED')).toMatchObject({
      sentence: '廃棄しました（実行：見本 colleague・見本 other-section）。内容は消え、廃棄記録が残っています。',
      reason: '不要',
    });
    expect(await findings()).toEqual([]);
  });

  it('a checker without the database excuses what is gone, and nothing else', async () => {
    const { gone, whole, there, lacking } = await checkedOutside();
    expect(gone).toBeGreaterThan(0);
    expect(whole).toEqual([]);
    expect(lacking).toEqual([{ code: 'file_missing', what: there }]);
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
    await destructionDecided(list);
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

describe('R-15: a copy in SharePoint', () => {
  it('keeps the disposal from being called complete until it is gone, however long SharePoint is down', async () => {
    const record = await filed();
    await sql(
      `insert into kaigi.records_mirror (municipality_id, record_id, sha256, state, item_id, name, noticed_at)
       values ($1, $2, $3, 'MIRRORED', 'item-1', 'x.docx', now())`,
      [MINATO, record.id, record.file.sha256],
    );
    const waiting = await destroyed();
    expect([waiting.state, await hasBytes(record.file.sha256)]).toEqual(['EXECUTING', false]);
    // There is no library here any more: it stays where it is.
    const stays = lineOf(waiting, record.id);
    expect([stays?.state, stays?.remains]).toEqual([
      'REMOVING',
      expect.stringContaining('ライブラリ（記録なし）に残って'),
    ]);
    await sql(`update kaigi.records_mirror set state = 'MIRRORED', problem = null where record_id = $1`, [record.id]);
    expect(lineOf(await read(CHIEF, waiting.id), record.id)).toMatchObject({
      state: 'REMOVING',
      remains: 'SharePoint の写しがまだ消えていません。SharePoint が応答し次第、消します。',
    });
    for (const [problem, said] of [
      ['records.mirror_deletion_refused', '保持ラベルかチェックアウト'],
      ['records.mirror_not_permitted', '削除できませんでした'],
    ] as const) {
      await sql(`update kaigi.records_mirror set state = 'BLOCKED', problem = $2 where record_id = $1`, [
        record.id,
        problem,
      ]);
      expect(lineOf(await read(CHIEF, waiting.id), record.id)?.remains).toContain(said);
    }
    await sql(`update kaigi.records_mirror set state = 'REMOVED' where record_id = $1`, [record.id]);
    await hall.run('records/look-at-disposals');
    const done = await read(CHIEF, waiting.id);
    expect([done.state, lineOf(done, record.id)?.remains]).toEqual(['DONE', null]);
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
    const waiting = await carriedOut(list);
    expect([waiting.state, lineOf(waiting, record.id)?.state, waiting.may]).toMatchObject([
      ...['EXECUTING', 'AWAITS_RECEIPT', { receive: true, package: true }],
    ]);
    expect(await hasBytes(record.file.sha256)).toBe(true);
    const asked = { params: { id: list.id } };
    const bag = await hall.call<StreamedDownload>(CHIEF, 'GET /disposals/{id}/package', asked);
    // However large: read while it is sent, never as a whole.
    expect(bag).toBeInstanceOf(StreamedDownload);
    const names = Object.keys(unzipSync(Buffer.concat(await Readable.from(bag.open()).toArray()))).join('\n');
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
    const tombstone = await tombstoneOf(record.id);
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
      const draft = await approvals.draft(
        drafter,
        { title: '添付のある伺い', proposalText: 'よろしいか', classificationCode: 'A-04-02' },
        aDocument(`伺い ${attached.length}`),
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
    await overLongAgo(going.document.recordId);
    await destroyed();
    expect(await Promise.all(hashes.map(hasBytes))).toEqual([false, true]);
    const [first] = going.attachments;
    const asked = { caseId: going.id, attachmentId: first?.id ?? '', version: null };
    expect(await hall.refused(approvals.attachment(drafter, asked))).toBe('records.destroyed');
    expect(await hall.refused(approvals.cite(drafter, going.id, { corrects: false }))).toBe('records.destroyed');
    expect((await approvals.read(drafter, staying.id)).attachments).toHaveLength(1);
    expect(await findings()).toEqual([]);
  });

  const SAID = ['水琴窟の修繕', '苔庭への異論', '飛石のこと'];
  const ATTACHED = '蹲踞の図';
  /** Where in the database any of these words stands. */
  const tracesOf = async (words: readonly string[]) => {
    const places = {
      case: ['kaigi.approvals_case', 'concat(t.content::text, t.state::text, t.search_text)'],
      history: ['kaigi.approvals_history', 'concat(t.comment, t.change::text, t.detail::text)'],
      log: [
        '(select entry from kaigi.ledger_leaf union all select entry from kaigi.ledger_pending)',
        `convert_from(t.entry, 'UTF8')`,
      ],
      search: ['kaigi.records_search_doc', `encode(t.words, 'hex')`],
    };
    const found = [];
    for (const [place, [rows, text]] of Object.entries(places)) {
      const written = place === 'search' ? words.map((word) => storedWords(word).toString('hex')) : words;
      const [any] = await sql(`select exists (select from ${rows} t where ${text} ~ $1) as there`, [written.join('|')]);
      found.push([place, any.there]);
    }
    return Object.fromEntries(found);
  };

  it('伺い文, opinions, questions and names of files go; who did what when stays, proved, and no change but this one is let', async () => {
    const { approvals } = hall.city.suite;
    const [drafter, head] = [hall.city.as('drafter'), hall.city.as('subsection-head')];
    const input = { title: '庭園の修繕', proposalText: SAID[0] ?? '', classificationCode: 'A-04-02' };
    let view = await approvals.draft(drafter, input, aDocument('庭園の修繕について'));
    const file = { ...aDocument('図面'), fileName: `${ATTACHED}.docx` };
    view = await approvals.attach(drafter, { caseId: view.id, version: view.version, replaces: null, file });
    view = await approvals.submit(drafter, view.id, view.version);
    view = await approvals.act(head, view.id, { act: 'ask', version: view.version, text: SAID[2] ?? '' });
    view = await approvals.act(head, view.id, { act: 'approve', version: view.version, comment: SAID[1] ?? '' });
    const last = hall.city.as('section-head');
    view = await approvals.act(last, view.id, { act: 'approve', version: view.version });
    expect(view.status).toBe('DECIDED');
    await hall.run('');
    // Opinions stand in the log as a part of what was hashed, never themselves.
    expect(await tracesOf(SAID)).toMatchObject({ case: true, history: true, log: false });
    expect(await findings()).toEqual([]);
    await overLongAgo(view.document.recordId);
    await destroyed();
    expect(await tracesOf(SAID)).toEqual({ case: false, history: false, log: false, search: false });
    // The name of what was attached stays with its hash, as on the line that says who attached it.
    expect(await tracesOf([ATTACHED])).toEqual({ case: false, history: true, log: true, search: false });
    const gone = await approvals.read(drafter, view.id);
    expect(gone).toMatchObject({ proposalText: '', title: '庭園の修繕', status: 'DECIDED' });
    expect(gone.disposed).toMatchObject({ action: 'DESTROY', list: expect.stringContaining('廃棄・移管目録') });
    const items = await approvals.history(drafter, view.id);
    expect(items.map(({ act }) => act)).toEqual([
      ...['DRAFTED', 'ATTACHED', 'SUBMITTED', 'ASKED', 'APPROVED', 'DECIDED', 'WORDS_GONE'],
    ]);
    expect(items.map(({ actor, comment }) => [actor.name !== '', comment])).toEqual(items.map(() => [true, null]));
    expect(await hall.refused(approvals.certificate(drafter, view.id))).toBe('records.destroyed');
    expect(await hall.refused(approvals.readingPack(drafter, view.id))).toBe('records.destroyed');
    // Whoever comes late finishes it without a word: nothing would let it go again.
    const late = { act: 'complete', version: gone.version } as const;
    expect(await hall.refused(approvals.act(drafter, view.id, { ...late, note: SAID[1] ?? '' }))).toBe(
      'approvals.words_are_gone',
    );
    expect((await approvals.act(drafter, view.id, late)).status).toBe('COMPLETED');
    await hall.run('');
    expect(await findings()).toEqual([]);
    for (const change of [`comment = '別の意見'`, `change = '{}'`, 'change_sha256 = null', `act = 'READ'`])
      await expect(sql(`update kaigi.approvals_history set ${change} where case_id = $1`, [view.id])).rejects.toThrow(
        'cannot be altered',
      );
    const client = await hall.city.test.owner.connect();
    try {
      await client.query(`set session_replication_role = 'replica'`);
      await client.query(`update kaigi.approvals_history set comment = '別の意見' where case_id = $1 and seq = 5`, [
        view.id,
      ]);
      expect(await findings()).toEqual([expect.stringContaining('ledger.row_changed')]);
      await client.query('update kaigi.approvals_history set comment = null where case_id = $1 and seq = 5', [view.id]);
    } finally {
      client.release(true);
    }
    expect(await findings()).toEqual([]);
  });
});
