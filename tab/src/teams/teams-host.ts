import type * as TeamsJs from '@microsoft/teams-js';
import type { ClientConfig } from './client-config.ts';
import { type Host, type HostTheme, localeOf, meetingOf, panelRoute, routeOfContext, themeOf } from './host.ts';
import { createNestedSignIn, type TokenSource } from './nested-sign-in.ts';
import { SignInError, troubleOf } from './sign-in-error.ts';

const HOST_DEADLINE_MS = 15_000;
const MEETING_DEADLINE_MS = 3000;

/** True where something may stand around us: a frame, or the web view of Teams on a phone. */
export function maybeInTeams(page: Window): boolean {
  return page.parent !== page || 'nativeInterface' in page;
}

function withDeadline<T>(promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new SignInError('no_host')), HOST_DEADLINE_MS);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function hostToken(teams: typeof TeamsJs): TokenSource {
  return async () => {
    try {
      return await teams.authentication.getAuthToken();
    } catch (error) {
      throw new SignInError(troubleOf(error instanceof Error ? error.message : String(error)), error);
    }
  };
}

/** Nested app authentication where the host recommends it; the older way else, and where the new one fails. */
async function chooseTokenSource(teams: typeof TeamsJs, config: ClientConfig): Promise<TokenSource> {
  const older = hostToken(teams);
  if (!teams.nestedAppAuth.isNAAChannelRecommended()) return older;
  const nested = await createNestedSignIn(config).catch(() => null);
  if (!nested) return older;
  return (renew) => nested(renew).catch(() => older(renew));
}

function watchTheme(teams: typeof TeamsJs, first: HostTheme): Pick<Host, 'theme' | 'onThemeChange'> {
  let theme = first;
  const listeners = new Set<() => void>();
  teams.app.registerOnThemeChangeHandler((name) => {
    theme = themeOf(name);
    for (const listener of listeners) listener();
  });
  return {
    theme: () => theme,
    onThemeChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A deep link pressed while the tab is open already arrives as a new context, in hosts that tell of it. */
function watchRoute(teams: typeof TeamsJs): Host['onRoute'] {
  const listeners = new Set<(route: string) => void>();
  teams.app.registerOnContextChangeHandler(({ page }) => {
    const route = page.subPageId === undefined ? null : routeOfContext(page);
    if (route !== null) for (const listener of listeners) listener(route);
  });
  return (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}

/** Hosts that do not know the question, or may not answer it, leave it to the person. */
function meetingAround(teams: typeof TeamsJs): Host['meeting'] {
  return () =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), MEETING_DEADLINE_MS);
      const told = (answer: unknown) => {
        clearTimeout(timer);
        resolve(meetingOf(answer));
      };
      try {
        teams.meeting.getMeetingDetails((error, details) => told(error ? null : details));
      } catch {
        told(null);
      }
    });
}

/** The personal tab, at one of its pages. */
function tabLink(appId: string, page: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: page }));
  return `https://teams.microsoft.com/l/entity/${appId}/inbox?context=${context}`;
}

export async function createTeamsHost(config: ClientConfig): Promise<Host> {
  const teams = await import('@microsoft/teams-js');
  await withDeadline(teams.app.initialize([...config.hostOrigins]));
  const context = await withDeadline(teams.app.getContext());
  teams.app.notifyAppLoaded();
  const source = await chooseTokenSource(teams, config);
  await source(false).catch((error: unknown) => {
    teams.app.notifyFailure({ reason: teams.app.FailedReason.AuthFailed });
    throw error;
  });
  return {
    kind: 'teams',
    locale: localeOf(context.app.locale),
    ...watchTheme(teams, themeOf(context.app.theme)),
    token: source,
    startRoute: panelRoute(context) ?? routeOfContext(context.page),
    onRoute: watchRoute(teams),
    openLink: (url) => teams.app.openLink(url),
    openPage: (page) => teams.app.openLink(tabLink(config.appId, page)),
    chat: context.chat?.id ?? null,
    meeting: meetingAround(teams),
    ready: () => {
      teams.app.notifySuccess().catch(() => undefined);
    },
    signInAgain: async () => {
      location.reload();
    },
  };
}
