import { Download, escaped, type Locale } from '../../shared/index.ts';
import type { PackTable } from '../contract.ts';
import type { Pack } from '../engine/pack.ts';
import { allSections } from './all-sections.ts';
import type { Section } from './sections.ts';
import { type Reader, say, word } from './words-of-rows.ts';

const STYLE = `body{font:14px/1.6 sans-serif;margin:2em;color:#111;background:#fff}table{border-collapse:collapse;width:100%;margin:0 0 2em}
th,td{border:1px solid #767676;padding:.3em .6em;text-align:left;vertical-align:top}th{background:#eee;white-space:nowrap}td:nth-child(3){min-width:8em}caption{text-align:left;font-weight:bold;padding:.4em 0}`;

function htmlOf({ title, head, rows }: Section): string {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><caption>${escaped(title)}</caption><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`;
}

/** The whole pack as tables of text. */
export function packSections(pack: Pack, locale: Locale): PackTable {
  const reader: Reader = { pack, locale };
  const { version, effectiveFrom, file } = pack;
  const sections = allSections(reader).map(({ title, head, rows }) => ({
    title,
    head: [...head],
    rows: rows.map((row) => [...row]),
  }));
  return { version, regulation: say(reader, file.title), body: say(reader, file.body), effectiveFrom, sections };
}

/** The whole pack as one readable page, for the people who write regulations. */
export function packTable(pack: Pack, locale: Locale): Download {
  const reader: Reader = { pack, locale };
  const { title, body } = pack.file;
  const heading = `${say(reader, title)}（${say(reader, body)}、${pack.version}）`;
  const page = [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(heading)}</title><style>${STYLE}</style></head>`,
    `<body><h1>${escaped(heading)}</h1><p>${word(reader, '施行日', 'In force from')}: ${escaped(pack.effectiveFrom)}</p>`,
    ...allSections(reader).map(htmlOf),
    '</body></html>',
  ].join('\n');
  return new Download(
    `${pack.version.replace('/', '-')}.html`,
    'text/html; charset=utf-8',
    new TextEncoder().encode(page),
  );
}
