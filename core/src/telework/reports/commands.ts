import { type ChatCommand, type ChatMessage, localDateOf } from '../../shared/index.ts';
import { type ActionParts, choicesFor } from './actions.ts';
import { bossMessage, ownMessage } from './cards.ts';

/** 「報告」: the form of the day, already filled; and for a boss what those below have reported. */
export const reportCommand = (parts: ActionParts): ChatCommand => ({
  words: ['報告', 'report'],
  help: {
    ja: '「報告」：今日の予定と実績を報告します。上司には部下の報告も示します。',
    en: '“report”: reports the plan and the result of the day; superiors also see what was reported to them.',
  },
  async handle(caller) {
    const { reports, clock } = parts;
    const { locale } = caller;
    const today = localDateOf(clock.now());
    const [view, choices, below] = await Promise.all([
      reports.read(caller, today),
      choicesFor(parts, caller),
      reports.list(caller, { date: today }),
    ]);
    const own: ChatMessage = ownMessage(view, { locale, choices });
    const read = below.items.some(({ id }) => id !== null);
    return read ? [own, bossMessage(below, { locale })] : [own];
  },
});
