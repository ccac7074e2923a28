import { z } from 'zod';
import { type Finding, finding } from './finding.ts';
import { NameSchema } from './parts.ts';
import { shapeWords } from './shape-words.ts';

/** 準用: a body that goes by another body's regulations, read with other words (読み替え). */
export const BaseSchema = z.strictObject({
  version: z.string().describe('準用する版 / the version gone by'),
  article: z.string().min(1).describe('準用を定める条項 / the article that says so'),
  names: z
    .record(z.string().min(1), z.string().min(1))
    .default({})
    .describe('名前の読み替え（段階・所属・職など） / names read as others: classes, units, posts'),
  words: z
    .record(z.string().min(1), z.string().min(1))
    .default({})
    .describe('文中の語の読み替え / words in sentences read as others'),
  without: z.array(NameSchema).default([]).describe('準用しない行・事案 / rows and matters not taken over'),
});
type Base = z.infer<typeof BaseSchema>;

/** A pack as it stands in a file, by its version; null where there is none. */
export type BaseOf = (version: string) => unknown;

type Value = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// By what the rows of a table are called.
const KEYS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['decisions', 'steps', 'escalations', 'deputies', 'deputyLimits', 'absence', 'postReview'].map((name) => [
      name,
      'id',
    ]),
  ),
  ...{
    skips: 'id',
    reminders: 'id',
    series: 'id',
    groups: 'group',
    matters: 'code',
    reasons: 'code',
    facts: 'key',
    functions: 'function',
  },
};
// Taken over whole, where the body says nothing itself.
const WHOLE = [
  'ladder',
  'organisation',
  'unlisted',
  'analogy',
  'line',
  'numbering',
  'filePlan',
  'registers',
  'disclosure',
  'changedBy',
];

function inOtherWords(text: string, words: Base['words']): string {
  return Object.entries(words).reduce((read, [from, to]) => read.replaceAll(from, to), text);
}

/** The value with names and words read as the body reads them; articles say that they are gone by. */
function readAs(value: unknown, base: Base, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => readAs(one, base, key));
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [base.names[name] ?? name, readAs(inner, base, name)]),
    );
  }
  if (typeof value !== 'string') return value;
  if (key === 'article' || key === 'vacancyArticle') {
    return `${base.article}において準用する${inOtherWords(value, base.words)}`;
  }
  return key === 'ja' || key === 'en' ? inOtherWords(value, base.words) : (base.names[value] ?? value);
}

/** Own rows first; then those of the base that are neither replaced nor left out. */
function merged(own: Value, taken: Value, { without }: Base): Value {
  const rowsOf = (value: unknown): readonly Value[] => (Array.isArray(value) ? value.filter(isObject) : []);
  const tables = Object.entries(KEYS).map(([table, key]) => {
    const first = rowsOf(own[table]);
    const names = new Set([...first.map((row) => row[key]), ...without]);
    return [table, [...first, ...rowsOf(taken[table]).filter((row) => !names.has(row[key]))]];
  });
  const whole = WHOLE.flatMap((name) =>
    own[name] === undefined && taken[name] !== undefined ? [[name, taken[name]]] : [],
  );
  return { ...own, ...Object.fromEntries([...tables, ...whole]) };
}

const MOST_BASES = 5;

/** Puts in what a pack takes over from others; what takes over nothing stays as it is. */
export function withBase(value: unknown, baseOf: BaseOf, depth = 0): { value: unknown } | { finding: Finding } {
  if (!isObject(value) || value.base === undefined) return { value };
  const parsed = BaseSchema.safeParse(value.base);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const message = issue ? shapeWords(issue, value.base) : '';
    const params = { path: ['base', ...(issue?.path ?? [])].join('.'), message };
    return { finding: finding('base', 'regulations.pack_shape', params) };
  }
  const base = parsed.data;
  if (depth >= MOST_BASES)
    return { finding: finding('base', 'regulations.pack_circle', { what: 'base', name: base.version }) };
  const found = baseOf(base.version);
  if (!isObject(found))
    return { finding: finding('base', 'regulations.pack_unknown', { kind: 'version', name: base.version }) };
  const below = withBase(found, baseOf, depth + 1);
  if ('finding' in below) return below;
  return { value: merged(value, readAs(below.value, base) as Value, base) };
}
