import { type Blobs, beginningOf, sha256Hex, sizeOfGiven, storeGiven } from '../platform/index.ts';
import { refuseGone } from '../records/index.ts';
import { badInput, type Caller, Download, type GivenFile, KaigiError, notAllowed, notFound } from '../shared/index.ts';
import type { Attachment } from './case.ts';
import { type ChangeParts, change } from './changes.ts';
import type { CaseView } from './contract.ts';
import { permissions } from './permissions.ts';
import { maySee } from './policy.ts';
import * as queries from './queries.ts';
import { attaching } from './steps.ts';
import { visibleCase } from './visible-case.ts';

export interface AttachmentParts extends ChangeParts {
  readonly blobs: Blobs;
}

const MOST_BYTES = 50 * 1024 * 1024;

// What a city hall attaches. Others are refused by name, and the name never decides how a browser shows the bytes.
const KINDS: Readonly<Record<string, { readonly mediaType: string; readonly begins: readonly number[] }>> = {
  pdf: { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  png: { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  jpeg: { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', begins: [0x50, 0x4b] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', begins: [0x50, 0x4b] },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    begins: [0x50, 0x4b],
  },
  csv: { mediaType: 'text/csv', begins: [] },
  txt: { mediaType: 'text/plain', begins: [] },
};

const UNSAFE = /[\p{Cc}\p{Cf}/\\:*?"<>|]/gu;

/** Looked over by its first bytes and stored. @throws bad-input `records.empty_file`, `records.too_large`, `approvals.attachment_kind` */
export async function storedAttachment(blobs: Blobs, given: GivenFile): Promise<Attachment['file']> {
  const size = sizeOfGiven(given);
  if (size === 0) throw badInput('records.empty_file');
  if (size > MOST_BYTES) throw badInput('records.too_large');
  const bytes = await beginningOf(given, 16);
  const name = given.fileName.normalize('NFC').replace(UNSAFE, '_').trim().slice(-200);
  const kind = KINDS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (!kind?.begins.every((byte, at) => bytes[at] === byte)) throw badInput('approvals.attachment_kind');
  return { sha256: await storeGiven(blobs, given), fileName: name, mediaType: kind.mediaType, size };
}

export interface AttachRequest {
  readonly caseId: string;
  readonly version: number;
  readonly replaces: string | null;
  readonly file: GivenFile;
}

/** 添付: a new one, or a new version of one that is there. */
export async function attachFile(parts: AttachmentParts, caller: Caller, to: AttachRequest): Promise<CaseView> {
  const { caseId, version, replaces } = to;
  // Before the bytes are stored: whoever may not change the case gets no further.
  await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const [actor, found] = await Promise.all([parts.directory.actorOf(tx, caller), queries.readCase(tx, caseId)]);
    if (!found || !maySee(actor, found)) throw notFound('approvals.not_found');
    if (!permissions.attach(actor, found)) throw notAllowed('approvals.cannot_attach');
  });
  const file = await storedAttachment(parts.blobs, to.file);
  const target = { caseId, version, doing: 'attach', asked: { sha256: file.sha256, replaces } } as const;
  return change(parts, { caller, target, rule: attaching({ file, replaces }) });
}

/** The bytes of an attachment, in its present or an earlier version. */
export async function attachmentContent(
  parts: AttachmentParts,
  caller: Caller,
  asked: { caseId: string; attachmentId: string; version: number | null },
): Promise<Download> {
  const file = await parts.db.singly(caller.municipalityId, async (tx) => {
    const { approvalCase } = await visibleCase(parts, { tx, caller, caseId: asked.caseId });
    const one = approvalCase.attachments.find((each) => each.attachmentId === asked.attachmentId);
    if (one) await refuseGone(tx, approvalCase.document.recordId);
    const versions = one ? [...one.earlier, { version: one.version, file: one.file }] : [];
    return versions.find(({ version }) => version === (asked.version ?? one?.version))?.file;
  });
  if (!file) throw notFound('approvals.no_such_attachment');
  const bytes = await parts.blobs.get(file.sha256);
  if (!bytes) throw new KaigiError('unavailable', 'records.content_missing');
  if (sha256Hex(bytes) !== file.sha256) throw new KaigiError('unavailable', 'records.content_altered');
  return new Download(file.fileName, file.mediaType, bytes);
}
