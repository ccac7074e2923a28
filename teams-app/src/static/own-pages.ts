import { createHash } from 'node:crypto';
import { escapedByName } from '@kaigi/core/shared';
import type { Config } from '../config/config.ts';

const STYLE = `
:root { color-scheme: light dark; --accent: #5b5fc7; --line: #8884; }
body { margin: 0; font: 16px/1.8 "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.4; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
ul, ol { padding-inline-start: 1.5rem; }
.note { border: 1px solid var(--line); border-inline-start: .3rem solid var(--accent); border-radius: .4rem; padding: .75rem 1rem; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: LinkText; }
a.button { display: inline-block; background: var(--accent); color: #fff; border-radius: .4rem; padding: .55rem 1.1rem; text-decoration: none; font-weight: 600; }
a:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
[lang=en] { opacity: .8; font-size: .92rem; }
`;

/** Our own small pages carry one style sheet in the page, named by its hash, and nothing else. */
export const PAGE_STYLE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body><main>${body}</main></body>
</html>
`;
}

/** Where to click. */
export function indexPage({ sandboxUrl, municipalities }: Config): string {
  const names = municipalities.map(({ name }) => `<li>${escapedByName(name)}</li>`).join('');
  return sandboxUrl === null
    ? page('回議', productionBody())
    : page('回議（サンドボックス）', sandboxBody(sandboxUrl, names));
}

const sandboxBody = (sandboxUrl: string, names: string) => `
<h1>回議</h1>
<p class="note">いまは<strong>サンドボックス</strong>（演習用）です。Microsoft 365 にはつながっていません。架空の団体で、起案から決裁までを試せます。この機械の外からは使えません。</p>
<p><a class="button" href="${sandboxUrl}/">人を選んで始める</a></p>
<h2>はじめの一件</h2>
<ol>
<li><a href="${sandboxUrl}/word?as=drafter@minato.example">起案者の Word</a> で文書を開き、右の作業ウィンドウで「起案する」、続けて「回議にかける」を押します。</li>
<li><a href="${sandboxUrl}/teams?as=subsection-head@minato.example">係長の Teams</a> にカードが届きます。「承認」を押します。</li>
<li><a href="${sandboxUrl}/teams?as=section-head@minato.example">課長の Teams</a> にカードが届きます。「決裁」を押すと、文書番号がつきます。</li>
<li>起案者の Word に戻ると、番号と日付が文書に入っています。</li>
</ol>
<h2>ほかの入口</h2>
<ul>
<li><a href="/tab/">タブの画面</a>（受信箱・自分の起案・文書収発簿）</li>
<li><a href="/api/v1/openapi.json">HTTP API の説明（OpenAPI 3.1）</a></li>
</ul>
<h2>登録されている団体</h2>
<ul>${names}</ul>
<p lang="en">This is a sandbox with made-up cities; it is not connected to Microsoft 365. <a href="${sandboxUrl}/">Pick a person to begin.</a></p>`;

const productionBody = () => `
<h1>回議</h1>
<p>起案・決裁・文書管理を Microsoft Teams と Word の中で行うサービスです。この画面から行う操作はありません。</p>
<ul>
<li><strong>承認・決裁</strong>：Teams の「回議」とのチャット、または「回議」のタブを開いてください。</li>
<li><strong>起案・文書登録</strong>：Word の「ホーム」にある「起案・文書登録」を押してください。</li>
<li>見あたらないときは、システム管理者に、アプリの配布を確かめてください。</li>
</ul>
<p><a href="/api/v1/openapi.json">HTTP API の説明（OpenAPI 3.1）</a></p>
<p lang="en">Use Kaigi inside Microsoft Teams and Word. There is nothing to do on this page.</p>`;

export function notBuiltPage(prefix: string): string {
  const what = prefix === '/tab' ? 'タブ' : 'Word の作業ウィンドウ';
  return page(
    '画面がまだ作られていません',
    `<h1>${what}の画面がまだ作られていません</h1>
<p class="note">サービスは動いていますが、画面のファイルがありません。プロジェクトのフォルダーで次の命令を実行してから、この画面を開き直してください。</p>
<p><code>npm run build</code></p>
<p lang="en">This page has not been built yet. Run <code>npm run build</code> in the project folder and open it again.</p>`,
  );
}

export function notFoundPage(): string {
  return page(
    '見つかりません',
    `<h1>ここには何もありません</h1><p><a href="/">はじめの画面へ</a></p><p lang="en">There is nothing at this address.</p>`,
  );
}
