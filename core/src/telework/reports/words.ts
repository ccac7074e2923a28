import { fill, type Locale } from '../../shared/index.ts';
import { reportTexts } from './text.ts';

type Named<C> = C extends `telework.reports_${infer Rest}` ? Rest : never;
type Code = Named<keyof typeof reportTexts>;

export const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  fill(reportTexts[`telework.reports_${code}`][locale], params);
