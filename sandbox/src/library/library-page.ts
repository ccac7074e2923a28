import type { City } from '../city/city.ts';
import { escapeHtml, plainPage } from '../html.ts';
import type { Item, Library } from './library.ts';

const AT = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' });
const STYLE = `  main { max-width: 60rem; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: start; padding: .5rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); vertical-align: top; }
  td:first-child { overflow-wrap: anywhere; min-width: 14rem; }
  td form { display: inline; margin: 0; }
  td button { white-space: nowrap; margin: 0 .25rem .25rem 0; }
  .problem { border-inline-start: 4px solid #c50f1f; padding: .4rem .8rem; }
`;

const button = (city: City, item: Item, act: string, said: string): string =>
  `<form method="post" action="/library/${encodeURIComponent(city.tenantId)}/${encodeURIComponent(item.id)}/${act}"><button aria-label="${escapeHtml(`${item.path} を${said}`)}">${said}</button></form>`;

function row(city: City, item: Item): string {
  const [folder, name] = [
    item.path.slice(0, item.path.lastIndexOf('/')),
    item.path.slice(item.path.lastIndexOf('/') + 1),
  ];
  const locked = item.label?.isDeleteAllowed === false;
  const acts = [
    button(city, item, 'alter', '書き換える'),
    button(city, item, 'delete', '削除する'),
    locked ? button(city, item, 'unlock', 'ラベルを外す') : button(city, item, 'lock', '削除禁止にする'),
  ];
  return `<tr><td>${escapeHtml(name)}<small>${escapeHtml(folder)}</small></td>
<td>${item.bytes.length.toLocaleString('ja-JP')} バイト</td>
<td>${escapeHtml(item.label?.name ?? 'なし')}</td>
<td>${escapeHtml(AT.format(new Date(item.changedAt)))}</td>
<td>${acts.join('')}</td></tr>`;
}

function recycleBin(library: Library): string {
  const bin = library.bin().map(({ path }) => `<li>${escapeHtml(path.slice(path.lastIndexOf('/') + 1))}</li>`);
  return bin.length === 0 ? '' : `<h2>ごみ箱</h2><ul>${bin.join('')}</ul>`;
}

/** One municipality's library, drawn by the server. */
export function libraryPage(city: City, library: Library, refused: boolean): string {
  const items = library.present().toSorted((a, b) => a.path.localeCompare(b.path, 'ja'));
  const table = `<div class="scroll"><table><thead><tr><th scope="col">ファイル</th><th scope="col">大きさ</th><th scope="col">保持ラベル</th><th scope="col">更新</th><th scope="col">人がすること</th></tr></thead>
<tbody>${items.map((item) => row(city, item)).join('\n')}</tbody></table></div>`;
  return plainPage(
    `${city.name}の公文書ライブラリ(サンドボックス)`,
    `<h1>${escapeHtml(city.name)}の公文書ライブラリ</h1>
<p>SharePoint の代わりです。確定した文書の写しが、1 分ほどでここに現れます。ドライブ ID：<code>${escapeHtml(library.driveId)}</code></p>
${refused ? '<p class="problem" role="alert">できませんでした。保持ラベルが削除を許さないか、もうありません。</p>' : ''}
${items.length === 0 ? '<p>まだ 1 件もありません。</p>' : table}${recycleBin(library)}`,
    { style: STYLE },
  );
}
