import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { fontFaults } from './preflight-fonts.ts';

// What ISO 19005-2 (PDF/A-2) asks and can be seen without drawing a page. A rendition counts only when nothing is found.

export type PreflightFault =
  | 'unreadable'
  | 'encrypted'
  | 'no_pages'
  | 'no_id'
  | 'no_metadata'
  | 'not_pdfa'
  | 'no_output_intent'
  | 'active_content'
  | 'embedded_files'
  | 'outside_streams'
  | 'font_not_embedded'
  | 'font_program'
  | 'font_without_text';

export interface Preflight {
  readonly faults: readonly PreflightFault[];
  /** `2b`, as the file says of itself; null where it says nothing. */
  readonly pdfa: string | null;
  readonly pages: number;
}

const name = (text: string) => PDFName.of(text);
const FORBIDDEN_ACTIONS = new Set([
  ...['/JavaScript', '/Launch', '/Sound', '/Movie', '/ResetForm', '/ImportData', '/Hide', '/SetOCGState'],
  ...['/Rendition', '/Trans', '/GoTo3DView', '/SubmitForm'],
]);
const FORBIDDEN_ANNOTATIONS = new Set(['/3D', '/Sound', '/Screen', '/Movie', '/FileAttachment', '/RichMedia']);

/** @returns what keeps the file from being PDF/A-2, once each; it may be anything */
export async function preflight(bytes: Uint8Array): Promise<Preflight> {
  const none = (fault: PreflightFault): Preflight => ({ faults: [fault], pdfa: null, pages: 0 });
  try {
    const opened = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
    return opened.context.trailerInfo.Encrypt ? none('encrypted') : lookedOver(opened);
  } catch {
    return none('unreadable');
  }
}

function lookedOver(opened: PDFDocument): Preflight {
  const { context, catalog } = opened;
  const faults = new Set<PreflightFault>();
  if (!hasId(context)) faults.add('no_id');
  const pages = opened.getPageCount();
  if (pages === 0) faults.add('no_pages');
  const pdfa = metadataOf(catalog, faults);
  if (!hasOutputIntent(catalog)) faults.add('no_output_intent');
  const names = catalog.lookupMaybe(name('Names'), PDFDict);
  if (names?.has(name('EmbeddedFiles'))) faults.add('embedded_files');
  if (names?.has(name('JavaScript')) || catalog.has(name('AA'))) faults.add('active_content');
  for (const [, object] of context.enumerateIndirectObjects()) for (const fault of faultsOf(object)) faults.add(fault);
  return { faults: [...faults].sort(), pdfa, pages };
}

function hasId(context: PDFContext): boolean {
  const given = context.trailerInfo.ID;
  const id = given && context.lookup(given);
  if (!(id instanceof PDFArray) || id.size() !== 2) return false;
  const [first] = id.asArray();
  return (first instanceof PDFHexString || first instanceof PDFString) && first.asBytes().length > 0;
}

/** XMP must be readable without unpacking, and say which part of the standard the file keeps. */
function metadataOf(catalog: PDFDict, faults: Set<PreflightFault>): string | null {
  const stream = catalog.lookup(name('Metadata'));
  if (!(stream instanceof PDFRawStream) || stream.dict.has(name('Filter'))) {
    faults.add('no_metadata');
    return null;
  }
  const xmp = new TextDecoder().decode(stream.getContents());
  const part = /pdfaid:part(?:>|=["'])\s*(\d)/.exec(xmp)?.[1];
  const conformance = /pdfaid:conformance(?:>|=["'])\s*([ABU])/.exec(xmp)?.[1];
  if (!part || !conformance || part === '1') faults.add('not_pdfa');
  return part && conformance ? `${part}${conformance.toLowerCase()}` : null;
}

function hasOutputIntent(catalog: PDFDict): boolean {
  const intents = catalog.lookupMaybe(name('OutputIntents'), PDFArray);
  if (!intents) return false;
  return Array.from({ length: intents.size() }, (_, at) => intents.lookup(at)).some((intent) => {
    const isPdfa = intent instanceof PDFDict && intent.lookup(name('S')) === name('GTS_PDFA1');
    return isPdfa && intent.lookup(name('DestOutputProfile')) instanceof PDFStream;
  });
}

function* faultsOf(object: PDFObject): Generator<PreflightFault> {
  if (object instanceof PDFStream) {
    yield* faultsOfDict(object.dict);
    // The bytes of a stream lie in the file itself.
    if (object.dict.has(name('F'))) yield 'outside_streams';
    if (String(object.dict.lookup(name('Filter')) ?? '').includes('LZWDecode')) yield 'outside_streams';
  } else if (object instanceof PDFDict) {
    yield* faultsOfDict(object);
    yield* fontFaults(object);
  } else if (object instanceof PDFArray) {
    for (const item of object.asArray()) if (item instanceof PDFDict) yield* faultsOf(item);
  }
}

function* faultsOfDict(dict: PDFDict): Generator<PreflightFault> {
  const action = dict.get(name('S'));
  if (dict.has(name('JS')) || (action instanceof PDFName && FORBIDDEN_ACTIONS.has(action.toString())))
    yield 'active_content';
  const subtype = dict.get(name('Subtype'));
  if (subtype instanceof PDFName && FORBIDDEN_ANNOTATIONS.has(subtype.toString())) yield 'active_content';
  if (dict.has(name('AA'))) yield 'active_content';
  // What stands inside without a number of its own.
  for (const [key, value] of dict.entries())
    if (value instanceof PDFDict && key !== name('Parent')) yield* faultsOfDict(value);
}
