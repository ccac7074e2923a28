import type { Locale } from '../../shared/index.ts';
import { say } from '../../shared/index.ts';
import { punchCardTexts } from './card-text.ts';

type Code = keyof typeof punchCardTexts extends `telework.punch_card.${infer Name}` ? Name : never;

/** A sentence of the cards, by the end of its code. */
export const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(punchCardTexts, `telework.punch_card.${code}`, locale, params) ?? code;

/** 465 minutes are 7:45. */
export const duration = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
