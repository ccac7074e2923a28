import JSZip from 'jszip';
import { childElements, parseXml, serializeXml } from './xml.ts';

const MAIN_TYPES = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
];
const CONTENT_TYPES = '[Content_Types].xml';
const MAX_BYTES = 50 * 1024 * 1024;

const SIDE_PARTS = ['header', 'footer', 'settings'] as const;
type SidePart = (typeof SIDE_PARTS)[number];

export type RefusalCode = 'empty' | 'tooLarge' | 'encrypted' | 'notDocx' | 'macros';

/** Why a file is not opened. The sentence for a person is in the window's `text.ts`, by this code. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

/** What a part is and who points at it, when one has to be added. */
export interface NewPart {
  path: string;
  contentType: string;
  relationshipType: string;
  xml: string;
}

/** A real OOXML package in memory. Parts nobody touched come out byte for byte as they came in. */
export class OoxmlPackage {
  readonly #zip: JSZip;
  readonly #trees = new Map<string, Document>();
  readonly #changed = new Set<string>();
  readonly mainPath: string;

  private constructor(zip: JSZip, mainPath: string) {
    this.#zip = zip;
    this.mainPath = mainPath;
  }

  static async open(bytes: Uint8Array): Promise<OoxmlPackage> {
    refuseByFirstBytes(bytes);
    const zip = await JSZip.loadAsync(bytes, { createFolders: false }).catch(() => {
      throw new RefusedFile('notDocx');
    });
    const mainPath = await findMainPath(zip);
    const opened = new OoxmlPackage(zip, mainPath);
    await opened.load(mainPath);
    await opened.#loadSideParts();
    return opened;
  }

  has(path: string): boolean {
    return this.#zip.file(path) !== null;
  }

