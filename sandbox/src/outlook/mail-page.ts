import type { Person } from '../city/city.ts';
import { escapeHtml, plainPage } from '../html.ts';
import type { Mail } from './mails.ts';

const AT = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' });

/** Plain text with its addresses as links. */
const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, at) => (at % 2 === 0 ? escapeHtml(part) : `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>`))
    .join('');

const article = ({ id, at, from, subject, text }: Mail): string =>
  `<article aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(subject)}</h2>
<small>${escapeHtml(AT.format(new Date(at)))} ・ ${escapeHtml(from)}</small>
<p style="white-space: pre-wrap; overflow-wrap: anywhere">${linked(text)}</p></article>`;

/** One person's mail, drawn by the server. */
export function mailPage({ displayName, signInName }: Person, mails: readonly Mail[]): string {
  const list = mails.length === 0 ? '<p>メールはありません。</p>' : mails.map(article).join('\n<hr>\n');
  return plainPage(
    'メール(サンドボックス)',
    `<h1>${escapeHtml(displayName)}さんのメール</h1>
<p>${escapeHtml(signInName)} ・ 演習用のサンドボックスです。外には送られません。</p>
${list}`,
  );
}
