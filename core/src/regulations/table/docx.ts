import { strToU8, zipSync } from 'fflate';

/** What a Word document is made of here: headings, paragraphs and tables of text. */
export type Block =
  | { readonly heading: string; readonly level: 1 | 2 }
  | { readonly text: string }
  | { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
// A4 on its side, 2 cm around, in twentieths of a point.
const PAGE =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>';
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="767676"/>`)
  .join('');

// XML has no place for control characters, not even as references.
const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const escaped = (text: string): string =>
  text.replace(UNWRITABLE, ' ').replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);

interface Look {
  readonly size: number;
  readonly bold?: boolean;
}

function run(text: string, { size, bold = false }: Look): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  const fonts = '<w:rFonts w:ascii="Yu Gothic" w:hAnsi="Yu Gothic" w:eastAsia="游ゴシック"/>';
  const look = `<w:rPr>${fonts}${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  return `<w:r>${look}${lines.join('<w:br/>')}</w:r>`;
}

const paragraph = (text: string, look: Look, before = 0): string =>
  `<w:p><w:pPr><w:spacing w:before="${before}" w:after="60"/></w:pPr>${run(text, look)}</w:p>`;

function row(cells: readonly string[], isHead: boolean): string {
  const properties = isHead ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '<w:trPr><w:cantSplit/></w:trPr>';
  const shade = isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>' : '';
  const written = cells.map(
    (cell) =>
      `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${shade}</w:tcPr>${paragraph(cell, { size: 18, bold: isHead })}</w:tc>`,
  );
  return `<w:tr>${properties}${written.join('')}</w:tr>`;
}

function block(one: Block): string {
  if ('heading' in one) return paragraph(one.heading, { size: one.level === 1 ? 32 : 24, bold: true }, 240);
  if ('text' in one) return paragraph(one.text, { size: 21 });
  const grid = one.head.map(() => '<w:gridCol/>').join('');
  const properties = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>`;
  const rows = [row(one.head, true), ...one.rows.map((cells) => row(cells, false))];
  // Word wants something between two tables.
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl><w:p/>`;
}

/** A Word document; the same blocks always give the same bytes. */
export function wordDocument(blocks: readonly Block[]): Uint8Array {
  const body = `${START}<w:document xmlns:w="${W}"><w:body>${blocks.map(block).join('')}${PAGE}</w:body></w:document>`;
  const parts = {
    '[Content_Types].xml': `${START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels': `${START}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': body,
  };
  const zipped = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(zipped), { mtime: new Date(1980, 0, 1), level: 6 });
}
