import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { UploadedFile } from '../../shared/index.ts';

/** One page each, which says that; of a page given as bytes, the picture (a PNG). */
export async function aPdf(pages: readonly (string | Uint8Array)[], fileName = '資料.pdf'): Promise<UploadedFile> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const [index, shown] of pages.entries()) {
    const page = document.addPage();
    if (typeof shown === 'string') page.drawText(shown, { x: 50, y: 700, font, size: 12 });
    else page.drawImage(await document.embedPng(shown), { x: 50, y: 500, width: 100, height: 100 });
    page.drawText(String(index + 1), { x: 290, y: 30, font, size: 10 });
  }
  return { fileName, bytes: await document.save() };
}
