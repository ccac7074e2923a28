import type { Caller, ChatCommand, ChatMessage } from '../../shared/index.ts';
import type { ApplicationKind } from '../applications/kind.ts';
import { readWords } from '../matters/day-words.ts';
import { type Form, type FormParts, field, formMessage, todayOf } from '../matters/form.ts';
import { formWords } from '../matters/form-text.ts';
import { waitingCard } from './cards.ts';
import type { OvertimeRequestInput } from './contract.ts';
import type { Overtime } from './service.ts';
import { hoursText } from './times.ts';
import { words } from './words.ts';

export interface OvertimeChatParts extends FormParts {
  readonly overtime: Overtime;
  readonly kind: ApplicationKind<OvertimeRequestInput>;
}

/** 「残業」: how much there is this month, how near the limits are, and a form. */
export function overtimeForm(parts: OvertimeChatParts): Form<OvertimeRequestInput> {
  return {
    verb: 'overtime-apply',
    kind: parts.kind,
    title: ({ locale }) => words(locale, 'form_title'),
    async body(caller, typed) {
      const { locale } = caller;
      const { totals } = await parts.overtime.days(caller, { box: 'mine' });
      const says = (id: string) => (typed[id] ? { value: typed[id] } : {});
      const lead = [
        words(locale, 'so_far', { month: hoursText(totals.month), year: hoursText(totals.year) }),
        ...totals.limits.map(({ sentence }) => sentence),
      ];
      const fields = [
        field('Input.Date', 'date', {
          ...{ label: formWords(locale, 'date'), value: typed.date ?? todayOf(parts), isRequired: true },
          errorMessage: formWords(locale, 'date_missing'),
        }),
        field('Input.Time', 'to', {
          ...{ label: formWords(locale, 'to_time'), isRequired: true, ...says('to') },
          errorMessage: formWords(locale, 'to_missing'),
        }),
        field('Input.Time', 'from', { label: words(locale, 'form_from'), ...says('from') }),
        field('Input.Text', 'reason', {
          ...{ label: words(locale, 'form_reason'), isRequired: true, maxLength: 1000, ...says('reason') },
          errorMessage: words(locale, 'form_reason_missing'),
        }),
      ];
      return { lead, fields };
    },
    input: ({ date, to, from, reason }) => ({ date, to, from: from ? from : null, reason }),
  };
}

/** What waits for the boss to say that it was worked. */
async function waiting({ overtime, pageUrl }: OvertimeChatParts, caller: Caller): Promise<ChatMessage[]> {
  const { items } = await overtime.days(caller, { box: 'to-confirm' });
  return items.length === 0 ? [] : [waitingCard(items, { locale: caller.locale, pageUrl })];
}

export const overtimeCommand = (parts: OvertimeChatParts, form: Form<OvertimeRequestInput>): ChatCommand => ({
  words: ['残業', '時間外', 'overtime'],
  help: {
    ja: '「残業」：時間外勤務の事前命令を求めます。「残業 19時 議会の資料」のように書けます。上司には、確認を待つ分も示します。',
    en: '“overtime”: ask for an overtime order, e.g. “overtime 19:00 papers”. Bosses see what they have to confirm.',
  },
  async handle(caller, argument) {
    const { days, times, rest } = readWords(argument, todayOf(parts));
    const [date] = days;
    const [first, second] = times;
    const reason = rest.join(' ');
    const typed = {
      ...(date ? { date } : {}),
      ...(second && first ? { from: first, to: second } : first ? { to: first } : {}),
      ...(reason === '' ? {} : { reason }),
    };
    return [...(await waiting(parts, caller)), await formMessage(parts, form, { caller, shown: { typed } })];
  },
});
