import { canonicalJson, type Json } from '../../shared/index.ts';
import { type Certificate, CertificateSchema } from './contract.ts';
import { drawBoxes, drawFacts, drawTable } from './draw.ts';
import { type CertificatePages, pagesOf } from './pages.ts';
import { mm, Sheet } from './sheet.ts';
import { writerFor } from './writer.ts';

/** The name under which the record is attached to the PDF. */
export const RECORD_NAME = 'decision-certificate.json';

function drawHead(sheet: Sheet, { title, statement, issued }: CertificatePages): void {
  const { left: x, width } = sheet;
  sheet.text(title, { x, y: sheet.y, width, size: 18, align: 'center' });
  sheet.y += mm(11);
  sheet.paragraph(statement, { size: 9.5, gap: mm(1) });
  sheet.text(issued, { x, y: sheet.y, width, size: 9, align: 'right' });
  sheet.y += mm(6);
}

function drawLog(sheet: Sheet, { heading, log, checkpoint, history, how }: CertificatePages): void {
  sheet.heading(heading.log, { keep: mm(45) });
  drawFacts(sheet, [...log, { label: checkpoint.label, value: checkpoint.note.trimEnd(), warn: false }], { size: 7.5 });
  drawTable(sheet, history);
  sheet.heading(heading.check);
  sheet.paragraph(how, { size: 8.5 });
}

/** Draws the certificate and attaches its record. The same record gives the same bytes. */
export async function renderCertificate(certificate: Certificate): Promise<Buffer> {
  const pages = pagesOf(certificate);
  const { t } = writerFor(certificate.locale);
  const at = new Date(certificate.issued.at);
  const title = `${pages.title}　${certificate.case.title}`;
  const sheet = new Sheet({ title, subject: t('subject'), locale: certificate.locale, at });
  drawHead(sheet, pages);
  sheet.heading(pages.heading.case);
  drawFacts(sheet, pages.facts);
  sheet.heading(pages.heading.marks, { keep: mm(52) });
  drawBoxes(sheet, pages.boxes);
  for (const note of pages.notes) sheet.paragraph(note, { size: 7.5, gap: 1, color: '#5c5c5c' });
  for (const table of pages.tables) drawTable(sheet, table);
  drawFacts(sheet, [pages.manifest], { size: 7.5, labelWidth: mm(50) });
  drawLog(sheet, pages);
  if (sheet.missing.length > 0) sheet.paragraph(t('glyphs.note', { codes: sheet.missing.join(' ') }), { size: 8 });
  sheet.footers((page, count) => t('page', { page, pages: count }), certificate.case.caseId);
  attach(sheet, certificate);
  return sheet.finish();
}

function attach({ doc }: Sheet, certificate: Certificate): void {
  const { t } = writerFor(certificate.locale);
  const at = new Date(certificate.issued.at);
  // Only what the schema names goes in: whoever reads it back compares the pages with exactly this.
  const record = canonicalJson(CertificateSchema.parse(certificate) as unknown as Json);
  const options = {
    name: RECORD_NAME,
    type: 'application/json',
    description: t('attachment'),
    creationDate: at,
    modifiedDate: at,
    // PDF/A-3: the pages are drawn from it.
    relationship: 'Source',
  };
  doc.file(Buffer.from(record), options);
}
