import { WORD_BORDERS, type WordLook, wordFile, wordRun } from '../../platform/index.ts';
import type { UploadedFile } from '../../shared/index.ts';
import type { Paper } from './kind.ts';

// A4 upright, 2 cm around, in twentieths of a point; the two columns of the form share what is left.
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>';
const WIDTHS = [2600, 7038] as const;
const FONT = { western: 'Yu Mincho', japanese: '游明朝' };

interface Look extends Omit<WordLook, 'font'> {
  readonly centred?: boolean;
}

function paragraph(text: string, { centred = false, ...look }: Look): string {
  const place = `<w:pPr><w:spacing w:before="60" w:after="60"/>${centred ? '<w:jc w:val="center"/>' : ''}</w:pPr>`;
  return `<w:p>${place}${wordRun(text, { ...look, font: FONT })}</w:p>`;
}

const cell = (text: string, width: number, bold: boolean): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${bold ? '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>' : ''}</w:tcPr>${paragraph(text, { size: 21, bold })}</w:tc>`;

function table(rows: Paper['rows']): string {
  const grid = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const properties = `<w:tblPr><w:tblW w:w="${WIDTHS[0] + WIDTHS[1]}" w:type="dxa"/>${WORD_BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr>`;
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
    PAGE,
  ].join('');
  const fileName = `${title.replaceAll(/[\\/:*?"<>|\s]/gu, '_').slice(0, 80)}.docx`;
  return { fileName, bytes: wordFile(said) };
}
