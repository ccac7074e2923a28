import type { Bot } from '@kaigi/bot';
import { invariant } from '@kaigi/core/shared';
import type { Config } from './config/config.ts';
import type { Secrets } from './config/secrets.ts';
import type { Metrics } from './http/metrics.ts';
import type { Log } from './log.ts';
import type { OpenSuite } from './open-suite.ts';
import { inboxUrl } from './teams-links.ts';
import { msalNetwork, type Transport } from './transport/transport.ts';

export interface BotParts {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly transport: Transport;
  readonly log: Log;
  readonly metrics: Metrics;
}

async function createdBot({ config, secrets, transport, log, metrics }: BotParts, { suite }: OpenSuite): Promise<Bot> {
  const { createBot, sandboxChannel } = await import('@kaigi/bot');
  const { sandboxUrl, homeTenant } = config;
  return createBot({
    suite,
    clientId: config.clientId,
    clientSecret: secrets.clientSecret,
    tenantId: homeTenant,
    inboxUrl: inboxUrl(config),
    networkClient: msalNetwork(transport),
    ...(sandboxUrl === null ? {} : { channel: sandboxChannel(sandboxUrl, homeTenant), playground: true }),
    log,
    onOutcome: ({ kind, result }) => metrics.botOutcome(`${kind}:${result}`),
  });
}

/** The SDK of bots alone takes as much memory as three of our capabilities: it comes with the first message, in or out. */
export function botOnDemand(parts: BotParts, open: OpenSuite): Bot {
  let coming: Promise<Bot> | null = null;
  const bot = (): Promise<Bot> => {
    coming ??= createdBot(parts, open);
    return coming;
  };
  const atPlayground: Bot['process'] = async (request) => {
    const { processUnauthenticated } = await bot();
    invariant(processUnauthenticated, 'in the sandbox the playground has a door');
    return processUnauthenticated(request);
  };
  return {
    process: async (request) => (await bot()).process(request),
    ...(parts.config.sandboxUrl === null ? {} : { processUnauthenticated: atPlayground }),
    messenger: {
      send: async (...args) => (await bot()).messenger.send(...args),
      update: async (...args) => (await bot()).messenger.update(...args),
    },
    settled: async () => (await coming)?.settled(),
  };
}
