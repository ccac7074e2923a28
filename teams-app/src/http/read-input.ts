import { isDeepStrictEqual } from 'node:util';
import { isStorable, type Locale, type Route, say, typedTextTexts } from '@kaigi/core/shared';
import { z } from 'zod';
import { inputSentence } from './input-sentences.ts';
import { HttpRefusal, type InputProblem } from './problem.ts';

/** Reads one route's input by its schemas; what they do not name is refused. */
export interface InputReader {
  params(raw: unknown, locale: Locale): unknown;
  query(raw: unknown, locale: Locale): unknown;
  body(raw: unknown, locale: Locale): unknown;
}

const UNSTORABLE = { ja: '使えない文字が入っています。', en: 'It holds a character that cannot be stored.' };
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

/** Input of a door that is no route. */
export const strictReader = <T>(schema: z.ZodType<T>, raw: unknown, locale: Locale): T =>
  read(schema, raw, { locale, at: '' }) as T;

interface Place {
  readonly locale: Locale;
  readonly at: string;
}

function read(schema: z.ZodType, raw: unknown, { locale, at }: Place): unknown {
  if (!isStorable(raw)) throw unreadable([{ pointer: at, detail: UNSTORABLE[locale] }]);
  const result = schema.safeParse(raw, { error: inputSentence(locale) });
  if (result.success) return result.data;
  throw unreadable(result.error.issues.slice(0, 20).map((issue) => describe(issue, { at, locale })));
}

function unreadable(problems: readonly InputProblem[]): HttpRefusal {
  const listed = problems.slice(0, 3).map(({ pointer, detail }) => (pointer === '' ? detail : `${pointer}: ${detail}`));
  return new HttpRefusal(400, 'http.invalid_input', { params: { problems: listed.join(' / ') }, problems });
}

function describe(issue: z.core.$ZodIssue, { at, locale }: Place): InputProblem {
  const steps = issue.path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return { pointer: [at, ...steps].join('/'), detail: sentenceOf(issue, locale) };
}

/** A typed text's own schema refuses with a code; everything else already says its sentence. */
function sentenceOf(issue: z.core.$ZodIssue, locale: Locale): string {
  const params = issue.code === 'custom' ? (issue.params as { max?: number } | undefined) : undefined;
  return (
    say(typedTextTexts, issue.message, locale, params?.max === undefined ? {} : { max: params.max }) ?? issue.message
  );
}
