import type { TeleworkRules } from '../../regulations/index.ts';
import type { ChatMessage, Locale } from '../../shared/index.ts';
import { cardOf, type Element, execute, heading, note, small } from '../elements.ts';
import { openPage, type ToTab } from '../tab-pages.ts';
import { words } from './chat-words.ts';
import type { TeleworkRequestInput } from './contract.ts';
import { KIND_NAMES, SPAN_NAMES, type WordList } from './words.ts';

export interface FormCard extends ToTab {
  readonly locale: Locale;
  readonly policy: NonNullable<TeleworkRules['policy']>;
  /** The same form is one application, however often it is pressed. */
  readonly formId: string;
  readonly date: string;
  /** What was asked for last, or typed before it came back. */
  readonly typed: Partial<TeleworkRequestInput>;
  readonly note?: string | undefined;
}

type Choice = { readonly title: string; readonly value: string };

const choose = (id: string, label: string, more: { choices: readonly Choice[]; value: string } & Element): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  ...more,
  choices: [...more.choices],
});

const line = (id: string, label: string, value: string, more: Element = {}): Element => ({
  type: 'Input.Text',
  id,
  label,
  value,
  maxLength: 1000,
  ...more,
});

function fields({ locale, policy, date, typed }: FormCard): Element[] {
  const named = (names: Readonly<Record<string, { ja: string; en: string }>>): Choice[] =>
    Object.entries(names).map(([value, name]) => ({ title: name[locale], value }));
  const list = (of: WordList): Choice[] =>
    policy.words[of].map(({ code, name }) => ({ title: name[locale], value: code }));
  const several = (id: WordList, first: string): Element =>
    choose(id, words(locale, id as 'networks'), {
      ...{ choices: list(id), isMultiSelect: true },
      value: (typed[id as 'networks'] ?? [first]).join(','),
    });
  const own = list('places');
  return [
    {
      type: 'Input.Date',
      id: 'date',
      label: words(locale, 'date'),
      value: date,
      isRequired: true,
      errorMessage: words(locale, 'date'),
    },
    choose('kind', words(locale, 'kind'), { choices: named(KIND_NAMES), value: typed.kind ?? 'HOME' }),
    choose('span', words(locale, 'span'), {
      choices: named(SPAN_NAMES).filter(({ value }) => value !== 'HOURS'),
      value: typed.span === 'HOURS' ? 'DAY' : (typed.span ?? 'DAY'),
    }),
    choose('place', words(locale, 'place'), { choices: own, value: typed.place ?? own[0]?.value ?? '' }),
    several('networks', policy.words.networks[0]?.code ?? ''),
    several('devices', policy.words.devices[0]?.code ?? ''),
    several('information', policy.words.information[0]?.code ?? ''),
    line('tasks', words(locale, 'tasks'), typed.tasks ?? '', { isMultiline: true }),
    line('contact', words(locale, 'contact'), typed.contact ?? '', { maxLength: 200 }),
    line('items', words(locale, 'items'), (typed.items ?? []).join('、'), { placeholder: words(locale, 'items_hint') }),
    line('reason', words(locale, 'reason'), typed.reason ?? '', {
      isMultiline: true,
      placeholder: words(locale, 'reason_hint'),
    }),
  ];
}

/** The form by which somebody asks for a day of telework in the chat; filled in with what was asked for last. */
export function formMessage(form: FormCard): ChatMessage {
  const { locale, formId } = form;
  const title = words(locale, 'title');
  const body = [...note(form.note), heading(title), small(words(locale, 'lead'), { isSubtle: true }), ...fields(form)];
  const send = execute('apply', words(locale, 'send'), { formId }, { style: 'positive' });
  const tab = openPage(form, 'telework', words(locale, 'several'));
  return { kind: 'card', card: cardOf(locale, body, [send, ...tab]), summary: title };
}
