import {
  type Activity,
  CloudAdapter,
  type ConversationReference,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  type ConnectorClient,
} from 'botframework-connector';
import { within } from './deadline.ts';
import { createVerifiedTokens } from './verified-tokens.ts';

export type Turn = (context: TurnContext) => Promise<void>;

/** How long the channel's keys may take, and a call to its connector. */
const KEYS_DEADLINE_MS = 5_000;
export const CALL_DEADLINE_MS = 10_000;

/** The HTTP client inside the SDK's connector; its types hide it. */
interface HasPipeline {
  readonly client: {
    readonly pipeline: {
      removePolicy(policy: { readonly name: string }): unknown;
      addPolicy(policy: {
        readonly name: string;
        sendRequest<R>(request: { timeout: number }, next: Next<R>): R;
      }): void;
    };
  };
}
type Next<R> = (request: { timeout: number }) => R;

/** The caller is not the channel, or cannot be checked just now. Its message is for the log only. */
export class ChannelAuthenticationError extends Error {
  override readonly name = 'ChannelAuthenticationError';
  readonly status: 401 | 503;

  constructor(status: 401 | 503, cause: unknown) {
    super(cause instanceof Error ? cause.message : 'the keys of the channel did not come in time', { cause });
    this.status = status;
  }
}

function statusOf(error: unknown): 401 | 503 {
  const keysAreAway = error instanceof AuthenticationError ? Number(error.statusCode) >= 500 : isFetchError(error);
  return keysAreAway ? 503 : 401;
}

const isFetchError = (error: unknown): boolean => error instanceof Error && error.name === 'FetchError';

/** The SDK's adapter with the checking of the caller told apart from the turn, and with its own waiting taken out. */
export class TeamsAdapter extends CloudAdapter {
  private readonly limited = new WeakSet<object>();
  private readonly verified = createVerifiedTokens();

  /** @throws ChannelAuthenticationError unless a token of the bot channel came with the activity. */
  async authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const known = this.verified.find(authorization);
    const result = known ?? (await this.checked(activity, authorization));
    // The SDK also takes tokens of other bots and of the Emulator, which say nothing about the service URL
    // to which our own token would then be sent.
    if (result.claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim) !== activity.serviceUrl) {
      throw new ChannelAuthenticationError(401, new Error('not a token of the bot channel'));
    }
    if (!known) this.verified.keep(authorization, result);
    return result;
  }

  async runTurn(who: AuthenticateRequestResult, activity: Activity, turn: Turn): Promise<void> {
    await this.processActivity(who, activity, turn);
  }

  /** Only for the door without sign-in: an adapter that has no app id. */
  async runUnauthenticatedTurn(activity: Activity, turn: Turn): Promise<void> {
    await this.processActivity('', activity, turn);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.limit(context);
    return super.sendActivities(context, activities);
  }

  // biome-ignore lint/suspicious/noConfusingVoidType: the SDK's own signature
  override async updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse | void> {
    this.limit(context);
    return super.updateActivity(context, activity);
  }

  async speakFirst(clientId: string, reference: Partial<ConversationReference>, turn: Turn): Promise<void> {
    await this.continueConversationAsync(clientId, reference, turn);
  }

  private async checked(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const work = this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    const outcome = await within(
      work.catch((error: unknown) => {
        throw new ChannelAuthenticationError(statusOf(error), error);
      }),
      KEYS_DEADLINE_MS,
    );
    if (outcome === 'late') throw new ChannelAuthenticationError(503, undefined);
    return outcome.value;
  }

  /**
   * The SDK's HTTP client would sit out a 429 for as long as `Retry-After` says and try 5xx again by itself.
   * Our jobs do that, with the wait where it survives a restart.
   */
  private limit(context: TurnContext): void {
    const connector = context.turnState.get<ConnectorClient>(this.ConnectorClientKey);
    if (!connector || this.limited.has(connector)) return;
    this.limited.add(connector);
    const { pipeline } = (connector as unknown as HasPipeline).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy({
      name: 'deadline',
      sendRequest: (request, next) => {
        request.timeout = CALL_DEADLINE_MS;
        return next(request);
      },
    });
  }
}
