import { mkdtemp, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { CaseView } from '../../approvals/contract.ts';
import { writeEntries } from '../../ledger/outside/export.fixture.ts';
import { verifyOutside } from '../../ledger/outside/verify.mjs';
import { folderBlobs } from '../../platform/index.ts';
import { fiscalYearOf, localDateOf } from '../../shared/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { aDocument, MINATO } from '../../testing/test-city.ts';
import type { RecordView } from '../contract.ts';
import type { Disposals, DisposalView, Tombstone } from './contract.ts';

export let hall: Hall;
let texts = 0;

export const CHIEF = 'other-section';
export const OFFICER = 'colleague';
export const sql = async (text: string, values: readonly unknown[] = []) =>
  (await hall.city.test.owner.query(text, [...values])).rows;
export const blobs = () => folderBlobs(path.join(hall.city.home, 'blobs'));
export const hasBytes = async (sha256: string) => (await blobs().get(sha256)) !== null;

/** A city hall with a 文書主任 and a 総括文書管理者 for the tests of a file. */
export function withDisposals(): void {
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
}

/** A 参考 of 政策課: kept for a year from the next 年度 on. */
export async function filed(says?: string): Promise<RecordView> {
  texts += 1;
  const words = says ?? `参考 ${texts}`;
  const metadata = { kind: 'REFERENCE' as const, title: `参考資料 ${texts}`, classificationCode: 'A-04-02' };
  return hall.city.suite.records.file(hall.city.as('drafter'), metadata, aDocument(words));
}

/** The day after the year of the list is over. */
export const listYear = () => fiscalYearOf(localDateOf(hall.clock.now()));
export const make = (name: string, fiscalYear = listYear()) =>
  hall.call<Disposals>(name, 'POST /disposals', { body: { fiscalYear } });
export const read = (name: string, id: string) =>
  hall.call<DisposalView>(name, 'GET /disposals/{id}', { params: { id } });
export const step = async (name: string, id: string, word: string, more: object = {}) => {
  const { version } = await read('auditor', id);
  return hall.call<DisposalView>(name, 'POST /disposals/{id}/steps', {
    params: { id },
    body: { version, step: word, ...more },
  });
};
export const choose = async (name: string, id: string, items: readonly string[], more: object) => {
  const { version } = await read('auditor', id);
  return hall.call<DisposalView>(name, 'POST /disposals/{id}/choices', {
    params: { id },
    body: { version, items, ...more },
  });
};
export const lineOf = (view: DisposalView, recordId: string) => view.lines.find(({ id }) => id === recordId);
export const findings = async () => {
  const found = [];
  for await (const one of hall.city.suite.verify(MINATO)) found.push(`${one.code} ${one.subject}`);
  return found;
};

/** Two years on, the open list of 政策課 for what is over then. */
export async function listed(): Promise<DisposalView> {
  hall.clock.set(`${listYear() + 2}-05-01T10:00:00+09:00`);
  const { items } = await make(CHIEF, listYear() - 1);
  const open = items.find(({ state, unitName }) => state === 'SECTION' && unitName === '政策課');
  return read(CHIEF, open?.id ?? '');
}

/** Through the section and the records section to the case that decides, which its deciders decide. */
export async function toCase(id: string): Promise<string> {
  await step(OFFICER, id, 'SUBMIT');
  await step(CHIEF, id, 'PROPOSE');
  await hall.run('');
  return (await read(CHIEF, id)).caseId ?? '';
}

/** The whole list is to be destroyed: the section chooses, the case decides it. */
export async function destructionDecided({ id, lines }: DisposalView): Promise<CaseView> {
  const items = lines.map((line) => line.id);
  await choose(OFFICER, id, items, { choice: 'DESTROY', reason: '不要' });
  return decided(await toCase(id));
}

export async function decided(caseId: string): Promise<CaseView> {
  const { approvals } = hall.city.suite;
  const { version } = await approvals.read(hall.city.as(CHIEF), caseId);
  await approvals.submit(hall.city.as(CHIEF), caseId, version);
  const mine = await approvals.read(hall.city.as('general-affairs-head'), caseId);
  await approvals.act(hall.city.as('general-affairs-head'), caseId, { act: 'approve', version: mine.version });
  await hall.run('');
  return approvals.read(hall.city.as('auditor'), caseId);
}

/** Two people say that it is carried out, and it is. */
export async function carriedOut({ id }: Pick<DisposalView, 'id'>): Promise<DisposalView> {
  await step(OFFICER, id, 'BEGIN');
  await step(CHIEF, id, 'CONFIRM');
  await hall.run('');
  return read(CHIEF, id);
}

/** All that is over goes: listed, chosen, decided and carried out. */
export async function destroyed(): Promise<DisposalView> {
  const list = await listed();
  await destructionDecided(list);
  return carriedOut(list);
}

/** Its period was over years ago. */
export const overLongAgo = (recordId: string) =>
  sql(
    `update kaigi.records_keeping set ends_on = '2020-03-31', starts_on = '2019-04-01', version = 1 where record_id = $1`,
    [recordId],
  );

export const tombstoneOf = (id: string) =>
  hall.call<Tombstone>('drafter', 'GET /records/{id}/tombstone', { params: { id } });

/** What a checker without the database finds, before and after a file that ought to be there is taken away. */
export async function checkedOutside() {
  const rows = await sql(
    `select convert_from(entry, 'UTF8') as text from kaigi.ledger_leaf where municipality_id = $1 order by leaf_index`,
    [MINATO],
  );
  const entries = rows.map(({ text }) => String(text));
  const named = new Set(
    entries.flatMap((text) => [...text.matchAll(/"sha256":"([0-9a-f]{64})"/gu)].map(([, sha256]) => sha256 ?? '')),
  );
  const bytes = await Promise.all([...named].map((sha256) => blobs().get(sha256)));
  const there = [...named].find((_, at) => bytes[at] !== null) ?? '';
  const folder = await mkdtemp(path.join(tmpdir(), 'kaigi-outside-'));
  const { vkey } = await writeEntries(
    folder,
    entries,
    bytes.flatMap((one) => one ?? []),
  );
  const check = async () => (await verifyOutside(folder, { keys: [vkey] })).findings;
  const whole = await check();
  await unlink(path.join(folder, 'files', there));
  const lacking = await check();
  await rm(folder, { recursive: true });
  return { gone: bytes.filter((one) => one === null).length, whole, there, lacking };
}
