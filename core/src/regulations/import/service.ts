import { type Actor, hasRole, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, sha256Hex, type Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  type Download,
  isUuid,
  KaigiError,
  notAllowed,
  notFound,
  type UploadedFile,
} from '../../shared/index.ts';
import { rulesThatBreak } from '../breaks.ts';
import type { PackReview, PackView } from '../contract.ts';
import type { Pack } from '../engine/pack.ts';
import { loadPack } from '../language/load.ts';
import * as store from '../store.ts';
import { packTable } from '../table/page.ts';
import { activateDecided, inForce, isNamed, mayDecide, type PacksParts } from './decided.ts';
import { changesBetween, fingerprintOf, presentBuiltIn, presentFindings, presentRow, proposalFor } from './present.ts';

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

const reread = ({ yaml }: { yaml: string }): Pack | null => {
  const loaded = loadPack(yaml);
  return loaded.ok ? loaded.pack : null;
};

type Inside = <T>(caller: Caller, work: (tx: Tx, actor: Actor) => Promise<T>) => Promise<T>;

const insideOf =
  ({ db, directory, shelf }: PacksParts): Inside =>
  (caller, work) =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      const [actor] = await Promise.all([directory.actorOf(tx, caller), shelf.ready(tx)]);
      return work(tx, actor);
    });

async function found(tx: Tx, packId: string): Promise<store.PackRow & { yaml: string }> {
  const row = isUuid(packId) ? await store.packById(tx, packId) : null;
  if (!row) throw notFound('regulations.pack_not_found');
  return row;
}

interface Named {
  readonly packId: string;
  readonly locale: Caller['locale'];
}

async function reviewOf(parts: PacksParts, tx: Tx, { packId, locale }: Named): Promise<PackReview> {
  const [row, there] = await Promise.all([found(tx, packId), parts.directory.organisation(tx)]);
  const [now, pack] = [inForce(parts, tx), reread(row)];
  const breaks = pack ? rulesThatBreak(pack, there) : [];
  return {
    ...presentRow(row, pack, { locale, inForceToday: now.version }),
    comparedWith: now.version,
    matter: matterFor(now, locale),
    ...(pack ? changesBetween(now, pack, locale) : { added: [], changed: [], removed: [] }),
    breaks: breaks.map(({ ruleId, article, sentence }) => ({ ruleId, article, sentence: sentence[locale] })),
    proposalText: pack ? proposalFor(pack, fingerprintOf(row.sha256), row.effectiveFrom) : '',
  };
}

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

async function list(parts: PacksParts, tx: Tx, { locale }: Caller): Promise<{ items: PackView[] }> {
  const shown = { locale, inForceToday: inForce(parts, tx).version };
  const own = parts.shelf.versions(tx.municipalityId);
  const known = new Map(own.map(({ pack }) => [pack.version, pack]));
  const imported = (await store.packs(tx)).map((row) => presentRow(row, known.get(row.version) ?? null, shown));
  const builtIn = own.filter((one) => one.builtIn).map(({ pack }) => presentBuiltIn(pack, shown));
  return { items: [...imported, ...builtIn] };
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
    list: (caller) => inside(caller, (tx) => list(parts, tx, caller)),
    review: (caller, packId) => inside(caller, (tx) => reviewOf(parts, tx, { packId, locale: caller.locale })),
    table: (caller, packId) =>
      inside(caller, async (tx) => {
        const pack = reread(await found(tx, packId));
        if (!pack) throw notFound('regulations.pack_not_found');
        return packTable(pack, caller.locale);
      }),
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
        return presentRow({ ...row, state: 'DROPPED' }, reread(row), shown);
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

function matterFor({ file, matters }: Pack, locale: Caller['locale']): PackReview['matter'] {
  const matter = matters.get(file.changedBy ?? '');
  return matter ? { code: matter.code, name: matter.name[locale] } : null;
}
