import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Ledger, type LedgerKey, newestTree, proofsIn, provedEntry, type TreeState } from '../../ledger/index.ts';
import type { Blobs, Clock, Database, Tx } from '../../platform/index.ts';
import { invariant, KaigiError } from '../../shared/index.ts';
import type { RecordView } from '../contract.ts';
import { renditionsOf } from '../renditions/store.ts';
import type { Label } from './bag-text.ts';
import { type BagFile, writeBag } from './bagit.ts';
import { evidenceOf, filesOf, ownersOf, type PackedFile } from './evidence.ts';
import { type Described, described, metadataCsv, safePart } from './metadata.ts';
import { README } from './readme.ts';

export interface PackageParts {
  readonly db: Database;
  readonly blobs: Pick<Blobs, 'file' | 'get'>;
  readonly clock: Clock;
  readonly ledger: Pick<Ledger, 'keyOf'>;
  readonly viewsOf: (tx: Tx, recordIds: readonly string[]) => Promise<Map<string, RecordView>>;
  /** Entries of the log about the case that a record belongs to; answered by the cases, which stand above. */
  readonly caseEvidence?: (tx: Tx, caseIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
}

export interface PackageRequest {
  readonly municipalityId: string;
  /** The folder in the zip, and the zip's own name without its ending. */
  readonly name: string;
  /** `Source-Organization`, `External-Description` and the like. */
  readonly info: readonly Label[];
  readonly recordIds: readonly string[];
  /** Further files, such as the decision of the transfer; below `data/`. */
  readonly more?: readonly BagFile[];
}

const PAGE = 50;
const VERIFIER = new URL('../../ledger/outside/verify.mjs', import.meta.url);
const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

interface Opened {
  readonly key: LedgerKey;
  readonly tree: TreeState | null;
}

/**
 * Records with their files, what is known about them, their history and the proofs of the log, as one bag. Reads as it
 * writes. The stream fails with `records.content_missing` or `records.content_altered` where a file is not there or is
 * not the one that was filed: half a package is none.
 */
export async function writePackage(parts: PackageParts, request: PackageRequest): Promise<Readable> {
  const { db, clock, ledger } = parts;
  const opened = await db.inMunicipality(request.municipalityId, async (tx) => ({
    key: await ledger.keyOf(tx),
    tree: await newestTree(tx),
  }));
  const files = packageFiles(parts, request, opened);
  return writeBag({ name: request.name, files, info: request.info, at: clock.now() });
}

async function* packageFiles(parts: PackageParts, request: PackageRequest, opened: Opened): AsyncGenerator<BagFile> {
  const all: Described[] = [];
  for (let at = 0; at < request.recordIds.length; at += PAGE) {
    const ids = request.recordIds.slice(at, at + PAGE);
    const page = await parts.db.inMunicipality(request.municipalityId, (tx) => readPage(parts, tx, ids, opened.tree));
    for (const [offset, record] of page.entries()) {
      const folder = folderOf(at + offset + 1, record.view);
      const packed = record.files.map(({ recordId: _, ...file }) => ({
        ...file,
        path: `data/${folder}/${safePart(`第${file.fileVersion}版_${file.fileName}`)}`,
      }));
      for (const file of packed) yield await storedFile(parts.blobs, file);
      if (record.rendition)
        yield await storedFile(parts.blobs, { ...record.rendition, path: `data/${folder}/長期保存用（PDF_A）.pdf` });
      const about = described(record.view, record.owner, packed);
      all.push(about);
      yield { path: `${folder}/metadata.json`, content: json(about) };
      yield { path: `${folder}/proof.json`, content: json(proofFile(record, opened)) };
    }
  }
  yield { path: 'metadata/records.csv', content: metadataCsv(all) };
  yield { path: 'metadata/records.json', content: json(all) };
  if (opened.tree) yield { path: 'ledger/checkpoint', content: new TextEncoder().encode(opened.tree.note) };
  yield { path: 'ledger/key.json', content: json(opened.key) };
  yield { path: 'verify.mjs', content: await readFile(VERIFIER) };
  yield { path: 'はじめにお読みください.txt', content: new TextEncoder().encode(README) };
  yield* request.more ?? [];
}

const folderOf = (place: number, { documentNumber, id }: RecordView): string =>
  `records/${String(place).padStart(6, '0')}_${safePart(documentNumber?.label ?? id)}`;

type Stored = Pick<Described['files'][number], 'path' | 'sha256' | 'size'>;

async function storedFile(blobs: PackageParts['blobs'], file: Stored): Promise<BagFile> {
  const { sha256, size } = file;
  const path = file.path.slice('data/'.length);
  const place = await blobs.file(sha256);
  if (place) return { path, content: { file: place, size }, sha256 };
  const bytes = await blobs.get(sha256);
  if (!bytes) throw new KaigiError('unavailable', 'records.content_missing');
  return { path, content: bytes, sha256 };
}

interface PackedRecord {
  readonly view: RecordView;
  readonly owner: string;
  readonly files: readonly PackedFile[];
  /** Its PDF/A, where one was made. */
  readonly rendition: { readonly sha256: string; readonly size: number } | null;
  readonly entries: readonly ReturnType<typeof provedEntry>[];
  readonly waiting: number;
}

async function readPage(
  { viewsOf, caseEvidence = async () => new Map() }: PackageParts,
  tx: Tx,
  ids: readonly string[],
  tree: TreeState | null,
): Promise<PackedRecord[]> {
  const [views, files, owners, evidence, renditions] = await Promise.all([
    viewsOf(tx, ids),
    filesOf(tx, ids),
    ownersOf(tx, ids),
    evidenceOf(tx, ids),
    renditionsOf(tx, ids),
  ]);
  const caseIds = [...views.values()].flatMap(({ caseId }) => caseId ?? []);
  const ofCases = caseIds.length === 0 ? new Map<string, readonly string[]>() : await caseEvidence(tx, caseIds);
  const leafIds = [...evidence.map(({ leafId }) => leafId), ...[...ofCases.values()].flat()];
  const proofs = tree ? await proofsIn(tx, tree, leafIds) : new Map();
  return ids.map((id) => {
    const view = views.get(id);
    invariant(view, 'a package is made of records that are there');
    const own = evidence.filter(({ recordId }) => recordId === id).map(({ leafId }) => leafId);
    const wanted = [...(ofCases.get(view.caseId ?? '') ?? []), ...own];
    const found = wanted.flatMap((leafId) => proofs.get(leafId) ?? []);
    const entries = found.map(provedEntry).sort((a, b) => a.index - b.index);
    const waiting = wanted.length - found.length;
    return {
      view,
      owner: owners.get(id) ?? '',
      files: files.filter(({ recordId }) => recordId === id),
      entries,
      waiting,
      rendition: madeOf(renditions, id),
    };
  });
}

function madeOf(rows: Awaited<ReturnType<typeof renditionsOf>>, id: string): PackedRecord['rendition'] {
  const { sha256 = null, size = null } = rows.find(({ recordId }) => recordId === id) ?? {};
  return sha256 !== null && size !== null ? { sha256, size } : null;
}

const proofFile = ({ view, files, entries, waiting }: PackedRecord, { key, tree }: Opened) => ({
  format: 'kaigi-record-proof/1' as const,
  recordId: view.id,
  title: view.title,
  documentNumber: view.documentNumber?.label ?? null,
  files: files.map(({ fileVersion, fileName, sha256, size }) => ({ fileVersion, fileName, sha256, size })),
  entries: [...entries],
  waiting,
  key,
  checkpoint: tree?.note ?? null,
});

/** What shows, without the product, that the log holds what is said about one record. */
export async function proofOfRecord(parts: PackageParts, municipalityId: string, recordId: string) {
  return parts.db.inMunicipality(municipalityId, async (tx) => {
    const opened = { key: await parts.ledger.keyOf(tx), tree: await newestTree(tx) };
    const [record] = await readPage({ ...parts, caseEvidence: async () => new Map() }, tx, [recordId], opened.tree);
    invariant(record, 'a record that was read is there');
    return proofFile(record, opened);
  });
}
