import { badInput } from '../../shared/errors.ts';
import { type CollectedText, Room } from './collected.ts';
import { FLAVOURS, type Flavour, watchText } from './flavours.ts';
import { FILE_KINDS, type FileSource, type Reading } from './kinds.ts';
import { openPackage, type Package, type Part, PartReader, type Watch } from './package.ts';
import {
  type ContentTypes,
  decodeXml,
  firstLine,
  firstParagraph,
  type Relationship,
  readContentTypes,
  readRelationships,
  rootPrefix,
  titleOfCoreProperties,
} from './package-xml.ts';
import type { SharedStrings } from './sheet-text.ts';
import { checkXmlStart, type Kept, keep, watchBinary, watchXml } from './watches.ts';

const MB = 1024 * 1024;
const KEPT_OF_DOCUMENT = 2 * MB;
const KEPT_OF_LISTS = 16 * MB;
const MACRO_PART = /(?:^|\/)vba(?:project[^/]*\.bin|data\.xml)$/;
const MACRO_TYPE = /macroenabled|vbaproject|vbadata/i;
const MACRO_RELATIONSHIP = /^(?:vbaProject|wordVbaData)$/i;
// Word follows a link when it is clicked, and asks before it loads a picture. Whatever else lies outside (a template,
// an OLE object, a frame, a part of the text) it loads while opening, and it may be another thing each time.
const MAY_LIE_OUTSIDE: readonly string[] = ['hyperlink', 'image'];

class Inspector {
  readonly #parts: Map<string, Part>;
  readonly #reader: PartReader;
  #types: ContentTypes = { all: [], of: () => undefined };
  readonly #relationships = new Map<string, Relationship[]>();
  #main: { name: string; kept: Kept } | null = null;
  #core: Kept | null = null;
  #flavour: Flavour | null = null;
  readonly #room = new Room();
  readonly #strings: SharedStrings = [];
  readonly #texts: { readonly place: number; readonly name: string; readonly collected: CollectedText }[] = [];

  constructor({ parts, pieces }: Package) {
    this.#parts = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
    this.#reader = new PartReader(pieces);
  }

  async inspect(): Promise<Reading> {
    if ([...this.#parts.keys()].some((name) => MACRO_PART.test(name))) throw badInput('records.macros');
    await this.#readLists();
    const { main, flavour } = this.#mainPart();
    this.#flavour = flavour;
    this.#refuseParts(flavour);
    const core = this.#target('_rels/.rels', 'core-properties');
    for (const part of this.#inOrder(flavour)) {
      const name = part.name.toLowerCase();
      await this.#readPart(part, { isMain: name === main, isCore: name === core });
    }
    const text = this.#text();
    const pages = [...this.#parts.keys()].filter((name) => flavour.page?.test(name)).length;
    return {
      ...{ kind: flavour.kind, ...FILE_KINDS[flavour.kind] },
      ...{ title: this.#title(flavour, text), text, partial: this.#room.partial },
      pages: flavour.page ? pages : null,
    };
  }

  #refuseParts({ refused }: Flavour): void {
    for (const [part, code] of refused) {
      if ([...this.#parts.keys()].some((name) => part.test(name))) throw badInput(code);
    }
  }

  /** All but the two lists that were read already. */
  #inOrder({ first }: Flavour): Part[] {
    const rest = [...this.#parts].filter(([name]) => name !== '[content_types].xml' && name !== '_rels/.rels');
    const early = rest.filter(([name]) => first?.test(name));
    return [...early, ...rest.filter(([name]) => !first?.test(name))].map(([, part]) => part);
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
      throw badInput(this.#flavour?.outside ?? 'records.external_template');
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

  #mainPart(): { main: string; flavour: Flavour } {
    const main = this.#target('_rels/.rels', 'officeDocument');
    const type = main !== null && this.#parts.has(main) ? this.#types.of(main) : null;
    const flavour = FLAVOURS.find(({ mainType }) => mainType === type);
    if (main === null || !flavour) throw badInput('records.not_a_docx');
    return { main, flavour };
  }

  async #readPart(part: Part, { isMain, isCore }: { isMain: boolean; isCore: boolean }): Promise<void> {
    const name = part.name.toLowerCase();
    const type = this.#types.of(name) ?? '';
    if (name.endsWith('.rels')) return this.#addRelationships(name, await this.#readXml(part));
    // A picture in SVG may carry a document type of its own and is never parsed here.
    const xml = isMain || isCore || name.endsWith('.xml') || (/[+/]xml$/i.test(type) && !/svg/i.test(type));
    const kept = keep(isMain || isCore ? KEPT_OF_DOCUMENT : 512);
    const place = xml ? (this.#flavour?.place(name, isMain) ?? null) : null;
    const watches = [xml ? watchXml() : watchBinary(), ...(place === null ? [] : [this.#watchText(name, place)])];
    await this.#watched(part, (chunk) => watches.forEach((watch) => void watch(chunk)), kept, xml);
    if (isMain) this.#main = { name: part.name, kept };
    if (isCore) this.#core = kept;
  }

  #watchText(name: string, place: number): Watch {
    if (!this.#flavour) return () => undefined;
    const { watch, collected } = watchText(this.#flavour, { name, place, room: this.#room, strings: this.#strings });
    this.#texts.push({ place, name, collected });
    return watch;
  }

  #text(): string {
    const byName = new Intl.Collator('en', { numeric: true });
    const inOrder = this.#texts.toSorted((a, b) => a.place - b.place || byName.compare(a.name, b.name));
    const texts = inOrder.map(({ collected }) => collected.toString()).filter((text) => text !== '');
    return texts.join('\n');
  }

  async #watched(part: Part, watch: Watch, kept: Kept, xml = true): Promise<void> {
    await this.#reader.read(part, (chunk) => {
      watch(chunk);
      kept.watch(chunk);
    });
    if (xml) checkXmlStart(kept.start().subarray(0, 512));
  }

  #title(flavour: Flavour, text: string): string | null {
    const start = this.#main ? decodeXml(this.#main.kept.start()) : '';
    const prefix = rootPrefix(start, flavour);
    if (prefix === null || !this.#main) throw badInput('records.not_a_docx');
    const end = this.#main.kept.end().toString('latin1').replaceAll('\0', '');
    const closing = new RegExp(`</(?:[\\w.-]+:)?${flavour.root}\\s*>`);
    if (!closing.test(end)) throw badInput('records.damaged', { reason: 'document' });
    const core = this.#core ? titleOfCoreProperties(decodeXml(this.#core.start())) : null;
    if (core !== null) return core;
    return flavour.kind === 'WORD' ? firstParagraph(start, prefix) : firstLine(text);
  }
}

/**
 * Looks an Office document over as if somebody wished us ill: nothing about it is believed that was not read from its
 * bytes. To be run where time and memory are limited (`reader.ts`).
 * @throws bad-input with one code per reason; the sentences are in `text.ts`
 */
export async function readOffice(source: FileSource): Promise<Reading> {
  const opened = await openPackage(source);
  try {
    return await new Inspector(opened).inspect();
  } finally {
    opened.close();
  }
}
