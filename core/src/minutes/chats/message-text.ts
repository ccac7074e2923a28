/** HTML as Teams writes it, read for its words. Nothing of it is ever shown as HTML again. */

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: '　', thinsp: ' ' },
  ...{ hellip: '…', mdash: '—', ndash: '–', middot: '·', bull: '•', times: '×', yen: '¥', copy: '©', reg: '®' },
  ...{ laquo: '«', raquo: '»', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', larr: '←', rarr: '→', zwj: '\u200D' },
};
const LAST_CODE_POINT = 0x10ffff;

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isLetter = code > 0 && code <= LAST_CODE_POINT && !(code >= 0xd800 && code <= 0xdfff);
  return isLetter ? String.fromCodePoint(code) : '';
}

const decoded = (text: string): string => text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, entity);

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
}

const TAG = /^<(\/?)([a-z][a-z0-9:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/i;
/** What stands inside is no word that somebody wrote. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'head', 'title']);
const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'blockquote', 'pre', 'hr', 'codeblock', 'br']);
const HEADINGS = /^h[1-6]$/;

const attributeOf = ({ attributes }: Tag, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return found ? decoded(found[1] ?? found[2] ?? found[3] ?? '') : null;
};

interface Reading {
  text: string;
  /** Numbers of ordered lists that are open; null for those with dots. */
  readonly lists: (number | null)[];
  silent: string | null;
  /** Inside what an older Teams wrote of the message that is replied to. */
  quoted: number;
  quotes: number;
  readonly replies: string[];
}

const isReply = (tag: Tag): boolean => /schema\.skype\.com\/Reply/i.test(attributeOf(tag, 'itemtype') ?? '');

function newLine(reading: Reading): void {
  if (reading.text !== '' && !reading.text.endsWith('\n')) reading.text += '\n';
}

function quote(reading: Reading, tag: Tag): void {
  if (tag.closes) {
    if (reading.quoted > 0) reading.quoted -= 1;
    else if (reading.quotes > 0) reading.quotes -= 1;
    return;
  }
  if (reading.quoted > 0 || isReply(tag)) {
    const key = attributeOf(tag, 'itemid');
    if (reading.quoted === 0 && key) reading.replies.push(key);
    reading.quoted += 1;
  } else reading.quotes += 1;
}

function item(reading: Reading): void {
  newLine(reading);
  const number = reading.lists.at(-1) ?? null;
  if (number !== null) reading.lists[reading.lists.length - 1] = number + 1;
  reading.text += number === null ? '・' : `${number}. `;
}

function picture(reading: Reading, tag: Tag): void {
  const alt = attributeOf(tag, 'alt')?.trim() ?? '';
  const isEmoji = tag.name === 'emoji' || /Emoji/i.test(attributeOf(tag, 'itemtype') ?? '');
  reading.text += isEmoji ? alt : '（画像）';
}

function open(reading: Reading, tag: Tag): void {
  const { name, closes } = tag;
  if (name === 'blockquote') quote(reading, tag);
  if (reading.quoted > 0) return;
  if (BLOCKS.has(name) || HEADINGS.test(name)) newLine(reading);
  if (closes) {
    if (name === 'ul' || name === 'ol') reading.lists.pop();
    if (name === 'td' || name === 'th') reading.text += '　';
    return;
  }
  if (name === 'ul') reading.lists.push(null);
  if (name === 'ol') reading.lists.push(1);
  if (name === 'li') item(reading);
  if (name === 'img' || name === 'emoji') picture(reading, tag);
}

function word(reading: Reading, raw: string): void {
  if (reading.silent !== null || reading.quoted > 0) return;
  const said = decoded(raw.replaceAll(/[\r\n\t]+/g, ' '));
  if (said.trim() === '' && (reading.text === '' || reading.text.endsWith('\n'))) return;
  const starts = reading.text === '' || reading.text.endsWith('\n');
  reading.text += starts && reading.quotes > 0 ? `＞ ${said}` : said;
}

function tagged(reading: Reading, tag: Tag): void {
  if (reading.silent !== null) {
    if (tag.closes && tag.name === reading.silent) reading.silent = null;
    return;
  }
  if (SILENT.has(tag.name)) {
    if (!tag.closes && !tag.attributes.trimEnd().endsWith('/')) reading.silent = tag.name;
    return;
  }
  open(reading, tag);
}

function readHtml(html: string): Reading {
  const reading: Reading = { text: '', lists: [], silent: null, quoted: 0, quotes: 0, replies: [] };
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf('<', at);
    word(reading, html.slice(at, next < 0 ? html.length : next));
    if (next < 0) break;
    if (html.startsWith('<!--', next)) {
      const end = html.indexOf('-->', next + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const [whole, closing = '', name = '', attributes = ''] = TAG.exec(html.slice(next, next + LONGEST_TAG)) ?? [];
    if (whole === undefined) word(reading, '<');
    else tagged(reading, { name: name.toLowerCase(), closes: closing === '/', attributes });
    at = next + (whole?.length ?? 1);
  }
  return reading;
}
const LONGEST_TAG = 5_000;

// Kept by no database and shown by no page, or turning the words around them.
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/gu;

const tidy = (text: string): string =>
  text
    .replaceAll(UNSEEN, '')
    .replaceAll('\u00A0', ' ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd().replace(/^ +/u, ''))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

export interface ReadBody {
  readonly text: string;
  /** Keys of messages that are replied to, as older clients wrote them into the body. */
  readonly replies: readonly string[];
}

/** The words of a message. Quotes of what it replies to are not among them: those words stand where they were said. */
export function readBody({ html, content }: { readonly html: boolean; readonly content: string }): ReadBody {
  if (!html) return { text: tidy(content), replies: [] };
  const { text, replies } = readHtml(content);
  return { text: tidy(text), replies };
}
