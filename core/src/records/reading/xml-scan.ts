import { TextDecoder } from 'node:util';
import { badInput } from '../../shared/errors.ts';
import { unescapeXml } from './package-xml.ts';

/** What is met in XML, in its order. Names are without their prefix. */
export interface XmlEvents {
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
}

const LONGEST_TAG = 1024 * 1024;
/** Word makes some hundreds at most; beyond this common readers of XML give up (2,048 in libxml2), and so do their users. */
const DEEPEST = 2_000;
const LONGEST_REFERENCE = 12;

function decoderOf([first, second]: Uint8Array): TextDecoder {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}

/** Where the tag ends that begins before `from`, past any `>` in quotes; -1 where it does not end here. */
function endOfTag(xml: string, from: number): number {
  const plain = xml.indexOf('>', from);
  // Looked for in the tag alone: the next quote may be far behind it.
  if (plain < 0 || !/["']/.test(xml.slice(from, plain))) return plain;
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

const localName = (tag: string) => {
  const name = /^[^\s/>]*/.exec(tag)?.[0] ?? '';
  return name.slice(name.indexOf(':') + 1);
};

const SKIPPED = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;
const CDATA = '<![CDATA[';

/**
 * Goes through XML as its bytes come, whatever its size and depth, and keeps nothing of it but an unfinished token.
 * No entity is expanded beyond XML's own five, and declarations are refused.
 */
export class XmlScanner {
  readonly #events: XmlEvents;
  #decoder: TextDecoder | null = null;
  #rest = '';
  #depth = 0;
  /** Where a comment, an instruction or a CDATA section is under way, what ends it. */
  #until: { readonly mark: string; readonly isText: boolean } | null = null;

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  write(chunk: Uint8Array): void {
    this.#decoder ??= decoderOf(chunk);
    this.#rest += this.#decoder.decode(chunk, { stream: true });
    let at = 0;
    for (let next = this.#token(at); next > at; next = this.#token(at)) at = next;
    this.#rest = this.#rest.slice(at);
    if (this.#rest.length > LONGEST_TAG) throw badInput('records.too_complex');
  }

  /** The place behind the token at `at`; `at` itself where it is not complete yet. */
  #token(at: number): number {
    if (at >= this.#rest.length) return at;
    if (this.#until) return this.#pass(at, this.#until);
    return this.#rest[at] === '<' ? this.#markup(at) : this.#characters(at);
  }

  #characters(at: number): number {
    const text = this.#rest;
    const next = text.indexOf('<', at);
    let end = next < 0 ? text.length : next;
    if (next < 0) {
      const reference = text.lastIndexOf('&');
      if (reference >= at && text.length - reference < LONGEST_REFERENCE && !text.includes(';', reference))
        end = reference;
    }
    if (end > at) this.#events.text?.(unescapeXml(text.slice(at, end)));
    return end;
  }

  #markup(at: number): number {
    const text = this.#rest;
    if (text.length - at < CDATA.length && text.indexOf('>', at) < 0) return at;
    for (const [begins, mark] of SKIPPED) {
      if (text.startsWith(begins, at)) return this.#begin(at + begins.length, { mark, isText: false });
    }
    if (text.startsWith(CDATA, at)) return this.#begin(at + CDATA.length, { mark: ']]>', isText: true });
    if (text[at + 1] === '!') throw badInput('records.unsafe_xml');
    const end = endOfTag(text, at + 1);
    if (end < 0) return at;
    this.#tag(text.slice(at + 1, end));
    return end + 1;
  }

  #begin(at: number, until: { readonly mark: string; readonly isText: boolean }): number {
    this.#until = until;
    return at;
  }

  #pass(at: number, { mark, isText }: { readonly mark: string; readonly isText: boolean }): number {
    const found = this.#rest.indexOf(mark, at);
    // The mark itself may be cut in two.
    const end = found < 0 ? Math.max(at, this.#rest.length - mark.length + 1) : found;
    if (isText && end > at) this.#events.text?.(this.#rest.slice(at, end));
    if (found < 0) return end;
    this.#until = null;
    return found + mark.length;
  }

  #tag(tag: string): void {
    if (tag.startsWith('/')) {
      this.#depth -= 1;
      this.#events.close?.(localName(tag.slice(1)));
      return;
    }
    const name = localName(tag);
    this.#events.open?.(name, tag);
    if (tag.endsWith('/')) this.#events.close?.(name);
    else this.#depth += 1;
    if (this.#depth > DEEPEST) throw badInput('records.nested_too_deep');
  }
}

/** An attribute of a tag as the scanner hands it over; prefixes count. */
export function attributeOf(tag: string, name: string): string | null {
  for (const [, key, double, single] of tag.matchAll(/\s([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (key === name) return unescapeXml(double ?? single ?? '');
  }
  return null;
}
