import { periodText } from '../../regulations/index.ts';
import {
  type LocalDate,
  localDateOf,
  localTimeOf,
  say,
  wareki,
  warekiFiscalYear,
  warekiTime,
} from '../../shared/index.ts';
import type { CertificateMark } from './contract.ts';
import { type CertificateWord, certificateWords } from './text.ts';

export type Words = (word: CertificateWord, params?: Readonly<Record<string, string | number>>) => string;

const wordsIn =
  (locale: 'ja' | 'en'): Words =>
  (word, params = {}) =>
    say(certificateWords, word, locale, params) ?? word;

export type Post = CertificateMark['post'];
type Person = NonNullable<CertificateMark['actedBy']>;

export const named = ({ unitName, postTitle }: Post) => `${unitName} ${postTitle}`.trim();
export const called = (person: Person) => `${named(person)} ${person.name}`;

/** Words, days and times in the language of the certificate. */
export interface Writer {
  readonly t: Words;
  readonly day: (date: string) => string;
  readonly time: (instant: string) => string;
  readonly fiscalYear: (year: number) => string;
  /** 保存期間: 5年, 1年未満 */
  readonly period: (retentionYears: number) => string;
}

export function writerFor(locale: 'ja' | 'en'): Writer {
  const t = wordsIn(locale);
  const period = (retentionYears: number) => periodText({ retentionYears }, locale);
  if (locale === 'ja') {
    const time = (at: string) => warekiTime(new Date(at));
    return { t, day: (date) => wareki(date as LocalDate), time, fiscalYear: warekiFiscalYear, period };
  }
  const time = (at: string) => `${localDateOf(new Date(at))} ${localTimeOf(new Date(at))} JST`;
  return { t, day: (date) => date, time, fiscalYear: (year) => `fiscal year ${year}`, period };
}
