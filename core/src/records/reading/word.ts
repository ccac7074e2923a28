import { badInput } from '../../shared/index.ts';
import { CollectedText, roomForText } from './collected.ts';
import { compoundFileKind, isCompoundFile } from './ole.ts';
import { LIMITS, openPackage, type Package, type Part, PartReader, type Watch } from './package.ts';
import {
  type ContentTypes,
  decodeXml,
  firstParagraph,
  type Relationship,
  readContentTypes,
  readRelationships,
  titleOfCoreProperties,
  WORD_MAIN_TYPE,
  wordPrefix,
} from './package-xml.ts';
import { checkXmlStart, type Kept, keep, watchBinary, watchXml } from './watches.ts';
import { placeOf, watchWordText } from './word-text.ts';

/** What a document says of itself. */
export interface Inspection {
  /** Proposed as the 件名: the title in the properties, else the first paragraph. */
  readonly title: string | null;
  /** All that a reader sees of words: the text, notes, comments, then headers and footers. */
  readonly text: string;
  /** Whether there is more text than is kept. */
  readonly partial: boolean;
}

const MB = 1024 * 1024;
const KEPT_OF_DOCUMENT = 2 * MB;
const KEPT_OF_LISTS = 16 * MB;
const ZIP_START = Buffer.from('PK\x03\x04', 'latin1');
const MACRO_PART = /(?:^|\/)vba(?:project[^/]*\.bin|data\.xml)$/;
const MACRO_TYPE = /macroenabled|vbaproject|vbadata/i;
const MACRO_RELATIONSHIP = /^(?:vbaProject|wordVbaData)$/i;
// Word follows a link when it is clicked, and asks before it loads a picture. Whatever else lies outside (a template,
// an OLE object, a frame, a part of the text) it loads while opening, and it may be another thing each time.
const MAY_LIE_OUTSIDE: readonly string[] = ['hyperlink', 'image'];

/** What the bytes at the very start say, before anything is unpacked. */
function checkSignature(bytes: Buffer): void {
  if (bytes.length === 0) throw badInput('records.empty_file');
  if (bytes.length > LIMITS.fileBytes) throw badInput('records.too_large');
  if (isCompoundFile(bytes)) {
    const kind = compoundFileKind(bytes);
    if (kind === 'encrypted') throw badInput('records.encrypted');
    throw badInput(kind === 'word-97' ? 'records.old_word_format' : 'records.not_a_docx');
  }
  if (!bytes.subarray(0, ZIP_START.length).equals(ZIP_START)) throw badInput('records.not_a_docx');
}

class Inspector {
  readonly #parts: Map<string, Part>;
  readonly #reader: PartReader;
  #types: ContentTypes = { all: [], of: () => undefined };
  readonly #relationships = new Map<string, Relationship[]>();
  #main: { name: string; kept: Kept } | null = null;
  #core: Kept | null = null;
  readonly #room = roomForText();
  readonly #texts: { readonly place: number; readonly name: string; readonly collected: CollectedText }[] = [];

  constructor({ zip, parts }: Package) {
    this.#parts = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
    this.#reader = new PartReader(zip);
  }

