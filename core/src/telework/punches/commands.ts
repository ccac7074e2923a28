import { type Clock, newId } from '../../platform/index.ts';
import type { Caller, ChatCommand, ChatMessage, Sentence } from '../../shared/index.ts';
import type { ToTab } from '../tab-pages.ts';
import type { PunchKind } from '../working-time/punches.ts';
import { dayMessage } from './cards.ts';
import type { Punches } from './service.ts';
import { words } from './words.ts';

export interface PunchChatParts extends ToTab {
  readonly punches: Punches;
  readonly clock: Clock;
}

interface PunchWord {
  readonly punch: PunchKind;
  readonly words: readonly string[];
  readonly help: Sentence;
}

const WORDS: readonly PunchWord[] = [
  {
    punch: 'START',
    words: ['開始', '始業', '出勤', '勤務開始', '業務開始', '始めます', 'start', 'clock in'],
    help: {
      ja: '「開始」：勤務を始めるときに送ります。時刻はサーバーの時計で記録します。',
      en: '“start”: when you begin to work. The server’s clock counts.',
    },
  },
  {
    punch: 'PAUSE',
    words: ['中抜け', '中断', '休憩', '休憩開始', 'pause', 'break'],
    help: {
      ja: '「中抜け」：勤務を離れるときに送ります。戻ったら「再開」を送ります。',
      en: '“pause”: when you leave work for a while; “resume” when you are back.',
    },
  },
  {
    punch: 'RESUME',
    words: ['再開', '休憩終了', 'resume'],
    help: { ja: '「再開」：中抜けから戻ったときに送ります。', en: '“resume”: when you are back from a pause.' },
  },
  {
    punch: 'END',
    words: ['終了', '終業', '退勤', '勤務終了', '業務終了', '終わります', 'end', 'clock out'],
    help: { ja: '「終了」：その日の勤務を終えるときに送ります。', en: '“end”: when the day’s work is over.' },
  },
];

// 「開始します」「終了しました」「再開！」 say no more than the word.
const NOTHING_MORE = /^(?:し?ます|しました|いたします|致します|です|だ|打刻|now)?[\s!！。.、]*$/u;

const said = (punched: { sentence: string; day: { odd: readonly { sentence: string }[] } }) => ({
  sentence: punched.sentence,
  isOdd: punched.day.odd.some(({ sentence }) => punched.sentence.includes(sentence)),
});

async function tap(
  { punches, clock, pageUrl }: PunchChatParts,
  caller: Caller,
  punch: PunchKind,
): Promise<readonly ChatMessage[]> {
  const { locale, message } = caller;
  const input = {
    punch,
    // The channel may bring the same message twice.
    key: message ? `chat:${message.id}` : newId(clock),
    ...{ clientAt: message?.clientAt?.toISOString() ?? null, clientSentAt: null },
  };
  const punched = await punches.punch(caller, { ...input, source: 'CHAT' });
  return [dayMessage(punched.day, { locale, pageUrl, key: newId(clock), said: said(punched) })];
}

async function show({ punches, clock, pageUrl }: PunchChatParts, caller: Caller): Promise<ChatMessage> {
  const { locale } = caller;
  return dayMessage(await punches.day(caller, 'today'), { locale, pageUrl, key: newId(clock) });
}

/** 「開始」「中抜け」「再開」「終了」 punch, 「打刻」 shows the day. A sentence around the word does not punch. */
export const punchCommands = (parts: PunchChatParts): ChatCommand[] => [
  ...WORDS.map(
    ({ punch, words: called, help }): ChatCommand => ({
      words: called,
      help,
      async handle(caller, argument) {
        if (NOTHING_MORE.test(argument.trim())) return tap(parts, caller, punch);
        const word = words(caller.locale, 'only_the_word', { word: wordIn(called, caller.locale) });
        return [{ kind: 'text', text: word }, await show(parts, caller)];
      },
    }),
  ),
  {
    words: ['打刻', '勤務', 'today'],
    help: { ja: '「打刻」：今日の勤務の状態を示します。', en: '“today”: shows your working day.' },
    handle: async (caller) => [await show(parts, caller)],
  },
];

const wordIn = (called: readonly string[], locale: Caller['locale']): string =>
  (locale === 'ja' ? called[0] : called.find((word) => /^[a-z]/.test(word))) ?? '';
