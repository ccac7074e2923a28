import type { z } from 'zod';
import type { Sentence } from '../../shared/index.ts';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, Sentence>> = {
  object: { ja: '見出しと値の組（名前: 値）', en: 'names with values (name: value)' },
  record: { ja: '見出しと値の組（名前: 値）', en: 'names with values (name: value)' },
  array: { ja: '一覧（「- 」か [ ]）', en: 'a list (“- ” or [ ])' },
  string: { ja: '文字', en: 'text' },
  number: { ja: '数', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true か false ', en: 'true or false' },
};

const OTHER: Sentence = {
  ja: 'この書き方は使えません。手引きの例と見比べてください',
  en: 'it cannot be written like this; compare it with the guide',
};
const MISSING: Sentence = { ja: '書かれていません', en: 'it is missing' };

/** What is wrong with a text that has to look a certain way, by a piece of the pattern. */
const PATTERNS: readonly (readonly [string, Sentence])[] = [
  [
    '[A-Za-z][A-Za-z0-9_.-]*',
    {
      ja: '半角の英字で始め、半角の英数字と「.」「_」「-」だけで書いてください',
      en: 'begin with a letter, and use letters, figures, “.”, “_” and “-” only',
    },
  ],
  ['[0-9]{4}-[0-9]{2}', { ja: '「city/2026-04-01」のように書いてください', en: 'write it like “city/2026-04-01”' }],
  [
    '[0-3][0-9]|4',
    {
      ja: '時刻を「08:30」、翌日の9時なら「33:00」のように書いてください',
      en: 'write a time like “08:30”, or “33:00” for nine of the day after',
    },
  ],
  ['[0-9]{1,4}:', { ja: '長さを「7:45」のように書いてください', en: 'write a length like “7:45”' }],
  [
    '(0[1-9]|1[0-2])-',
    { ja: '日付を「06-01」か「2026-06-01」のように書いてください', en: 'write a day like “06-01” or “2026-06-01”' },
  ],
  ['[01][0-9]', { ja: '時刻を「08:30」のように書いてください', en: 'write a time like “08:30”' }],
  [
    '(unit:)?',
    {
      ja: '「回議 職コード」「合議 unit:所属コード」のように書いてください',
      en: 'write a duty and a post, or a duty and unit:code',
    },
  ],
];
const FORMATS: Readonly<Record<string, Sentence>> = {
  date: { ja: '日付を「2026-04-01」のように書いてください', en: 'write a day like “2026-04-01”' },
  datetime: {
    ja: '日時を「2026-04-01T09:00:00+09:00」のように書いてください',
    en: 'write a time like “2026-04-01T09:00:00+09:00”',
  },
};

/** The reasons of our own refinements, by the words that stand in the schema. */
const CUSTOM: Readonly<Record<string, string>> = {
  'a condition is missing': '条件が書かれていません',
  'a limit is missing': '範囲（from・over・upTo・below）が書かれていません',
  'from and over exclude each other': 'from（以上）と over（超）は、どちらか一つにしてください',
  'upTo and below exclude each other': 'upTo（以下）と below（未満）は、どちらか一つにしてください',
};

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined),
    value,
  );
}

function format(issue: Extract<Issue, { code: 'invalid_format' }>): Sentence {
  const pattern = 'pattern' in issue ? String(issue.pattern) : '';
  return FORMATS[issue.format] ?? PATTERNS.find(([part]) => pattern.includes(part))?.[1] ?? OTHER;
}

/** Too few or too many, too small or too large. */
function size({ origin, least, most }: { origin: string; least?: unknown; most?: unknown }): Sentence {
  const limit = String(least ?? most);
  if (origin === 'string' && least !== undefined) return { ja: '空です', en: 'it is empty' };
  const counted = origin === 'array' ? { ja: ' 件', en: ' entries' } : { ja: '', en: '' };
  if (least === undefined) return { ja: `${limit}${counted.ja}までです`, en: `at most ${limit}${counted.en}` };
  return { ja: `${limit}${counted.ja}以上にしてください`, en: `at least ${limit}${counted.en}` };
}

/** Of several ways to write something, the one that was meant: where not the whole of it is of another kind. */
function nearest(errors: readonly (readonly Issue[])[]): Issue | undefined {
  const meant = errors.find((issues) =>
    issues.every(({ code, path }) => path.length > 0 || !['invalid_type', 'invalid_value'].includes(code)),
  );
  return meant?.find(({ code }) => code === 'unrecognized_keys') ?? meant?.[0];
}

/** What is wrong at this place of the file, in words for whoever writes it. */
export function shapeWords(issue: Issue, file: unknown): Sentence {
  switch (issue.code) {
    case 'invalid_type': {
      const found = valueAt(file, issue.path);
      const kind = KINDS[issue.expected];
      if (found === undefined || found === null) return MISSING;
      return kind ? { ja: `${kind.ja}を書いてください`, en: `write ${kind.en}` } : OTHER;
    }
    case 'invalid_value': {
      if (valueAt(file, issue.path) === undefined) return MISSING;
      const values = issue.values.map(String);
      return { ja: `${values.join('、')} のどれかを書いてください`, en: `write one of ${values.join(', ')}` };
    }
    case 'too_small':
      return size({ origin: issue.origin, least: issue.minimum });
    case 'too_big':
      return size({ origin: issue.origin, most: issue.maximum });
    case 'invalid_format':
      return format(issue);
    case 'unrecognized_keys':
      return {
        ja: `知らない見出しがあります：${issue.keys.join('、')}`,
        en: `there are unknown names: ${issue.keys.join(', ')}`,
      };
    case 'invalid_union': {
      const inner = nearest(issue.errors);
      return inner ? shapeWords({ ...inner, path: [...issue.path, ...inner.path] }, file) : OTHER;
    }
    case 'invalid_key': {
      const [inner] = issue.issues;
      return inner ? shapeWords({ ...inner, path: issue.path }, file) : OTHER;
    }
    case 'custom': {
      const ja = CUSTOM[issue.message];
      return ja === undefined ? OTHER : { ja, en: issue.message };
    }
    default:
      return OTHER;
  }
}
