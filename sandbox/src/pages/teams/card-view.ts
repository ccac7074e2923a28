import {
  type Action,
  AdaptiveCard,
  ChoiceSetInput,
  ExecuteAction,
  GlobalSettings,
  HostConfig,
  type Input,
  OpenUrlAction,
  SerializationContext,
  ShowCardAction,
  Strings,
  SubmitAction,
} from 'adaptivecards';
import { h } from '../dom.ts';
import type { Theme } from '../settings.ts';
import type { Say } from '../text.ts';
import type { CardAction } from '../window-api.ts';
import { isCard, isTooNew, prepareCard } from './card-json.ts';
import { hostConfig } from './host-config.ts';
import { markdownHtml } from './markdown-dom.ts';

export interface Press {
  readonly action: CardAction;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What a person was doing with a card, carried over when the card is drawn anew. */
export interface InProgress {
  readonly typed: Readonly<Record<string, string>>;
  readonly opened: ReadonlySet<string>;
}

export const nothingInProgress: InProgress = { typed: {}, opened: new Set() };

export interface CardOptions {
  readonly content: unknown;
  readonly theme: Theme;
  readonly inProgress: InProgress;
  readonly onPress: (press: Press) => void;
  readonly onLink: (url: string) => void;
}

export interface DrawnCard {
  readonly element: HTMLElement;
  inProgress(): InProgress;
}

export function prepareRenderer(say: Say): void {
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownHtml(text);
    result.didProcess = true;
  };
  // The message around the card is the stop for the keyboard.
  GlobalSettings.setTabIndexAtCardRoot = false;
  Strings.defaults.overflowButtonText = () => '…';
  Strings.defaults.overflowButtonTooltip = () => say('card.more');
  Strings.defaults.inlineActionTitle = () => say('compose.send');
}

export function drawCard(say: Say, options: CardOptions): DrawnCard {
  const { content } = options;
  if (!isCard(content)) return plainCard(say('card.unreadable'));
  if (isTooNew(content)) return plainCard(fallbackText(content) ?? say('card.tooNew'));
  try {
    return renderCard(say, content, options);
  } catch (error) {
    console.error(error);
    return plainCard(fallbackText(content) ?? say('card.unreadable'));
  }
}

function renderCard(say: Say, content: Readonly<Record<string, unknown>>, options: CardOptions): DrawnCard {
  const { theme, inProgress, onPress, onLink } = options;
  const card = new AdaptiveCard();
  const opened = new Set<string>();
  card.hostConfig = new HostConfig(hostConfig(theme));
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) onLink(action.url ?? '');
    else if (action instanceof ExecuteAction || action instanceof SubmitAction) onPress(pressOf(action));
  };
  card.onAnchorClicked = (_element, anchor, event) => {
    if (event?.type === 'click') onLink(anchor.href);
    return event?.type === 'click';
  };
  card.onInlineCardExpanded = (action, isExpanded) => {
    if (isExpanded) opened.clear();
    if (isExpanded) opened.add(nameOf(action));
    else opened.delete(nameOf(action));
  };
  card.parse(prepareCard(content, say('card.inputRequired'), inProgress.typed), new SerializationContext());
  const rendered = card.render();
  if (rendered === undefined) return plainCard(fallbackText(content) ?? say('card.unreadable'));
  mendRoles(rendered);
  mendChoosers(card);
  for (const action of card.getAllActions()) {
    if (action instanceof ShowCardAction && inProgress.opened.has(nameOf(action))) action.renderedElement?.click();
  }
  return {
    element: h('div', { attrs: { class: 'card' } }, rendered),
    inProgress: () => ({ typed: typedInto(card), opened }),
  };
}

function nameOf(action: Action): string {
  return action.id ?? action.title ?? '';
}

function typedInto(card: AdaptiveCard): Readonly<Record<string, string>> {
  return Object.fromEntries(
    card.getAllInputs().flatMap((input: Input) => {
      const { id, value } = input;
      return id !== undefined && input.isDirty() && value !== undefined && value !== null ? [[id, String(value)]] : [];
    }),
  );
}

/** The action as the card wrote it, and apart from it what was typed: the sandbox merges them, as Teams does. */
function pressOf(action: ExecuteAction | SubmitAction): Press {
  const original: unknown = action.toJSON();
  const { data } = original as { data?: unknown };
  const inputs = Object.values(action.getReferencedInputs() ?? {}).flatMap((input) =>
    input.id !== undefined && input.isSet() ? [[input.id, String(input.value)]] : [],
  );
  return {
    action: {
      type: action instanceof ExecuteAction ? 'Action.Execute' : 'Action.Submit',
      ...(action.id === undefined ? {} : { id: action.id }),
      ...(action instanceof ExecuteAction ? { verb: action.verb } : {}),
      ...(data === undefined ? {} : { data }),
    },
    inputs: Object.fromEntries(inputs),
  };
}

/** The renderer calls a row of buttons a menu bar, whose arrow keys it does not have; Teams shows buttons. */
function mendRoles(rendered: HTMLElement): void {
  for (const bar of rendered.querySelectorAll('[role="menubar"]')) bar.removeAttribute('role');
  for (const item of rendered.querySelectorAll('button[role="menuitem"]')) item.removeAttribute('role');
}

/** The renderer shows the value of what is chosen already, and gives a box with choices no label; Teams shows the title. */
function mendChoosers(card: AdaptiveCard): void {
  for (const input of card.getAllInputs()) {
    if (!(input instanceof ChoiceSetInput)) continue;
    const box = input.renderedElement?.querySelector<HTMLInputElement>('input[list]');
    if (!box) continue;
    const chosen = input.choices.find(({ value }) => value === box.value);
    if (chosen?.title) box.value = chosen.title;
    const label = box.closest('[aria-labelledby]')?.getAttribute('aria-labelledby');
    if (label) box.setAttribute('aria-labelledby', label);
  }
}

function fallbackText(content: Readonly<Record<string, unknown>>): string | null {
  const text = content.fallbackText;
  return typeof text === 'string' && text !== '' ? text : null;
}

function plainCard(sentence: string): DrawnCard {
  return {
    element: h('div', { attrs: { class: 'card unreadable' } }, h('p', {}, sentence)),
    inProgress: () => nothingInProgress,
  };
}
