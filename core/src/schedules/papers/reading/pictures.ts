import { hash } from 'node:crypto';
import { type PDFContext, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';

const [RESOURCES, X_OBJECT, SUBTYPE] = ['Resources', 'XObject', 'Subtype'].map((name) => PDFName.of(name)) as [
  PDFName,
  PDFName,
  PDFName,
];
const IMAGE = PDFName.of('Image');
/** A form inside a form inside a form: files of strangers may go round in circles. */
const DEEPEST = 6;

const digest = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** The pictures that these resources name, and those of the forms among them. */
function inResources(context: PDFContext, resources: PDFDict | undefined, depth: number): string[] {
  const named = resources?.lookupMaybe(X_OBJECT, PDFDict);
  if (!named || depth > DEEPEST) return [];
  return named.values().flatMap((value) => {
    const stream = context.lookup(value as PDFRef);
    if (!(stream instanceof PDFRawStream)) return [];
    if (stream.dict.lookup(SUBTYPE) === IMAGE) return [digest(stream.contents)];
    return inResources(context, stream.dict.lookupMaybe(RESOURCES, PDFDict), depth + 1);
  });
}

/**
 * A sign for the pictures of each page, by the bytes they are kept as: a page that was scanned says nothing else.
 * Where they cannot be reached no page is taken for unchanged.
 */
export async function picturesOf(bytes: Uint8Array): Promise<(page: number) => string> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const signs = document
      .getPages()
      .map(({ node }) => inResources(document.context, node.Resources(), 0).toSorted().join(' '));
    return (page) => signs[page] ?? '';
  } catch {
    const file = digest(bytes);
    return () => file;
  }
}
