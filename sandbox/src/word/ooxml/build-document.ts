import JSZip from 'jszip';

export interface Block {
  kind: 'heading' | 'paragraph' | 'right' | 'center' | 'bullet' | 'table';
  text?: string;
  rows?: readonly (readonly string[])[];
}

export interface DocumentSource {
  title: string;
  author: string;
  blocks: readonly Block[];
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Writes a real .docx (A4, Japanese faces, a heading style) from a few blocks. */
export async function buildDocument(source: DocumentSource): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  const put = (path: string, xml: string) =>
    zip.file(path, DECLARATION + xml, { createFolders: false, date: FIXED_DATE });
  put('[Content_Types].xml', contentTypes());
  put('_rels/.rels', packageRelationships());
  put('word/document.xml', documentXml(source.blocks));
  put('word/_rels/document.xml.rels', documentRelationships());
  put('word/styles.xml', stylesXml());
  put('docProps/core.xml', coreXml(source));
  return (await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })) as Uint8Array<ArrayBuffer>;
}

const FIXED_DATE = new Date('2026-04-01T00:00:00Z');

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function contentTypes(): string {
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}

function packageRelationships(): string {
  return `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
}

function documentRelationships(): string {
  return `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`;
}

function coreXml({ title, author }: DocumentSource): string {
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-04-01T00:00:00Z</dcterms:created></cp:coreProperties>`;
}

function stylesXml(): string {
  const fonts = '<w:rFonts w:ascii="Yu Mincho" w:hAnsi="Yu Mincho" w:eastAsia="游明朝" w:cs="Times New Roman"/>';
  return `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="320" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="200" w:after="120"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style></w:styles>`;
}

function documentXml(blocks: readonly Block[]): string {
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  return `<w:document xmlns:w="${W}"><w:body>${blocks.map(blockXml).join('')}${section}</w:body></w:document>`;
}

function blockXml(block: Block): string {
  if (block.kind === 'table') return tableXml(block.rows ?? []);
  const text = block.kind === 'bullet' ? `・${block.text ?? ''}` : (block.text ?? '');
  return paragraphXml(text, PROPERTIES[block.kind]);
}

const PROPERTIES: Readonly<Record<Exclude<Block['kind'], 'table'>, string>> = {
  heading: '<w:pStyle w:val="Heading1"/>',
  paragraph: '',
  right: '<w:jc w:val="right"/>',
  center: '<w:jc w:val="center"/>',
  bullet: '<w:ind w:left="420" w:hanging="210"/>',
};

function paragraphXml(text: string, properties: string): string {
  const look = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  const run = text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `<w:p>${look}${run}</w:p>`;
}

function tableXml(rows: readonly (readonly string[])[]): string {
  const line = 'w:val="single" w:sz="4" w:space="0" w:color="808080"';
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} ${line}/>`)
    .join('');
  const width = Math.floor(9070 / Math.max(1, rows[0]?.length ?? 1));
  const grid = (rows[0] ?? []).map(() => `<w:gridCol w:w="${width}"/>`).join('');
  const cell = (text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphXml(text, '')}</w:tc>`;
  const body = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="9070" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>${paragraphXml('', '')}`;
}
