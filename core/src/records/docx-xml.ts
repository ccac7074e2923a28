// Reads the few facts a filing needs out of a package's XML, without building a tree: the parts may be hostile,
// and an entity is never expanded beyond XML's own five.

export const WORD_MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const WORD_NAMESPACES = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  // ISO/IEC 29500 Strict
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];

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

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const withoutComments = (xml: string) => xml.replace(/<!--[\s\S]*?-->/g, '');

type Attributes = ReadonlyMap<string, string>;

function attributesOf(text: string): Attributes {
  const found = text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(Array.from(found, ([, name = '', double, single]) => [name, unescapeXml(double ?? single ?? '')]));
}

function elements(xml: string, name: string): Attributes[] {
  const tag = new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'g');
  return Array.from(withoutComments(xml).matchAll(tag), ([, text = '']) => attributesOf(text));
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
}

export function readRelationships(xml: string): Relationship[] {
  return elements(xml, 'Relationship').map((e) => ({
    type: (e.get('Type') ?? '').split('/').at(-1) ?? '',
    target: e.get('Target') ?? '',
  }));
}

/** The prefix of WordprocessingML, if the text's root element is a Word document's. */
export function wordPrefix(xml: string): string | null {
  const body = withoutComments(xml)
    .replace(/^\uFEFF?\s*/, '')
    .replace(/^(?:<\?[\s\S]*?\?>\s*)*/, '');
  const root = /^<(?:([\w.-]+):)?document(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>/.exec(body);
  if (!root) return null;
  const prefix = root[1] ?? '';
  const namespace = attributesOf(root[2] ?? '').get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`) ?? '';
  return WORD_NAMESPACES.includes(namespace) ? prefix : null;
}

const MAX_TITLE = 200;

function tidy(text: string): string | null {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line === '' ? null : Array.from(line).slice(0, MAX_TITLE).join('').trim();
}

// What Word and printers write by themselves says nothing about the document.
const MEANINGLESS = /^(?:(?:文書|無題|ドキュメント|document|untitled|word document)\s*\d*|microsoft word\s*-?.*)$/iu;

/** `dc:title` of the core properties, unless a program made it up. */
export function titleOfCoreProperties(xml: string): string | null {
  const found = /<(?:[\w.-]+:)?title(?:\s[^>]*)?>([^<]*)</.exec(withoutComments(xml))?.[1];
  const title = found === undefined ? null : tidy(unescapeXml(found));
  return title === null || MEANINGLESS.test(title.normalize('NFKC')) ? null : title;
}

/** The first paragraph that has text in it. */
export function firstParagraph(xml: string, prefix: string): string | null {
  const p = prefix === '' ? '' : `${prefix.replaceAll('.', '\\.')}:`;
  const token = new RegExp(`<${p}t(?:\\s[^>]*)?>([^<]*)|<${p}(?:tab|br|cr)(?=[\\s/>])|(</${p}p>)`, 'g');
  let text = '';
  for (const [, run, end] of withoutComments(xml).matchAll(token)) {
    if (end === undefined) text += run === undefined ? ' ' : unescapeXml(run);
    else if (tidy(text) === null) text = '';
    else break;
  }
  return tidy(text);
}
