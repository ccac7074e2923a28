import type { ErrorParams, Json } from '../../shared/index.ts';
import type { Certificate, CertificateMark } from './contract.ts';
import type { Line } from './lines.ts';
import { certificateWords } from './text.ts';

interface Found {
  readonly code: string;
  readonly params: ErrorParams;
}

const found = (code: string, params: ErrorParams = {}): Found => ({ code: `certificate.${code}`, params });

/** Every text somewhere inside. */
function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value as Readonly<Record<string, Json>>).flatMap(textsIn);
}

type Person = NonNullable<CertificateMark['actedBy']>;

const samePerson = (a: Person, b: Person) =>
  a.staffId === b.staffId && a.name === b.name && a.postTitle === b.postTitle && a.unitName === b.unitName;

/** True when the line of the history says what the mark says. */
function says({ body }: Line, mark: CertificateMark): boolean {
  const { actedBy, actedAt, comment, manifestHash } = mark;
  return (
    actedBy !== null &&
    samePerson(body.actor, actedBy) &&
    body.at === actedAt &&
    (comment === null || body.comment === comment) &&
    (manifestHash === null || body.manifestHash === manifestHash)
  );
}

function marksAgainst({ marks }: Certificate, lines: ReadonlyMap<number, Line>): Found[] {
  return marks.flatMap((mark) => {
    if (mark.seq === null && mark.actedBy === null && mark.actedAt === null) return [];
    const line = mark.seq === null ? undefined : lines.get(mark.seq);
    if (line && says(line, mark)) return [];
    const post = `${mark.post.unitName} ${mark.post.postTitle}`.trim();
    return [found('mark_differs', { post, result: certificateWords[`result.${mark.result}`].ja })];
  });
}

/** The line in which the case came to be decided. */
function decisionIn(lines: readonly Line[]): Line | undefined {
  return lines.at(-1)?.body.statusAfter === 'DECIDED'
    ? lines.find(({ body }) => body.statusAfter === 'DECIDED')
    : undefined;
}

function decisionAgainst({ case: decided, marks }: Certificate, decision: Line): Found[] {
  const { body } = decision;
  const number = decided.documentNumber?.label;
  const numbered = number === undefined || textsIn(body.detail as Json).includes(number);
  const mark = marks.filter(({ duty }) => duty === 'DECISION');
  return [
    ...(body.at !== decided.decidedAt || !numbered ? [found('no_decision')] : []),
    ...(mark.length !== 1 || mark[0]?.seq !== body.seq ? [found('mark_missing', { seq: body.seq })] : []),
  ];
}

/** What was decided on is what the certificate names: the hash fits, and title and files are in what was hashed. */
function contentAgainst(certificate: Certificate, decision: Line, hashOfManifest: string): Found[] {
  const { case: decided, files, manifest, manifestHash } = certificate;
  const hashed = new Set(textsIn(manifest as Json));
  const named = [decided.title, ...files.map(({ sha256 }) => sha256)];
  const fits = hashOfManifest === manifestHash && decision.body.manifestHash === manifestHash;
  return fits && named.every((text) => hashed.has(text)) ? [] : [found('content_differs')];
}

/** What the certificate says, against the lines of the history that the log has proved. */
export function compareFacts(certificate: Certificate, lines: readonly Line[], hashOfManifest: string): Found[] {
  const bySeq = new Map(lines.map((line) => [line.body.seq, line]));
  const decision = decisionIn(lines);
  const ofMarks = marksAgainst(certificate, bySeq);
  if (!decision) return [found('no_decision'), ...ofMarks];
  const first = bySeq.get(1)?.body;
  const drafted = first && samePerson(first.actor, certificate.case.drafter) && first.at === certificate.case.draftedAt;
  return [
    ...decisionAgainst(certificate, decision),
    ...(drafted ? [] : [found('wrong_line', { seq: 1 })]),
    ...ofMarks,
    ...contentAgainst(certificate, decision, hashOfManifest),
  ];
}
