import { ConfidentialClientApplication } from '@azure/msal-node';
import { KaigiError, type Locale } from '@kaigi/core/shared';
import type { Config } from '../../config/config.ts';
import type { Secrets } from '../../config/secrets.ts';
import { createGraphClient, GraphRefusal } from '../../graph/graph-client.ts';
import { createAppTokens } from '../../sign-in/app-tokens.ts';
import { tokenFault } from '../../sign-in/token-fault.ts';
import { createTransport, msalNetwork } from '../../transport/transport.ts';
import { sentenceIn } from '../context.ts';
import { type Checked, checked } from './check.ts';

const BOT_SCOPE = 'https://api.botframework.com/.default';

function reasonOf(error: unknown, locale: Locale): string {
  if (error instanceof KaigiError) return sentenceIn(locale, error.code, error.params);
  return error instanceof GraphRefusal ? `${error.status} ${error.code}` : '';
}

export async function checkGraph(config: Config, secrets: Secrets, locale: Locale): Promise<Checked[]> {
  const transport = createTransport(config.sandboxUrl);
  if (config.sandboxUrl !== null && !(await answers(config.sandboxUrl))) {
    return [checked('warn', 'graph.sandbox_down', { url: config.sandboxUrl })];
  }
  const tokens = createAppTokens({ clientId: config.clientId, clientSecret: secrets.clientSecret, transport });
  return Promise.all(
    config.municipalities.map(async ({ id: municipalityId, name }) => {
      try {
        const graph = createGraphClient({ municipalityId, tokens, transport });
        await graph.get('/users?$select=id&$top=1');
        return checked('ok', 'graph.ok', { name });
      } catch (error) {
        return checked('fail', 'graph.fail', { name, reason: reasonOf(error, locale) });
      }
    }),
  );
}

export async function checkBot(config: Config, secrets: Secrets, locale: Locale): Promise<Checked> {
  try {
    const application = new ConfidentialClientApplication({
      auth: {
        clientId: config.clientId,
        clientSecret: secrets.clientSecret,
        authority: `https://login.microsoftonline.com/${config.homeTenant}`,
      },
      system: { networkClient: msalNetwork(createTransport(config.sandboxUrl)) },
    });
    await application.acquireTokenByClientCredential({ scopes: [BOT_SCOPE] });
    return checked('ok', 'bot.ok');
  } catch (error) {
    const status = config.sandboxUrl === null ? 'fail' : 'warn';
    return checked(status, 'bot.fail', { reason: reasonOf(tokenFault(error, 'sign_in.app_token_refused'), locale) });
  }
}

/** Tokens carry times: a clock that is off refuses everybody. */
export async function checkClock(config: Config): Promise<Checked> {
  const began = Date.now();
  const url = `https://login.microsoftonline.com/${config.homeTenant}/v2.0/.well-known/openid-configuration`;
  const date = await createTransport(config.sandboxUrl)
    .fetch(url, { deadlineMs: 5_000 })
    .then(
      (response) => Date.parse(response.headers.get('date') ?? ''),
      () => Number.NaN,
    );
  if (Number.isNaN(date)) return checked('warn', 'clock.unknown');
  // The header is cut to whole seconds.
  const off = Math.abs((began + Date.now()) / 2 - (date + 500));
  const seconds = Math.floor(off / 1_000);
  if (seconds >= 60) return checked('fail', 'clock.fail', { seconds });
  return seconds >= 10 ? checked('warn', 'clock.warn', { seconds }) : checked('ok', 'clock.ok', { seconds });
}

const answers = (url: string) =>
  fetch(`${url}/sandbox/config`, { signal: AbortSignal.timeout(3_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
