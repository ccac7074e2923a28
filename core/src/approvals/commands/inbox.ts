import type { Caller, ChatCommand, ChatMessage } from '../../shared/index.ts';
import { answer, type CommandsParts } from './parts.ts';

const CARDS = 5;

/** 「受信箱」: what waits for the caller, as cards; and what else there is to look at. */
export function inboxCommand(parts: CommandsParts): ChatCommand {
  return {
    words: ['受信箱', 'inbox'],
    help: {
      ja: '「受信箱」：あなたの処理を待っている案件のカードを出します。',
      en: '“inbox”: cards of the cases that wait for you.',
    },
    async handle(caller) {
      const { approvals, again } = parts;
      const page = await approvals.list(caller, { box: 'inbox' });
      const besides = await otherwise(caller, parts);
      if (page.items.length === 0) return [answer(caller, 'inbox_empty'), ...besides];
      const shown = page.items.slice(0, CARDS);
      await again(caller, shown);
      const rest = page.items.length - shown.length;
      const more = page.nextCursor === null ? 'inbox_more' : 'inbox_more_than';
      return [
        answer(caller, 'inbox', { count: shown.length }),
        ...(rest > 0 ? [answer(caller, more, { count: rest })] : []),
        ...besides,
      ];
    },
  };
}

/** 供覧 not yet read, and what one may do for absent ones. */
async function otherwise(caller: Caller, { approvals }: CommandsParts): Promise<ChatMessage[]> {
  const [reading, standIn] = await Promise.all([
    approvals.list(caller, { box: 'reading' }),
    approvals.list(caller, { box: 'standIn' }),
  ]);
  const toRead = reading.items.filter(({ task }) => task === 'READ').length;
  return [
    ...(toRead > 0 ? [answer(caller, 'inbox_reading', { count: toRead })] : []),
    ...(standIn.items.length > 0 ? [answer(caller, 'inbox_stand_in', { count: standIn.items.length })] : []),
  ];
}
