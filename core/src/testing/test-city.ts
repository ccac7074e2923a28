import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { SuiteOptions } from '../capabilities.ts';
import { loadLedgerKeys } from '../ledger/index.ts';
import { folderBlobs, silentReport, systemClock } from '../platform/index.ts';
import type { Caller, UploadedFile } from '../shared/index.ts';
import { createSuite, type Suite } from '../suite.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

export const MINATO = '6d696e61-746f-4000-8000-000000000001';
export const YAMATO = '79616d61-746f-4000-8000-000000000002';

/** A tiny city hall in a fresh database: 政策課 with 係長 and 課長, 企画部, 総務課, and a second municipality. */
export interface TestCity {
  readonly suite: Suite;
  readonly test: TestDatabase;
  readonly home: string;
  as(name: string, more?: Partial<Caller>): Caller;
  close(): Promise<void>;
}

export const HEADER =
  '所属コード,所属名,所属種別,上位所属コード,職コード,職名,職位,所属長,職員(サインイン名),兼務,役割,開始日,終了日';
export const POSTS = [
  'kikaku,企画部,DEPARTMENT,,kikaku-bucho,部長,DEPARTMENT_HEAD,1,department-head,0,,2026-04-01,',
  'seisaku,政策課,SECTION,kikaku,seisaku-kacho,課長,SECTION_HEAD,1,section-head,0,,2026-04-01,',
  'seisaku-k,政策係,SUBSECTION,seisaku,seisaku-kakaricho,係長,SUBSECTION_HEAD,1,subsection-head,0,,2026-04-01,',
  'seisaku-k,政策係,SUBSECTION,seisaku,seisaku-shuji,主事,STAFF,0,drafter,0,,2026-04-01,',
  'seisaku-k,政策係,SUBSECTION,seisaku,seisaku-shuji,主事,STAFF,0,colleague,0,,2026-04-01,',
  'somu,総務課,SECTION,,somu-kacho,課長,SECTION_HEAD,1,general-affairs-head,0,CHIEF_RECORDS_MANAGER,2026-04-01,',
  'somu,総務課,SECTION,,somu-shuji,主事,STAFF,0,other-section,0,,2026-04-01,',
  'kansa,監査,OFFICE,,kansa-in,監査委員,STAFF,0,auditor,0,AUDITOR,2026-04-01,',
];

const NAMES = POSTS.map((line) => line.split(',')[8] ?? '');

/** A stable object id for a sign-in name, different in each municipality. */
function objectId(municipalityId: string, name: string): string {
  const hex = Buffer.from(`${municipalityId.slice(0, 4)}${name}`)
    .toString('hex')
    .padEnd(32, '0')
    .slice(-32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

async function populate(suite: Suite, municipalityId: string, name: string): Promise<void> {
  await suite.directory.register(municipalityId, name);
  const people = NAMES.map((signInName) => ({
    entraObjectId: objectId(municipalityId, signInName),
    signInName,
    name: `見本 ${signInName}`,
    department: null,
    jobTitle: null,
    managerObjectId: null,
    enabled: true,
  }));
  await suite.directory.importPeople(municipalityId, people);
  await importPosts(suite, municipalityId, POSTS);
}

export async function importPosts(suite: Suite, municipalityId: string, lines: readonly string[]): Promise<void> {
  await suite.directory.importPosts(municipalityId, strToU8([HEADER, ...lines].join('\n')));
}

/** What a test hands in from outside. */
export type Outside = Partial<Pick<SuiteOptions, 'clock' | 'wording'>>;

export async function testCity({ clock = systemClock, ...outside }: Outside = {}): Promise<TestCity> {
  const test = await testDatabase();
  const home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-city-'));
  const made = createSuite({
    db: test.db,
    databaseUrl: test.url,
    ...outside,
    blobs: folderBlobs(path.join(home, 'blobs')),
    clock,
    report: silentReport,
    ledgerKeys: await loadLedgerKeys(home),
    anchorFolder: path.join(home, 'anchors'),
    host: 'kaigi.example',
    caseUrl: (caseId) => `https://kaigi.example/cases/${caseId}`,
    pageUrl: (page) => `https://kaigi.example/${page}`,
    instructionUrls: {
      read: (id) => `https://kaigi.example/instructions/${id}`,
      draft: (id) => `https://kaigi.example/drafting/${id}`,
    },
  });
  const suite: Suite = { ...made, startJobs: (extra) => made.startJobs({ byTheClock: false, ...extra }) };
  await populate(suite, MINATO, 'みなと市');
  await populate(suite, YAMATO, 'やまと町');
  return {
    suite,
    test,
    home,
    as: (name, more = {}) => {
      const municipalityId = more.municipalityId ?? MINATO;
      const entraObjectId = objectId(municipalityId, name);
      return { municipalityId, entraObjectId, via: 'api', locale: 'ja', idempotencyKey: null, ...more };
    },
    async close() {
      await suite.close();
      await test.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** The smallest document that Word opens, saying this. */
export function aDocument(says = '物品の購入について'): UploadedFile {
  const body = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${says}</w:t></w:r></w:p></w:body></w:document>`;
  const parts = {
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(RELS),
    'word/document.xml': strToU8(body),
  };
  // What says the same is the same file, whatever hour it is.
  const bytes = zipSync(parts, { mtime: new Date(2026, 0, 1) });
  return { fileName: '伺い.docx', bytes };
}
