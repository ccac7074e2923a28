import { TestEnvironment } from 'jest-environment-node';

/** Of the beginning; and as many of the end, where what came last in a chat is. */
const MOST_LETTERS = 1500;

/** @param {{ url(): string, locator(of: string): { innerText(options: { timeout: number }): Promise<string> } }} page */
async function shown(page) {
  const text = await page
    .locator('body')
    .innerText({ timeout: 2000 })
    .catch((error) => String(error));
  const end = text.slice(MOST_LETTERS).slice(-MOST_LETTERS);
  return `${page.url().split('?')[0]}\n${text.slice(0, MOST_LETTERS)}${end && `\n…\n${end}`}`;
}

/** When a browser test fails, says what each open page showed: on a machine nobody can look at, that is all there is. */
export default class FailureEnvironment extends TestEnvironment {
  /** @param {{ name: string, test?: { name: string } }} event */
  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure') return;
    const contexts = this.global.kaigiBrowser?.contexts() ?? [];
    const pages = contexts.flatMap((context) => context.pages());
    const texts = await Promise.all(pages.map(shown));
    process.stderr.write(texts.map((text) => `\n--- ${event.test?.name}: the page showed ---\n${text}\n`).join(''));
  }
}
