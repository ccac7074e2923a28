import { createPrivateKey, createSign, type JsonWebKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import path from 'node:path';

/** The bot's app in the sandbox tenant. */
export const CLIENT_ID = '4b616967-6900-4000-8000-000000000001';
const ISSUER = 'https://api.botframework.com';
const VALID_SECONDS = 3_600;

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the sandbox's channel signs it. Channels use one for many activities, and so is it here. */
export async function channelToken(sandboxHome: string, serviceUrl: string): Promise<string> {
  const state = JSON.parse(await readFile(path.join(sandboxHome, 'sandbox', 'state.json'), 'utf8')) as {
    keys: { channel: (JsonWebKey & { kid: string })[] };
  };
  const [jwk] = state.keys.channel;
  if (!jwk) throw new RangeError('the sandbox has kept no key of its channel');
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: ISSUER, aud: CLIENT_ID, serviceurl: serviceUrl, nbf: now - 60, exp: now + VALID_SECONDS };
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: jwk.kid })}.${part(claims)}`;
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return `Bearer ${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
}

export interface Presser {
  readonly entraObjectId: string;
  readonly municipalityId: string;
  readonly serviceUrl: string;
}

/** A press of 承認 as Teams sends it. */
export function approvePress(by: Presser, { caseId, version }: { caseId: string; version: number }): string {
  const { entraObjectId, municipalityId, serviceUrl } = by;
  const data = { caseId, version };
  return JSON.stringify({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${caseId}`,
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    localTimezone: 'Asia/Tokyo',
    locale: 'ja-JP',
    from: { id: `29:${entraObjectId}`, name: '係長', aadObjectId: entraObjectId },
    recipient: { id: `28:${CLIENT_ID}`, name: '回議' },
    conversation: { id: `a:${entraObjectId}`, conversationType: 'personal', tenantId: municipalityId },
    channelData: { tenant: { id: municipalityId }, source: { name: 'message' }, legacy: { replyToId: '1' } },
    entities: [{ type: 'clientInfo', locale: 'ja-JP', country: 'JP', platform: 'Web', timezone: 'Asia/Tokyo' }],
    value: { action: { type: 'Action.Execute', verb: 'approvals/approve', data }, trigger: 'manual' },
    replyToId: '1',
  });
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface ChatClient {
  post(activity: string): Promise<Answer>;
  close(): void;
}

/** Posts activities over connections that stay open, as a channel does. */
export function chatClient(url: string, authorization: string): ChatClient {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port, pathname } = new URL(url);
  const post = (activity: string) =>
    new Promise<Answer>((resolve, reject) => {
      const body = Buffer.from(activity);
      const headers = {
        authorization,
        'content-type': 'application/json; charset=utf-8',
        'content-length': body.length,
      };
      const sent = request({ agent, hostname, port, path: pathname, method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}
