import type { Card, Locale } from '../../shared/index.ts';
import { cardOf, type Element, small, text } from '../cards/elements.ts';
import { words } from './cards.ts';
import type { Addressees } from './contract.ts';

export interface FormCard {
  readonly locale: Locale;
  readonly addressees: Addressees;
  /** The same form is one instruction, however often it is pressed. */
  readonly formId: string;
  readonly today: string;
  /** What was typed, when it comes back with a note on what is wrong. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly note?: string;
}

type Field = Omit<Element, 'id'> & { readonly id: string };

/** The form by which somebody gives an instruction in the chat. */
export function formCard({ locale, addressees, formId, today, typed = {}, note }: FormCard): Card {
  const filled = (field: Field): Element => (typed[field.id] ? { ...field, value: typed[field.id] ?? '' } : field);
  const line = (id: string, label: string, placeholder: string): Element =>
    filled({ type: 'Input.Text', id, label, placeholder, maxLength: 100 });
  const { items, more } = addressees;
  const body = [
    ...(note === undefined ? [] : [text(note, { color: 'Attention', weight: 'Bolder' })]),
    text(words(locale, 'form.title'), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    small(words(locale, 'form.lead'), { isSubtle: true }),
    filled({
      type: 'Input.ChoiceSet',
      id: 'staffId',
      label: words(locale, 'form.whom'),
      isRequired: true,
      errorMessage: words(locale, 'form.whom_missing'),
      choices: items.map(({ staffId, name, unitName, postTitle }) => ({
        title: `${unitName} ${postTitle} ${name}`,
        value: staffId,
      })),
    }),
    ...(more ? [small(words(locale, 'form.more', { count: items.length }), { isSubtle: true })] : []),
    filled({
      type: 'Input.Text',
      id: 'purpose',
      label: words(locale, 'card.purpose'),
      isMultiline: true,
      isRequired: true,
      errorMessage: words(locale, 'form.purpose_missing'),
      maxLength: 1000,
    }),
    line('reader', words(locale, 'card.reader'), words(locale, 'form.reader_hint')),
    line('length', words(locale, 'card.length'), words(locale, 'form.length_hint')),
    filled({ type: 'Input.Date', id: 'dueOn', label: words(locale, 'card.due'), min: today }),
    line('sampleNumber', words(locale, 'form.sample'), words(locale, 'form.sample_hint')),
  ];
  const send: Element = {
    type: 'Action.Execute',
    verb: 'approvals/instruction-give',
    title: words(locale, 'form.send'),
    data: { formId },
  };
  return cardOf(locale, body, [send]);
}
