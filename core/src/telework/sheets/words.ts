import { type Locale, say, warekiMonth } from '../../shared/index.ts';
import type { Flag } from '../working-time/flags.ts';
import { flagWords, spentWords } from '../working-time/text.ts';
import { sheetTexts } from './text.ts';

type Stripped<Code> = Code extends `telework.sheet_${infer Rest}` ? Rest : never;
type Code = Stripped<keyof typeof sheetTexts>;

export const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(sheetTexts, `telework.sheet_${code}`, locale, params) ?? code;

export const flagWord = (flag: string, locale: Locale): string => flagWords[flag as Flag]?.[locale] ?? flag;

/** Names of the city's leaves by id. */
export type LeaveNames = ReadonlyMap<string, { readonly ja: string; readonly en: string }>;

export const kindWord = (
  { kind, leave }: { readonly kind: string; readonly leave: string | null },
  leaves: LeaveNames,
  locale: Locale,
): string =>
  (leave !== null && leaves.get(leave)?.[locale]) || (spentWords[kind as keyof typeof spentWords]?.[locale] ?? kind);

/** `7時間45分`, `7:45 h`. */
export function lengthWord(minutes: number, locale: Locale): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (locale === 'en') return `${hours}:${String(rest).padStart(2, '0')} h`;
  return rest === 0 ? `${hours}時間` : `${hours}時間${rest}分`;
}

/** `令和8年7月`, `2026-07`. */
export const monthWord = (month: string, locale: Locale): string => (locale === 'ja' ? warekiMonth(month) : month);
