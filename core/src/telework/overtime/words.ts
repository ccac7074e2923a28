import { type Locale, say } from '../../shared/index.ts';
import { overtimeTexts } from './text.ts';

type Code = keyof typeof overtimeTexts extends `telework.overtime_${infer Rest}` ? Rest : never;

export const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(overtimeTexts, `telework.overtime_${code}`, locale, params) ?? code;
