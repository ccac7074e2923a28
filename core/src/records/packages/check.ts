import { openTree, stampOver } from '../../ledger/index.ts';
import { sha256Hex, type Tx } from '../../platform/index.ts';
import { asJson, canonicalJson, type Json } from '../../shared/index.ts';
import { type KeepingRow, keptFact } from '../keeping/rows.ts';
import { keepingOf } from '../keeping/store.ts';
import { FILE_KIND } from '../rows.ts';
import type { RecordCheck } from './check-contract.ts';
import type { RecordProof } from './contract.ts';
import { type PackageParts, proofOfRecord } from './package.ts';

type Body = Readonly<Record<string, Json>>;
interface Told {
  readonly index: number;
  readonly kind: string;
  readonly body: Body;
}

/** The entries that lead to the signed state of the log, each with what it says. */
function provedIn({ checkpoint, key, entries }: RecordProof): { size: number; told: Told[] } {
  const tree = checkpoint === null ? null : openTree(checkpoint, [key.vkey, ...key.formerVkeys]);
  if (!tree) return { size: 0, told: [] };
  const told = entries.flatMap((entry) => {
    const leaf = tree.find(entry);
    return leaf ? [{ index: entry.index, kind: leaf.kind, body: leaf.body as Body }] : [];
  });
  return { size: tree.size, told };
}

type FileState = RecordCheck['files'][number];

async function fileState(
  { blobs }: PackageParts,
  file: RecordProof['files'][number],
  { told, hasEnded }: { readonly told: readonly Told[]; readonly hasEnded: boolean },
): Promise<FileState> {
  const { fileVersion, fileName, sha256 } = file;
  const entry = told.find(({ kind, body }) => kind === FILE_KIND && body.fileVersion === fileVersion);
  const shown = { fileVersion, fileName, sha256, index: entry?.index ?? null };
  if (entry && entry.body.sha256 !== sha256) return { ...shown, state: 'ALTERED' };
  if (hasEnded) return { ...shown, state: 'ENDED' };
  const bytes = await blobs.get(sha256).catch(() => null);
  if (!bytes) return { ...shown, state: 'MISSING' };
  return { ...shown, state: sha256Hex(bytes) === sha256 ? 'SAME' : 'ALTERED' };
}

/** The last line of its history says how it is kept then: that is how the row must stand today. */
function keptAsTold(kept: KeepingRow | null, told: readonly Told[]): boolean {
  const last = told.findLast(({ body }) => (body.subject as Body | undefined)?.kind === 'record');
  const said = (last?.body.fact as Body | undefined)?.kept;
  if (said === undefined || kept === null || Number(last?.body.seq) !== kept.version) return true;
  return canonicalJson(said) === canonicalJson(asJson(keptFact(kept)));
}

const stampOf = async (tx: Tx, told: readonly Told[]): Promise<RecordCheck['stamp']> => {
  const stamp = await stampOver(tx, Math.max(-1, ...told.map(({ index }) => index)));
  return stamp && { at: stamp.at.toISOString(), authority: stamp.authority };
};

/** Looks at the stored files, the rows and the log together. Every byte is read again. */
export async function checkRecord(
  parts: PackageParts,
  { municipalityId, recordId }: { readonly municipalityId: string; readonly recordId: string },
): Promise<RecordCheck> {
  const proof = await proofOfRecord(parts, municipalityId, recordId);
  const { size, told } = provedIn(proof);
  const { kept, stamp } = await parts.db.inMunicipality(municipalityId, async (tx) => ({
    kept: await keepingOf(tx, recordId),
    stamp: told.length === 0 ? null : await stampOf(tx, told),
  }));
  const hasEnded = kept !== null && kept.state !== 'KEPT';
  const files: FileState[] = [];
  for (const file of proof.files) files.push(await fileState(parts, file, { told, hasEnded }));
  const { waiting } = proof;
  const asTold = waiting > 0 || keptAsTold(kept, told);
  const isSound = asTold && told.length === proof.entries.length && files.every(({ state }) => isGood(state));
  const result = !isSound ? 'CHANGED' : waiting > 0 ? 'WAITING' : hasEnded ? 'ENDED' : 'INTACT';
  return {
    ...{ checkedAt: parts.clock.now().toISOString(), result, files, entries: proof.entries.length + waiting },
    ...{ proved: told.length, waiting, keptAsTold: asTold, size, stamp },
  };
}

const isGood = (state: FileState['state']): boolean => state === 'SAME' || state === 'ENDED';
