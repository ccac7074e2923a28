import { fill, type Locale, localDateOf, localTimeOf } from '../../shared/index.ts';
import { disasterTexts } from './text.ts';

type Named<C> = C extends `telework.disaster_${infer Rest}` ? Rest : never;
type Code = Named<keyof typeof disasterTexts>;
type Params = Record<string, string | number>;

export const words = (locale: Locale, code: Code, params: Params = {}): string =>
  fill(disasterTexts[`telework.disaster_${code}`][locale], params);

/** 11月24日 8:05 */
export function momentOf(at: string, locale: Locale): string {
  const instant = new Date(at);
  const [, month = '', day = ''] = localDateOf(instant).split('-');
  const time = localTimeOf(instant);
  return locale === 'ja' ? `${Number(month)}月${Number(day)}日 ${time}` : `${month}-${day} ${time}`;
}
