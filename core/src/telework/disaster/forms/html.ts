import { escaped } from '../../../shared/index.ts';

// A4 upright, printed as it is seen; names may be long, and hands write larger than machines.
const STYLE = `@page{size:A4 portrait;margin:12mm}
body{font:12px/1.5 "BIZ UDPGothic","Yu Gothic","Hiragino Sans",sans-serif;margin:0 auto;max-width:186mm;color:#111;background:#fff}
section{break-after:page}section:last-child{break-after:auto}h1{font-size:20px;margin:0 0 2mm}p{margin:0 0 2mm}
table{border-collapse:collapse;width:100%;margin:0 0 3mm;table-layout:fixed}thead{display:table-header-group}tr{break-inside:avoid}
th,td{border:1px solid #444;padding:1mm 1.5mm;text-align:left;vertical-align:top;overflow-wrap:anywhere;font-weight:normal}
th{background:#eee}td{height:6mm}td.tall{height:13mm}caption{text-align:left;font-weight:bold;padding:0 0 1mm}p:has(small){margin:0 0 .5mm}small{font-size:10px;line-height:1.35}
@media screen{section{margin:8mm 0 16mm}}`;

/** What is printed in a cell; `tall` leaves room for sentences. */
export type Cell = string | { readonly text: string; readonly tall: true };

export type Part =
  | { readonly title: string }
  | { readonly line: string; readonly small?: true }
  | {
      readonly caption?: string;
      readonly head: readonly string[];
      /** Parts of the width, of 100. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly Cell[])[];
    }
  /** A label and room to write, one below the other. */
  | { readonly fields: readonly (readonly [label: string, room: Cell])[] };

const cell = (one: Cell): string =>
  typeof one === 'string' ? `<td>${escaped(one)}</td>` : `<td class="tall">${escaped(one.text)}</td>`;

function html(part: Part): string {
  if ('title' in part) return `<h1>${escaped(part.title)}</h1>`;
  if ('line' in part)
    return part.small ? `<p><small>${escaped(part.line)}</small></p>` : `<p>${escaped(part.line)}</p>`;
  if ('fields' in part) {
    const rows = part.fields.map(([label, room]) => `<tr><th scope="row">${escaped(label)}</th>${cell(room)}</tr>`);
    return `<table><colgroup><col style="width:26%"><col></colgroup><tbody>${rows.join('')}</tbody></table>`;
  }
  const columns = part.widths.map((width) => `<col style="width:${width}%">`).join('');
  const head = part.head.map((one) => `<th scope="col">${escaped(one)}</th>`).join('');
  const rows = part.rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('');
  const caption = part.caption === undefined ? '' : `<caption>${escaped(part.caption)}</caption>`;
  return `<table>${caption}<colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** One file that prints, and opens, without anything else: no script, no picture, no address. */
export function printedPage(
  { title, language }: { readonly title: string; readonly language: string },
  sheets: readonly (readonly Part[])[],
): string {
  const head = `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head>`;
  const body = sheets.map((parts) => `<section>${parts.map(html).join('\n')}</section>`).join('\n');
  return `<!doctype html><html lang="${language}">${head}<body>${body}</body></html>`;
}
