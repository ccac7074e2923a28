import type { TeamsClient } from '../sandbox-client.ts';
import type { Settings } from '../settings.ts';
import type { Say } from '../text.ts';
import type { Chat, SandboxConfig } from '../window-api.ts';
import type { TabFrameOptions } from './tab-frame.ts';

interface FramedFor {
  readonly say: Say;
  readonly settings: Settings;
  readonly config: SandboxConfig;
  readonly client: TeamsClient;
  readonly chat: Chat;
}

/** What the window tells every frame of the app about the person in it. */
export function frameOptions(
  { say, settings, config, client, chat }: FramedFor,
  acts: Pick<TabFrameOptions, 'theme' | 'onLink' | 'onLeave' | 'onReturnFocus'>,
): Omit<TabFrameOptions, 'testId'> {
  const { id, signInName, displayName, tenantId } = chat.person;
  return {
    ...acts,
    say,
    tabUrl: config.tabUrl,
    context: {
      locale: settings.locale,
      userObjectId: id,
      userPrincipalName: signInName,
      userDisplayName: displayName,
      tenantId,
      appId: config.appId,
      sessionId: crypto.randomUUID(),
      meeting: null,
    },
    token: (resource) => client.token(resource),
  };
}