  partNames(): string[] {
    return Object.values(this.#zip.files)
      .filter((entry) => !entry.dir)
      .map((entry) => entry.name);
  }

  /** The part as a tree; the same tree every time, so that a change made in it stays. */
  async load(path: string): Promise<Document> {
    const known = this.#trees.get(path);
    if (known) return known;
    const tree = parseXml(await readEntry(this.#zip, path));
    this.#trees.set(path, tree);
    return tree;
  }

  readonly #side: { readonly kind: SidePart; readonly path: string; readonly tree: Document; before: string }[] = [];

  /** Headers, footers and settings, which the main part names. */
  async #loadSideParts(): Promise<void> {
    const slash = this.mainPath.lastIndexOf('/') + 1;
    const [folder, name] = [this.mainPath.slice(0, slash), this.mainPath.slice(slash)];
    const relationships = `${folder}_rels/${name}.rels`;
    if (!this.has(relationships)) return;
    for (const each of childElements((await this.load(relationships)).documentElement)) {
      const kind = SIDE_PARTS.find((one) => each.getAttribute('Type')?.endsWith(`/${one}`));
      const target = each.getAttribute('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : folder + target;
      if (!kind || !this.has(path)) continue;
      const tree = await this.load(path);
      this.#side.push({ kind, path, tree, before: xmlOf(tree) });
    }
  }

  side(...kinds: readonly SidePart[]): { readonly path: string; readonly tree: Document }[] {
    return this.#side.filter(({ kind }) => kinds.includes(kind));
  }

  /** What an add-in may have written to: the text, with headers, footers and settings. */
  markTextChanged(): void {
    this.markChanged(this.mainPath);
    for (const part of this.#side) {
      const now = xmlOf(part.tree);
      if (now !== part.before) this.markChanged(part.path);
      part.before = now;
    }
  }

  get mainTree(): Document {
    const tree = this.#trees.get(this.mainPath);
    if (!tree) throw new RefusedFile('notDocx');
    return tree;
  }

  markChanged(path: string): void {
    this.#changed.add(path);
  }

  /** The path of the part that the package's own relationships name by a type ending in `suffix`. */
  async relatedPath(suffix: string): Promise<string | undefined> {
    return relatedPath(this.#zip, suffix);
  }

  async addPart(part: NewPart): Promise<Document> {
    const tree = parseXml(new TextEncoder().encode(part.xml));
    this.#trees.set(part.path, tree);
    this.#zip.file(part.path, part.xml, { createFolders: false });
    this.#changed.add(part.path);
    await this.#declareType(part);
    await this.#relate(part);
    return tree;
  }

  async #declareType(part: NewPart): Promise<void> {
    const types = await this.load(CONTENT_TYPES);
    const root = types.documentElement;
    const override = types.createElementNS(root.namespaceURI, 'Override');
    override.setAttribute('PartName', `/${part.path}`);
    override.setAttribute('ContentType', part.contentType);
    root.appendChild(override);
    this.#changed.add(CONTENT_TYPES);
  }

  async #relate(part: NewPart): Promise<void> {
    const relationships = await this.load('_rels/.rels');
    const root = relationships.documentElement;
    const taken = new Set(childElements(root).map((each) => each.getAttribute('Id')));
    let number = 1;
    while (taken.has(`rId${number}`)) number += 1;
    const relationship = relationships.createElementNS(root.namespaceURI, 'Relationship');
    relationship.setAttribute('Id', `rId${number}`);
    relationship.setAttribute('Type', part.relationshipType);
    relationship.setAttribute('Target', part.path);
    root.appendChild(relationship);
    this.#changed.add('_rels/.rels');
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    for (const path of this.#changed) {
      const tree = this.#trees.get(path);
      if (tree) this.#zip.file(path, serializeXml(tree), { createFolders: false });
    }
    this.#changed.clear();
    const out = await this.#zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    return out as Uint8Array<ArrayBuffer>;
  }
}

const xmlOf = (tree: Document): string => new XMLSerializer().serializeToString(tree.documentElement);

function refuseByFirstBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new RefusedFile('empty');
  if (bytes.length > MAX_BYTES) throw new RefusedFile('tooLarge');
  // An OLE compound file: a document with a password, or the .doc of Word 97.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    throw new RefusedFile('encrypted');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new RefusedFile('notDocx');
}

async function findMainPath(zip: JSZip): Promise<string> {
  try {
    const path = await relatedPath(zip, '/officeDocument');
    if (path === undefined) throw new RefusedFile('notDocx');
    const type = await contentTypeOf(zip, path);
    if (type.includes('macroEnabled')) throw new RefusedFile('macros');
    if (!MAIN_TYPES.includes(type)) throw new RefusedFile('notDocx');
    const main = parseXml(await readEntry(zip, path));
    if (main.documentElement.localName !== 'document') throw new RefusedFile('notDocx');
    return path;
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('notDocx');
  }
}

async function relatedPath(zip: JSZip, suffix: string): Promise<string | undefined> {
  if (!zip.file('_rels/.rels')) return undefined;
  const tree = parseXml(await readEntry(zip, '_rels/.rels'));
  const found = childElements(tree.documentElement).find((each) => each.getAttribute('Type')?.endsWith(suffix));
  return found?.getAttribute('Target')?.replace(/^\.?\//, '');
}

async function contentTypeOf(zip: JSZip, path: string): Promise<string> {
  const types = childElements(parseXml(await readEntry(zip, CONTENT_TYPES)).documentElement);
  const override = types.find(
    (each) =>
      each.localName === 'Override' && each.getAttribute('PartName')?.toLowerCase() === `/${path}`.toLowerCase(),
  );
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const fallback = types.find(
    (each) => each.localName === 'Default' && each.getAttribute('Extension')?.toLowerCase() === extension,
  );
  return (override ?? fallback)?.getAttribute('ContentType') ?? '';
}

async function readEntry(zip: JSZip, path: string): Promise<Uint8Array> {
  const entry = zip.file(path);
  if (!entry) throw new RefusedFile('notDocx');
  return entry.async('uint8array');
}
