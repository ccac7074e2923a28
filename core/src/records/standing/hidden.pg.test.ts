import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../shared/index.ts';
import type { DisclosureAct } from '../disclosure/contract.ts';
import { docx } from '../docx.fixture.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { recordsWitnesses } from '../witnesses.ts';
import { alteredByHand, findingsOf } from './standing.fixture.ts';

const SEALS = path.join(import.meta.dirname, '../migrations/20261204-1640-redaction-seals.sql');
const DERIVED = 'records.row_not_as_derived';
let bench: Bench;
const made: Record<'request' | 'item' | 'other' | 'hold' | 'otherHold' | 'audit' | 'record', string> = {
  ...{ request: '', item: '', other: '', hold: '', otherHold: '', audit: '', record: '' },
};
const as = (name: string) => bench.as(`${name}@minato.example`);
const findings = () => findingsOf(bench);
const byHand = (statement: string, work: () => Promise<void>) => alteredByHand(bench, statement, work);

async function file(title: string): Promise<string> {
  const input = { kind: 'REFERENCE', title, classificationCode: 'A-04-03' } as const;
  return (await bench.records.file(as('drafter'), input, { fileName: `${title}.docx`, bytes: docx([title]) })).id;
}

const holdOf = async (itemId: string): Promise<string> => {
  const { rows } = await bench.test.owner.query<{ id: string }>(
    'select hold_id as id from kaigi.records_disclosure_hold where item_id = $1',
    [itemId],
  );
  return rows[0]?.id ?? '';
};

beforeAll(async () => {
  bench = await recordsBench();
  const { book, disclosure, keeping } = bench.records;
  const head = as('section-head');
  const number = await book.numbers.takeOnly(head, { series: 'RECEIVED', title: '開示請求書', reserve: false });
  const opening = { registerId: number.id, scheme: 'information', subject: '契約書' };
  made.request = (await disclosure.open(head, opening)).id;
  const act = async (wish: object) => {
    const { version } = await disclosure.read(head, made.request);
    return disclosure.act(head, made.request, { ...wish, version } as DisclosureAct);
  };
  const recordIds = [await file('契約書'), await file('見積書')];
  made.record = await file('監査の文書');
  const { items } = await act({ act: 'collect', recordIds });
  [made.item, made.other] = [items[0]?.id ?? '', items[1]?.id ?? ''];
  [made.hold, made.otherHold] = [await holdOf(made.item), await holdOf(made.other)];
  const of = { requestId: made.request, itemId: made.item };
  const { textSha256 } = await disclosure.redactions.text(head, of);
  const passages = [{ from: 0, to: 2, ground: 'disclosure.person' }];
  await disclosure.redactions.make(head, of, { textSha256, passages });
  const audit = { reason: 'AUDIT' as const, note: '定期監査', folderIds: [], recordIds: [made.record] };
  const placed = await keeping.holds.place(as('chief'), audit);
  made.audit = placed.items.find(({ reason }) => reason === 'AUDIT')?.id ?? '';
});
afterAll(() => bench.close());

const told = async (kind: string, id: string, fields: string) => {
  const found = (await findings()).filter(({ code, subject }) => code === DERIVED && subject === `${kind}/${id}`);
  expect(found.map(({ sentence }) => sentence.ja)).toContainEqual(expect.stringContaining(`（${fields}）`));
};

