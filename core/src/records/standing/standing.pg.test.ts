import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDateOf } from '../../shared/index.ts';
import type { DisclosureAct } from '../disclosure/contract.ts';
import { docx } from '../docx.fixture.ts';
import { keepingOf } from '../keeping/store.ts';
import { tellCopyDeleted } from '../mirror/service.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { alteredByHand, findingsOf } from './standing.fixture.ts';

let bench: Bench;
const as = (name: string) => bench.as(`${name}@minato.example`);
/** One of each kind that has a history, made as people make them. */
const made: Record<string, string> = {};

const findings = () => findingsOf(bench);
const byHand = (statement: string, work: () => Promise<void>) => alteredByHand(bench, statement, work);

/** By what a table calls its rows, where it is not `id`. */
const KEYS: Readonly<Record<string, string>> = {
  ...{ records_keeping: 'record_id', records_mirror: 'record_id', records_receipt: 'register_id' },
  records_redaction: 'item_id',
};

async function file(title: string, kind: 'REFERENCE' | 'RECEIPT' = 'REFERENCE'): Promise<string> {
  const input = {
    kind,
    title,
    classificationCode: 'A-04-03',
    ...(kind === 'RECEIPT' ? { theirNumber: '県第7号' } : {}),
  };
  return (await bench.records.file(as('drafter'), input, { fileName: `${title}.docx`, bytes: docx([title]) })).id;
}

async function keepThings(): Promise<void> {
  const { kept, folders, holds } = bench.records.keeping;
  made.loose = await file('簿冊に入れない文書');
  made.record = await file('簿冊に入れる文書');
  const { sections } = await folders.list(as('section-head'), undefined);
  const wish = { title: '照会', classificationCode: 'A-04-03', fiscalYear: 2026, unitId: sections[0]?.unitId ?? '' };
  made.folder = (await folders.make(as('section-head'), wish)).id;
  const row = await bench.inside(MINATO, (tx) => keepingOf(tx, made.record ?? ''));
  const move = { act: 'moveTo', folderId: made.folder, version: row?.version ?? 0 } as const;
  await kept.act(as('section-head'), made.record, move);
  const hold = { reason: 'AUDIT' as const, note: '定期監査', folderIds: [made.folder], recordIds: [] };
  const { items } = await holds.place(as('chief'), hold);
  made.hold = items[0]?.id ?? '';
}

async function registerThings(): Promise<void> {
  const { numbers, issues, postage, receipts } = bench.records.book;
  const receipt = await file('県からの照会', 'RECEIPT');
  const { items } = await bench.records.register(as('drafter'), {});
  made.received = items.find(({ recordId }) => recordId === receipt)?.id ?? '';
  const unitId = (await bench.inside(MINATO, (tx) => keepingOf(tx, receipt)))?.unitId ?? '';
  await receipts.distribute(as('chief'), made.received, { version: 0, unitId, cameBy: 'POST' } as never);
  const first = { theirNumber: '県総第88号', dueOn: '2026-12-01' };
  made.reserved = (
    await numbers.takeOnly(as('drafter'), { series: 'SENT', title: '送付', reserve: true, ...first })
  ).id;
  made.number = (await numbers.takeOnly(as('drafter'), { series: 'SENT', title: '回答', reserve: false })).id;
  await numbers.change(as('drafter'), made.number, { version: 1, note: '速達で' });
  const sending = { sender: 'みなと市長', addressee: 'みなと県知事', seal: 'OMITTED', method: 'POST' } as const;
  made.issue = (await issues.prepare(as('drafter'), { registerId: made.number, ...sending })).id;
  const stamps = { chargeId: 'standard50', extras: [], pieces: 3 };
  await issues.send(as('drafter'), made.issue, { version: 1, sentOn: '2026-11-24', postage: stamps });
  made.postage = (await postage.month(as('drafter'), '2026-11')).items[0]?.id ?? '';
}

/** The number of a case that was decided. */
async function decidedNumber(): Promise<string> {
  const { recordId } = await bench.draft('却下について（伺い）');
  await bench.decide(recordId);
  const { items } = await bench.records.register(as('drafter'), {});
  return items.find((row) => row.recordId === recordId)?.id ?? '';
}

