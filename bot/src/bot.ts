import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { channelAdapter, playgroundAdapter } from './channel-sign-in.ts';
import { createMessenger, type Messenger } from './messenger.ts';
import type { BotOptions, BotOutcome, BotRequest, BotResponse } from './options.ts';
import { ChannelAuthenticationError, type TeamsAdapter } from './teams-adapter.ts';
import { answerInvoke, runTurn, type TurnOutcome } from './teams-bot.ts';
import type { TurnParts } from './turn.ts';

const ANSWER_WITHIN_MS = 2_500;

export interface Bot {
  /** `POST /api/messages`. */
  process(request: BotRequest): Promise<BotResponse>;
  /** The door of the Agents Playground, only when asked for. It believes whatever it is told: loopback only. */
  readonly processUnauthenticated?: (request: BotRequest) => Promise<BotResponse>;
  readonly messenger: Messenger;
  /** Resolves when work that went on after its answer has ended. */
  settled(): Promise<void>;
}

/** What must be there before the caller can be checked. Everything else is read inside the turn. */
const EnvelopeSchema = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: z.looseObject({ id: z.string().min(1) }),
  recipient: z.looseObject({ id: z.string().min(1) }),
  conversation: z.looseObject({ id: z.string().min(1) }),
});

function problem(status: number, code: string, message: string): BotResponse {
  return { status, body: { error: { code, message } } };
}

const isLoopback = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

function headerOf({ headers }: BotRequest, name: string): string {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

class Pending {
  private readonly work = new Set<Promise<unknown>>();

  add(work: Promise<unknown>): void {
    const done = work.catch(() => undefined).finally(() => this.work.delete(done));
    this.work.add(done);
  }

  async settled(): Promise<void> {
    while (this.work.size > 0) await Promise.all(this.work);
  }
}

interface Door {
  readonly door: 'channel' | 'playground';
  readonly adapter: TeamsAdapter;
  readonly options: BotOptions;
  readonly parts: TurnParts;
}

type Report = (outcome: TurnOutcome) => void;

interface Arrived {
  readonly activity: Activity;
  readonly authorization: string;
}

async function answerOf(
  { activity, authorization }: Arrived,
  { door, adapter, options, parts }: Door,
  report: Report,
): Promise<BotResponse> {
  const settings = { door, answerBy: performance.now() + (options.deadlineMs ?? ANSWER_WITHIN_MS) };
  const who = door === 'playground' ? null : await adapter.authenticate(activity, authorization);
  if (activity.type === ActivityTypes.Invoke) {
    const { response, outcome } = await answerInvoke(activity, parts, settings);
    report(outcome);
    return response;
  }
  const turn = async (context: TurnContext) => report(await runTurn(context, parts, settings));
  await (who ? adapter.runTurn(who, activity, turn) : adapter.runUnauthenticatedTurn(activity, turn));
  return { status: 200 };
}

function failed(error: unknown, { options }: Door, report: Report): BotResponse {
  if (error instanceof ChannelAuthenticationError) {
    options.log.info({ reason: error.message, status: error.status }, 'bot: caller not authenticated');
    report({ kind: 'other', name: 'unknown', result: 'unauthenticated', code: 'bot.unauthenticated' });
    return error.status === 401
      ? problem(401, 'bot.unauthenticated', 'This endpoint is for the Bot Framework channel.')
      : problem(503, 'bot.keys_unavailable', 'The keys of the channel cannot be reached.');
  }
  options.log.error({ err: error }, 'bot: the turn failed');
  report({ kind: 'other', name: 'unknown', result: 'failed', code: 'bot.failed' });
  return problem(500, 'bot.failed', 'The activity could not be handled.');
}

async function processBy(door: Door, request: BotRequest): Promise<BotResponse> {
  const started = performance.now();
  const report: Report = (outcome) =>
    door.options.onOutcome({ ...outcome, seconds: (performance.now() - started) / 1000 } satisfies BotOutcome);
  if (request.method !== 'POST') return problem(405, 'bot.method', 'Only POST.');
  const authorization = headerOf(request, 'authorization');
  if (door.door === 'channel' && authorization === '') {
    return failed(new ChannelAuthenticationError(401, new Error('no token')), door, report);
  }
  const envelope = EnvelopeSchema.safeParse(request.body);
  if (!envelope.success)
    return problem(400, 'bot.not_an_activity', 'The body is not an activity of the channel msteams.');
  if (door.door === 'playground' && !isLoopback(envelope.data.serviceUrl)) {
    return problem(403, 'bot.loopback_only', 'This door answers to loopback only.');
  }
  try {
    return await answerOf({ activity: envelope.data as unknown as Activity, authorization }, door, report);
  } catch (error) {
    return failed(error, door, report);
  }
}

/** The suite in Teams chat. All of the Bot Framework SDK stays behind this door. */
export function createBot(options: BotOptions): Bot {
  const adapter = channelAdapter(options);
  const playground = options.playground === true ? playgroundAdapter() : null;
  const limits = { inboxUrl: options.inboxUrl, log: options.log };
  const messenger = createMessenger({ clientId: options.clientId, channel: adapter, playground, limits });
  const pending = new Pending();
  const parts: TurnParts = {
    suite: options.suite,
    messenger,
    limits,
    log: options.log,
    goOn: (work) => pending.add(work),
  };
  const door = { options, parts };
  return {
    process: (request) => processBy({ ...door, door: 'channel', adapter }, request),
    ...(playground
      ? {
          processUnauthenticated: (request: BotRequest) =>
            processBy({ ...door, door: 'playground', adapter: playground }, request),
        }
      : {}),
    messenger,
    settled: () => pending.settled(),
  };
}
