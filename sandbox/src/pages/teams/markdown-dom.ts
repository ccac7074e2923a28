import { h } from '../dom.ts';
import { type Block, type Inline, parseMarkdown, safeAddress } from './markdown.ts';

export function markdownNodes(source: string): readonly Node[] {
  return parseMarkdown(source).map(blockNode);
}

/**
 * For the card renderer, which wants HTML. It is written by the browser from finished nodes, so whatever was
 * text in the source is escaped.
 */
export function markdownHtml(source: string): string {
  return h('div', {}, ...markdownNodes(source)).innerHTML;
}

function blockNode(block: Block): Node {
  switch (block.kind) {
    case 'paragraph':
      return h('p', {}, ...block.children.map(inlineNode));
    case 'heading':
      return h('p', {}, h('strong', {}, ...block.children.map(inlineNode)));
    case 'quote':
      return h('blockquote', {}, ...block.children.map(inlineNode));
    case 'code':
      return h('pre', {}, h('code', {}, block.text));
    case 'rule':
      return h('hr');
    case 'list': {
      const items = block.items.map((item) => h('li', {}, ...item.map(inlineNode)));
      return block.ordered ? h('ol', { attrs: { start: block.start } }, ...items) : h('ul', {}, ...items);
    }
  }
}

function inlineNode(node: Inline): Node {
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text);
    case 'code':
      return h('code', {}, node.text);
    case 'break':
      return h('br');
    case 'strong':
      return h('strong', {}, ...node.children.map(inlineNode));
    case 'emphasis':
      return h('em', {}, ...node.children.map(inlineNode));
    case 'strike':
      return h('s', {}, ...node.children.map(inlineNode));
    case 'link':
      return h(
        'a',
        { attrs: { href: node.url, target: '_blank', rel: 'noopener noreferrer' } },
        ...node.children.map(inlineNode),
      );
  }
}

const allowedTags = [
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'p',
  'br',
  'ul',
  'ol',
  'li',
  'pre',
  'code',
  'blockquote',
] as const;
const dropped = new Set(['script', 'style', 'iframe', 'object', 'template', 'title']);

/** `textFormat: xml`: the few tags that Teams keeps; the others lose their tag and keep their words. */
export function richTextNodes(source: string): readonly Node[] {
  return [...new DOMParser().parseFromString(source, 'text/html').body.childNodes].flatMap(keepAllowed);
}

function keepAllowed(node: Node): readonly Node[] {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  if (!(node instanceof Element)) return [];
  const name = node.localName;
  if (dropped.has(name)) return [];
  const children = [...node.childNodes].flatMap(keepAllowed);
  const address = name === 'a' ? safeAddress(node.getAttribute('href') ?? '') : null;
  if (address !== null) {
    return [h('a', { attrs: { href: address, target: '_blank', rel: 'noopener noreferrer' } }, ...children)];
  }
  const tag = allowedTags.find((allowed) => allowed === name);
  return tag === undefined ? children : [h(tag, {}, ...children)];
}
