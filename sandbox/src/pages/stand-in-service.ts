import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { CLIENT_ID, CLIENT_SECRET } from '../settings.ts';

/**
 * For the tests of the windows: a service at the other end of the sandbox's channel that answers with cards, and a
 * tab page on Microsoft's own teams-js. It decides nothing; it shows what the windows do with answers.
 */
export interface StandInService {
  readonly url: string;
  readonly presses: readonly Press[];
  /** The bot changes a message it sent before. */
  update(messageId: string, card: object): Promise<void>;
  post(card: object): Promise<void>;
  /** Presses of the verb `test/slow` wait until this is called. */
  release(): void;
  close(): Promise<void>;
}

interface Press {
  readonly verb: string;
  readonly data: unknown;
  readonly trigger: string;
}

interface Activity {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
  readonly value?: { readonly action: { readonly verb: string; readonly data: unknown }; readonly trigger?: string };
}

export const standInAppId = '4b616967-6900-4000-8000-0000000000aa';

export async function startStandInService(sandboxUrl: () => string): Promise<StandInService> {
  const bot = new StandInBot(sandboxUrl);
  const server = createServer((request, response) => {
    respond(bot, request, response, sandboxUrl()).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const url = await listen(server);
  return {
    url,
    presses: bot.presses,
    update: (id, card) => bot.update(id, card),
    post: (card) => bot.say({ attachments: [attached(card)] }),
    release: () => bot.release(),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

async function respond(
  bot: StandInBot,
  request: IncomingMessage,
  response: ServerResponse,
  sandboxUrl: string,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://service');
  if (pathname === '/api/messages') {
    const answer = await bot.take(JSON.parse(await bodyOf(request)) as Activity);
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer === null ? '' : JSON.stringify(answer));
  } else if (pathname === '/tab/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(tabPage(sandboxUrl));
  } else if (pathname === '/teams.js') {
    const umd = new URL('dist/umd/MicrosoftTeams.min.js', import.meta.resolve('@microsoft/teams-js/package.json'));
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(await readFile(fileURLToPath(umd)));
  } else {
    response.writeHead(404).end();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

class StandInBot {
  readonly presses: Press[] = [];
  readonly #sandboxUrl: () => string;
  #conversation: { serviceUrl: string; id: string } | null = null;
  #release: () => void = () => undefined;

  constructor(sandboxUrl: () => string) {
    this.#sandboxUrl = sandboxUrl;
  }

  async take(activity: Activity): Promise<object | null> {
    this.#conversation = { serviceUrl: activity.serviceUrl, id: activity.conversation.id };
    if (activity.type === 'installationUpdate')
      await this.say({ text: '回議です。**受信箱**と書くと、待っている案件が出ます。' });
    if (activity.type === 'message') await this.say(replyTo(activity.text ?? ''));
    return activity.type === 'invoke' && activity.value !== undefined ? this.#pressed(activity.value) : null;
  }

  async say(content: object): Promise<void> {
    await this.#call('POST', 'activities', { type: 'message', ...content });
  }

  async update(id: string, card: object): Promise<void> {
    await this.#call('PUT', `activities/${id}`, { type: 'message', id, attachments: [attached(card)] });
  }

  release(): void {
    this.#release();
  }

  async #pressed({ action, trigger = 'manual' }: NonNullable<Activity['value']>): Promise<object> {
    const { verb, data } = action;
    this.presses.push({ verb, data, trigger });
    if (verb === 'test/slow') await new Promise<void>((release) => (this.#release = release));
    if (verb === 'test/refused') {
      const value = { code: 'notHolder', message: 'この案件は別の人の番です。' };
      return { statusCode: 400, type: 'application/vnd.microsoft.error', value };
    }
    if (verb === 'test/note') {
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '質問を送りました。' };
    }
    const value = verb === 'approvals/refresh' ? approvalCard({ line: 'あなたの番です。' }) : outcomeCard(verb, data);
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
  }

  async #call(method: string, path: string, body: object): Promise<void> {
    if (this.#conversation === null) throw new Error('nobody has written to the stand-in bot yet');
    const { serviceUrl, id } = this.#conversation;
    const response = await fetch(`${serviceUrl}v3/conversations/${encodeURIComponent(id)}/${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.#token()}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }

  async #token(): Promise<string> {
    const response = await fetch(`${this.#sandboxUrl()}/botframework.com/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        scope: 'https://api.botframework.com/.default',
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }
}

function replyTo(text: string): object {
  if (text === '受信箱') return { attachments: [attached(approvalCard({}))] };
  if (text === '使い方')
    return { text: '# 使い方\n- **受信箱**: 待っている案件\n- `今どこ 件名`\n\n<b>太字ではない</b>' };
  return { text: `「${text}」ですね。` };
}

function attached(content: object): object {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

interface CardWish {
  readonly line?: string;
  readonly refresh?: boolean;
}

export function approvalCard({ line = '承認をお願いします。', refresh = false }: CardWish): object {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: 'case-7' }));
  const execute = (title: string, verb: string, more: object = {}) => ({
    type: 'Action.Execute',
    title,
    verb,
    data: { caseId: 'case-7', version: 3 },
    ...more,
  });
  const refreshing = { action: execute('更新', 'approvals/refresh'), userIds: [] };
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: '承認の依頼: 庁舎北側外壁の修繕について',
    ...(refresh ? { refresh: refreshing } : {}),
    body: [
      { type: 'TextBlock', text: '承認の依頼', isSubtle: true, size: 'Small' },
      {
        type: 'TextBlock',
        text: '庁舎北側外壁の修繕について',
        size: 'Large',
        weight: 'Bolder',
        wrap: true,
        style: 'heading',
      },
      { type: 'TextBlock', text: line, wrap: true },
      {
        type: 'FactSet',
        facts: [
          { title: '起案', value: '政策課 主事 青波 はるか' },
          { title: 'いま', value: '政策係長(令和8年11月21日 10時12分から)' },
          { title: '添付', value: '修繕計画書.docx(120 KB)' },
        ],
      },
      { type: 'Input.Text', id: 'comment', label: '意見(任意)', isMultiline: true },
    ],
    actions: [
      execute('承認', 'approvals/approve', { style: 'positive' }),
      {
        type: 'Action.ShowCard',
        title: '差戻し',
        card: {
          type: 'AdaptiveCard',
          body: [
            { type: 'Input.Text', id: 'reason', label: '理由', isRequired: true, isMultiline: true },
            {
              type: 'Input.ChoiceSet',
              id: 'to',
              label: '戻す先',
              value: 'drafter',
              choices: [
                { title: '起案者', value: 'drafter' },
                { title: '係長', value: 'subsection-head' },
              ],
            },
          ],
          actions: [execute('差し戻す', 'approvals/send-back', { style: 'destructive' })],
        },
      },
      execute('質問', 'test/note'),
      execute('別の人の番', 'test/refused'),
      execute('ゆっくり', 'test/slow'),
      {
        type: 'Action.OpenUrl',
        title: 'タブで開く',
        url: `https://teams.microsoft.com/l/entity/${standInAppId}/inbox?context=${context}`,
      },
    ],
  };
}

function outcomeCard(verb: string, data: unknown): object {
  const { reason } = data as { reason?: string };
  const text = verb === 'approvals/send-back' ? `差し戻しました。理由: ${reason}` : '承認しました。';
  return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text, wrap: true }] };
}

/** Shows what teams-js tells it, and asks for things by buttons. */
function tabPage(sandboxUrl: string): string {
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>tab</title>
<body style="font-family:sans-serif"><h1>タブ</h1><pre id="context"></pre><pre id="token"></pre><p id="theme"></p><p id="unknown"></p>
<button id="leave">チャットへ</button><button id="other">案件9へ</button>
<script src="/teams.js"></script>
<script>
const { app, authentication, pages } = microsoftTeams;
const show = (id, value) => { document.getElementById(id).textContent = value; };
(async () => {
  await app.initialize([${JSON.stringify(sandboxUrl)}]);
  app.registerOnThemeChangeHandler((theme) => show('theme', theme));
  const context = await app.getContext();
  show('context', JSON.stringify(context));
  document.body.dataset.theme = context.app.theme;
  show('token', await authentication.getAuthToken());
  app.notifySuccess();
  pages.navigateCrossDomain('https://example.com/').catch((error) => show('unknown', error.message));
  document.getElementById('leave').onclick = () => app.openLink('https://teams.microsoft.com/l/chat/0/0?users=28:bot');
  document.getElementById('other').onclick = () => pages.currentApp.navigateTo({ pageId: 'inbox', subPageId: 'case-9' });
})();
</script>`;
}
