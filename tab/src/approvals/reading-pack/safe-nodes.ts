/** A piece of a paper as it may be shown: nothing in it acts, loads or leads away. */
export type SafeNode = string | SafeElement;

export interface SafeElement {
  readonly tag: SafeTag;
  readonly picture: { readonly src: string; readonly alt: string } | null;
  readonly spans: { readonly colSpan: number; readonly rowSpan: number } | null;
  readonly children: readonly SafeNode[];
}

const TAGS = [
  ...(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'ul', 'ol', 'li'] as const),
  ...(['table', 'thead', 'tbody', 'tr', 'th', 'td'] as const),
  ...(['strong', 'em', 'u', 's', 'sup', 'sub', 'img'] as const),
] as const;
export type SafeTag = (typeof TAGS)[number];

const SAFE: ReadonlySet<string> = new Set(TAGS);
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$/;
const DEEPEST = 60;
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
/** Their white space means nothing, and tables allow no text there. */
const NO_TEXT: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tr', 'ul', 'ol']);

/** As much of the tree of a document as is needed; so it can be tried without a browser. */
export interface NodeLike {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<NodeLike>;
  getAttribute?(name: string): string | null;
}

const span = (node: NodeLike, name: string): number => {
  const count = Number(node.getAttribute?.(name) ?? 1);
  return Number.isInteger(count) && count > 0 && count < 1000 ? count : 1;
};

function elementOf(node: NodeLike, depth: number): readonly SafeNode[] {
  const tag = node.nodeName.toLowerCase();
  // The words of what is not known are kept, their frame is not; a script has no words.
  if (tag === 'script' || tag === 'style') return [];
  const children = safeNodes(node.childNodes, { depth: depth + 1, text: !NO_TEXT.has(tag) });
  if (!SAFE.has(tag)) return children;
  const src = tag === 'img' ? (node.getAttribute?.('src') ?? '') : '';
  if (tag === 'img' && !PICTURE.test(src)) return [];
  const cell = tag === 'td' || tag === 'th';
  return [
    {
      tag: tag as SafeTag,
      picture: tag === 'img' ? { src, alt: node.getAttribute?.('alt') ?? '' } : null,
      spans: cell ? { colSpan: span(node, 'colspan'), rowSpan: span(node, 'rowspan') } : null,
      children,
    },
  ];
}

/** The service has cleaned it already; the page trusts nobody and lets through only what it knows. */
export function safeNodes(
  nodes: Iterable<NodeLike>,
  { depth = 0, text = true }: { readonly depth?: number; readonly text?: boolean } = {},
): readonly SafeNode[] {
  if (depth > DEEPEST) return [];
  return [...nodes].flatMap((node): readonly SafeNode[] => {
    if (node.nodeType === TEXT_NODE) return text ? [node.nodeValue ?? ''] : [];
    return node.nodeType === ELEMENT_NODE ? elementOf(node, depth) : [];
  });
}
