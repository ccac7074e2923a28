import { type ErrorParams, fill, invariant, type Sentence } from '../shared/index.ts';
import { ledgerTexts } from './text.ts';
import type { Finding, Witnessed } from './witness.ts';

export type Namer = (kind: string, subject: string) => Sentence;

/** Calls rows as their capability calls them. */
export function namerOf(witnesses: readonly Witnessed[]): Namer {
  const byKind = new Map(witnesses.map((witnessed) => [witnessed.kind, witnessed.name]));
  return (kind, subject) =>
    byKind.get(kind)?.(subject) ?? { ja: `「${kind}」の「${subject}」`, en: `${kind} ${subject}` };
}

export interface FindingOptions {
  readonly kind?: string;
  readonly subject?: string;
  readonly params?: ErrorParams;
  /** Parameters that read differently in each language. */
  readonly named?: Readonly<Record<string, Sentence>>;
}

/** The kind of findings about the log itself. */
export const LOG = 'ledger/log';

export function finding(code: string, options: FindingOptions): Finding {
  const { kind = LOG, subject = '', params = {}, named = {} } = options;
  const template = ledgerTexts[code];
  invariant(template, `a sentence for ${code}`);
  const inLocale = (locale: 'ja' | 'en') =>
    fill(template[locale], {
      ...params,
      ...Object.fromEntries(Object.entries(named).map(([name, sentence]) => [name, sentence[locale]])),
    });
  return { kind, subject, code, sentence: { ja: inLocale('ja'), en: inLocale('en') } };
}
