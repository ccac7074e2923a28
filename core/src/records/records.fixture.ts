// A small city hall with a records store, on a real PostgreSQL, for the tests of this folder.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Actor, createDirectory, type Directory, type Person, personOf } from '../directory/index.ts';
import { type About, type Blobs, folderBlobs, newId, type Report, type Tx } from '../platform/index.ts';
import { createRegulations, type Regulations } from '../regulations/index.ts';
import type { Caller } from '../shared/index.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { docx } from './docx.fixture.ts';
import { createRecords, type KeepingWish, type Records } from './index.ts';
import { PLAIN } from './keeping/keep.ts';

export const MINATO = '6d696e61-746f-4000-8000-000000000001';
export const YAMATO = '79616d61-746f-4000-8000-000000000002';

const HEADER =
  '所属コード,所属名,所属種別,上位所属コード,職コード,職名,職位,所属長,職員(サインイン名),兼務,役割,開始日,終了日';
const POSTS: Readonly<Record<string, readonly string[]>> = {
  [MINATO]: [
    'minato,みなと市,BUREAU,,m-head,市長,MAYOR,1,mayor@minato.example,0,,2020-04-01,',
    'kikaku-bu,企画部,DEPARTMENT,minato,k-head,部長,DEPARTMENT_HEAD,1,department-head@minato.example,0,,2020-04-01,',
    'seisaku,政策課,SECTION,kikaku-bu,s-head,課長,SECTION_HEAD,1,section-head@minato.example,0,,2020-04-01,',
    'seisaku-kakari,政策係,SUBSECTION,seisaku,sk-shuji,主事,STAFF,0,drafter@minato.example,0,,2020-04-01,',
    'zaisei,財政課,SECTION,minato,z-shuji,主事,STAFF,0,finance-drafter@minato.example,0,,2020-04-01,',
    'somu,総務課,SECTION,minato,so-head,課長,SECTION_HEAD,1,chief@minato.example,0,CHIEF_RECORDS_MANAGER,2020-04-01,',
    'kansa,監査委員事務局,OFFICE,minato,ka-shusa,監査主査,STAFF,0,auditor@minato.example,0,AUDITOR,2020-04-01,',
  ],
  [YAMATO]: ['somu,総務課,SECTION,,y-shuji,主事,STAFF,0,drafter@yamato.example,0,,2020-04-01,'],
};
const NO_POST = ['newcomer@minato.example'];

export interface Bench {
  readonly test: TestDatabase;
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly records: Records;
  readonly blobs: Blobs;
  readonly blobFolder: string;
  readonly failures: { readonly what: string; readonly about: About }[];
  /** Who takes part in a case, `caseId/staffId`. */
  readonly participants: Set<string>;
  readonly confidential: Set<string>;
  setNow(instant: string): void;
  as(signInName: string, idempotencyKey?: string): Caller;
  inside<T>(municipalityId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Files the document of a new case as `drafter`. */
  draft(title?: string, keeping?: KeepingWish): Promise<{ recordId: string; caseId: string; sha256: string }>;
  /** Decides it as the 課長. */
  decide(recordId: string, at?: Date): ReturnType<Records['decide']>;
  close(): Promise<void>;
}

const tenantOf = (signInName: string) => (signInName.endsWith('@yamato.example') ? YAMATO : MINATO);

async function fillDirectory(directory: Directory): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [municipalityId, lines] of Object.entries(POSTS)) {
    const names = [...lines.map((line) => line.split(',')[8] ?? ''), ...(municipalityId === MINATO ? NO_POST : [])];
    for (const name of names) ids.set(name, randomUUID());
    const people = names.map((signInName) => ({
      entraObjectId: ids.get(signInName) ?? '',
      signInName,
      name: `${signInName.split('@')[0]} さん`,
      department: null,
      jobTitle: null,
      managerObjectId: null,
      enabled: true,
    }));
    await directory.register(municipalityId, municipalityId === MINATO ? 'みなと市' : 'やまと町');
    await directory.importPeople(municipalityId, people);
    await directory.importPosts(municipalityId, Buffer.from([HEADER, ...lines].join('\r\n')));
  }
  return ids;
}

