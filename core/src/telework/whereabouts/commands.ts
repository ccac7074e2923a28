import { type Caller, type ChatCommand, type ChatMessage, KaigiError, type Sentence, say } from '../../shared/index.ts';
import type { WhereaboutsService } from './service.ts';
import { whereaboutsTexts } from './text.ts';

interface Word {
  readonly words: readonly string[];
  /** What the sentence begins with, however it was called. */
  readonly said: string;
  readonly help: Sentence;
}

const WORDS: readonly Word[] = [
  {
    words: ['外出', 'out'],
    said: '外出',
    help: {
      ja: '「外出 17時」「外出 県庁 17時まで」：行先と戻る時刻を入れます。時刻が過ぎると自然に消えます。',
      en: '“out 17:00”, “out prefectural office until 17:00”: where you are and when you are back. It ends by itself.',
    },
  },
  {
    words: ['直帰', 'no return'],
    said: '直帰',
    help: { ja: '「直帰」「直帰 県庁」：今日は戻らないことを入れます。', en: '“no return”: you are out for the day.' },
  },
  {
    words: ['帰庁', '戻りました', 'back'],
    said: '帰庁',
    help: { ja: '「帰庁」：外出から戻ったことを入れます。', en: '“back”: you are back.' },
  },
];

const MOST = 200;

async function answer(whereabouts: WhereaboutsService, caller: Caller, said: string): Promise<ChatMessage> {
  try {
    const text = Array.from(said)
      .slice(0, MOST)
      .join('')
      .replaceAll(/[\p{Cc}\s]+/gu, ' ');
    const { understood } = await whereabouts.say(caller, {
      said: text,
      kind: null,
      from: null,
      until: null,
      place: '',
    });
    return { kind: 'text', text: understood };
  } catch (error) {
    if (!(error instanceof KaigiError)) throw error;
    const sentence = say(whereaboutsTexts, error.code, caller.locale, error.params);
    if (sentence === undefined) throw error;
    return { kind: 'text', text: sentence };
  }
}

/** 「外出」「直帰」「帰庁」 */
export const whereaboutsCommands = (whereabouts: WhereaboutsService): ChatCommand[] =>
  WORDS.map(({ words, said, help }) => ({
    words,
    help,
    handle: async (caller, argument) => [await answer(whereabouts, caller, `${said} ${argument}`.trim())],
  }));
