import { type ErrorParams, KaigiError } from './errors.ts';
import { type LocalDate, parseLocalDate } from './local-date.ts';
import { wareki } from './wareki.ts';

export type Locale = 'ja' | 'en';

/** One sentence in each language; `{name}` stands for a parameter. */
export interface Sentence {
  readonly ja: string;
  readonly en: string;
}

export type Texts = Readonly<Record<string, Sentence>>;

/**
 * Puts parameters into a sentence; `{count|case|cases}` is a number with the word that goes with it in English.
 * A missing parameter shows as its name, so that it is seen and mended.
 */
export function fill(template: string, params: ErrorParams = {}): string {
  return template.replace(/\{(\w+)(?:\|([^|}]+)\|([^|}]+))?\}/g, (whole, name: string, one?: string, more?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return one === undefined ? String(value) : `${value} ${Number(value) === 1 ? one : more}`;
  });
}

/** A day as it is said in this language: 令和8年11月21日, `2026-11-21`. */
export const dayIn = (day: string, locale: Locale): string => (locale === 'ja' ? wareki(day as LocalDate) : day);

/** A day in a Japanese sentence is written in 和暦, whoever hands it in. */
function inJapanese(params: ErrorParams): ErrorParams {
  const said = Object.entries(params).map(([name, value]) => {
    const day = typeof value === 'string' ? parseLocalDate(value) : null;
    return [name, day === null ? value : wareki(day)] as const;
  });
  return Object.fromEntries(said);
}

/** The sentence of a code, or undefined where this table does not have it. */
export function say(texts: Texts, code: string, locale: Locale, params: ErrorParams = {}): string | undefined {
  const sentence = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return sentence ? fill(sentence[locale], locale === 'ja' ? inJapanese(params) : params) : undefined;
}

/** What a person is told of a refusal; everything else, and what has no sentence, is thrown on. */
export function sentenceOfRefusal(error: unknown, texts: Texts, locale: Locale): string {
  const sentence = error instanceof KaigiError ? say(texts, error.code, locale, error.params) : undefined;
  if (sentence === undefined) throw error;
  return sentence;
}
