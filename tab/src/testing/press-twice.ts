import type { Locator } from 'playwright-core';

/** Two presses so close that nothing of the page happens between them. */
export const pressTwice = (button: Locator): Promise<void> =>
  button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