describe('R-19: what stands behind the bars of a redacted copy', () => {
  it('is found as it was made where nobody altered anything', async () => {
    expect(await findings()).toEqual([]);
  });

  it.each([
    ['where the bars lie', `passages = '[{"from":0,"to":1,"ground":"disclosure.person"}]'`],
    ['by which ground', `passages = '[{"from":0,"to":2,"ground":"disclosure.business"}]'`],
    ['of which words', `text_sha256 = repeat('a', 64)`],
    ['who made it', `made_by = jsonb_set(made_by, '{name}', '"別人"')`],
    ['the salt', `salt = repeat('0', 32)`],
  ])('%s, altered in the database, is told', async (_, change) => {
    await byHand(`update kaigi.records_redaction set ${change}`, () => told('redacted', made.item, 'passages'));
  });

  it('is told where the copy was deleted in the database, or added', async () => {
    await byHand('delete from kaigi.records_redaction', () => told('redacted', made.item, 'nth'));
    const copied = `insert into kaigi.records_redaction select (jsonb_populate_record(c, '{"nth": 2}')).*
      from kaigi.records_redaction c`;
    await byHand(copied, () => told('redacted', made.item, 'passages'));
  });

  it('cannot be guessed from the log: a seal is salted', async () => {
    const { rows } = await bench.test.owner.query<{ fact: { seal: string }; entry: Buffer }>(
      `select f.fact, p.entry from kaigi.records_fact f join kaigi.ledger_pending p on p.leaf_id = f.leaf_id
       where f.subject_kind = 'redaction'`,
    );
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0]?.fact ?? {})).toEqual(['recordId', 'seal']);
    const { rows: salts } = await bench.test.owner.query<{ salt: string }>('select salt from kaigi.records_redaction');
    expect(rows[0]?.entry.toString()).not.toContain(salts[0]?.salt);
  });

  it('of copies from before is sealed as it stands, in the very form of the log', async () => {
    const client = await bench.test.owner.connect();
    await client.query(`begin; set local session_replication_role = replica;
      delete from kaigi.ledger_pending where subject like 'redaction/%';
      delete from kaigi.records_fact where subject_kind = 'redaction';
      alter table kaigi.records_redaction drop column salt; commit`);
    await client.query(await readFile(SEALS, 'utf8'));
    // Its own connection ends with what the migration made for itself.
    client.release(true);
    expect(await findings()).toEqual([]);
    await byHand(`update kaigi.records_redaction set passages = '[]'`, () => told('redacted', made.item, 'passages'));
    const { rows } = await bench.test.owner.query<{ entry: Buffer }>(
      `select entry from kaigi.ledger_pending where subject like 'redaction/%'`,
    );
    const text = rows[0]?.entry.toString() ?? '';
    expect(text).toBe(canonicalJson(JSON.parse(text)));
    const leaves = await bench.inside(MINATO, async (tx) => {
      const witness = recordsWitnesses(bench.blobs).find(({ kind }) => kind === 'records/fact');
      return (await witness?.entries(tx, null, 1_000)) ?? [];
    });
    const leaf = leaves.find(({ subject }) => subject === `redaction/${made.item}/1`);
    expect(JSON.parse(text)).toEqual({ v: 1, ...leaf });
  });
});

describe('R-19: which hold lies for which document of a request', () => {
  it.each<[string, () => string, () => string, string]>([
    [
      'the hold of an audit, that the decision would end',
      () => `update kaigi.records_disclosure_hold set hold_id = '${made.audit}' where hold_id = '${made.hold}'`,
      () => made.audit,
      'reason, recordId, itemId',
    ],
    [
      'the hold of another document',
      () => `update kaigi.records_disclosure_hold set item_id = '${made.item}' where hold_id = '${made.otherHold}'`,
      () => made.otherHold,
      'recordId, itemId',
    ],
    [
      'a hold made one of an appeal',
      () => `update kaigi.records_disclosure_hold set reason = 'APPEAL' where hold_id = '${made.hold}'`,
      () => made.hold,
      'reason',
    ],
    [
      'a hold that lies for nothing any more',
      () => `delete from kaigi.records_disclosure_hold where hold_id = '${made.hold}'`,
      () => made.hold,
      'itemId',
    ],
  ])('%s, put there in the database, is told', async (_, change, id, fields) => {
    await byHand(change(), () => told('linked', id(), fields));
  });

  it('a document from whose hold the link was cut is told, of requests from before too', async () => {
    const cut = `delete from kaigi.records_disclosure_hold where item_id = '${made.other}'`;
    await byHand(cut, () => told('judged', made.other, 'holdId'));
  });

  it('a hold laid on another record or folder is told', async () => {
    const moved = `update kaigi.records_hold set record_id = '${made.record}' where id = '${made.hold}'`;
    await byHand(moved, async () => {
      const found = { code: 'records.row_not_as_told', subject: `hold/${made.hold}` };
      expect(await findings()).toContainEqual(expect.objectContaining(found));
    });
  });
});
