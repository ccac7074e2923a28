import { type Locale, say } from '../../shared/index.ts';
import { punchCardTexts } from './card-text.ts';

type Code = keyof typeof punchCardTexts extends `telework.punch_card.${infer Name}` ? Name : never;

/** A sentence of the cards, by the end of its code. */
export const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(punchCardTexts, `telework.punch_card.${code}`, locale, params) ?? code;
