/** Parses a part of the package. The bytes may carry a byte order mark (UTF-8 or UTF-16). */
export function parseXml(bytes: Uint8Array): Document {
  const text = decode(bytes);
  const document = new DOMParser().parseFromString(text, 'application/xml');
  if (!document?.documentElement || document.getElementsByTagName('parsererror').length > 0) {
    throw new SyntaxError('not well-formed XML');
  }
  return document;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** Always UTF-8 without a byte order mark, with the declaration that Word itself writes. */
export function serializeXml(document: Document): Uint8Array<ArrayBuffer> {
  const text = new XMLSerializer().serializeToString(document.documentElement);
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${text}`,
  ) as Uint8Array<ArrayBuffer>;
}

export function isElement(node: Node | null): node is Element {
  return node !== null && node.nodeType === 1;
}

export function childElements(parent: Node): Element[] {
  return Array.from(parent.childNodes).filter(isElement);
}

export function childNamed(parent: Node, localName: string): Element | undefined {
  return childElements(parent).find((child) => child.localName === localName);
}

export function descendantsNamed(parent: Document | Element, localName: string): Element[] {
  return Array.from(parent.getElementsByTagNameNS('*', localName));
}

export function ancestorNamed(node: Node, localName: string): Element | undefined {
  for (let up: Node | null = node.parentNode; up; up = up.parentNode) {
    if (isElement(up) && up.localName === localName) return up;
  }
  return undefined;
}

/** Makes elements and attributes in the namespace of the part: strict and transitional documents differ in it. */
export class Vocabulary {
  readonly document: Document;
  readonly namespace: string;
  readonly #prefix: string;

  constructor(document: Document) {
    this.document = document;
    this.namespace = document.documentElement.namespaceURI ?? '';
    this.#prefix = document.documentElement.prefix ?? 'w';
  }

  element(localName: string, attributes: Record<string, string> = {}, children: readonly Node[] = []): Element {
    const element = this.document.createElementNS(this.namespace, `${this.#prefix}:${localName}`);
    for (const [name, value] of Object.entries(attributes)) this.setAttribute(element, name, value);
    for (const child of children) element.appendChild(child);
    return element;
  }

  setAttribute(element: Element, localName: string, value: string): void {
    element.setAttributeNS(this.namespace, `${this.#prefix}:${localName}`, value);
  }

  attribute(element: Element | undefined, localName: string): string | undefined {
    return element?.getAttributeNS(this.namespace, localName) || undefined;
  }
}
