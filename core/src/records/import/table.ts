import { strFromU8, Unzip, UnzipInflate } from 'fflate';
import { badInput, decodedText } from '../../shared/index.ts';

/** One line of the file: its cells as text. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly encoding: string;
  /** Read anew each time, so that a large file is never held in cells. */
  readonly lines: () => Generator<Line>;
}

const SLICE = 1 << 16;
const MOST_UNPACKED = 400 << 20;
const MOST_STRINGS = 64 << 20;
const MOST_COLUMNS = 60;
const MOST_LETTERS = 4_000;
const MOST_LINES = 200_001;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,4});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
/** The text of a string of Excel, without how it is read aloud (rPh). */
const textIn = (xml: string): string =>
  plain(
    [...xml.replace(/<rPh[\s\S]*?<\/rPh>/gu, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/gu)]
      .map(([, text = '']) => text)
      .join(''),
  );

/** Whatever stands between an opening and its end, as it comes out of the package. */
function* elements(bytes: Uint8Array, wanted: (name: string) => boolean, tag: string): Generator<string> {
  const found: string[] = [];
  let [rest, unpacked] = ['', 0];
  let failed: Error | null = null;
  const decoder = new TextDecoder();
  const end = `</${tag}>`;
  const unzip = new Unzip((file) => {
    if (!wanted(file.name)) return;
    file.ondata = (error, data) => {
      if (error) failed = error;
      unpacked += data?.length ?? 0;
      rest += decoder.decode(data, { stream: true });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += SLICE) {
    unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
    if (failed) throw badInput('records.import_damaged');
    if (unpacked > MOST_UNPACKED) throw badInput('records.import_too_large');
    const last = rest.lastIndexOf(end);
    if (last < 0 && rest.length > MOST_STRINGS) throw badInput('records.import_too_large');
    if (last < 0) continue;
    const whole = rest.slice(0, last + end.length);
    rest = rest.slice(last + end.length);
    for (const [element] of whole.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>[\\s\\S]*?${end}`, 'gu')))
      found.push(element);
    yield* found.splice(0);
  }
}

const columnOf = (reference: string): number =>
  [...reference.replace(/\d+$/u, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function cellsIn(row: string, strings: readonly string[]): string[] {
  const cells: string[] = [];
  for (const [, attributes = '', inner = ''] of row.matchAll(/<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/gu)) {
    const column = columnOf(/\sr="([A-Z]{1,3}\d+)"/u.exec(attributes)?.[1] ?? '');
    const at = column >= 0 ? column : cells.length;
    if (at >= MOST_COLUMNS) continue;
    const value = /<v>([\s\S]*?)<\/v>/u.exec(inner)?.[1] ?? '';
    const type = /\st="(\w+)"/u.exec(attributes)?.[1];
    const text = type === 's' ? (strings[Number(value)] ?? '') : type === 'inlineStr' ? textIn(inner) : plain(value);
    while (cells.length < at) cells.push('');
    cells[at] = text.slice(0, MOST_LETTERS);
  }
  return cells;
}

function sheetNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const unzip = new Unzip((file) => names.push(file.name));
  for (let at = 0; at < bytes.length; at += SLICE)
    unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  return names
    .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name))
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
}

/** An Excel book: the first sheet, row by row. */
function excel(bytes: Uint8Array): Table {
  const [sheet] = sheetNames(bytes);
  if (sheet === undefined) throw badInput('records.import_not_a_table');
  const strings: string[] = [];
  let letters = 0;
  for (const element of elements(bytes, (name) => name === 'xl/sharedStrings.xml', 'si')) {
    const text = textIn(element);
    letters += text.length;
    if (letters > MOST_STRINGS) throw badInput('records.import_too_large');
    strings.push(text);
  }
  return {
    encoding: 'Excel',
    *lines() {
      let line = 0;
      for (const row of elements(bytes, (name) => name === sheet, 'row')) {
        line = Number(/^<row[^>]*\sr="(\d{1,7})"/u.exec(row)?.[1] ?? line + 1);
        if (line > MOST_LINES) throw badInput('records.import_too_many');
        yield { line, cells: cellsIn(row, strings) };
      }
    },
  };
}

const BREAK = /\r\n|\n|\r/u;
/** Where a line of the file ends: not inside quotes. */
function* rawLines(text: string): Generator<{ line: number; raw: string }> {
  let [from, line, began] = [0, 1, 1];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') quoted = !quoted;
    if (letter !== '\n' && letter !== '\r') continue;
    if (letter === '\r' && text[at + 1] === '\n') continue;
    line += 1;
    if (quoted) continue;
    yield { line: began, raw: text.slice(from, at).replace(/\r$/u, '') };
    [from, began] = [at + 1, line];
  }
  if (from < text.length) yield { line: began, raw: text.slice(from) };
}

/** The cells of one line (RFC 4180); a quote that is never closed ends with the line. */
function cellsOf(raw: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= raw.length && cells.length < MOST_COLUMNS; ) {
    const quoted = raw[at] === '"';
    let end = quoted ? at + 1 : raw.indexOf(delimiter, at);
    if (quoted) while (end < raw.length && (raw[end] !== '"' || raw[end + 1] === '"')) end += raw[end] === '"' ? 2 : 1;
    else if (end < 0) end = raw.length;
    const cell = quoted ? raw.slice(at + 1, end).replaceAll('""', '"') : raw.slice(at, end);
    cells.push(cell.trim().slice(0, MOST_LETTERS));
    const next = quoted ? raw.indexOf(delimiter, end) : end;
    if (next < 0 || next >= raw.length) break;
    at = next + 1;
  }
  return cells;
}

function csv(bytes: Uint8Array): Table {
  const { text, encoding, damaged } = decodedText(bytes);
  if (damaged > 0) throw badInput('records.import_unreadable', { damaged });
  const body = text.replace(/^\uFEFF/u, '');
  const [first = ''] = body.split(BREAK, 1);
  const delimiter = first.includes('\t') && !first.includes(',') ? '\t' : ',';
  return {
    encoding,
    *lines() {
      for (const { line, raw } of rawLines(body)) {
        if (line > MOST_LINES) throw badInput('records.import_too_many');
        if (raw.trim() !== '') yield { line, cells: cellsOf(raw, delimiter) };
      }
    },
  };
}

/** A ledger as CSV (UTF-8, UTF-16, Shift_JIS) or as an Excel book. @throws bad-input */
export function readTable(bytes: Uint8Array): Table {
  if (bytes.length === 0) throw badInput('records.empty_file');
  const magic = strFromU8(bytes.subarray(0, 4), true);
  if (magic.startsWith('\u00d0\u00cf')) throw badInput('records.import_old_excel');
  if (!magic.startsWith('PK')) return csv(bytes);
  try {
    return excel(bytes);
  } catch (error) {
    if (error instanceof Error && error.name === 'KaigiError') throw error;
    throw badInput('records.import_damaged');
  }
}
