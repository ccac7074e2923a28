import { newId } from '@kaigi/core/platform';
import {
  assertNever,
  type ErrorKind,
  type ErrorParams,
  KaigiError,
  type Locale,
  type Problem,
  type Sentence,
  say,
  type Texts,
} from '@kaigi/core/shared';
import { httpTexts, STALE_TITLE, STATUS_TITLES } from './text.ts';

/** A refusal that only this edge knows: rate limits, sizes, methods. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: number;
  readonly code: string;
  readonly params: ErrorParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly problems: readonly InputProblem[];

  constructor(
    status: number,
    code: string,
    more: { params?: ErrorParams; headers?: Readonly<Record<string, string>>; problems?: readonly InputProblem[] } = {},
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.params = more.params ?? {};
    this.headers = more.headers ?? {};
    this.problems = more.problems ?? [];
  }
}

/** One field that was wrong; `pointer` is a JSON pointer (RFC 6901) into the input. */
export interface InputProblem {
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Problem & { readonly problems?: readonly InputProblem[] };
  /** True where nobody expected it, so that it is logged for somebody to look at. */
  readonly unexpected: boolean;
}

function statusOf(kind: ErrorKind, code: string): number {
  switch (kind) {
    case 'bad-input':
      return code.endsWith('too_large') ? 413 : 400;
    case 'not-signed-in':
      return 401;
    case 'not-allowed':
      return 403;
    case 'not-found':
      return 404;
    case 'conflict':
      return 409;
    case 'unavailable':
      return 503;
    default:
      return assertNever(kind);
  }
}

const isStale = (code: string): boolean => /[._]stale$/.test(code);

const titleOf = (status: number, code: string): Sentence | undefined =>
  status === 409 && isStale(code) ? STALE_TITLE : STATUS_TITLES[status];

/** The one translation of what was thrown into an answer. What is not a refusal is never shown, only its id. */
export function toProblem(error: unknown, texts: Texts, locale: Locale): ProblemAnswer {
  const errorId = newId();
  const known = toRefusal(error);
  const status = known?.status ?? 500;
  const code = known?.code ?? 'http.unexpected';
  const params = known ? known.params : { errorId };
  const detail = say(texts, code, locale, params) ?? say(httpTexts, code, locale, params);
  return {
    status,
    headers: { ...challenge(known), ...known?.headers },
    unexpected: known === null,
    body: {
      type: `urn:kaigi:problem:${code}`,
      title: titleOf(status, code)?.[locale] ?? code,
      status,
      // A code without a sentence still answers, and the test of texts finds it.
      detail: detail ?? STATUS_TITLES[status]?.[locale] ?? code,
      code,
      errorId,
      ...(error instanceof KaigiError && error.present !== undefined ? { present: error.present } : {}),
      ...(known && known.problems.length > 0 ? { problems: known.problems } : {}),
    },
  };
}

function toRefusal(error: unknown): HttpRefusal | null {
  if (error instanceof HttpRefusal) return error;
  if (error instanceof KaigiError) {
    const { kind, code, params } = error;
    return new HttpRefusal(statusOf(kind, code), code, { params });
  }
  return fromFastify(error);
}

/** RFC 6750, 3: says what is wrong with the token. */
function challenge(refusal: HttpRefusal | null): Record<string, string> {
  if (refusal?.status === 503) return { 'retry-after': '5' };
  if (refusal?.status !== 401) return {};
  const reason = refusal.code === 'sign_in.required' ? '' : ', error="invalid_token"';
  return { 'www-authenticate': `Bearer realm="kaigi"${reason}` };
}

const FASTIFY_CODES: Readonly<Record<string, [number, string]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'http.unsupported_media_type'],
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'http.body_too_large'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'http.invalid_json'],
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'http.invalid_json'],
  FST_REQ_FILE_TOO_LARGE: [413, 'http.file_too_large'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: [415, 'http.unsupported_media_type'],
  FST_PARTS_LIMIT: [400, 'http.invalid_upload'],
  FST_FILES_LIMIT: [400, 'http.invalid_upload'],
  FST_FIELDS_LIMIT: [400, 'http.invalid_upload'],
  FST_PROTO_VIOLATION: [400, 'http.invalid_upload'],
  FST_MULTIPART_PREMATURE_CLOSE: [400, 'http.upload_broken_off'],
};

function fromFastify(error: unknown): HttpRefusal | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  const known = 'code' in error ? FASTIFY_CODES[String(error.code)] : undefined;
  const params = { expected: 'application/json' };
  if (known) return new HttpRefusal(known[0], known[1], { params });
  const status = Number(error.statusCode);
  if (!(status >= 400 && status < 500)) return null;
  return new HttpRefusal(400, error instanceof SyntaxError ? 'http.invalid_json' : 'http.bad_request');
}
