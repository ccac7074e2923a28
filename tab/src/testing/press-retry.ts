import type { Page } from 'playwright-core';
import type { StandIn } from './stand-in.ts';

/** Runs in the page: the first press makes the service well again and only then comes through. */
function whenPressed(): void {
  const RETRY = '[data-testid="retry-button"]';
  let well = false;
  const hold = (event: Event): void => {
    const { target } = event;
    if (well || !(target instanceof Element) || !target.closest(RETRY)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const { serviceIsWell } = window as unknown as { serviceIsWell: () => Promise<void> };
    void serviceIsWell().then(() => {
      well = true;
      document.querySelector<HTMLElement>(RETRY)?.click();
    });
  };
  document.addEventListener('click', hold, { capture: true });
}

/**
 * Presses 「もう一度試す」 of a page whose service has failed until now. The service gets well with the press, not before:
 * the page asks again by itself whenever its connection for changes comes up, and the button would be gone.
 */
export async function pressRetry(service: Pick<StandIn, 'restore'>, page: Page): Promise<void> {
  await page.exposeFunction('serviceIsWell', () => service.restore());
  await page.evaluate(whenPressed);
  await page.getByTestId('retry-button').click();
}
