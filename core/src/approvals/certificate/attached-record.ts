import { PDFDocument } from '@cantoo/pdf-lib';

/** The bytes attached to a PDF under this name; null where there are none, undefined where it is no PDF. */
export async function attachedRecord(pdf: Uint8Array, name: string): Promise<Uint8Array | null | undefined> {
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const [found, ...more] = document.getAttachments().filter((attachment) => attachment.name === name);
    return found && more.length === 0 ? found.data : null;
  } catch {
    return undefined;
  }
}
