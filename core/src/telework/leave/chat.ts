import { addWorkingDays, type Caller, type ChatCommand, type Locale, say } from '../../shared/index.ts';
import { readWords } from '../matters/day-words.ts';
import { choice, type Form, type FormParts, field, formMessage, todayOf } from '../matters/form.ts';
import { formWords } from '../matters/form-text.ts';
import { lengthWord } from '../sheets/words.ts';
import type { LeaveAmount, LeaveBalanceView } from './contract.ts';
import type { LeaveGiven } from './kind.ts';
import { ANNUAL } from './kinds.ts';
import type { LeaveKindsView, LeaveRequestInput } from './request-contract.ts';
import { leaveTexts } from './text.ts';

export interface LeaveChatParts extends FormParts, LeaveGiven {
  readonly kindsFor: (caller: Caller) => Promise<LeaveKindsView>;
}

const words = (locale: Locale, code: string, params: Record<string, string | number> = {}): string =>
  say(leaveTexts, `telework.leave_${code}`, locale, params) ?? code;

function amount({ days, minutes }: LeaveAmount, locale: Locale): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const ja = [`${days}日`, hours > 0 ? `${hours}時間` : '', rest > 0 ? `${rest}分` : ''].join('');
  const en = [`${days} d`, hours > 0 ? ` ${hours} h` : '', rest > 0 ? ` ${rest} min` : ''].join('');
  return locale === 'ja' ? ja : en;
}

/** What is left, what waits, and what lapses next. */
export function balanceLines(view: LeaveBalanceView, locale: Locale): string[] {
  const { available, reserved, promised, lots, nextGrant, basis, minutesPerDay } = view;
  const [first] = lots;
  const figures = {
    available: amount(available, locale),
    reserved: amount(reserved, locale),
    promised: amount(promised, locale),
  };
  return [
    words(locale, 'balance_line', figures),
    ...(basis === null
      ? []
      : [words(locale, 'balance_basis', { article: basis, day: lengthWord(minutesPerDay, locale) })]),
    ...(nextGrant ? [words(locale, 'balance_next', nextGrant)] : []),
    ...(first ? [words(locale, 'balance_lapses', { on: first.expiresOn, left: amount(first.left, locale) })] : []),
  ];
}

const SPANS = ['DAY', 'MORNING', 'AFTERNOON', 'HOURS'] as const;

/** 「休暇」: what is left, and a form; the form knows the next working day. */
export function leaveForm(parts: LeaveChatParts): Form<LeaveRequestInput> {
  const { accounts, kind, kindsFor } = parts;
  return {
    verb: 'leave-apply',
    page: 'leave',
    kind,
    title: ({ locale }) => words(locale, 'form_title'),
    async body(caller, typed) {
      const { locale } = caller;
      const [view, kinds] = [await accounts.balance(caller, null), await kindsFor(caller)];
      const day = typed.date ?? addWorkingDays(todayOf(parts), 1);
      const says = (id: string) => (typed[id] ? { value: typed[id] } : {});
      const fields = [
        choice('kind', words(locale, 'form_kind'), {
          value: typed.kind ?? ANNUAL,
          // What needs more than this form asks is for the tab.
          choices: kinds.items
            .filter(({ relations }) => relations.length === 0)
            .map(({ code, name }) => [code, name] as const),
        }),
        field('Input.Date', 'date', {
          ...{ label: formWords(locale, 'date'), value: day, isRequired: true },
          errorMessage: formWords(locale, 'date_missing'),
        }),
        field('Input.Date', 'until', { label: formWords(locale, 'until'), ...says('until') }),
        choice('span', words(locale, 'form_span'), {
          value: typed.span ?? 'DAY',
          choices: SPANS.map((span) => [span, words(locale, `span_${span}`)] as const),
        }),
        field('Input.Time', 'from', { label: words(locale, 'form_from'), ...says('from') }),
        field('Input.Time', 'to', { label: words(locale, 'form_to'), ...says('to') }),
        field('Input.Text', 'reason', { label: words(locale, 'form_reason'), maxLength: 1000, ...says('reason') }),
      ];
      return { lead: [...balanceLines(view, locale), words(locale, 'form_lead')], fields };
    },
    input({ kind: code, date = '', until = '', span, from, to, reason = '' }) {
      const when = until === '' || until === date ? { dates: [date] } : { from: date, to: until };
      const time = span === 'HOURS' && from && to ? { from, to } : null;
      return { kind: code, when, span, time, reason };
    },
  };
}

const SPAN_WORDS: Readonly<Record<string, string>> = {
  ...{ 午前: 'MORNING', 午後: 'AFTERNOON', 半休: 'AFTERNOON', 全日: 'DAY', 時間休: 'HOURS' },
  ...{ am: 'MORNING', pm: 'AFTERNOON', morning: 'MORNING', afternoon: 'AFTERNOON', hours: 'HOURS' },
};

export const leaveCommand = (parts: LeaveChatParts, form: Form<LeaveRequestInput>): ChatCommand => ({
  words: ['休暇', '年休', 'leave'],
  help: {
    ja: '「休暇」：休暇の残りと申請の用紙を示します。「休暇 12/1 午後」のように日と区分を付けられます。',
    en: '“leave”: what is left of it and a form to apply, e.g. “leave 12/1 pm”.',
  },
  async handle(caller, argument) {
    const { days, times, rest } = readWords(argument, todayOf(parts));
    const span = rest.map((word) => SPAN_WORDS[word.toLowerCase()]).find((one) => one !== undefined);
    const [date, until] = days;
    const [from, to] = times;
    const typed = {
      ...(date ? { date } : {}),
      ...(until ? { until } : {}),
      ...(from && to ? { from, to, span: 'HOURS' } : span ? { span } : {}),
    };
    return [await formMessage(parts, form, { caller, shown: { typed } })];
  },
});
