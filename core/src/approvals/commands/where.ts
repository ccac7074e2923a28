import type { ChatCommand } from '../../shared/index.ts';
import { shownTitle } from '../cards/head.ts';
import { whereCard } from '../cards/list-card.ts';
import { type CaseStatus, DECIDED_STATUSES } from '../contract.ts';
import { answer, type CommandsParts, contextOf, words } from './parts.ts';

const ROWS = 8;
const OVER: readonly CaseStatus[] = ['WITHDRAWN', ...DECIDED_STATUSES, 'REJECTED', 'ABANDONED'];

/** 「今どこ」: who has which case. Without words, what the caller drafted and is not over. */
export function whereCommand(parts: CommandsParts): ChatCommand {
  return {
    words: ['今どこ', 'いまどこ', 'where is', 'where'],
    help: {
      ja: '「今どこ ○○」：件名に○○を含む案件が、いま誰のところにあるかを示します。「今どこ」だけなら、あなたが起案した案件です。',
      en: '“where …”: who has the cases whose title contains the words; “where” alone, those you drafted.',
    },
    async handle(caller, query) {
      const own = query === '';
      const page = await parts.approvals.list(caller, own ? { box: 'drafted' } : { box: 'all', q: query, limit: ROWS });
      const items = page.items
        .filter(({ status }) => (own ? !OVER.includes(status) : status !== 'WITHDRAWN'))
        .slice(0, ROWS);
      const [first] = items;
      if (!first) return [own ? answer(caller, 'where_nothing') : answer(caller, 'where_none', { query })];
      const card = whereCard(items, contextOf(caller, parts, own ? words(caller, 'where_title') : undefined));
      return [{ kind: 'card', card, summary: shownTitle(first, caller.locale) }];
    },
  };
}
