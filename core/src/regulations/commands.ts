import { type Caller, type ChatCommand, type ChatMessage, type Locale, say } from '../shared/index.ts';
import { ExplainQuerySchema, type ExplainView, type MattersView } from './contract.ts';
import { readQuestion } from './question-text.ts';
import type { Regulations } from './service.ts';
import { regulationsTexts } from './text.ts';

const SHOWN_MATTERS = 12;

const sentence = (locale: Locale, code: string, params: Record<string, string> = {}): string =>
  say(regulationsTexts, code, locale, params) ?? code;

/** 政策課長（見本 太郎） with 不在 where it is known. */
function person(locale: Locale, { name, holders, absent }: NonNullable<ExplainView['decider']>): string {
  const people = holders.map((holder) => holder.name).join('、');
  const away = absent ? sentence(locale, 'regulations.command_absent') : '';
  return people === '' ? `${name}${away}` : `${name}（${people}）${away}`;
}

/** The answer as lines of a chat message. */
function told(locale: Locale, view: ExplainView): string {
  const line = (code: string, params: Record<string, string>) =>
    sentence(locale, `regulations.command_${code}`, params);
  if (view.problem) return line('problem', { matter: view.matter.name, problem: view.problem.sentence });
  const named = (duties: readonly string[]) =>
    view.route.filter(({ duty }) => duties.includes(duty)).map(({ who }) => person(locale, who));
  const listed = (code: string, people: readonly string[]) =>
    people.length === 0 ? [] : [line(code, { who: people.join(' → ') })];
  const today = view.standIns.find(({ duty }) => duty === 'DECISION')?.mayActToday ?? [];
  return [
    line('decides', {
      matter: view.matter.name,
      who: view.decider ? person(locale, view.decider) : '',
      class: view.decisionClass?.name ?? '',
    }),
    ...listed('reviews', named(['REVIEW'])),
    ...listed('consults', named(['CONSULT', 'EXAMINE'])),
    ...listed(
      'informs',
      view.readers.map(({ who }) => person(locale, who)),
    ),
    ...(today.length === 0 ? [] : [line('stand_in', { who: today.join('、') })]),
    ...(view.retention
      ? [
          line('retention', {
            years: String(view.retention.years),
            path: view.retention.path,
            article: view.retention.article,
          }),
        ]
      : []),
    ...view.why.map((row) => `・${row.sentence}`),
  ].join('\n');
}

function suggestions(locale: Locale, { items }: MattersView): string {
  const names = items.slice(0, SHOWN_MATTERS).map(({ name }) => name);
  return sentence(locale, 'regulations.command_which', { matters: names.join('、') });
}

/** 「誰の決裁 ○○ 50万円」: who decides what, asked in the chat. */
export function regulationsCommands(regulations: Regulations): ChatCommand[] {
  const answer = async (caller: Caller, argument: string): Promise<ChatMessage[]> => {
    const matters = await regulations.matters(caller);
    const asked = readQuestion(matters, argument);
    const text = (message: string): ChatMessage[] => [{ kind: 'text', text: message }];
    if (asked.matter === null && asked.words !== '') return text(suggestions(caller.locale, matters));
    const { urgent, escalations } = asked;
    const view = await regulations.explain(
      caller,
      ExplainQuerySchema.parse({
        ...(asked.matter === null ? {} : { matter: asked.matter }),
        facts: JSON.stringify(asked.facts),
        escalations: escalations.join(','),
        urgent: String(urgent),
      }),
    );
    return text(told(caller.locale, view));
  };
  return [
    {
      words: ['誰の決裁', 'だれの決裁', 'これは誰の決裁', 'who decides'],
      help: {
        ja: '「誰の決裁 物品購入 50万円」：だれが決裁し、だれに合議し、今日だれが代われるかを、条項とともに答えます。',
        en: '“who decides …”: who decides, who is consulted and who may act today, with the articles.',
      },
      handle: answer,
    },
  ];
}
