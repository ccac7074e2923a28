import { h, setAttribute } from '../dom.ts';
import type { Say } from '../text.ts';

export const maxLength = 28_000;

export interface ComposeBox {
  readonly element: HTMLElement;
  focus(): void;
  /** Puts words into the box for the person to finish. */
  suggest(text: string): void;
  setOpen(open: boolean): void;
}

/** `send` settles when the sandbox has the message; only then does the text leave the box. */
export function composeBox(say: Say, botName: string, send: (text: string) => Promise<void>): ComposeBox {
  let sending = false;
  const problem = h('p', { attrs: { class: 'problem', role: 'alert' }, testId: 'compose-problem' });
  const box = h('textarea', {
    attrs: { rows: 1, placeholder: say('compose.placeholder'), 'aria-label': say('compose.label', { bot: botName }) },
    testId: 'compose',
    on: {
      input: () => refresh(),
      keydown: (event) => {
        // Enter that ends a kana conversion must not send (Safari reports it only by code 229).
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
        event.preventDefault();
        void submit(box.value, true);
      },
    },
  });
  const button = h(
    'button',
    { attrs: { type: 'submit', class: 'button primary send' }, testId: 'send' },
    say('compose.send'),
  );
  const hint = (code: 'inbox' | 'where' | 'help', press: () => void) =>
    h(
      'button',
      { attrs: { type: 'button', class: 'button hint-button' }, testId: `hint-${code}`, on: { click: press } },
      say(`compose.hint.${code}`),
    );
  const hints = h(
    'div',
    { attrs: { class: 'hints', role: 'group', 'aria-label': say('compose.hints') } },
    hint('inbox', () => void submit('受信箱', false)),
    hint('where', () => suggest('今どこ ')),
    hint('help', () => void submit('使い方', false)),
  );
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void submit(box.value, true);
  };
  const form = h(
    'form',
    { attrs: { class: 'compose' }, on: { submit: onSubmit } },
    hints,
    problem,
    h('div', { attrs: { class: 'line' } }, box, button),
  );

  function refresh(): void {
    const tooLong = box.value.length > maxLength;
    problem.textContent = tooLong ? say('compose.tooLong', { max: maxLength.toLocaleString() }) : '';
    setAttribute(button, 'aria-disabled', box.value.trim() === '' || tooLong ? 'true' : null);
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight + 2, 160)}px`;
  }

  function suggest(text: string): void {
    box.value = text;
    refresh();
    box.focus();
    box.setSelectionRange(text.length, text.length);
  }

  async function submit(text: string, fromBox: boolean): Promise<void> {
    if (sending || text.trim() === '' || text.length > maxLength) return;
    sending = true;
    setAttribute(form, 'aria-busy', 'true');
    try {
      await send(text.trim());
      if (fromBox && box.value === text) box.value = '';
      refresh();
    } catch {
      problem.textContent = say('compose.failed');
    } finally {
      sending = false;
      setAttribute(form, 'aria-busy', null);
    }
  }

  refresh();
  return {
    element: form,
    focus: () => box.focus(),
    suggest,
    setOpen: (open) => {
      for (const control of form.querySelectorAll('button, textarea')) setAttribute(control, 'disabled', !open);
    },
  };
}
