import type { Caller, ChatCommand, ChatMessage } from '../shared/index.ts';
import { say } from '../shared/index.ts';
import { whereCard } from './cards.ts';
import type { CaseSummary } from './contract.ts';
import type { Approvals } from './service.ts';
import { approvalsTexts } from './text.ts';

const INBOX_CARDS = 5;
const WHERE_ROWS = 8;

export interface CommandsParts {
  readonly approvals: Approvals;
  readonly caseUrl: (caseId: string) => string;
  /** Sends the cards of these cases to the caller; each copy then follows its case, as all do. */
  readonly again: (caller: Caller, cases: readonly CaseSummary[]) => Promise<void>;
}

/** What a person may type about cases. */
export function approvalsCommands({ approvals, caseUrl, again }: CommandsParts): ChatCommand[] {
  const text = (caller: Caller, code: string, params?: Record<string, string | number>): ChatMessage => ({
    kind: 'text',
    text: say(approvalsTexts, code, caller.locale, params) ?? code,
  });
  return [
    {
      words: ['受信箱', 'inbox'],
      help: {
        ja: '「受信箱」：あなたの処理を待っている案件のカードを出します。',
        en: '“inbox”: cards of the cases that wait for you.',
      },
      async handle(caller) {
        const page = await approvals.list(caller, { box: 'inbox' });
        if (page.items.length === 0) return [text(caller, 'approvals.command_inbox_empty')];
        const shown = page.items.slice(0, INBOX_CARDS);
        await again(caller, shown);
        const rest = page.items.length - shown.length;
        const here = text(caller, 'approvals.command_inbox', { count: shown.length });
        return rest > 0 ? [here, text(caller, 'approvals.command_inbox_more', { count: rest })] : [here];
      },
    },
    {
      words: ['今どこ', 'いまどこ', 'where'],
      help: {
        ja: '「今どこ ○○」：件名に○○を含む案件が、いま誰のところにあるかを示します。',
        en: '“where …”: who has the cases whose title contains the words.',
      },
      async handle(caller, query) {
        const page = await approvals.list(caller, { box: 'all', q: query, limit: WHERE_ROWS });
        const items = page.items.filter((item) => item.status !== 'WITHDRAWN');
        if (items.length === 0) return [text(caller, 'approvals.command_where_none', { query })];
        const card = whereCard(items, { locale: caller.locale, caseUrl });
        return [{ kind: 'card', card, summary: items[0]?.title ?? '' }];
      },
    },
  ];
}
