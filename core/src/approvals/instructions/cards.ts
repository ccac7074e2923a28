import { asTyped, type Card, type ChatMessage, dayIn, type Locale, say } from '../../shared/index.ts';
import { type CardContext, cardOf, cut, type Element, openButton, small, text } from '../cards/elements.ts';
import { statusWords } from '../text.ts';
import type { InstructionView } from './contract.ts';
import { instructionTexts } from './text.ts';

/** Where the tab shows an instruction, and where it is drafted from. */
export interface InstructionUrls {
  readonly read: (instructionId: string) => string;
  readonly draft: (instructionId: string) => string;
}

export interface InstructionContext extends Pick<CardContext, 'locale' | 'caseUrl' | 'note'> {
  /** null: messages have no buttons to the tab. */
  readonly urls: InstructionUrls | null;
}

type Code = keyof typeof instructionTexts extends `approvals.instruction_${infer Rest}` ? Rest : never;
type Params = Record<string, string | number>;

export const words = (locale: Locale, code: Code, params: Params = {}): string =>
  say(instructionTexts, `approvals.instruction_${code}`, locale, params) ?? code;

/** Above 機密性2 nothing of it leaves the tab. */
export const isMasked = ({ confidentiality }: Pick<InstructionView, 'confidentiality'>): boolean =>
  confidentiality.startsWith('C3');

const headline = (view: InstructionView, locale: Locale): string =>
  words(locale, view.may.draft ? 'card.asked' : `card.${view.state}`);

/** In a line, so many letters of it. */
export function purposeText(
  view: Pick<InstructionView, 'purpose' | 'confidentiality' | 'wordsGone'>,
  locale: Locale,
  most: number,
): string {
  if (view.wordsGone) return words(locale, 'card.gone');
  return isMasked(view) ? words(locale, 'list.confidential') : cut(view.purpose.replaceAll('\n', ' '), most);
}

function dueText({ dueOn, overdue }: InstructionView, locale: Locale): string | null {
  if (dueOn === null) return null;
  const day = dayIn(dueOn, locale);
  return overdue ? words(locale, 'card.overdue', { day }) : day;
}

/** The count of returns for both sides; the title only where the case may be seen, and not above 機密性2. */
function draftText({ draft }: InstructionView, locale: Locale): string | null {
  if (!draft) return null;
  const status = statusWords[draft.status][locale];
  const count = draft.returns;
  if (draft.title === null || isMasked(draft)) return words(locale, 'card.draft_value', { status, count });
  return words(locale, 'card.draft_titled', { title: cut(draft.title, 100), status, count });
}

const nameOf = ({ unitName, postTitle, name }: InstructionView['givenBy']): string =>
  `${unitName} ${postTitle} ${name}`;

function facts(view: InstructionView, locale: Locale): Element {
  const { sample, cancelled } = view;
  const lines: readonly (readonly [Code, string | null])[] = [
    ['card.from', nameOf(view.givenBy)],
    ['card.to', nameOf(view.addressee)],
    ['card.purpose', view.wordsGone ? words(locale, 'card.gone') : cut(view.purpose, 600)],
    ['card.reader', view.reader],
    ['card.length', view.length],
    ['card.due', dueText(view, locale)],
    ['card.sample', sample?.number ?? null],
    ['card.draft', draftText(view, locale)],
    ['card.reason', cancelled && cut(cancelled.reason, 300)],
  ];
  return {
    type: 'FactSet',
    facts: lines.flatMap(([code, value]) => (value ? [{ title: words(locale, code), value: asTyped(value) }] : [])),
  };
}

function cancelButton({ id, version }: InstructionView, locale: Locale): Element {
  const title = words(locale, 'card.cancel');
  const reason: Element = {
    type: 'Input.Text',
    id: 'cancelReason',
    label: words(locale, 'card.cancel_reason'),
    isMultiline: true,
    isRequired: true,
    errorMessage: words(locale, 'card.cancel_missing'),
    maxLength: 1000,
  };
  const send: Element = {
    type: 'Action.Execute',
    verb: 'approvals/instruction-cancel',
    title,
    data: { instructionId: id, version },
  };
  return {
    type: 'Action.ShowCard',
    title,
    card: { type: 'AdaptiveCard', version: '1.5', body: [reason], actions: [send] },
  };
}

/** An instruction as this person sees it now. */
export function instructionCard(view: InstructionView, context: InstructionContext): Card {
  const { locale, urls, note } = context;
  const masked = isMasked(view);
  const start = view.may.draft && urls ? [openButton(urls.draft(view.id), words(locale, 'card.start'))] : [];
  const open = urls ? [openButton(urls.read(view.id), words(locale, 'card.open'))] : [];
  const cancel = view.may.cancel && !masked ? [cancelButton(view, locale)] : [];
  const body = [
    ...(note === undefined ? [] : [text(note, { color: 'Attention', weight: 'Bolder' })]),
    text(headline(view, locale), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    masked ? small(words(locale, 'card.masked')) : facts(view, locale),
  ];
  return cardOf(locale, body, [...start, ...open, ...cancel]);
}

/** The line shown in notifications. */
export function instructionLine(view: InstructionView, locale: Locale): string {
  return words(locale, 'card.summary', { headline: headline(view, locale), purpose: purposeText(view, locale, 60) });
}

export const instructionMessage = (view: InstructionView, context: InstructionContext): ChatMessage => ({
  kind: 'card',
  card: instructionCard(view, context),
  summary: instructionLine(view, context.locale),
});
