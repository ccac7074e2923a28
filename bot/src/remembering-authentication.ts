import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/** Microsoft has a connector for each region; a reference that somebody forged in the database must not fill the memory. */
const MAX_CONNECTORS = 200;

/** Connectors by where they speak. The SDK would build one, with its whole pipeline, for every turn. */
class RememberingFactory extends ConnectorFactory {
  private readonly inner: ConnectorFactory;
  private readonly known: Map<string, ConnectorClient>;

  constructor(inner: ConnectorFactory, known: Map<string, ConnectorClient>) {
    super();
    this.inner = inner;
    this.known = known;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const key = JSON.stringify([serviceUrl, audience]);
    const known = this.known.get(key);
    if (known) return known;
    const made = await this.inner.create(serviceUrl, audience);
    if (this.known.size >= MAX_CONNECTORS) this.known.clear();
    this.known.set(key, made);
    return made;
  }
}

/** The SDK's sign-in for one app, which keeps the clients that it makes; they hold no state of a turn. */
export class RememberingAuthentication extends BotFrameworkAuthentication {
  private readonly inner: BotFrameworkAuthentication;
  private readonly connectors = new Map<string, ConnectorClient>();
  private userTokens: UserTokenClient | null = null;

  constructor(inner: BotFrameworkAuthentication) {
    super();
    this.inner = inner;
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const result = await this.inner.authenticateRequest(activity, authHeader);
    const { connectorFactory } = result;
    return connectorFactory ? { ...result, connectorFactory: this.remembering(connectorFactory) } : result;
  }

  override authenticateStreamingRequest(authHeader: string, channelId: string): Promise<AuthenticateRequestResult> {
    return this.inner.authenticateStreamingRequest(authHeader, channelId);
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return this.remembering(this.inner.createConnectorFactory(claimsIdentity));
  }

  override async createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    this.userTokens ??= await this.inner.createUserTokenClient(claimsIdentity);
    return this.userTokens;
  }

  private remembering(inner: ConnectorFactory): ConnectorFactory {
    return new RememberingFactory(inner, this.connectors);
  }
}
