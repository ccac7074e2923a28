import { addWorkingDays, type ChatCommand } from '../../shared/index.ts';
import type { ApplicationKind } from '../applications/kind.ts';
import { readWords } from '../matters/day-words.ts';
import { choice, type Form, type FormParts, field, formMessage, todayOf } from '../matters/form.ts';
import { formWords } from '../matters/form-text.ts';
import type { TripRequestInput } from './contract.ts';
import { type Code, words } from './words.ts';

export interface TripChatParts extends FormParts {
  readonly kind: ApplicationKind<TripRequestInput>;
}

const WHOLE_DAY = { from: '09:00', to: '17:00' } as const;

/** 「出張」: where to, what for, when, and whether one comes back to the office. */
export function tripForm(parts: TripChatParts): Form<TripRequestInput> {
  return {
    verb: 'trip-apply',
    page: 'trip',
    kind: parts.kind,
    title: ({ locale }) => words(locale, 'form_title'),
    async body({ locale }, typed) {
      const says = (id: string) => (typed[id] ? { value: typed[id] } : {});
      const must = (code: Code) => ({ isRequired: true, errorMessage: words(locale, code) });
      const fields = [
        field('Input.Text', 'destination', {
          ...{ label: words(locale, 'form_destination'), maxLength: 100, ...says('destination') },
          ...must('form_destination_missing'),
        }),
        field('Input.Text', 'purpose', {
          ...{ label: words(locale, 'form_purpose'), maxLength: 1000, ...says('purpose') },
          ...must('form_purpose_missing'),
        }),
        field('Input.Date', 'date', {
          ...{
            label: formWords(locale, 'date'),
            value: typed.date ?? addWorkingDays(todayOf(parts), 1),
            isRequired: true,
          },
          errorMessage: formWords(locale, 'date_missing'),
        }),
        field('Input.Time', 'from', { label: formWords(locale, 'from_time'), value: typed.from ?? WHOLE_DAY.from }),
        field('Input.Time', 'to', { label: formWords(locale, 'to_time'), value: typed.to ?? WHOLE_DAY.to }),
        field('Input.Date', 'until', { label: words(locale, 'form_until'), ...says('until') }),
        choice('returnsTo', words(locale, 'form_returns'), {
          value: typed.returnsTo ?? 'OFFICE',
          choices: (['OFFICE', 'HOME'] as const).map((one) => [one, words(locale, `returns_${one}`)] as const),
        }),
        field('Input.Text', 'reason', { label: words(locale, 'form_reason'), maxLength: 1000, ...says('reason') }),
      ];
      return { lead: [words(locale, 'form_lead')], fields };
    },
    input({ destination, purpose, date = '', from, to, until = '', returnsTo, reason = '' }) {
      const last = until === '' ? date : until;
      return { destination, purpose, from: { date, time: from }, to: { date: last, time: to }, returnsTo, reason };
    },
  };
}

export const tripCommand = (parts: TripChatParts, form: Form<TripRequestInput>): ChatCommand => ({
  words: ['出張', 'trip'],
  help: {
    ja: '「出張」：出張（旅行命令）の申請の用紙を示します。「出張 県庁 12/1 13時 16時 直帰」のように書けます。',
    en: '“trip”: a form to apply for a trip, e.g. “trip Tokyo 12/1 13:00 16:00”.',
  },
  async handle(caller, argument) {
    const { days, times, rest } = readWords(argument, todayOf(parts));
    const [date, until] = days;
    const [from, to] = times;
    const [destination] = rest.filter((word) => word !== '直帰');
    const typed = {
      ...(destination ? { destination } : {}),
      ...(date ? { date } : {}),
      ...(until ? { until } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(rest.includes('直帰') ? { returnsTo: 'HOME' } : {}),
    };
    return [await formMessage(parts, form, { caller, shown: { typed } })];
  },
});
