/** What a name in SharePoint cannot hold; a control character would be dropped on the way. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /["*:<>?/\\|\u0000-\u001f]/g;
const LONGEST_TITLE = 80;

const clean = (text: string): string => text.normalize('NFC').replace(FORBIDDEN, '＿').replace(/\s+/g, ' ').trim();

/** No longer than that (the whole path may have 400), and never half of what people see as one character. */
function cut(text: string, most: number): string {
  let short = '';
  for (const { segment } of new Intl.Segmenter('ja').segment(text)) {
    if (short.length + segment.length > most) break;
    short += segment;
  }
  return short;
}

export interface Named {
  readonly recordId: string;
  readonly title: string;
  readonly fileName: string;
  /** 政第12号; null: it took none. */
  readonly number: string | null;
  readonly fiscalYear: number;
  readonly unitName: string;
  readonly classificationCode: string;
}

/** One name for each record, whatever else has its title: the end of its id stands in it. */
export function mirrorName(named: Named): { readonly folder: string; readonly name: string } {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(named.fileName)?.[0]?.toLowerCase() ?? '';
  const stem = [named.number, cut(clean(named.title), LONGEST_TITLE)].filter((part) => part !== null).join('_');
  // Neither a leading nor a closing dot or blank, nor the mark of files that Word has open.
  const safe = clean(stem).replace(/^[.\s~$]+|[.\s]+$/g, '') || '文書';
  const folder = [`${named.fiscalYear}年度`, named.unitName, named.classificationCode].map(
    (step) => clean(step).replace(/^[.\s~$]+|[.\s]+$/g, '') || '＿',
  );
  return { folder: folder.join('/'), name: `${safe}_${named.recordId.slice(-12)}${extension}` };
}