/** A 開示請求 that was dismissed and appealed against, with a judged, a described and a dropped document and a copy. */
async function askThings(): Promise<void> {
  const { book, disclosure } = bench.records;
  const head = as('section-head');
  const number = await book.numbers.takeOnly(head, { series: 'RECEIVED', title: '開示請求書', reserve: false });
  const opening = { registerId: number.id, scheme: 'information', subject: '契約書' };
  const { id, receivedOn: on } = await disclosure.open(head, opening);
  made.request = id;
  const act = async (wish: object) => {
    const { version } = await disclosure.read(head, id);
    return disclosure.act(head, id, { ...wish, version } as DisclosureAct);
  };
  const recordIds = [await file('契約書'), await file('別の文書')];
  const { items } = await act({ act: 'collect', recordIds });
  const itemId = items[0]?.id ?? '';
  made.asked = itemId;
  const judgement = { act: 'judge', itemId, decision: 'PARTLY', grounds: ['disclosure.person'], note: '' };
  await act({ ...judgement, note: '住所' });
  await act({ ...judgement, grounds: ['disclosure.person', 'disclosure.business'], note: '住所と単価' });
  await act({ act: 'drop', itemId: items[1]?.id, reason: '対象でない' });
  await act({ act: 'describe', described: '写真' });
  await act({ act: 'extend', reason: '多いため' });
  const of = { requestId: id, itemId };
  const { textSha256 } = await disclosure.redactions.text(head, of);
  const passages = [{ from: 0, to: 2, ground: 'disclosure.person' }];
  await disclosure.redactions.make(head, of, { textSha256, passages });
  await act({ act: 'askCorrection', on, wanted: '名称', until: on });
  await act({ act: 'corrected', on });
  await act({ act: 'dismiss', registerId: await decidedNumber(), article: '第7条', reason: '補正がない' });
  await act({ act: 'appeal', on });
  await act({ act: 'refer', on, number: '諮問第12号' });
  await act({ act: 'advised', on, number: '答申第3号' });
  await act({ act: 'rule', on, ruling: 'REJECTED', note: '' });
}

/** One copy of which somebody told that it was deleted by hand, and one of which nothing was ever told. */
async function tellThings(): Promise<void> {
  const { test, directory } = bench;
  made.copy = await file('写しのある文書');
  made.other = await file('何も登録していない写し');
  for (const [recordId, problem] of [
    [made.copy, 'records.mirror_left_elsewhere'],
    [made.other, 'records.mirror_full'],
  ])
    await test.owner.query(
      `insert into kaigi.records_mirror (municipality_id, record_id, sha256, state, item_id, name, problem, noticed_at, place)
       values ($1, $2, repeat('a', 64), 'BLOCKED', 'item-' || $2::uuid, 'x.docx', $3, now(), 'b!old')`,
      [MINATO, recordId, problem],
    );
  const clock = { now: () => new Date() };
  const parts = { db: test.db, directory, clock, partInCase: () => 'false', library: () => null };
  const input = { deletedOn: localDateOf(clock.now()), note: '削除した' };
  await tellCopyDeleted(parts, as('chief'), { recordId: made.copy, input });
}

beforeAll(async () => {
  bench = await recordsBench();
  await tellThings();
  await keepThings();
  await registerThings();
  await askThings();
});
afterAll(() => bench.close());

