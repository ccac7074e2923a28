import type { Locale } from '@kaigi/core/shared';

/** The language of the answer by `Accept-Language` (RFC 9110, 12.5.4): Japanese unless English is wanted more. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  let best: { locale: Locale; quality: number } = { locale: 'ja', quality: 0 };
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const locale = tag.split('-')[0];
    const written = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const quality = written === undefined ? 1 : Number(written);
    if ((locale === 'ja' || locale === 'en') && quality > best.quality) best = { locale, quality };
  }
  return best.locale;
}
