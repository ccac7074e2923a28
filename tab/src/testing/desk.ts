import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser, type OpenPage, openPage } from './browser.ts';
import { builtTab } from './built-tab.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

/** A service and a browser for one test file. */
export interface Desk {
  readonly service: StandIn;
  readonly browser: Browser;
  /** Opens the tab at a route in a browser of its own, and waits for the words of the page. */
  open(route: string, options?: BrowserContextOptions): Promise<OpenPage>;
  /** Closes the pages and forgets what a test has changed. */
  tidy(): Promise<void>;
  close(): Promise<void>;
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
