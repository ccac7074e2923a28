import { type Card, notAllowed } from '@kaigi/core/shared';
import type { BotSuite } from '../options.ts';
import type { SmallSuite } from './small-suite.ts';

export interface SmallComposeParts {
  readonly calls: SmallSuite['calls'];
  readonly card: (text: string) => Card;
  readonly slow: Promise<void>;
}

/** One search and one command on a message. */
export function smallCompose({ calls, card, slow }: SmallComposeParts): BotSuite['compose'] {
  return {
    searches: [
      {
        commandId: 'searchRecords',
        find: async (caller, typed) => {
          calls.push({ caller, verb: 'searchRecords', data: typed });
          if (typed === '権限') throw notAllowed('test.not_the_holder', { title: '課長' });
          return typed === '' ? [] : [{ title: typed, text: '政第1号', card: card(typed) }];
        },
      },
    ],
    messageCommands: [
      {
        commandId: 'captureMessage',
        ask: async (caller, message) => {
          calls.push({ caller, verb: 'ask', data: message });
          return { title: '文書として保存', card: card(message.text) };
        },
        run: async (caller, message, data) => {
          calls.push({ caller, verb: 'run', data: { message, data } });
          if (message.text === '遅い') await slow;
          return { title: '登録しました', card: card('登録しました') };
        },
      },
    ],
  };
}
