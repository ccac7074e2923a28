import { type Actor, hasRole, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, sha256Hex, type Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  type Download,
  KaigiError,
  notAllowed,
  type UploadedFile,
} from '../../shared/index.ts';
import type { PackReview, PackTable, PackTableQuery, PackView } from '../contract.ts';
import type { Pack } from '../engine/pack.ts';
import { loadPack } from '../language/load.ts';
import * as store from '../store.ts';
import { packTable } from '../table/page.ts';
import { activateDecided, inForce, isNamed, mayDecide, type PacksParts } from './decided.ts';
import { fingerprintOf, presentFindings, presentRow } from './present.ts';
import { documentOf, found, listOf, packIn, reviewOf, tableOf, textOf } from './reading.ts';

export interface Packs {
  /**
   * Takes a new version in. It changes nothing before a case of its own has decided upon it.
   * @throws bad-input `regulations.pack_refused` with every finding as `present`, `regulations.pack_not_text`
   * @throws conflict `regulations.pack_version_taken`; not-allowed `regulations.not_a_keeper`
   */
  propose(caller: Caller, file: UploadedFile | null): Promise<PackReview>;
  list(caller: Caller): Promise<{ items: PackView[] }>;
  review(caller: Caller, packId: string): Promise<PackReview>;
  table(caller: Caller, packId: string): Promise<Download>;
  /** A version as tables: one brought in, one by its name, or the one in force. */
  sections(caller: Caller, query: PackTableQuery): Promise<PackTable>;
  /** The text as it was given. */
  text(caller: Caller, packId: string): Promise<Download>;
  /** 起案文書 for the case that decides upon it. */
  document(caller: Caller, packId: string): Promise<Download>;
  /**
   * Names the case that decides upon it.
   * @throws bad-input `regulations.pack_case_unfit`; conflict `regulations.pack_not_proposed`
   */
  nameCase(caller: Caller, packId: string, caseId: string): Promise<PackReview>;
  /** Nobody wants it any more. @throws conflict `regulations.pack_not_proposed` */
  drop(caller: Caller, packId: string): Promise<PackView>;
  /** The case is decided: from its 施行日 on, today at the earliest, the pack is in force. Again is harmless. */
  activateDecided(tx: Tx): Promise<readonly string[]>;
}

// Far above any city's regulations; a text that takes seconds to read would hold everybody up.
const MOST_BYTES = 2_000_000;

function keeper(actor: Actor): void {
  const keeps = (['GENERAL_AFFAIRS', 'CHIEF_RECORDS_MANAGER', 'ADMIN'] as const).some((role) => hasRole(actor, role));
  if (!keeps) throw notAllowed('regulations.not_a_keeper');
}

function read(file: UploadedFile | null, { locale }: Caller): { yaml: string; pack: Pack } {
  if (!file || file.bytes.byteLength > MOST_BYTES) throw badInput('regulations.pack_not_text');
  let yaml: string;
  try {
    yaml = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch {
    throw badInput('regulations.pack_not_text');
  }
  if (yaml.includes('\0')) throw badInput('regulations.pack_not_text');
  const loaded = loadPack(yaml);
  if (loaded.ok) return { yaml, pack: loaded.pack };
  const findings = presentFindings(loaded.findings, locale);
  const params = { count: loaded.findings.length, first: findings[0]?.sentence ?? '' };
  throw new KaigiError('bad-input', 'regulations.pack_refused', params, findings);
}

type Inside = <T>(caller: Caller, work: (tx: Tx, actor: Actor) => Promise<T>) => Promise<T>;

const insideOf =
  ({ db, directory, shelf }: PacksParts): Inside =>
  (caller, work) =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      const [actor] = await Promise.all([directory.actorOf(tx, caller), shelf.ready(tx)]);
      return work(tx, actor);
    });

async function propose(parts: PacksParts, caller: Caller, file: UploadedFile | null): Promise<PackReview> {
  const inside = insideOf(parts);
  // Whoever may not is told so before a long text is read.
  await inside(caller, async (_, actor) => keeper(actor));
  const { yaml, pack } = read(file, caller);
  return inside(caller, async (tx, actor) => {
    const request = { use: 'regulations.propose', sha256: sha256Hex(new TextEncoder().encode(yaml)) };
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    const packId = await onlyOnce(tx, call, () => keep(parts, tx, { actor, yaml, pack, sha256: request.sha256 }));
    return reviewOf(parts, tx, { packId, locale: caller.locale });
  });
}

async function nameCase(
  parts: PacksParts,
  tx: Tx,
  { packId, caseId }: { packId: string; caseId: string },
): Promise<void> {
  const row = await found(tx, packId);
  const deciding = await parts.caseOf(tx, caseId);
  const fits = deciding && mayDecide(inForce(parts, tx), deciding);
  if (deciding?.state !== 'OPEN' || !fits || !isNamed(row, deciding)) {
    throw badInput('regulations.pack_case_unfit', { version: row.version, fingerprint: fingerprintOf(row.sha256) });
  }
  if (!(await store.nameCase(tx, packId, caseId))) throw conflict('regulations.pack_not_proposed');
}

export function createPacks(parts: PacksParts): Packs {
  const inside = insideOf(parts);
  return {
    propose: (caller, file) => propose(parts, caller, file),
    list: (caller) => inside(caller, (tx) => listOf(parts, tx, caller)),
    review: (caller, packId) => inside(caller, (tx) => reviewOf(parts, tx, { packId, locale: caller.locale })),
    table: (caller, packId) => inside(caller, async (tx) => packTable(await packIn(tx, packId), caller.locale)),
    sections: (caller, query) => inside(caller, (tx) => tableOf(parts, tx, { query, locale: caller.locale })),
    text: (caller, packId) => inside(caller, (tx) => textOf(tx, packId)),
    document: (caller, packId) => inside(caller, (tx) => documentOf(parts, tx, packId)),
    nameCase: (caller, packId, caseId) =>
      inside(caller, async (tx, actor) => {
        keeper(actor);
        await nameCase(parts, tx, { packId, caseId });
        return reviewOf(parts, tx, { packId, locale: caller.locale });
      }),
    drop: (caller, packId) =>
      inside(caller, async (tx, actor) => {
        keeper(actor);
        const row = await found(tx, packId);
        if (!(await store.drop(tx, packId))) throw conflict('regulations.pack_not_proposed');
        const shown = { locale: caller.locale, inForceToday: inForce(parts, tx).version };
        return presentRow({ ...row, state: 'DROPPED' }, shown);
      }),
    activateDecided: (tx) => activateDecided(parts, tx),
  };
}

interface Kept {
  readonly actor: Actor;
  readonly yaml: string;
  readonly pack: Pack;
  readonly sha256: string;
}

async function keep({ clock, shelf }: PacksParts, tx: Tx, { actor, yaml, pack, sha256 }: Kept): Promise<string> {
  const { version, effectiveFrom } = pack;
  const taken = shelf.versions(tx.municipalityId).some((one) => one.pack.version === version);
  const packId = newId(clock);
  const row = {
    packId,
    version,
    effectiveFrom,
    title: pack.file.title,
    rows: pack.file.decisions.length,
    yaml,
    sha256,
    state: 'PROPOSED',
    caseId: null,
    inForceFrom: null,
  } as const;
  const put = !taken && (await store.insertPack(tx, { ...row, importedBy: personOf(actor), importedAt: clock.now() }));
  if (!put) throw conflict('regulations.pack_version_taken', { version });
  return packId;
}
