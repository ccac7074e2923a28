import { toBase64 } from '../../ledger/bytes.ts';
import { formatCheckpoint } from '../../ledger/checkpoint.ts';
import { newSigningKey, signerOf } from '../../ledger/ed25519.ts';
import { leafHash, rootOf } from '../../ledger/merkle.ts';
import { formatVkey, signNote, verifierOf } from '../../ledger/note.ts';
import { inclusionSpans } from '../../ledger/proofs.ts';
import { canonicalJson, type Json } from '../../shared/index.ts';
import { CASE, input, MANIFEST_HASH, people } from './certificate.fixture.ts';
import type { CertificateInput, CertificateLog } from './contract.ts';

const ORIGIN = `kaigi.example/kaigi/${input.municipality.id}`;
export const signer = signerOf(newSigningKey());
export const VKEY = formatVkey(verifierOf(ORIGIN, signer.publicKey));

interface LineDraft {
  readonly act: string;
  readonly at: string;
  readonly actor: CertificateInput['issued']['by'];
  readonly statusAfter: string;
  readonly comment?: string | null;
  readonly detail?: Json;
}

const drafted = { actor: people.drafter, statusAfter: 'DRAFT' };
const inReview = { statusAfter: 'IN_REVIEW' };

/** The history of the case of `certificate.fixture.ts`. */
export const history: readonly LineDraft[] = [
  { ...drafted, act: 'DRAFTED', at: '2026-11-18T07:30:00.000Z' },
  { ...inReview, act: 'SUBMITTED', at: '2026-11-18T07:45:00.000Z', actor: people.drafter },
  { ...inReview, act: 'APPROVED', at: '2026-11-19T00:12:00.000Z', actor: people.subsectionHead },
  {
    ...inReview,
    act: 'CONSENTED_WITH_OPINION',
    at: '2026-11-19T05:40:00.000Z',
    actor: people.financeHead,
    comment: '警備費は予備費の範囲内で執行してください。',
  },
  {
    statusAfter: 'DECIDED',
    act: 'DECIDED',
    at: '2026-11-20T01:05:00.000Z',
    actor: people.deputy,
    detail: { documentNumber: '政第128号' },
  },
  { statusAfter: 'DECIDED', act: 'POST_REVIEW_CONFIRMED', at: '2026-11-21T00:30:00.000Z', actor: people.sectionHead },
];

export function entryText(line: LineDraft, seq: number): string {
  const { comment = null, detail = {}, ...rest } = line;
  const body: Json = {
    ...rest,
    caseId: CASE,
    seq,
    comment,
    detail,
    slotId: null,
    revision: 1,
    via: 'teams',
    manifestHash: MANIFEST_HASH,
    actor: { ...line.actor },
  };
  const leafId = `0199c0de-0000-7000-8000-00000000010${seq}`;
  return canonicalJson({ v: 1, leafId, kind: 'approvals/history', subject: `${CASE}/${seq}`, body });
}

/** Puts the entries into a log among others, signs it, and proves each. */
export function logOf(entries: readonly string[]): CertificateLog {
  const encoder = new TextEncoder();
  const others = (count: number) => Array.from({ length: count }, (_, at) => `another ${count} ${at}`);
  const all = [...others(7), ...entries.flatMap((entry) => [entry, ...others(2)])];
  const hashes = all.map((entry) => leafHash(encoder.encode(entry)));
  const text = formatCheckpoint({ origin: ORIGIN, size: all.length, root: rootOf(hashes) });
  const checkpoint = signNote(text, verifierOf(ORIGIN, signer.publicKey), (message) => signer.sign(message));
  return {
    origin: ORIGIN,
    vkeys: [VKEY],
    checkpoint,
    entries: entries.map((entry) => {
      const index = all.indexOf(entry);
      const proof = inclusionSpans(index, all.length).map(({ start, end }) =>
        toBase64(rootOf(hashes.slice(start, end))),
      );
      return { index, entry, proof };
    }),
  };
}

export const log = logOf(history.map((line, at) => entryText(line, at + 1)));
