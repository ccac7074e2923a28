import { badInput, conflict, type LocalDate, notAllowed } from '../../shared/index.ts';
import type { RecordsParts } from '../parts.ts';
import type { At } from '../register/at.ts';
import { mayChange } from '../register/rules.ts';
import type { IssueView } from './contract.ts';
import { locked, type Open, saved } from './open.ts';
import type { CheckSignature, SignatureFound } from './signature.ts';
import type { Issue } from './store.ts';

/** An issue whose signature is looked at, with its number, both locked. @throws not-allowed, conflict */
export async function signable(at: At, id: string, version: number): Promise<Open> {
  const open = await locked(at, id, version);
  if (!mayChange(at.actor, open.number)) throw notAllowed('records.number_not_yours');
  const { seal, state } = open.issue;
  if (seal !== 'SIGNATURE' || state === 'WITHDRAWN') throw conflict('records.no_signature_wanted');
  return open;
}

interface Signed {
  readonly version: number;
  readonly found: {
    readonly status: SignatureFound['status'];
    readonly by: string;
    readonly until?: string | null | undefined;
  };
  /** The bytes that the plug-in looked at; null where somebody says what they found. */
  readonly sha256: string | null;
}

export async function signNow(at: At, id: string, { version, found, sha256 }: Signed): Promise<IssueView> {
  const { issue, number } = await signable(at, id, version);
  if (sha256 !== null && number.sha256 !== sha256) throw conflict('records.stale');
  const { status, by } = found;
  const until = (found.until ?? null) as LocalDate | null;
  const source: Issue['signatureSource'] = sha256 === null ? 'BY_HAND' : 'PLUGIN';
  const signature = {
    ...{ signatureStatus: status, signatureBy: by, signatureUntil: until, signatureSource: source },
  };
  const fact = { status, by, until, source };
  return saved(at, { ...issue, ...signature, version: version + 1 }, number, { act: 'SIGNATURE_CHECKED', fact });
}

/** Asks the plug-in, which may take long: nothing is locked meanwhile, and nothing is taken for granted afterwards. */
export async function checkedBy(
  { blobs }: RecordsParts,
  check: CheckSignature | null,
  asked: () => Promise<string | null>,
): Promise<Pick<Signed, 'found' | 'sha256'>> {
  const sha256 = await asked();
  const bytes = check && sha256 !== null ? await blobs.get(sha256) : null;
  if (!check || !bytes) throw badInput('records.no_signature_checker');
  return { found: await check(bytes), sha256 };
}
