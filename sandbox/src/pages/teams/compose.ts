import { h, setAttribute } from '../dom.ts';
import type { Say } from '../text.ts';

const maxLength = 28_000;
const tallest = 160;

/** Where a person writes. `send` settles when the sandbox has the message; only then does the text leave the box. */
export class ComposeBox {
  readonly element: HTMLFormElement;
  readonly #say: Say;
  readonly #send: (text: string) => Promise<void>;
  readonly #box: HTMLTextAreaElement;
  readonly #button: HTMLButtonElement;
  readonly #problem = h('p', { attrs: { class: 'problem', role: 'alert' }, testId: 'compose-problem' });
  #sending = false;

  constructor(say: Say, botName: string, send: (text: string) => Promise<void>) {
    this.#say = say;
    this.#send = send;
    this.#box = h('textarea', {
      attrs: { rows: 1, placeholder: say('compose.placeholder'), 'aria-label': say('compose.label', { bot: botName }) },
      testId: 'compose',
      on: { input: () => this.#refresh(), keydown: (event) => this.#enter(event) },
    });
    const button = { attrs: { type: 'submit', class: 'button primary send' }, testId: 'send' };
    this.#button = h('button', button, say('compose.send'));
    const onSubmit = (event: Event) => {
      event.preventDefault();
      void this.#submit(this.#box.value);
    };
    const line = h('div', { attrs: { class: 'line' } }, this.#box, this.#button);
    const form = { attrs: { class: 'compose' }, on: { submit: onSubmit } };
    this.element = h('form', form, this.#hints(), this.#problem, line);
    this.#refresh();
  }

  focus(): void {
    this.#box.focus();
  }

  setOpen(open: boolean): void {
    for (const control of this.element.querySelectorAll('button, textarea')) setAttribute(control, 'disabled', !open);
  }

  #hints(): HTMLElement {
    const label = { class: 'hints', role: 'group', 'aria-label': this.#say('compose.hints') };
    return h(
      'div',
      { attrs: label },
      this.#hint('inbox', () => void this.#submit('受信箱')),
      this.#hint('where', () => this.#suggest('今どこ ')),
      this.#hint('start', () => void this.#submit('開始')),
      this.#hint('apply', () => void this.#submit('申請')),
      this.#hint('help', () => void this.#submit('使い方')),
    );
  }

  #hint(code: 'inbox' | 'where' | 'start' | 'apply' | 'help', press: () => void): HTMLElement {
    const attrs = { type: 'button', class: 'button hint-button' };
    return h('button', { attrs, testId: `hint-${code}`, on: { click: press } }, this.#say(`compose.hint.${code}`));
  }

  #enter(event: KeyboardEvent): void {
    // Enter that ends a kana conversion must not send (Safari reports it only by code 229).
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void this.#submit(this.#box.value);
  }

  #refresh(): void {
    const box = this.#box;
    const tooLong = box.value.length > maxLength;
    this.#problem.textContent = tooLong ? this.#say('compose.tooLong', { max: maxLength.toLocaleString() }) : '';
    setAttribute(this.#button, 'aria-disabled', box.value.trim() === '' || tooLong ? 'true' : null);
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight + 3, tallest)}px`;
  }

  /** Words for the person to finish; what they had begun to write stays behind them. */
  #suggest(text: string): void {
    const box = this.#box;
    if (!box.value.startsWith(text)) box.value = text + box.value;
    this.#refresh();
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  }

  async #submit(text: string): Promise<void> {
    if (this.#sending || text.trim() === '' || text.length > maxLength) return;
    this.#sending = true;
    setAttribute(this.element, 'aria-busy', 'true');
    try {
      await this.#send(text.trim());
      if (this.#box.value === text) this.#box.value = '';
      this.#refresh();
    } catch {
      this.#problem.textContent = this.#say('compose.failed');
    } finally {
      this.#sending = false;
      setAttribute(this.element, 'aria-busy', null);
    }
  }
}
