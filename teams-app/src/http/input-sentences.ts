import type { Locale } from '@kaigi/core/shared';
import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const LIBRARY = { ja: z.locales.ja().localeError, en: z.locales.en().localeError };

const both = (locale: Locale, ja: string, en: string) => (locale === 'ja' ? ja : en);

function ofSize(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>, locale: Locale): string | null {
  const { origin } = issue;
  if (issue.code === 'too_big') {
    const { maximum } = issue;
    if (origin === 'string')
      return both(locale, `${maximum} 文字以内で入力してください。`, `At most ${maximum} characters.`);
    return origin === 'number' || origin === 'int'
      ? both(locale, `${maximum} 以下にしてください。`, `At most ${maximum}.`)
      : null;
  }
  const { minimum } = issue;
  if (origin === 'string' && minimum === 1) return both(locale, '入力してください。', 'Please fill this in.');
  if (origin === 'string')
    return both(locale, `${minimum} 文字以上で入力してください。`, `At least ${minimum} characters.`);
  return origin === 'number' || origin === 'int'
    ? both(locale, `${minimum} 以上にしてください。`, `At least ${minimum}.`)
    : null;
}

function ownSentence(issue: Issue, locale: Locale): string | null {
  switch (issue.code) {
    case 'too_big':
    case 'too_small':
      return ofSize(issue, locale);
    case 'invalid_type':
      return issue.input === undefined
        ? both(locale, '必要な項目です。', 'This is required.')
        : both(locale, '値の種類が違います。', 'This is of the wrong type.');
    case 'unrecognized_keys':
      return both(locale, `知らない項目です：${issue.keys.join('、')}`, `Unknown fields: ${issue.keys.join(', ')}`);
    case 'invalid_value':
      return both(
        locale,
        `${issue.values.map(String).join('・')} のどれかにしてください。`,
        `One of ${issue.values.map(String).join(', ')}.`,
      );
    case 'invalid_format':
      return issue.format === 'uuid'
        ? both(
            locale,
            '番号の形が違います。リンクが途中で切れていないか確かめてください。',
            'This is no id. The link may have been cut off.',
          )
        : null;
    case 'invalid_union':
      return both(locale, '決められた値ではありません。', 'This is none of the values that are allowed.');
    default:
      return null;
  }
}

/** What is wrong with a field, as a person would say it; rarer mistakes in Zod's own words. */
export function inputSentence(locale: Locale): (issue: Issue) => string {
  return (issue) => {
    const own = ownSentence(issue, locale);
    if (own !== null) return own;
    const said = LIBRARY[locale](issue);
    return (
      (typeof said === 'string' ? said : said?.message) ?? both(locale, '正しくありません。', 'This is not right.')
    );
  };
}
