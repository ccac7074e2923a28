import type { LobbyLine, LobbyView } from '@kaigi/core';
import { dayIn, escaped, localDateOf, localTimeOf, type Sentence } from '@kaigi/core/shared';
import { lobbyTexts } from './lobby-text.ts';

/** Shown as old after so long without news. */
const STALE_AFTER_S = 180;
const RELOAD_S = 60;

export const LOBBY_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

// Text is large, because it is read from across a hall. What is old shows itself without any script.
export const LOBBY_STYLE = `
:root { color-scheme: light dark; --accent: #5b5fc7; --line: #8886; }
@media (prefers-color-scheme: dark) { :root { --accent: #a3a6ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: clamp(20px, 2.4vw, 40px)/1.5 "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", sans-serif; }
main { padding: 1em 1.4em; min-height: 100vh; display: flex; flex-direction: column; gap: .6em; }
h1 { font-size: 1.5em; line-height: 1.3; margin: 0; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .2em 2em; border-bottom: .12em solid var(--accent); padding-bottom: .3em; }
[lang=en] { font-size: .6em; opacity: .85; }
span[lang=en] { margin-inline-start: .6em; }
table { border-collapse: collapse; width: 100%; }
th { text-align: start; font-size: .7em; font-weight: 600; }
td, th { padding: .25em .6em .25em 0; vertical-align: baseline; border-bottom: 1px solid var(--line); }
td.time, th:first-child { white-space: nowrap; width: 1%; padding-inline-end: 1.5em; }
td.time { font-variant-numeric: tabular-nums; }
td { overflow-wrap: anywhere; }
tr.now td { font-weight: 700; }
tr.now td.time { border-inline-start: .25em solid var(--accent); padding-inline-start: .4em; }
.mark { font-size: .6em; border: .1em solid var(--accent); border-radius: .3em; padding: .05em .4em; margin-inline-start: .5em; white-space: nowrap; }
footer { margin-top: auto; font-size: .7em; display: flex; flex-wrap: wrap; gap: .2em 2em; align-items: baseline; }
.stale { margin: 0; padding: .3em .8em; border: .12em solid; font-weight: 700; visibility: hidden; animation: stale 0s linear ${STALE_AFTER_S}s forwards; }
@keyframes stale { to { visibility: visible; } }
form { display: flex; flex-direction: column; gap: .6em; max-width: 40rem; font-size: 20px; }
input, button { font: inherit; padding: .4em .6em; }
`;

/** Asks again every half minute and keeps what it has when there is no answer. A key behind # never leaves the browser but in the form. */
export const LOBBY_SCRIPT = `
const form = document.querySelector('form');
const key = location.hash.slice(1);
if (form && key) {
  form.elements.key.value = key;
  history.replaceState(null, '', '/lobby');
  form.submit();
}
const shown = () => document.querySelector('main[data-at]');
async function again() {
  const answer = await fetch('/lobby', { cache: 'no-store', signal: AbortSignal.timeout(20000) });
  if (answer.status === 401) return location.reload();
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('main[data-at]');
  if (fresh) shown().replaceWith(fresh);
}
addEventListener('online', () => shown() && again().catch(() => undefined));
if (shown()) setInterval(() => again().catch(() => undefined), 30000);
`;

type Code = keyof typeof lobbyTexts;

/** Japanese, and English beside it. */
const both = (code: Code): string => bothOf(lobbyTexts[code]);
const bothOf = ({ ja, en }: Sentence): string => `${escaped(ja)}<span lang="en">${escaped(en)}</span>`;

const page = (body: string, head = ''): string => `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(lobbyTexts.title.ja)}</title>
<link rel="stylesheet" href="/lobby/style.css">
<script src="/lobby/script.js" defer></script>
${head}</head>
<body>${body}</body>
</html>
`;

function row({ from, to, room, floor, text, now }: LobbyLine): string {
  const what = text === null ? both('meeting') : escaped(text);
  const mark = now ? `<span class="mark">${both('now')}</span>` : '';
  const where = floor === '' ? escaped(room) : `${escaped(room)}<span class="mark">${escaped(floor)}</span>`;
  return `<tr${now ? ' class="now"' : ''}><td class="time">${from}–${to}${mark}</td><td>${where}</td><td>${what}</td></tr>`;
}

const table = (lines: readonly LobbyLine[]): string =>
  lines.length === 0
    ? `<p>${both('none')}</p>`
    : `<table><thead><tr><th scope="col">${both('time')}</th><th scope="col">${both('room')}</th><th scope="col">${both('what')}</th></tr></thead><tbody>${lines.map(row).join('')}</tbody></table>`;

/** Today's rooms, to be read from across the hall. */
export function lobbyPage({ at, office, lines }: LobbyView): string {
  const day = localDateOf(at);
  const body = `<main data-at="${at.toISOString()}">
<header><h1>${bothOf(office)} ${both('title')}</h1><div>${escaped(dayIn(day, 'ja'))}<span lang="en">${escaped(dayIn(day, 'en'))}</span></div></header>
${table(lines)}
<footer><span>${both('updated')} <time datetime="${at.toISOString()}">${localTimeOf(at)}</time></span><p class="stale">${both('stale')}</p></footer>
</main>`;
  return page(body, `<noscript><meta http-equiv="refresh" content="${RELOAD_S}"></noscript>\n`);
}

/** Asks for the key of the display. */
export const lobbyEntry = (isWrong: boolean): string =>
  page(`<main><h1>${both('title')}</h1>
${isWrong ? `<p role="alert">${both('wrong')}</p>` : `<p>${both('enter')}</p>`}
<form method="post" action="/lobby"><label for="key">${both('key')}</label>
<input id="key" name="key" type="password" autocomplete="off" required maxlength="200"><button type="submit">${both('show')}</button></form></main>`);
