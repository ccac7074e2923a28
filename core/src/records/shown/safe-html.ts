import sanitizeHtml from 'sanitize-html';

const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$/;
const SPAN = /^\d{1,3}$/;

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'ul', 'ol', 'li'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['strong', 'em', 'u', 's', 'sup', 'sub', 'img'],
  ],
  // No id, no name, no class, no style: nothing that could reach into the page around it.
  allowedAttributes: { img: ['src', 'alt'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: [],
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  nestingLimit: 60,
  transformTags: {
    td: (tagName, attribs) => ({ tagName, attribs: onlySpans(attribs) }),
    th: (tagName, attribs) => ({ tagName, attribs: onlySpans(attribs) }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !PICTURE.test(attribs.src ?? ''),
};

const onlySpans = (attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes =>
  Object.fromEntries(Object.entries(attribs).filter(([, value]) => SPAN.test(value)));

/** Keeps what is to be read and drops whatever could act, load or lead away. */
export function safeHtml(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const decoded = (text: string) => text.replace(/&(#39|\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

const BLOCK = /^(?:p|h[1-6]|li)$/;
const CELL = /^t[dh]$/;

/** Gathers the text of paragraphs; a row of a table is one, its cells told apart by ｜. */
class Paragraphs {
  readonly found: string[] = [];
  #text = '';
  #cells: string[] = [];
  #depth = 0;

  add(text: string): void {
    this.#text += text;
  }

  #end(): void {
    const text = [...this.#cells, this.#text].map((cell) => cell.replace(/[ \u3000]+$|^[ \u3000]+/g, '')).join('｜');
    if (text.replaceAll('｜', '').trim() !== '') this.found.push(text.trim());
    this.#text = '';
    this.#cells = [];
  }

  /** Inside a cell paragraphs run on; outside they end. */
  #breakOff(): void {
    if (this.#depth > 0) this.#text += ' ';
    else this.#end();
  }

  open(tag: string, picture: string): void {
    if (tag === 'img') this.#text += `［${picture}］`;
    else if (tag === 'br') this.#text += this.#depth > 0 ? ' ' : '\n';
    else if (CELL.test(tag)) this.#depth += 1;
    else if (tag === 'ul' || tag === 'ol' || tag === 'table') this.#breakOff();
  }

  close(tag: string): void {
    if (CELL.test(tag)) {
      this.#depth -= 1;
      if (this.#depth > 0) this.add(' ');
      else this.#cells.push(this.#text);
      if (this.#depth === 0) this.#text = '';
    } else if (BLOCK.test(tag)) this.#breakOff();
    else if (tag === 'tr' && this.#depth === 0) {
      this.#text = this.#cells.pop() ?? '';
      this.#end();
    }
  }

  finish(): string[] {
    this.#end();
    return this.found;
  }
}

/** The paragraphs of safe HTML as plain text; a picture is told from another by `pictureName`. */
export function paragraphsOf(html: string, pictureName: (src: string) => string): string[] {
  const paragraphs = new Paragraphs();
  for (const [, closing, tag, attributes = '', text] of html.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    if (tag === undefined) paragraphs.add(decoded(text ?? ''));
    else if (closing === '/') paragraphs.close(tag);
    else paragraphs.open(tag, tag === 'img' ? pictureName(/src="([^"]*)"/.exec(attributes)?.[1] ?? '') : '');
  }
  return paragraphs.finish();
}
