// WordprocessingML of the default templates. Widths and places are in twentieths of a point, sizes in half points.
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

// A4 upright, 25 mm above and below, 23 mm at the sides; lines on the grid that Japanese offices print on.
const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1304" w:bottom="1418" w:left="1304" w:header="851" w:footer="680" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="360"/></w:sectPr>';
export const PAGE_WIDTH = 9298;

const style = (id: string, name: string, properties: string): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="a"/>${properties}</w:style>`;
const GOTHIC = '<w:rFonts w:ascii="ＭＳ ゴシック" w:hAnsi="ＭＳ ゴシック" w:eastAsia="ＭＳ ゴシック"/>';

const STYLES = [
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="ＭＳ 明朝" w:hAnsi="ＭＳ 明朝" w:eastAsia="ＭＳ 明朝" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="left"/></w:pPr></w:style>',
  style(
    'KaigiTitle',
    '会議録 表題',
    `<w:pPr><w:spacing w:after="240"/><w:jc w:val="center"/></w:pPr><w:rPr>${GOTHIC}<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>`,
  ),
  style(
    'KaigiHeading',
    '会議録 見出し',
    `<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="60"/><w:ind w:left="420" w:hanging="420"/><w:jc w:val="left"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr>${GOTHIC}<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr>`,
  ),
  style(
    'KaigiSubheading',
    '会議録 小見出し',
    `<w:pPr><w:keepNext/><w:spacing w:before="80"/><w:ind w:left="210"/><w:jc w:val="left"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr>${GOTHIC}</w:rPr>`,
  ),
  // 「○市長（山田太郎）　…」: what follows the first line stands one letter in.
  style('KaigiRemark', '会議録 発言', '<w:pPr><w:spacing w:after="60"/><w:ind w:left="210" w:hanging="210"/></w:pPr>'),
  style('KaigiPoint', '会議録 項目', '<w:pPr><w:ind w:left="630" w:hanging="210"/></w:pPr>'),
  style('KaigiCell', '会議録 表', '<w:pPr><w:spacing w:before="40" w:after="40"/><w:jc w:val="left"/></w:pPr>'),
  style('KaigiRight', '会議録 右寄せ', '<w:pPr><w:jc w:val="right"/></w:pPr>'),
].join('');

type Style =
  | 'KaigiTitle'
  | 'KaigiHeading'
  | 'KaigiSubheading'
  | 'KaigiRemark'
  | 'KaigiPoint'
  | 'KaigiCell'
  | 'KaigiRight';

export const paragraph = (text: string, styleId: Style): string =>
  `<w:p><w:pPr><w:pStyle w:val="${styleId}"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const cell = (text: string, width: number, isLabel: boolean): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${isLabel ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' : ''}<w:vAlign w:val="center"/></w:tcPr>${text
    .split('\n')
    .map((one) => paragraph(one, 'KaigiCell'))
    .join('')}</w:tc>`;

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

export interface Column {
  readonly width: number;
  readonly isLabel?: boolean;
}

/** A table over the width of the page; a line of a cell is a paragraph of its own. Rows of a head come again on every page. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  head?: readonly string[],
): string {
  const grid = columns.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('');
  const line = (texts: readonly string[], isHead: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${columns.map(({ width, isLabel }, at) => cell(texts[at] ?? '', width, isHead || isLabel === true)).join('')}</w:tr>`;
  const written = [...(head ? [line(head, true)] : []), ...rows.map((texts) => line(texts, false))];
  return `<w:tbl><w:tblPr><w:tblW w:w="${PAGE_WIDTH}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="99" w:type="dxa"/><w:right w:w="99" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl><w:p><w:pPr><w:pStyle w:val="KaigiCell"/></w:pPr></w:p>`;
}

const FOOTER = `<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">- </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p></w:ftr>`;
const CORE = `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{会議名}</dc:title><dc:language>ja-JP</dc:language></cp:coreProperties>`;

const type = (part: string, kind: string) => `<Override PartName="${part}" ContentType="${kind}"/>`;
const relation = (id: number, kind: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${kind}" Target="${target}"/>`;
const relations = (...all: readonly string[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

const TYPES = [
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
  type('/word/document.xml', `${WORD}.document.main+xml`),
  type('/word/styles.xml', `${WORD}.styles+xml`),
  type('/word/footer1.xml', `${WORD}.footer+xml`),
  type('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
].join('');

/** A Word file of paragraphs and tables, with styles, page numbers and the meeting's name as its title. */
export function templateFile(body: string): Uint8Array {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types">${TYPES}</Types>`,
    '_rels/.rels': relations(
      relation(1, `${OFFICE}/officeDocument`, 'word/document.xml'),
      relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ),
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${body}${PAGE}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      relation(1, `${OFFICE}/styles`, 'styles.xml'),
      relation(2, `${OFFICE}/footer`, 'footer1.xml'),
    ),
    'word/styles.xml': `<w:styles xmlns:w="${W}">${STYLES}</w:styles>`,
    'word/footer1.xml': FOOTER,
    'docProps/core.xml': CORE,
  };
  const zipped = Object.entries(parts).map(([name, xml]) => [name, strToU8(`${START}${xml}`)] as const);
  return zipSync(Object.fromEntries(zipped), { mtime: new Date(1980, 0, 1), level: 6 });
}
