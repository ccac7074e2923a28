import type { LocalDate, Locale } from '../../shared/index.ts';
import { fill } from '../../shared/index.ts';
import type { PackFinding, PackReview, PackView } from '../contract.ts';
import type { Pack } from '../engine/pack.ts';
import { rowsByName } from '../language/all-rows.ts';
import type { Finding } from '../language/finding.ts';
import type { Row } from '../language/schema.ts';
import { findingSentence } from '../language/text.ts';
import type { PackRow } from '../store.ts';
import { regulationsTexts } from '../text.ts';

const MOST_FINDINGS = 100;

export const presentFindings = (findings: readonly Finding[], locale: Locale): PackFinding[] =>
  findings
    .slice(0, MOST_FINDINGS)
    .map((one) => ({ row: one.row, code: one.code, sentence: findingSentence(one, locale) }));

/** Short enough to be read aloud, long enough that no other text has it. */
export const fingerprintOf = (sha256: string): string => `sha256:${sha256.slice(0, 24)}`;

interface Shown {
  readonly locale: Locale;
  readonly inForceToday: string;
}

export function presentRow(row: PackRow, { locale, inForceToday }: Shown): PackView {
  return {
    packId: row.packId,
    version: row.version,
    regulation: row.title[locale],
    effectiveFrom: row.effectiveFrom,
    state: row.state,
    inForceToday: row.state === 'ACTIVE' && row.version === inForceToday,
    inForceFrom: row.inForceFrom,
    importedBy: row.importedBy,
    importedAt: row.importedAt.toISOString(),
    caseId: row.caseId,
    fingerprint: fingerprintOf(row.sha256),
    rows: row.rows,
  };
}

export function presentBuiltIn(pack: Pack, { locale, inForceToday }: Shown): PackView {
  return {
    packId: null,
    version: pack.version,
    regulation: pack.file.title[locale],
    effectiveFrom: pack.effectiveFrom,
    state: 'BUILT_IN',
    inForceToday: pack.version === inForceToday,
    inForceFrom: pack.effectiveFrom,
    importedBy: null,
    importedAt: null,
    caseId: null,
    fingerprint: null,
    rows: pack.file.decisions.length,
  };
}

type Changes = Pick<PackReview, 'added' | 'changed' | 'removed'>;

/** What differs between two versions, row by row. */
export function changesBetween(before: Pack, after: Pack, locale: Locale): Changes {
  const [old, fresh] = [rowsByName(before.file), rowsByName(after.file)];
  const named = ({ id, article, sentence }: Row) => ({ ruleId: id, article, sentence: sentence[locale] });
  const same = (row: Row) => JSON.stringify(old.get(row.id)) === JSON.stringify(row);
  return {
    added: [...fresh.values()].filter(({ id }) => !old.has(id)).map(named),
    changed: [...fresh.values()].filter((row) => old.has(row.id) && !same(row)).map(named),
    removed: [...old.values()].filter(({ id }) => !fresh.has(id)).map(named),
  };
}

/** 伺い文: names the text by its version and fingerprint. */
export function proposalFor(pack: Pack, fingerprint: string, effectiveFrom: LocalDate): string {
  const template = regulationsTexts['regulations.pack_proposal']?.ja ?? '';
  return fill(template, { regulation: pack.file.title.ja, version: pack.version, effectiveFrom, fingerprint });
}
