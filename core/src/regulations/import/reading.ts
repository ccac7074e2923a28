import type { Tx } from '../../platform/index.ts';
import { type Caller, Download, isUuid, type Locale, notFound } from '../../shared/index.ts';
import { rulesThatBreak } from '../breaks.ts';
import type { PackReview, PackTable, PackTableQuery, PackView } from '../contract.ts';
import type { Pack } from '../engine/pack.ts';
import { loadPack } from '../language/load.ts';
import * as store from '../store.ts';
import { packDocument } from '../table/document.ts';
import { packSections } from '../table/page.ts';
import { inForce, type PacksParts } from './decided.ts';
import { changesBetween, fingerprintOf, presentBuiltIn, presentRow, proposalFor } from './present.ts';

const reread = ({ yaml }: { yaml: string }): Pack | null => {
  const loaded = loadPack(yaml);
  return loaded.ok ? loaded.pack : null;
};

export async function found(tx: Tx, packId: string): Promise<store.PackRow & { yaml: string }> {
  const row = isUuid(packId) ? await store.packById(tx, packId) : null;
  if (!row) throw notFound('regulations.pack_not_found');
  return row;
}

interface Named {
  readonly packId: string;
  readonly locale: Caller['locale'];
}

export async function reviewOf(parts: PacksParts, tx: Tx, { packId, locale }: Named): Promise<PackReview> {
  const [row, there] = await Promise.all([found(tx, packId), parts.directory.organisation(tx)]);
  const [now, pack] = [inForce(parts, tx), reread(row)];
  const breaks = pack ? rulesThatBreak(pack, there) : [];
  return {
    ...presentRow(row, { locale, inForceToday: now.version }),
    comparedWith: now.version,
    matter: matterFor(now, locale),
    ...(pack ? changesBetween(now, pack, locale) : { added: [], changed: [], removed: [] }),
    breaks: breaks.map(({ ruleId, article, sentence }) => ({ ruleId, article, sentence: sentence[locale] })),
    proposalText: pack ? proposalFor(pack, fingerprintOf(row.sha256), row.effectiveFrom) : '',
  };
}

function matterFor({ file, matters }: Pack, locale: Caller['locale']): PackReview['matter'] {
  const matter = matters.get(file.changedBy ?? '');
  return matter ? { code: matter.code, name: matter.name[locale] } : null;
}

export async function listOf(parts: PacksParts, tx: Tx, { locale }: Caller): Promise<{ items: PackView[] }> {
  const shown = { locale, inForceToday: inForce(parts, tx).version };
  const own = parts.shelf.versions(tx.municipalityId);
  const imported = (await store.packs(tx)).map((row) => presentRow(row, shown));
  const builtIn = own.filter((one) => one.builtIn).map(({ pack }) => presentBuiltIn(pack, shown));
  return { items: [...imported, ...builtIn] };
}

/** What was brought in, ready to be read. */
export async function packIn(tx: Tx, packId: string): Promise<Pack> {
  const pack = reread(await found(tx, packId));
  if (!pack) throw notFound('regulations.pack_not_found');
  return pack;
}

interface Asked {
  readonly query: PackTableQuery;
  readonly locale: Locale;
}

/** Built-in versions have a name only; what was brought in has its id. */
export async function tableOf(parts: PacksParts, tx: Tx, { query, locale }: Asked): Promise<PackTable> {
  const { packId, version } = query;
  if (packId !== undefined) return packSections(await packIn(tx, packId), locale);
  if (version === undefined) return packSections(inForce(parts, tx), locale);
  const named = parts.shelf.versions(tx.municipalityId).find(({ pack }) => pack.version === version);
  if (!named) throw notFound('regulations.pack_not_found');
  return packSections(named.pack, locale);
}

const fileNameOf = (version: string, ending: string): string => `${version.replace('/', '-')}.${ending}`;

export async function textOf(tx: Tx, packId: string): Promise<Download> {
  const { version, yaml } = await found(tx, packId);
  return new Download(fileNameOf(version, 'yaml'), 'text/yaml; charset=utf-8', new TextEncoder().encode(yaml));
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export async function documentOf(parts: PacksParts, tx: Tx, packId: string): Promise<Download> {
  const pack = await packIn(tx, packId);
  const review = await reviewOf(parts, tx, { packId, locale: 'ja' });
  return new Download(fileNameOf(pack.version, 'docx'), WORD, packDocument(pack, review));
}
