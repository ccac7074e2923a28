import { z } from 'zod';
import { type LocalDate, parseLocalDate } from './local-date.ts';
import type { Texts } from './text.ts';

// Control characters and the marks that turn the direction of writing: nobody types them, and they hide what is said.
// Line feed and tab stay for `typedLines`.
const HIDDEN = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const BREAKS = /[\n\t\u2028\u2029]/u;
// Zero-width signs, blanks and variation selectors alone say nothing.
const VISIBLE = /[^\s\p{Cf}\p{Cc}\p{Mn}\u115f\u1160\u3164]/u;

/** What is said of a typed text that cannot be taken; each schema below refuses with one of these codes. */
export const typedTextTexts = {
  'text.missing': { ja: '文字を入力してください。', en: 'Please type something here.' },
  'text.too_long': {
    ja: '長すぎます。{max}文字以内で入力してください。',
    en: 'This is too long: at most {max} characters.',
  },
  'text.unreadable': {
    ja: '画面に出ない文字や、1行の欄に改行が含まれています。入力し直してください。',
    en: 'It holds signs that cannot be shown, or a line break in a field of one line. Please type it again.',
  },
  'text.day': {
    ja: '日付は1900年から2199年までで入力してください。',
    en: 'Please give a day between 1900 and 2199.',
  },
} as const satisfies Texts;

const code = (name: keyof typeof typedTextTexts) => name;

/** Half a surrogate pair cannot be stored: PostgreSQL keeps another sign, and the hash would no longer fit. */
function readable(text: string): boolean {
  return text.isWellFormed() && !HIDDEN.test(text);
}

/** Counted as people count: 𠮷 is one. */
const within = (max: number) => (text: string) => Array.from(text).length <= max;

const typed = (max: number) =>
  z
    .string({ error: code('text.missing') })
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine(readable, code('text.unreadable'))
    .refine(within(max), { error: code('text.too_long'), params: { max } });

/** One line that says something: a title. */
export const typedLine = (max: number) =>
  typed(max)
    .refine((text) => VISIBLE.test(text), code('text.missing'))
    .refine((text) => !BREAKS.test(text), code('text.unreadable'));

/** Several lines that say something: a reason, a question. */
export const typedLines = (max: number) => typed(max).refine((text) => VISIBLE.test(text), code('text.missing'));

/** Several lines, or nothing. */
export const typedLinesOrNothing = (max: number) => typed(max);

const RECKONABLE = /^(?:19|20|21)/;

/** A day with which one can reckon: PostgreSQL knows no year 0, and some days after 9999 is no date any more. */
export const typedDay = () => z.iso.date().refine((day) => RECKONABLE.test(day), code('text.day'));

/** The same for a text that may well be no day. */
export function dayTyped(text: string): LocalDate | null {
  const day = parseLocalDate(text);
  return day !== null && RECKONABLE.test(day) ? day : null;
}

/** PostgreSQL keeps every character but U+0000 and half a surrogate pair, which no keyboard types. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  return typeof value !== 'object' || value === null || Object.values(value).every(isStorable);
}
