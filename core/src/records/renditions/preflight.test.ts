import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { docx } from '../docx.fixture.ts';
import { convertToPdfA } from './libreoffice.ts';
import { archival } from './pdfa.fixture.ts';
import { type PreflightFault, preflight } from './preflight.ts';

const name = (text: string) => PDFName.of(text);

async function changed(change: (pdf: PDFDocument) => unknown): Promise<readonly PreflightFault[]> {
  const pdf = await PDFDocument.load(await archival(), { updateMetadata: false });
  await change(pdf);
  return (await preflight(await pdf.save({ useObjectStreams: false }))).faults;
}

function fontsOf(pdf: PDFDocument): PDFDict[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isFont = object instanceof PDFDict && object.get(name('Type')) === name('Font');
    return isFont ? [object] : [];
  });
}

function descriptorsOf(pdf: PDFDocument): PDFDict[] {
  return fontsOf(pdf).flatMap((font) => font.lookupMaybe(name('FontDescriptor'), PDFDict) ?? []);
}

describe('R-16: the preflight of PDF/A', () => {
  it('lets pass what keeps the standard', async () => {
    expect(await preflight(await archival())).toEqual({ faults: [], pdfa: '2b', pages: 1 });
    expect(await changed(() => undefined)).toEqual([]);
  });

  it.each<[PreflightFault, (pdf: PDFDocument) => unknown]>([
    ['no_metadata', (pdf) => pdf.catalog.delete(name('Metadata'))],
    ['no_output_intent', (pdf) => pdf.catalog.delete(name('OutputIntents'))],
    ['no_id', (pdf) => delete pdf.context.trailerInfo.ID],
    ['active_content', (pdf) => pdf.addJavaScript('main', 'app.alert(1)')],
    [
      'active_content',
      (pdf) => pdf.catalog.set(name('OpenAction'), pdf.context.obj({ S: 'Launch', F: PDFString.of('x.exe') })),
    ],
    ['embedded_files', (pdf) => pdf.attach(new Uint8Array([1]), 'x.bin', {})],
    ['font_not_embedded', (pdf) => descriptorsOf(pdf).forEach((one) => void one.delete(name('FontFile2')))],
    ['font_without_text', (pdf) => fontsOf(pdf).forEach((one) => void one.delete(name('ToUnicode')))],
    [
      'font_not_embedded',
      async (pdf) => pdf.getPage(0).drawText('A', { font: await pdf.embedFont(StandardFonts.Helvetica) }),
    ],
    [
      'font_program',
      (pdf) => {
        // As LibreOffice embeds Noto CJK: a whole OpenType font.
        const file = pdf.context.register(
          PDFRawStream.of(pdf.context.obj({ Subtype: 'OpenType' }), Buffer.from('OTTO')),
        );
        for (const one of descriptorsOf(pdf)) {
          one.delete(name('FontFile2'));
          one.set(name('FontFile3'), file);
        }
      },
    ],
    [
      'not_pdfa',
      (pdf) => {
        const xmp = Buffer.from('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>');
        pdf.catalog.set(
          name('Metadata'),
          pdf.context.register(PDFRawStream.of(pdf.context.obj({ Type: 'Metadata' }), xmp)),
        );
      },
    ],
    [
      'outside_streams',
      (pdf) =>
        void pdf.context.register(PDFRawStream.of(pdf.context.obj({ F: PDFString.of('/etc/passwd') }), Buffer.of())),
    ],
  ])('finds %s', async (fault, change) => {
    expect(await changed(change)).toContain(fault);
  });

  it('finds an encrypted file, and one that is none', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    await pdf.encrypt({ userPassword: 'x', ownerPassword: 'y' });
    expect((await preflight(await pdf.save())).faults).toContain('encrypted');
    for (const bytes of ['', 'x', '%PDF-1.7\n']) {
      const { faults } = await preflight(Buffer.from(bytes));
      expect(faults.length).toBeGreaterThan(0);
    }
  });
});

describe('R-16: a PDF/A made by LibreOffice', () => {
  it('passes the preflight with Japanese in a TrueType face; where there is no LibreOffice, that is said', async () => {
    const made = await convertToPdfA(docx(['みなと花火大会の実施について（伺い）', '髙﨑さんと佐々木さん。']), 'docx');
    if ('pdf' in made) expect(await preflight(made.pdf)).toEqual({ faults: [], pdfa: '2b', pages: 1 });
    else expect(made).toEqual({ refused: 'absent' });
  }, 70_000);

  it('is not made where none of the places has LibreOffice, and that is said', async () => {
    const nowhere = { milliseconds: 60_000, megabytes: 4_096, places: ['/nowhere'] };
    expect(await convertToPdfA(docx(['文書']), 'docx', nowhere)).toEqual({ refused: 'absent' });
  });

  it('is not waited for without end, and leaves nothing running', async () => {
    const made = await convertToPdfA(docx(['長い文書']), 'docx', { milliseconds: 100, megabytes: 4_096 });
    expect(['too_long', 'absent']).toContain('refused' in made ? made.refused : 'made');
  });
});
