import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import { LOBBY_POLICY, LOBBY_SCRIPT, LOBBY_STYLE, lobbyEntry, lobbyPage } from '../static/lobby-page.ts';
import type { HttpSuite } from '../suite-door.ts';
import { createLimiter } from './limits.ts';
import { HttpRefusal } from './problem.ts';

const COOKIE = 'kaigi_lobby';
// The longest that browsers keep one.
const KEEP_S = 400 * 24 * 3_600;
// A display asks twice a minute; who guesses keys gets nowhere.
const KEYS_PER_MINUTE = 10;
const FORM = 'application/x-www-form-urlencoded';
const FORM_BYTES = 2_000;

export interface LobbyOptions {
  readonly suite: Pick<HttpSuite, 'lobby'>;
  readonly config: Pick<Config, 'publicUrl' | 'requestsPerMinute'>;
}

function keyIn({ headers }: FastifyRequest): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const [, value = ''] = pairs.find(([name]) => name === COOKIE) ?? [];
  return value === '' ? null : value;
}

function cookie(value: string, { publicUrl }: LobbyOptions['config']): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${COOKIE}=${value}; Path=/lobby; HttpOnly; SameSite=Strict; Max-Age=${value === '' ? 0 : KEEP_S}${secure}`;
}

const sendPage = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply
    .status(status)
    .headers({
      ...{ 'content-security-policy': LOBBY_POLICY, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
      'x-robots-tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .send(html);

/** Nobody elsewhere makes a display show something else. */
function assureOwnForm({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw new HttpRefusal(403, 'http.form_from_elsewhere');
}

/**
 * S-09: the display at reception. It has no sign-in but a key, which comes in a form (or behind # in the address, which a
 * browser sends nowhere) and then in a cookie of this path alone: so it stands in no log and no history.
 */
export function registerLobby(app: FastifyInstance, { suite, config }: LobbyOptions): void {
  const asked = createLimiter(config.requestsPerMinute);
  const tried = createLimiter(KEYS_PER_MINUTE);
  const read = (_request: FastifyRequest, body: string, done: (error: null, value: URLSearchParams) => void) =>
    done(null, new URLSearchParams(body));
  app.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: FORM_BYTES }, read);
  app.get('/lobby/style.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(LOBBY_STYLE));
  app.get('/lobby/script.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(LOBBY_SCRIPT),
  );
  app.get('/lobby', async (request, reply) => {
    asked.take(request.ip);
    const key = keyIn(request);
    if (key === null) return sendPage(reply, 200, lobbyEntry(false));
    const view = await suite.lobby.show(key);
    if (view) return sendPage(reply, 200, lobbyPage(view));
    tried.take(request.ip);
    void reply.header('set-cookie', cookie('', config));
    return sendPage(reply, 401, lobbyEntry(true));
  });
  app.post('/lobby', async (request, reply) => {
    assureOwnForm(request);
    tried.take(request.ip);
    const { body } = request;
    const key = body instanceof URLSearchParams ? (body.get('key') ?? '').trim() : '';
    if (!(await suite.lobby.show(key))) return sendPage(reply, 401, lobbyEntry(true));
    return reply
      .status(303)
      .headers({ location: '/lobby', 'set-cookie': cookie(key, config), 'cache-control': 'no-store' })
      .send();
  });
}
