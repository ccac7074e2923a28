import { createRequire } from 'node:module';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFKit from 'pdfkit';

const FONT = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udgothic/package.json')),
  '400Regular',
  'BIZUDGothic_400Regular.ttf',
);

/** A PDF/A-2b as pdfkit writes it: another maker than LibreOffice. */
export async function archival(): Promise<Uint8Array> {
  const options = { subset: 'PDF/A-2b', pdfVersion: '1.7', tagged: true, lang: 'ja-JP', info: { Title: '起案文書' } };
  const pdf = new PDFKit(options as unknown as ConstructorParameters<typeof PDFKit>[0]);
  pdf.font(FONT).text('みなと花火大会の実施について。髙﨑、佐々木。');
  pdf.end();
  return buffer(pdf);
}
