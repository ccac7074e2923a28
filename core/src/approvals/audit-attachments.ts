import type { Finding } from '../ledger/index.ts';
import { type Blobs, sha256Hex, type Tx } from '../platform/index.ts';
import { type AttachedFile, attachedAfter } from './audit-queries.ts';
import { attachmentSentences } from './audit-text.ts';

const BATCH = 200;

async function* everyAttached(tx: Tx): AsyncIterable<AttachedFile> {
  for (let after: AttachedFile | null = null; ; ) {
    const page: AttachedFile[] = await attachedAfter(tx, after, BATCH);
    yield* page;
    if (page.length < BATCH) return;
    after = page.at(-1) ?? null;
  }
}

function finding(code: keyof typeof attachmentSentences, file: AttachedFile): Finding {
  const { caseId, attachmentId, name, version, sha256 } = file;
  const { ja, en } = attachmentSentences[code];
  return {
    kind: 'approvals/attachment',
    subject: `${caseId}/${attachmentId}/${version}`,
    code: `approvals.${code}`,
    sentence: {
      ja: `案件 ${caseId} の添付「${name}」第${version}版：${ja}（SHA-256 ${sha256}）`,
      en: `Case ${caseId}, version ${version} of attachment “${name}”: ${en} (SHA-256 ${sha256})`,
    },
  };
}

/** The bytes of every attachment that was ever given to a case, in every version, against the hash that was approved. */
export async function* alteredAttachments(tx: Tx, blobs: Blobs): AsyncIterable<Finding> {
  for await (const file of everyAttached(tx)) {
    const bytes = await blobs.get(file.sha256).catch(() => null);
    if (bytes === null) yield finding('attachment_missing', file);
    else if (sha256Hex(bytes) !== file.sha256) yield finding('attachment_altered', file);
  }
}
