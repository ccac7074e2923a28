import { type Locale, say } from '../../shared/index.ts';
import { tripTexts } from './text.ts';

export type Code = keyof typeof tripTexts extends `telework.trip_${infer Rest}` ? Rest : never;

export const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(tripTexts, `telework.trip_${code}`, locale, params) ?? code;
