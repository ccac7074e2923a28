/** The part of Markdown that Teams shows, as a tree. Nothing in it is markup: text stays text. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

export type Block =
  | { readonly kind: 'paragraph' | 'heading' | 'quote'; readonly children: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

const bullet = /^\s{0,3}[-*+•]\s+(.*)$/;
const numbered = /^\s{0,3}(\d{1,9})[.)]\s+(.*)$/;
const heading = /^\s{0,3}#{1,6}\s+(.*)$/;
const quote = /^\s{0,3}>\s?(.*)$/;
const rule = /^\s{0,3}([-*_])(\s*\1){2,}\s*$/;
const fence = /^\s{0,3}```/;

export function parseMarkdown(source: string): readonly Block[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const { block, next } = readBlock(lines, at);
    if (block !== null) blocks.push(block);
    at = next;
  }
  return blocks;
}

function readBlock(lines: readonly string[], at: number): { block: Block | null; next: number } {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { block: null, next: at + 1 };
  if (fence.test(line)) return readFence(lines, at);
  if (rule.test(line)) return { block: { kind: 'rule' }, next: at + 1 };
  const title = heading.exec(line)?.[1];
  if (title !== undefined) return { block: { kind: 'heading', children: parseInline(title) }, next: at + 1 };
  if (bullet.test(line) || numbered.test(line)) return readList(lines, at);
  if (quote.test(line)) return readQuote(lines, at);
  const end = endOf(lines, at + 1, (next) => next.trim() !== '' && !startsBlock(next));
  return { block: { kind: 'paragraph', children: parseInline(lines.slice(at, end).join('\n')) }, next: end };
}

function startsBlock(line: string): boolean {
  return [fence, rule, heading, bullet, numbered, quote].some((pattern) => pattern.test(line));
}

function endOf(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && belongs(lines[end] ?? '')) end += 1;
  return end;
}

function readFence(lines: readonly string[], at: number): { block: Block; next: number } {
  const end = endOf(lines, at + 1, (line) => !fence.test(line));
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

function readQuote(lines: readonly string[], at: number): { block: Block; next: number } {
  const end = endOf(lines, at, (line) => quote.test(line));
  const text = lines
    .slice(at, end)
    .map((line) => quote.exec(line)?.[1] ?? '')
    .join('\n');
  return { block: { kind: 'quote', children: parseInline(text) }, next: end };
}

function readList(lines: readonly string[], at: number): { block: Block; next: number } {
  const first = numbered.exec(lines[at] ?? '');
  const pattern = first === null ? bullet : numbered;
  const group = first === null ? 1 : 2;
  const end = endOf(lines, at, (line) => pattern.test(line));
  const items = lines.slice(at, end).map((line) => parseInline(pattern.exec(line)?.[group] ?? ''));
  return { block: { kind: 'list', ordered: first !== null, start: Number(first?.[1] ?? 1), items }, next: end };
}

const linkPattern = /^\[([^\]\n]{1,500})\]\(\s*<?([^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?(?:\s+"[^"]*")?\s*\)/;
const addressPattern = /^https?:\/\/[^\s<>"'`、。「」()（）]+[^\s<>"'`、。「」()（）.,;:!?]/;
const marks = [
  { kind: 'strong', pattern: /^\*\*(?=\S)([^\n]*?\S)\*\*/ },
  { kind: 'strong', pattern: /^__(?=\S)([^\n]*?\S)__(?![\p{L}\p{N}])/u },
  { kind: 'strike', pattern: /^~~(?=\S)([^\n]*?\S)~~/ },
  { kind: 'emphasis', pattern: /^\*(?=[^\s*])([^\n*]*?[^\s*])\*(?!\*)/ },
  { kind: 'emphasis', pattern: /^_(?=[^\s_])([^\n_]*?[^\s_])_(?![\p{L}\p{N}_])/u },
] as const;

export function parseInline(source: string, depth = 0): readonly Inline[] {
  const found: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const token = depth > 8 ? null : readToken(rest, source[at - 1] ?? ' ', depth);
    if (token === null) {
      plain += source[at];
      at += 1;
      continue;
    }
    if (plain !== '') found.push({ kind: 'text', text: plain });
    plain = '';
    found.push(token.inline);
    at += token.length;
  }
  if (plain !== '') found.push({ kind: 'text', text: plain });
  return found;
}

function readToken(rest: string, before: string, depth: number): { inline: Inline; length: number } | null {
  const escaped = /^\\([\\`*_{}[\]()#+\-.!~>|])/.exec(rest);
  if (escaped !== null) return { inline: { kind: 'text', text: escaped[1] ?? '' }, length: 2 };
  if (rest.startsWith('\n')) return { inline: { kind: 'break' }, length: 1 };
  const code = /^`([^`\n]+)`/.exec(rest);
  if (code !== null) return { inline: { kind: 'code', text: code[1] ?? '' }, length: code[0].length };
  return readLink(rest, before, depth) ?? readMark(rest, before, depth);
}

function readLink(rest: string, before: string, depth: number): { inline: Inline; length: number } | null {
  const named = linkPattern.exec(rest);
  if (named !== null) {
    const url = safeAddress(named[2] ?? '');
    const children = parseInline(named[1] ?? '', depth + 1);
    if (url !== null) return { inline: { kind: 'link', url, children }, length: named[0].length };
  }
  const bare = /[\p{L}\p{N}]/u.test(before) && /[a-z0-9]/i.test(before) ? null : addressPattern.exec(rest);
  const url = bare === null ? null : safeAddress(bare[0]);
  if (bare === null || url === null) return null;
  return { inline: { kind: 'link', url, children: [{ kind: 'text', text: bare[0] }] }, length: bare[0].length };
}

function readMark(rest: string, before: string, depth: number): { inline: Inline; length: number } | null {
  for (const { kind, pattern } of marks) {
    // `_` inside a word, as in file_name_1, is a plain character.
    if (rest.startsWith('_') && /[\p{L}\p{N}_]/u.test(before)) return null;
    const match = pattern.exec(rest);
    if (match !== null) {
      return { inline: { kind, children: parseInline(match[1] ?? '', depth + 1) }, length: match[0].length };
    }
  }
  return null;
}

/** The words alone, on one line: for previews and for what is read aloud. */
export function plainWords(source: string): string {
  const words = parseMarkdown(source).flatMap((block) => {
    if (block.kind === 'list') return block.items.map((item) => item.map(wordsOf).join(''));
    if (block.kind === 'code') return [block.text];
    return block.kind === 'rule' ? [] : [block.children.map(wordsOf).join('')];
  });
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

function wordsOf(node: Inline): string {
  if (node.kind === 'break') return ' ';
  return 'text' in node ? node.text : node.children.map(wordsOf).join('');
}

/** Only addresses that cannot run anything here. */
export function safeAddress(address: string): string | null {
  const url = URL.parse(address);
  return url !== null && ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : null;
}