  async inspect(): Promise<Inspection> {
    if ([...this.#parts.keys()].some((name) => MACRO_PART.test(name))) throw badInput('records.macros');
    await this.#readLists();
    const main = this.#mainPart();
    const core = this.#target('_rels/.rels', 'core-properties');
    for (const part of this.#parts.values()) {
      const name = part.name.toLowerCase();
      if (name === '[content_types].xml' || name === '_rels/.rels') continue;
      await this.#readPart(part, { isMain: name === main, isCore: name === core });
    }
    return { title: this.#title(), ...this.#text() };
  }

  async #readLists(): Promise<void> {
    const types = this.#parts.get('[content_types].xml');
    const root = this.#parts.get('_rels/.rels');
    if (!types || !root) throw badInput('records.not_a_docx');
    this.#types = readContentTypes(decodeXml(await this.#readXml(types)));
    if (this.#types.all.some((type) => MACRO_TYPE.test(type))) throw badInput('records.macros');
    this.#addRelationships('_rels/.rels', await this.#readXml(root));
  }

  async #readXml(part: Part): Promise<Buffer> {
    const kept = keep(KEPT_OF_LISTS);
    await this.#watched(part, watchXml(), kept);
    if (kept.size() > KEPT_OF_LISTS) throw badInput('records.too_complex');
    return kept.start();
  }

  #addRelationships(name: string, xml: Buffer): void {
    const found = readRelationships(decodeXml(xml));
    if (found.some((relationship) => MACRO_RELATIONSHIP.test(relationship.type))) throw badInput('records.macros');
    if (found.some(({ external, type }) => external && !MAY_LIE_OUTSIDE.includes(type))) {
      throw badInput('records.external_template');
    }
    this.#relationships.set(name, found);
  }

  /** The part that a relationship of the package points to, as the parts are keyed. */
  #target(list: string, type: string): string | null {
    const [found, ...more] = (this.#relationships.get(list) ?? []).filter((relationship) => relationship.type === type);
    if (!found) return null;
    if (more.length > 0) throw badInput('records.not_a_docx');
    return found.target.replace(/^(?:\.?\/)+/, '').toLowerCase();
  }

  #mainPart(): string {
    const main = this.#target('_rels/.rels', 'officeDocument');
    if (main === null || !this.#parts.has(main) || this.#types.of(main) !== WORD_MAIN_TYPE) {
      throw badInput('records.not_a_docx');
    }
    return main;
  }

  async #readPart(part: Part, { isMain, isCore }: { isMain: boolean; isCore: boolean }): Promise<void> {
    const name = part.name.toLowerCase();
    const type = this.#types.of(name) ?? '';
    if (name.endsWith('.rels')) return this.#addRelationships(name, await this.#readXml(part));
    // A picture in SVG may carry a document type of its own and is never parsed here.
    const xml = isMain || isCore || name.endsWith('.xml') || (/[+/]xml$/i.test(type) && !/svg/i.test(type));
    const kept = keep(isMain || isCore ? KEPT_OF_DOCUMENT : 512);
    const place = xml ? placeOf(name, isMain) : null;
    const watches = [xml ? watchXml() : watchBinary(), ...(place === null ? [] : [this.#watchText(name, place)])];
    await this.#watched(part, (chunk) => watches.forEach((watch) => void watch(chunk)), kept, xml);
    if (isMain) this.#main = { name: part.name, kept };
    if (isCore) this.#core = kept;
  }

  #watchText(name: string, place: number): Watch {
    const collected = new CollectedText(this.#room);
    this.#texts.push({ place, name, collected });
    return watchWordText(collected);
  }

  #text(): Pick<Inspection, 'text' | 'partial'> {
    const inOrder = this.#texts.toSorted((a, b) => a.place - b.place || a.name.localeCompare(b.name));
    const texts = inOrder.map(({ collected }) => collected.toString()).filter((text) => text !== '');
    return { text: texts.join('\n'), partial: this.#texts.some(({ collected }) => collected.partial) };
  }

  async #watched(part: Part, watch: Watch, kept: Kept, xml = true): Promise<void> {
    await this.#reader.read(part, (chunk) => {
      watch(chunk);
      kept.watch(chunk);
    });
    if (xml) checkXmlStart(kept.start().subarray(0, 512));
  }

  #title(): string | null {
    const text = this.#main ? decodeXml(this.#main.kept.start()) : '';
    const prefix = wordPrefix(text);
    if (prefix === null || !this.#main) throw badInput('records.not_a_docx');
    const end = this.#main.kept.end().toString('latin1').replaceAll('\0', '');
    if (!/<\/(?:[\w.-]+:)?document\s*>/.test(end)) throw badInput('records.damaged', { reason: 'document' });
    const core = this.#core ? titleOfCoreProperties(decodeXml(this.#core.start())) : null;
    return core ?? firstParagraph(text, prefix);
  }
}

/**
 * Looks a file over as if somebody wished us ill: nothing about it is believed that was not read from its bytes.
 * To be run where time and memory are limited (`inspector.ts`).
 * @throws bad-input with one code per reason; the sentences are in `text.ts`
 */
export async function inspectDocx(bytes: Buffer): Promise<Inspection> {
  checkSignature(bytes);
  return new Inspector(await openPackage(bytes)).inspect();
}
