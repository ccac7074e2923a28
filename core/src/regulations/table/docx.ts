import { WORD_BORDERS, type WordLook, wordFile, wordRun } from '../../platform/index.ts';

/** What a Word document is made of here: headings, paragraphs and tables of text. */
export type Block =
  | { readonly heading: string; readonly level: 1 | 2 }
  | { readonly text: string }
  | { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

// A4 on its side, 2 cm around, in twentieths of a point.
const PAGE =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>';
const FONT = { western: 'Yu Gothic', japanese: '游ゴシック' };

type Look = Omit<WordLook, 'font'>;

const paragraph = (text: string, look: Look, before = 0): string =>
  `<w:p><w:pPr><w:spacing w:before="${before}" w:after="60"/></w:pPr>${wordRun(text, { ...look, font: FONT })}</w:p>`;

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
  const properties = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/>${WORD_BORDERS}</w:tblPr>`;
  const rows = [row(one.head, true), ...one.rows.map((cells) => row(cells, false))];
  // Word wants something between two tables.
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl><w:p/>`;
}

/** A Word document; the same blocks always give the same bytes. */
export const wordDocument = (blocks: readonly Block[]): Uint8Array => wordFile(`${blocks.map(block).join('')}${PAGE}`);
