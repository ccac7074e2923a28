import type { Browser, Page } from 'playwright-core';
import { launchBrowser, type OpenPage, openPage, type PageOptions } from './browser.ts';
import { type Build, builtTab, USUAL_BUILD } from './built-tab.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

/** A service and a browser for one test file. */
export interface Desk {
  readonly service: StandIn;
  readonly browser: Browser;
  /**
   * Opens the tab at a route in a browser of its own, where somebody has signed in before: going to the sign-in page
   * and coming back loads everything twice, and teams.e2e.test.ts looks at it.
   */
  open(route: string, options?: PageOptions): Promise<OpenPage>;
  /** The same, but nowhere yet. */
  blank(options?: PageOptions): Promise<OpenPage>;
  /** Closes the pages and forgets what a test has changed. */
  tidy(): Promise<void>;
  /** Only forgets; the page itself is left blank, and opens the next route as another window would. */
  tidyButKeep(page: Page): Promise<void>;
  close(): Promise<void>;
}

const KEPT = 'test.signed-in';
const REFRESH = 'kaigi.refresh';

/** Runs in the page, each time it loads: a window that signs in anew by itself keeps what it got then. */
function rememberSignIn({ kept, name, token }: { kept: string; name: string; token: string }): void {
  // A blank page has no storage, and neither have frames of elsewhere.
  if (window.top !== window || !location.protocol.startsWith('http')) return;
  if (sessionStorage.getItem(kept) !== null) return;
  sessionStorage.setItem(kept, 'once');
  sessionStorage.setItem(name, token);
}

/** Runs in the page. */
function forgetAllBut(names: readonly string[]): void {
  localStorage.clear();
  for (const name of Object.keys(sessionStorage)) if (!names.includes(name)) sessionStorage.removeItem(name);
}

interface DeskOptions {
  readonly hostOrigins?: readonly string[];
  readonly build?: Build;
}

export async function setUpDesk({ hostOrigins = [], build = USUAL_BUILD }: DeskOptions = {}): Promise<Desk> {
  const service = await startStandIn({ dist: await builtTab(build), hostOrigins });
  const browser = await launchBrowser();
  const closeContexts = (): Promise<unknown> => Promise.all(browser.contexts().map((context) => context.close()));
  const blank: Desk['blank'] = async (options) => {
    const opened = await openPage(browser, options);
    await opened.page.addInitScript(rememberSignIn, { kept: KEPT, name: REFRESH, token: service.remembered() });
    return opened;
  };
  const forget = (): void => {
    service.restore();
    service.world.reset();
    service.calls.length = 0;
  };
  return {
    service,
    browser,
    blank,
    open: async (route, options) => {
      const opened = await blank(options);
      await opened.page.goto(`${service.origin}/tab/${route}`);
      return opened;
    },
    tidy: async () => {
      await closeContexts();
      forget();
    },
    tidyButKeep: async (page) => {
      await page.evaluate(forgetAllBut, [KEPT, REFRESH]);
      await page.goto('about:blank');
      forget();
    },
    close: async () => {
      await browser.close();
      await service.close();
    },
  };
}
