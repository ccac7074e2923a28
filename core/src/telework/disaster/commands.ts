import type { Caller, ChatCommand, ChatMessage } from '../../shared/index.ts';
import type { ActionParts } from './actions.ts';
import type { DisasterView } from './contract.ts';
import { boardMessage, rollMessage } from './roll-cards.ts';
import type { RollKind } from './roll-contract.ts';
import { words } from './words.ts';

export interface CommandParts extends Pick<ActionParts, 'board' | 'pageUrl'> {
  readonly overview: (caller: Caller) => Promise<DisasterView>;
}

/** One's own cards first, then the boards of what is open. */
async function shown(
  { overview, board, pageUrl }: CommandParts,
  caller: Caller,
  kind: RollKind,
): Promise<ChatMessage[]> {
  const { rolls } = await overview(caller);
  const { locale } = caller;
  const open = rolls.filter((roll) => roll.kind === kind && roll.open);
  const own = open.filter(({ asked }) => asked !== null).map((roll) => rollMessage(roll, { locale }));
  const boards: ChatMessage[] = [];
  for (const { id: rollId, may } of open) {
    if (!may.board) continue;
    boards.push(boardMessage(await board(caller, { named: { rollId, kind }, query: {} }), { locale, pageUrl }));
  }
  const found = [...own, ...boards];
  return found.length > 0 ? found : [{ kind: 'text', text: words(locale, 'list.none') }];
}

/** 「安否」 and 「参集」: one's answer, and the board for whoever watches over it. */
export const rollCommands = (parts: CommandParts): ChatCommand[] => [
  {
    words: ['安否', '安否確認', 'safety'],
    help: {
      ja: '「安否」：安否確認に回答します。上司と担当には回答の状況も示します。',
      en: '“safety”: answers a safety check; superiors and the office also see who has answered.',
    },
    handle: (caller) => shown(parts, caller, 'SAFETY'),
  },
  {
    words: ['参集', 'muster'],
    help: {
      ja: '「参集」：参集の呼びかけに回答し、着いたことを伝えます。',
      en: '“muster”: answers a call-out, and says that you have arrived.',
    },
    handle: (caller) => shown(parts, caller, 'MUSTER'),
  },
];
