import { type Directory, personOf } from '../directory/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Blobs, Clock, Database } from '../platform/index.ts';
import { type BuildReadingPack, refuseGone } from '../records/index.ts';
import { type Caller, conflict, Download } from '../shared/index.ts';
import { type ApprovalCase, isDecided } from './case.ts';
import { certify } from './certificate/certify.ts';
import type { DrawCertificate } from './certificate/drawing.ts';
import * as queries from './queries.ts';
import { type ReadingAnswer, readingAnswer } from './reading-pack/index.ts';
import type { StandIns } from './stand-ins.ts';
import type { Look } from './views.ts';
import { maySeeToday, visibleCase } from './visible-case.ts';

export interface PaperParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly blobs: Blobs;
  readonly directory: Directory;
  readonly ledger: Pick<Ledger, 'keyOf'>;
  readonly standIns: StandIns;
  readonly build: BuildReadingPack;
  readonly draw: DrawCertificate;
}

/** 引用起案: the case that this one was drafted from, for whoever may see that one as well. */
async function citedBy(parts: PaperParts, look: Look, { links }: ApprovalCase): Promise<ApprovalCase | null> {
  if (links.citedCaseId === undefined) return null;
  const cited = await queries.readCase(look.tx, links.citedCaseId);
  return cited && (await maySeeToday(parts.standIns, look, cited)) ? cited : null;
}

/** 読みもの: the document and its attachments as one view. @throws not-found `records.destroyed`, `records.transferred` */
export async function readingPack(parts: PaperParts, caller: Caller, caseId: string): Promise<ReadingAnswer> {
  const asked = await parts.db.singly(caller.municipalityId, async (tx) => {
    const { look, approvalCase } = await visibleCase(parts, { tx, caller, caseId });
    await refuseGone(tx, approvalCase.document.recordId);
    return { approvalCase, actor: look.actor, cited: await citedBy(parts, look, approvalCase) };
  });
  // Outside of any transaction: papers take seconds to read.
  return readingAnswer(parts, asked);
}

/** 決裁証明 as PDF. @throws conflict `approvals.not_decided_yet`; unavailable `approvals.certificate_not_in_log` */
export async function certificate(parts: PaperParts, caller: Caller, caseId: string): Promise<Download> {
  const { db, directory, ledger, clock } = parts;
  const { municipality } = await directory.me(caller);
  const certified = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const { look, approvalCase } = await visibleCase(parts, { tx, caller, caseId });
    if (!isDecided(approvalCase)) throw conflict('approvals.not_decided_yet');
    await refuseGone(tx, approvalCase.document.recordId);
    const [lines, key] = await Promise.all([queries.historyOf(tx, caseId), ledger.keyOf(tx)]);
    // An act that came in between belongs to a later certificate.
    const history = lines.filter(({ seq }) => seq <= approvalCase.version);
    const issued = { at: clock.now().toISOString(), by: personOf(look.actor) };
    return certify(tx, { decided: approvalCase, history, issue: { locale: caller.locale, municipality, issued }, key });
  });
  const label = certified.case.documentNumber?.label ?? certified.case.caseId.slice(0, 8);
  return new Download(`決裁証明_${label}.pdf`, 'application/pdf', await parts.draw(certified));
}
