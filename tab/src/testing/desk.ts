import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser, type OpenPage, openPage } from './browser.ts';
import { builtTab } from './built-tab.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

/** A service and a browser for one test file. */
export interface Desk {
  readonly service: StandIn;
  readonly browser: Browser;
  /**
   * Opens the tab at a route in a browser of its own, where somebody has signed in before: going to the sign-in page
   * and coming back loads everything twice, and teams.e2e.test.ts looks at it.
   */
  open(route: string, options?: BrowserContextOptions): Promise<OpenPage>;
  /** Closes the pages and forgets what a test has changed. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** Runs in the page, each time it loads: a window that signs in anew by itself keeps what it got then. */
function rememberSignIn(refreshToken: string): void {
  const KEPT = 'test.signed-in';
  if (window.top !== window || sessionStorage.getItem(KEPT) !== null) return;
  sessionStorage.setItem(KEPT, 'once');
  sessionStorage.setItem('kaigi.refresh', refreshToken);
}

export async function setUpDesk(hostOrigins: readonly string[] = []): Promise<Desk> {
  const service = await startStandIn({ dist: await builtTab(), hostOrigins });
  const browser = await launchBrowser();
  const closeContexts = (): Promise<unknown> => Promise.all(browser.contexts().map((context) => context.close()));
  return {
    service,
    browser,
    open: async (route, options) => {
      const opened = await openPage(browser, options);
      await opened.page.addInitScript(rememberSignIn, service.remembered());
      await opened.page.goto(`${service.origin}/tab/${route}`);
      return opened;
    },
    tidy: async () => {
      await closeContexts();
      service.restore();
      service.world.reset();
      service.calls.length = 0;
    },
    close: async () => {
      await browser.close();
      await service.close();
    },
  };
}
