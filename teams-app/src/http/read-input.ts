import { isDeepStrictEqual } from 'node:util';
import type { Locale, Route } from '@kaigi/core/shared';
import { z } from 'zod';
import { HttpRefusal, type InputProblem } from './problem.ts';

/** Reads one route's input by its schemas; what they do not name is refused. */
export interface InputReader {
  params(raw: unknown, locale: Locale): unknown;
  query(raw: unknown, locale: Locale): unknown;
  body(raw: unknown, locale: Locale): unknown;
}

const LANGUAGES = { ja: z.locales.ja().localeError, en: z.locales.en().localeError };
const NOTHING = z.strictObject({});

/** Zod drops unknown fields unless told otherwise; a field that is silently ignored is a mistake nobody sees. */
export function strict(schema: z.ZodType | undefined): z.ZodType {
  if (!schema) return NOTHING;
  return schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema;
}

export function inputReader(route: Route): InputReader {
  const [params, query, body] = [route.params, route.query, route.body].map(strict);
  return {
    params: (raw, locale) => read(params ?? NOTHING, raw, { locale, at: '/params' }),
    query: (raw, locale) => read(query ?? NOTHING, raw, { locale, at: '/query' }),
    body: (raw, locale) => {
      const isEmpty = raw === undefined || raw === null || isDeepStrictEqual(raw, {});
      if (!route.body && isEmpty) return undefined;
      return read(body ?? NOTHING, raw, { locale, at: '' });
    },
  };
}

interface Place {
  readonly locale: Locale;
  readonly at: string;
}

function read(schema: z.ZodType, raw: unknown, { locale, at }: Place): unknown {
  const result = schema.safeParse(raw, { error: LANGUAGES[locale] });
  if (result.success) return result.data;
  const problems = result.error.issues.slice(0, 20).map((issue) => describe(issue, at));
  const listed = problems.slice(0, 3).map(({ pointer, detail }) => (pointer === '' ? detail : `${pointer}: ${detail}`));
  throw new HttpRefusal(400, 'http.invalid_input', { params: { problems: listed.join(' / ') }, problems });
}

function describe(issue: z.core.$ZodIssue, at: string): InputProblem {
  const steps = issue.path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return { pointer: [at, ...steps].join('/'), detail: issue.message };
}
