// Reads the few facts a filing needs out of a package's XML, without building a tree: the parts may be hostile,
// and an entity is never expanded beyond XML's own five.

import { badInput } from '../../shared/errors.ts';

export const WORD_MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** UTF-8 or UTF-16, the two encodings that OPC allows (ISO/IEC 29500-2, 9.1.4). */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
    return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** By position, not by pattern: a hostile text of nothing but comment starts must not cost more than its length. */
function withoutComments(xml: string): string {
  const kept: string[] = [];
  for (let at = 0; ; ) {
    const start = xml.indexOf('<!--', at);
    const end = start < 0 ? -1 : xml.indexOf('-->', start + 4);
    kept.push(xml.slice(at, start < 0 ? undefined : start));
    if (end < 0) return kept.join('');
    at = end + 3;
  }
}

type Attributes = ReadonlyMap<string, string>;

function attributesOf(text: string): Attributes {
  const found = text.matchAll(/(?<![\w.:-])([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(Array.from(found, ([, name = '', double, single]) => [name, unescapeXml(double ?? single ?? '')]));
}

/** Where the tag that begins before `from` ends, past any `>` in quotes; -1 where it never does. */
function endOfTag(xml: string, from: number): number {
  const mark = /[>"']/g;
  mark.lastIndex = from;
  for (let found = mark.exec(xml); found; found = mark.exec(xml)) {
    if (found[0] === '>') return found.index;
    const closing = xml.indexOf(found[0], found.index + 1);
    if (closing < 0) return -1;
    mark.lastIndex = closing + 1;
  }
  return -1;
}

/** Of one kind in one list. A sheet has 65,530 links at most. */
const MOST_ELEMENTS = 100_000;

function elements(xml: string, name: string): Attributes[] {
  const text = withoutComments(xml);
  const start = new RegExp(`<(?:[\\w.-]{1,64}:)?${name}(?=[\\s/>])`, 'g');
  const found: Attributes[] = [];
  while (start.exec(text)) {
    const end = endOfTag(text, start.lastIndex);
    if (end < 0) return found;
    if (found.length >= MOST_ELEMENTS) throw badInput('records.too_complex');
    found.push(attributesOf(text.slice(start.lastIndex, end)));
    start.lastIndex = end;
  }
  return found;
}

export interface ContentTypes {
  /** Every type that the package names, for any part or extension. */
  readonly all: readonly string[];
  readonly of: (partName: string) => string | undefined;
}

/** `[Content_Types].xml`. Part names and extensions compare without case (ISO/IEC 29500-2, 8.2). */
export function readContentTypes(xml: string): ContentTypes {
  const overrides = new Map(
    elements(xml, 'Override').map((e) => [(e.get('PartName') ?? '').toLowerCase(), e.get('ContentType') ?? '']),
  );
  const defaults = new Map(
    elements(xml, 'Default').map((e) => [(e.get('Extension') ?? '').toLowerCase(), e.get('ContentType') ?? '']),
  );
  return {
    all: [...overrides.values(), ...defaults.values()],
    of: (partName) => {
      const name = partName.toLowerCase();
      return overrides.get(`/${name}`) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1));
    },
  };
}

export interface Relationship {
  /** The last word of the type's address: `officeDocument`, `core-properties`, `vbaProject`. */
  readonly type: string;
  readonly target: string;
  /** Points out of the package. */
  readonly external: boolean;
}

export function readRelationships(xml: string): Relationship[] {
  return elements(xml, 'Relationship').map((e) => ({
    type: (e.get('Type') ?? '').split('/').at(-1) ?? '',
    target: e.get('Target') ?? '',
    external: (e.get('TargetMode') ?? '').trim().toLowerCase() === 'external',
  }));
}

/** The prefix of the main namespace, if the text's root element is what it must be. */
export function rootPrefix(
  xml: string,
  { root: name, namespaces }: { readonly root: string; readonly namespaces: readonly string[] },
): string | null {
  const body = withoutComments(xml)
    .replace(/^\uFEFF?\s*/, '')
    .replace(/^(?:<\?[\s\S]*?\?>\s*)*/, '');
  const root = new RegExp(`^<(?:([\\w.-]{1,64}):)?${name}(?=[\\s/>])`).exec(body);
  const end = root ? endOfTag(body, root[0].length) : -1;
  if (!root || end < 0) return null;
  const prefix = root[1] ?? '';
  const namespace =
    attributesOf(body.slice(root[0].length, end)).get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`) ?? '';
  return namespaces.includes(namespace) ? prefix : null;
}

const MAX_TITLE = 200;

function tidy(text: string): string | null {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line === '' ? null : Array.from(line).slice(0, MAX_TITLE).join('').trim();
}

// What Word and printers write by themselves says nothing about the document.
const MEANINGLESS =
  /^(?:(?:文書|無題|ドキュメント|document|untitled|word document)\s*\d*|microsoft (?:word|excel|powerpoint)\s*-?.*|book\s*\d*|presentation\s*\d*|プレゼンテーション\s*\d*|powerpoint プレゼンテーション)$/iu;

/** `dc:title` of the core properties, unless a program made it up. */
export function titleOfCoreProperties(xml: string): string | null {
  const found = /<(?:[\w.-]+:)?title(?:\s[^<>]*)?>([^<]*)</.exec(withoutComments(xml))?.[1];
  return titleIfMeant(found === undefined ? null : unescapeXml(found));
}

/** The first line that has text in it, as a title; null unless there is one. */
export function firstLine(text: string): string | null {
  for (const line of text.slice(0, 10_000).split('\n')) {
    const title = tidy(line);
    if (title !== null) return title;
  }
  return null;
}

/** A title that a program or a person wrote beside the text, unless it says nothing. */
export function titleIfMeant(given: string | null | undefined): string | null {
  const title = given ? tidy(given) : null;
  return title === null || MEANINGLESS.test(title.normalize('NFKC')) ? null : title;
}

/** The first paragraph that has text in it. */
export function firstParagraph(xml: string, prefix: string): string | null {
  const p = prefix === '' ? '' : `${prefix.replaceAll('.', '\\.')}:`;
  const token = new RegExp(`<${p}t(?:\\s[^<>]*)?>([^<]*)|<${p}(?:tab|br|cr)(?=[\\s/>])|(</${p}p>)`, 'g');
  let text = '';
  for (const [, run, end] of withoutComments(xml).matchAll(token)) {
    if (end === undefined) text += run === undefined ? ' ' : unescapeXml(run);
    else if (tidy(text) === null) text = '';
    else break;
  }
  return tidy(text);
}
