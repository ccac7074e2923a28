import { hash } from 'node:crypto';
import { type KnownTree, openTree } from '../../ledger/index.ts';
import { HISTORY_KIND } from '../witness.ts';
import { againstHistory, type CertificateFinding, finding, type ProvedLine } from './against-history.ts';
import { attachedRecord } from './attached-record.ts';
import { type Certificate, CertificateSchema } from './contract.ts';
import { lineOf } from './lines.ts';
import { RECORD_NAME, renderCertificate } from './render.ts';

export interface CheckOptions {
  /** Keys that the reader got from the city itself; without them the one in the certificate is used, and said. */
  readonly vkeys?: readonly string[];
  /** Originals whose hash must be one of the certificate's. */
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface CertificateCheck {
  readonly findings: readonly CertificateFinding[];
  /** What the certificate says, where it can be read at all. */
  readonly certificate: Certificate | null;
  readonly tree: Pick<KnownTree, 'origin' | 'size' | 'root'> | null;
}

type Read = { readonly certificate: Certificate } | { readonly finding: CertificateFinding };

async function read(pdf: Uint8Array): Promise<Read> {
  const record = await attachedRecord(pdf, RECORD_NAME);
  if (record === undefined) return { finding: finding('unreadable') };
  if (record === null) return { finding: finding('no_record') };
  try {
    const parsed = CertificateSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(record)));
    if (parsed.success) return { certificate: parsed.data };
    return { finding: finding('malformed', { place: parsed.error.issues[0]?.path.join('.') ?? '' }) };
  } catch {
    return { finding: finding('malformed', { place: 'JSON' }) };
  }
}

/** The lines of the case that are in the log, in order; whatever is not stands among the findings. */
function provedLines({ case: decided, log }: Certificate, tree: KnownTree) {
  const findings: CertificateFinding[] = [];
  const lines: ProvedLine[] = [];
  log.entries.forEach((proved, at) => {
    const seq = at + 1;
    const entry = tree.find(proved);
    const line = lineOf(entry);
    const { change } = proved;
    const whole = !line || hash('sha256', change, 'hex') === line.body.changeSha256;
    if (!entry || !whole) findings.push(finding('not_included', { seq }));
    else if (line?.kind !== HISTORY_KIND || line.subject !== `${decided.caseId}/${seq}` || line.body.seq !== seq)
      findings.push(finding('wrong_line', { seq }));
    else lines.push({ ...line, change });
  });
  if (log.entries.length === 0) findings.push(finding('wrong_line', { seq: 1 }));
  return { findings, lines };
}

async function pagesDiffer(certificate: Certificate, pdf: Uint8Array): Promise<boolean> {
  return !(await renderCertificate(certificate)).equals(pdf);
}

function strangers({ files }: Certificate, given: CheckOptions['files'] = []): CertificateFinding[] {
  const known = new Set(files.map(({ sha256 }) => sha256));
  return given.flatMap(({ name, bytes }) => {
    const sha256 = hash('sha256', bytes, 'hex');
    return known.has(sha256) ? [] : [finding('file_differs', { file: name, sha256 })];
  });
}

/**
 * Checks a certificate with nothing but itself and a key: signature, inclusion of every line of the history,
 * the facts against those lines, and the pages against the facts.
 */
export async function checkCertificate(pdf: Uint8Array, options: CheckOptions = {}): Promise<CertificateCheck> {
  const found = await read(pdf);
  if ('finding' in found) return { findings: [found.finding], certificate: null, tree: null };
  const { certificate } = found;
  const outside = [
    ...((await pagesDiffer(certificate, pdf)) ? [finding('pages_differ')] : []),
    ...strangers(certificate, options.files),
  ];
  const answer = (findings: readonly CertificateFinding[], tree: KnownTree | null): CertificateCheck => ({
    findings: [...findings, ...outside],
    certificate,
    tree: tree && { origin: tree.origin, size: tree.size, root: tree.root },
  });
  const tree = openTree(certificate.log.checkpoint, options.vkeys ?? certificate.log.vkeys);
  if (tree === undefined) return answer([finding('bad_key')], null);
  if (tree === null) return answer([finding('unsigned')], null);
  if (!tree.origin.endsWith(`/kaigi/${certificate.municipality.id}`))
    return answer([finding('foreign_log', { origin: tree.origin })], tree);
  const { findings, lines } = provedLines(certificate, tree);
  // A history with a hole says nothing of the case.
  return answer(findings.length > 0 ? findings : againstHistory(certificate, lines), tree);
}
