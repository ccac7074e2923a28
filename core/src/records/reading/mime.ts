import { badInput } from '../../shared/errors.ts';
import { decodedAs, decodedField, fromQuotedPrintable, parametersOf } from './mime-words.ts';

/** One leaf of a mail: a text or a file. */
export interface MimePart {
  readonly type: string;
  readonly charset: string;
  readonly fileName: string | null;
  readonly isAttachment: boolean;
  readonly bytes: () => Buffer;
}

export interface Mail {
  /** As a reader sees them; empty where the mail has none. */
  readonly field: (name: string) => string;
  readonly parts: readonly MimePart[];
}

const DEEPEST = 50;
const MOST_PARTS = 2_000;
const LONGEST_HEADER = 1024 * 1024;
const tooComplex = () => badInput('records.too_complex');

type Fields = ReadonlyMap<string, string>;
interface Piece {
  readonly bytes: Buffer;
  readonly depth: number;
}

function headerOf(bytes: Buffer): { readonly fields: Fields; readonly body: Buffer } {
  const ends = [
    { at: bytes.indexOf('\r\n\r\n'), length: 4 },
    { at: bytes.indexOf('\n\n'), length: 2 },
  ].filter(({ at }) => at >= 0);
  const [end = { at: bytes.length, length: 0 }] = ends.toSorted((a, b) => a.at - b.at);
  // A part without a header begins with the empty line.
  const skipped = /^\r?\n/.exec(bytes.toString('latin1', 0, 2))?.[0].length;
  if (skipped) return { fields: new Map(), body: bytes.subarray(skipped) };
  if (end.at > LONGEST_HEADER) throw tooComplex();
  const fields = new Map<string, string>();
  const lines = bytes
    .toString('latin1', 0, end.at)
    .replaceAll(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/);
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { fields, body: bytes.subarray(end.at + end.length) };
}

/** What stands between the lines of the boundary. */
function split(body: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const pieces: Buffer[] = [];
  let from = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 10) continue;
    if (from >= 0) pieces.push(body.subarray(from, at));
    if (pieces.length > MOST_PARTS) throw tooComplex();
    const behind = at + mark.length;
    if (body.toString('latin1', behind, behind + 2) === '--') return pieces;
    const line = body.indexOf(10, behind);
    from = line < 0 ? body.length : line + 1;
  }
  if (from >= 0) pieces.push(body.subarray(from));
  return pieces;
}

function decoded(body: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body.toString('latin1'), false) : body;
}

function leafOf(fields: Fields, body: Buffer): MimePart {
  const type = parametersOf(fields.get('content-type') ?? 'text/plain');
  const disposition = parametersOf(fields.get('content-disposition') ?? '');
  const fileName = disposition.of('filename') ?? type.of('name');
  const encoding = (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  return {
    ...{ type: type.value, charset: type.of('charset') ?? '', fileName },
    isAttachment: disposition.value === 'attachment' || fileName !== null,
    bytes: () => decoded(body, encoding),
  };
}

/** Takes a mail apart (RFC 2045), level by level without calling itself. @throws bad-input `records.too_complex` */
export function takeApart(bytes: Buffer): Mail {
  const { fields, body } = headerOf(bytes);
  const parts: MimePart[] = [];
  const waiting: (Piece & { readonly fields: Fields })[] = [{ bytes: body, depth: 0, fields }];
  let seen = 0;
  for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
    seen += 1;
    if (seen > MOST_PARTS || piece.depth > DEEPEST) throw tooComplex();
    const depth = piece.depth + 1;
    const type = parametersOf(piece.fields.get('content-type') ?? 'text/plain');
    const boundary = type.value.startsWith('multipart/') ? type.of('boundary') : null;
    const inside = boundary ? split(piece.bytes, boundary) : [];
    if (type.value === 'message/rfc822') inside.push(piece.bytes);
    if (inside.length === 0) parts.push(leafOf(piece.fields, piece.bytes));
    for (const one of inside.toReversed()) {
      const { fields: own, body: rest } = headerOf(one);
      waiting.push({ bytes: rest, depth, fields: own });
    }
  }
  return { field: (name) => decodedField(fields.get(name) ?? ''), parts };
}

export const textOfPart = ({ bytes, charset }: MimePart): string => decodedAs(charset, bytes());