/** Regulations where nobody is away and no case has changed them. */
export const regulationsAlone = (below: Pick<Parameters<typeof createRegulations>[0], 'db' | 'clock' | 'directory'>) =>
  createRegulations({
    ...{ ...below, absencesOf: async () => new Map(), caseOf: async () => null },
    ordersOn: async () => [],
  });

/** What the cases, which stand above the records, would answer. */
const casesAbove = (
  participants: ReadonlySet<string>,
  confidential: ReadonlySet<string>,
): Pick<Parameters<typeof createRecords>[0], 'participates' | 'confidentialAmong' | 'partInCase' | 'opensCase'> => ({
  partInCase: ({ staffId }, caseId, bind) =>
    `(${caseId}::text || '/' || ${bind(staffId)}) = any(${bind([...participants])}::text[])`,
  opensCase: ({ staffId }, caseId, bind) =>
    `(${caseId}::text || '/' || ${bind(staffId)}) = any(${bind([...participants])}::text[])`,
  participates: async (_tx, caseId, staffId) => participants.has(`${caseId}/${staffId}`),
  confidentialAmong: async (_tx, caseIds) => new Set(caseIds.filter((caseId) => confidential.has(caseId))),
});

/** Files drafts; the file of each title is looked over once. */
function drafting(
  records: Records,
  asDrafter: <T>(work: (tx: Tx, actor: Actor) => Promise<T>) => Promise<T>,
): Bench['draft'] {
  const prepared = new Map<string, ReturnType<Records['prepareFile']>>();
  return async (title = '地域計画の策定について', keeping = PLAIN) => {
    const caseId = newId();
    let preparing = prepared.get(title);
    if (!preparing) {
      preparing = records.prepareFile({ fileName: `${title}.docx`, bytes: docx([title]) });
      prepared.set(title, preparing);
    }
    const file = await preparing;
    const filed = await asDrafter((tx, actor) =>
      records.fileForCase(tx, actor, { title, classificationCode: 'B-01-02', file, caseId, keeping }),
    );
    return { recordId: filed.recordId, caseId, sha256: file.sha256 };
  };
}

export async function recordsBench(): Promise<Bench> {
  const test = await testDatabase();
  const blobFolder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-blobs-'));
  const blobs = folderBlobs(blobFolder);
  let now = new Date('2026-11-21T00:00:00.000Z');
  const clock = { now: () => now };
  const directory = createDirectory({ db: test.db, clock });
  const ids = await fillDirectory(directory);
  const failures: { what: string; about: About }[] = [];
  const [participants, confidential] = [new Set<string>(), new Set<string>()];
  const report: Report = { failed: (what, _error, about = {}) => failures.push({ what, about }) };
  const regulations = regulationsAlone({ db: test.db, clock, directory });
  const records = createRecords({
    db: test.db,
    blobs,
    clock,
    directory,
    regulations,
    ...casesAbove(participants, confidential),
    report,
  });
  const as = (signInName: string, idempotencyKey?: string): Caller => ({
    municipalityId: tenantOf(signInName),
    entraObjectId: ids.get(signInName) ?? randomUUID(),
    via: 'api',
    locale: 'ja',
    idempotencyKey: idempotencyKey ?? null,
  });
  const inside = <T>(municipalityId: string, work: (tx: Tx) => Promise<T>) =>
    test.db.inMunicipality(municipalityId, work);
  const actor = (tx: Tx, name: string): Promise<Actor> => directory.actorOf(tx, as(`${name}@minato.example`));
  return {
    test,
    directory,
    regulations,
    records,
    blobs,
    blobFolder,
    failures,
    participants,
    confidential,
    setNow: (instant) => {
      now = new Date(instant);
    },
    as,
    inside,
    draft: drafting(records, (work) => inside(MINATO, async (tx) => work(tx, await actor(tx, 'drafter')))),
    decide: (recordId, at = now) =>
      inside(MINATO, async (tx) => {
        const drafter = await actor(tx, 'drafter');
        const inCharge: Person = personOf(await actor(tx, 'section-head'));
        return records.decide(tx, { recordId, inCharge, unitId: drafter.posts[0]?.unitId ?? '', at });
      }),
    async close() {
      await test.close();
      await rm(blobFolder, { recursive: true, force: true });
    },
  };
}