describe('R-19: what stands now against what the history left', () => {
  it('is found to be the same where nobody altered anything', async () => {
    expect(await findings()).toEqual([]);
  });

  const AS_TOLD = 'records.row_not_as_told';
  const DERIVED = 'records.row_not_as_derived';
  it.each<[string, string, string, string, string]>([
    ['the level of a record', `records_keeping set level = 'C1'`, 'loose', AS_TOLD, 'level'],
    ['the end of a record', `records_keeping set ends_on = ends_on - 365`, 'loose', AS_TOLD, 'endsOn'],
    ['a longer keeping', `records_keeping set extended_until = '2099-03-31'`, 'loose', AS_TOLD, 'extendedUntil'],
    ['whether it is kept', `records_keeping set state = 'DISPOSED'`, 'loose', AS_TOLD, 'state'],
    ['the end of what lies in a folder', `records_keeping set ends_on = '2099-03-31'`, 'record', DERIVED, 'endsOn'],
    ['the mark of a hold', `records_keeping set is_held = false`, 'record', DERIVED, 'isHeld'],
    ['the end of a folder', `records_folder set ends_on = '2099-03-31'`, 'folder', AS_TOLD, 'endsOn'],
    ['the mark of a hold on a folder', `records_folder set held_until = '2026-12-01'`, 'folder', DERIVED, 'heldUntil'],
    ['the last day of a hold', `records_hold set until = '2026-11-22'`, 'hold', AS_TOLD, 'until'],
    ['why it is held', `records_hold set note = 'なし'`, 'hold', AS_TOLD, 'note'],
    [
      'a number made void',
      `records_register set state = 'VOID', void_reason = 'x'`,
      'number',
      AS_TOLD,
      'state, voidReason',
    ],
    ['a note on a number', `records_register set note = '普通郵便で'`, 'number', AS_TOLD, 'note'],
    [
      'a reservation confirmed',
      `records_register set state = 'TAKEN', confirmed_at = now()`,
      'reserved',
      AS_TOLD,
      'state, isConfirmed',
    ],
    [
      'what was said with a number',
      `records_register set their_number = '県総第99号'`,
      'reserved',
      AS_TOLD,
      'theirNumber',
    ],
    ['the day said with a number', `records_register set due_on = '2027-12-01'`, 'reserved', AS_TOLD, 'dueOn'],
    ['the section of a receipt', `records_receipt set came_by = 'FAX'`, 'received', AS_TOLD, 'cameBy'],
    ['the day of an issue', `records_issue set sent_on = '2026-11-23'`, 'issue', AS_TOLD, 'sentOn'],
    ['postage', `records_postage set pieces = 1`, 'postage', AS_TOLD, 'pieces'],
    ['a copy told deleted', `records_mirror set state = 'BLOCKED', problem = 'x'`, 'copy', AS_TOLD, 'state, problem'],
    ['where it lay', `records_mirror set place = 'b!new', item_id = 'x'`, 'copy', AS_TOLD, 'place, itemId'],
    ['what was asked for', `records_disclosure set subject = '別の文書'`, 'request', AS_TOLD, 'subject'],
    [
      'a request made one that was withdrawn',
      `records_disclosure set state = 'WITHDRAWN', withdrawn_on = dismissed_on, dismissed_on = null,
         dismissal_article = null, dismissal_reason = null, dismissal_register_id = null, dismissal_label = null`,
      'request',
      AS_TOLD,
      'state, withdrawnOn, dismissedOn, dismissalRegisterId, dismissalLabel, dismissalArticle, dismissalReason',
    ],
    ['why it was dismissed', `records_disclosure set dismissal_reason = 'x'`, 'request', AS_TOLD, 'dismissalReason'],
    [
      'the case that dismissed it',
      `records_disclosure set dismissal_register_id = gen_random_uuid(), dismissal_label = '政第99号'`,
      ...(['request', AS_TOLD, 'dismissalRegisterId, dismissalLabel'] as const),
    ],
    ['how an appeal ended', `records_disclosure set ruling = 'PARTLY_UPHELD'`, 'request', AS_TOLD, 'ruling'],
    ['what the board was asked', `records_disclosure set referral_number = ''`, 'request', AS_TOLD, 'referralNumber'],
    [
      'what the board answered',
      `records_disclosure set advised_on = '2026-01-01', advice_number = '答申第4号'`,
      ...(['request', AS_TOLD, 'advisedOn, adviceNumber'] as const),
    ],
    ['days of a correction', `records_disclosure set correction_days = 9`, 'request', AS_TOLD, 'correctionDays'],
    ['when it was received', `records_disclosure set received_on = '2026-01-01'`, 'request', AS_TOLD, 'receivedOn'],
    ['an extension', `records_disclosure set extended_on = '2026-01-01'`, 'request', AS_TOLD, 'extendedOn'],
    ['the rules of a request', `records_disclosure set scheme = '{"term":{"days":99}}'`, 'request', AS_TOLD, 'scheme'],
    [
      'a judgement',
      `records_disclosure_item set decision = 'DISCLOSE', grounds = '{}'`,
      'asked',
      DERIVED,
      'decision, grounds',
    ],
    ['a document left out', `records_disclosure_item set is_dropped = true`, 'asked', DERIVED, 'isDropped'],
    ['a redacted copy', `records_redaction set sha256 = repeat('b', 64)`, 'asked', DERIVED, 'sha256'],
    ['since when it is told', `records_mirror set noticed_at = '2026-01-01'`, 'copy', AS_TOLD, 'noticedAt'],
  ])('%s that was altered in the database is told', async (_, change, thing, code, fields) => {
    const [table = ''] = change.split(' ');
    const id = KEYS[table] ?? 'id';
    await byHand(`update kaigi.${change} where ${id} = '${made[thing]}'`, async () => {
      const found = await findings();
      const one = found.find((finding) => finding.code === code && finding.subject.endsWith(`/${made[thing]}`));
      expect(one?.sentence.ja).toContain(`（${fields}）`);
      expect(one?.sentence.en).toContain(`(${fields})`);
    });
  });

  it.each<[string, string, string]>([
    ['hold', 'records_hold', 'id'],
    ['folder', 'records_folder', 'id'],
    ['issue', 'records_issue', 'id'],
    ['postage', 'records_postage', 'id'],
    ['received', 'records_receipt', 'register_id'],
    ['copy', 'records_mirror', 'record_id'],
    ['request', 'records_disclosure', 'id'],
  ])('a %s that was deleted in the database is told', async (thing, table, id) => {
    await byHand(`delete from kaigi.${table} where ${id} = '${made[thing]}'`, async () => {
      const found = await findings();
      expect(found).toContainEqual(
        expect.objectContaining({
          code: 'records.told_row_gone',
          subject: expect.stringContaining(`/${made[thing]}`),
          sentence: expect.objectContaining({ ja: expect.stringContaining('データベースから直接消された') }),
        }),
      );
    });
  });

  it('a document of a request that was deleted, or added, in the database is told', async () => {
    const { asked, request, other } = made;
    await byHand(`delete from kaigi.records_disclosure_item where id = '${asked}'`, async () => {
      const found = { code: DERIVED, subject: `collected/${request}` };
      expect(await findings()).toContainEqual(expect.objectContaining(found));
    });
    await byHand(`update kaigi.records_disclosure_item set record_id = '${other}' where id = '${asked}'`, async () => {
      expect(await findings()).toContainEqual(expect.objectContaining({ code: DERIVED, subject: `judged/${asked}` }));
    });
  });

  it('a section that was let see a request in the database is told', async () => {
    const { request } = made;
    const drafter = await bench.inside(MINATO, (tx) => bench.directory.actorOf(tx, as('finance-drafter')));
    const unitId = drafter.posts[0]?.unitId;
    await byHand(
      `insert into kaigi.records_disclosure_ask (municipality_id, request_id, unit_id, unit_name, asked_by, asked_at)
       values ('${MINATO}', '${request}', '${unitId}', '財政課', '{}', now())`,
      async () => {
        expect((await bench.records.disclosure.read(as('finance-drafter'), request ?? '')).id).toBe(request);
        const found = { code: DERIVED, subject: `asked/${request}` };
        expect(await findings()).toContainEqual(expect.objectContaining(found));
      },
    );
    const path = `records_disclosure set unit_path = unit_path || '${unitId}'::uuid where id = '${request}'`;
    await byHand(`update kaigi.${path}`, async () => {
      const found = await findings();
      expect(found.map(({ sentence }) => sentence.ja).join()).toContain('（unitPath）');
    });
  });

  it.each(['deleted_by_hand', 'by_hand_confirmed', 'still_there', 'found_and_removed'])(
    'a copy of which nobody told what its row says (%s) is told',
    async (problem) => {
      const change = `update kaigi.records_mirror set state = 'REMOVED', problem = 'records.mirror_${problem}'`;
      await byHand(`${change} where record_id = '${made.other}'`, async () => {
        const found = { code: 'records.row_untold', subject: `mirror/${made.other}` };
        expect(await findings()).toContainEqual(expect.objectContaining(found));
      });
    },
  );

  it('a hold, an entry of postage that was added in the database is told', async () => {
    const copy = (table: string, thing: string) =>
      `insert into kaigi.${table} select (jsonb_populate_record(t, '{"id": "00000000-0000-4000-8000-000000000009"}')).*
       from kaigi.${table} t where t.id = '${made[thing]}'`;
    await byHand(copy('records_hold', 'hold'), async () => {
      expect(await findings()).toContainEqual(expect.objectContaining({ code: 'records.row_untold' }));
    });
    expect(await findings()).toEqual([]);
  });
});
