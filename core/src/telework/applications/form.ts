import { strToU8, zipSync } from 'fflate';
import type { UploadedFile } from '../../shared/index.ts';
import type { Paper } from './kind.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
// A4 upright, 2 cm around, in twentieths of a point; the two columns of the form share what is left.
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>';
const WIDTHS = [2600, 7038] as const;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="767676"/>`)
  .join('');

// XML has no place for control characters, not even as references.
const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const escaped = (text: string): string =>
  text.replace(UNWRITABLE, ' ').replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);

function paragraph(text: string, { size, bold = false, centred = false }: Look): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  const fonts = '<w:rFonts w:ascii="Yu Mincho" w:hAnsi="Yu Mincho" w:eastAsia="游明朝"/>';
  const look = `<w:rPr>${fonts}${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  const place = `<w:pPr><w:spacing w:before="60" w:after="60"/>${centred ? '<w:jc w:val="center"/>' : ''}</w:pPr>`;
  return `<w:p>${place}<w:r>${look}${lines.join('<w:br/>')}</w:r></w:p>`;
}
interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly centred?: boolean;
}

const cell = (text: string, width: number, bold: boolean): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${bold ? '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>' : ''}</w:tcPr>${paragraph(text, { size: 21, bold })}</w:tc>`;

function table(rows: Paper['rows']): string {
  const grid = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const properties = `<w:tblPr><w:tblW w:w="${WIDTHS[0] + WIDTHS[1]}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const written = rows.map(
    ([label, value]) => `<w:tr>${cell(label, WIDTHS[0], true)}${cell(value, WIDTHS[1], false)}</w:tr>`,
  );
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl><w:p/>`;
}

/** 様式 as a Word document; the same paper always gives the same bytes, so that it makes the same case once. */
export function formOf({ name, title, proposalText, rows }: Paper): UploadedFile {
  const said = [
    paragraph(name.ja, { size: 32, bold: true, centred: true }),
    paragraph(proposalText, { size: 21 }),
    table(rows),
  ].join('');
  const body = `${START}<w:document xmlns:w="${W}"><w:body>${said}${PAGE}</w:body></w:document>`;
  const parts = {
    '[Content_Types].xml': `${START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels': `${START}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': body,
  };
  const zipped = Object.entries(parts).map(([part, xml]) => [part, strToU8(xml)] as const);
  const fileName = `${title.replaceAll(/[\\/:*?"<>|\s]/gu, '_').slice(0, 80)}.docx`;
  return { fileName, bytes: zipSync(Object.fromEntries(zipped), { mtime: new Date(1980, 0, 1), level: 6 }) };
}
