import { hash } from 'node:crypto';
import { canonicalJson, type ErrorParams, type Json } from '../../shared/index.ts';
import { type ApprovalCase, isDecided } from '../case.ts';
import { type Replayed, replay } from '../replay.ts';
import type { Certificate, CertifiedFacts } from './contract.ts';
import { factsOfCase } from './from-case.ts';
import type { Line } from './lines.ts';

export interface CertificateFinding {
  /** A code of `certificateTexts`. */
  readonly code: string;
  readonly params: ErrorParams;
}

export const finding = (code: string, params: ErrorParams = {}): CertificateFinding => ({
  code: `certificate.${code}`,
  params,
});

/** A line that is in the log, with what it changed. */
export interface ProvedLine extends Line, Pick<Replayed, 'change'> {}

/** The names of what differs, one level deep, never what stands there. */
function differing(said: Json, shown: Json, path: string): string[] {
  if (canonicalJson(said) === canonicalJson(shown)) return [];
  const [a, b] = [said, shown] as readonly Readonly<Record<string, Json>>[];
  if (path !== 'case' || !a || !b) return [path];
  return Object.keys(a).flatMap((name) =>
    canonicalJson(a[name] ?? null) === canonicalJson(b[name] ?? null) ? [] : [`${path}.${name}`],
  );
}

function caseOf(lines: readonly ProvedLine[]): ApprovalCase | null {
  try {
    return replay(lines.map(({ body, change }) => ({ seq: body.seq, at: new Date(body.at), change })));
  } catch {
    return null;
  }
}

const hashOf = (manifest: Certificate['manifest']) => hash('sha256', canonicalJson(manifest as Json), 'hex');

/**
 * Makes the case again from the lines that the log has proved, and looks whether it says what the certificate says:
 * every field, every mark, every hash.
 */
export function againstHistory(certificate: Certificate, lines: readonly ProvedLine[]): CertificateFinding[] {
  const again = caseOf(lines);
  if (!again || !isDecided(again)) return [finding('not_decided')];
  const facts = factsOfCase(again);
  const fields = (Object.keys(facts) as (keyof CertifiedFacts)[]).flatMap((name) =>
    differing(facts[name] as Json, certificate[name] as Json, name),
  );
  const decision = lines.find(({ body }) => body.statusAfter === 'DECIDED');
  const hashed = hashOf(certificate.manifest) === certificate.manifestHash;
  const decided = decision?.body.manifestHash === certificate.manifestHash;
  return [
    ...(fields.length > 0 ? [finding('facts_differ', { fields: fields.join(', ') })] : []),
    ...(hashed && decided ? [] : [finding('content_differs')]),
  ];
}
