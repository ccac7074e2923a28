import type { Caller, ChatCommand } from '../../shared/index.ts';
import { isMasked, shownTitle } from '../cards/head.ts';
import { type WhereLines, whereCard } from '../cards/list-card.ts';
import { type CaseStatus, type CaseSummary, DECIDED_STATUSES } from '../contract.ts';
import { answer, type CommandsParts, contextOf, words } from './parts.ts';

const ROWS = 8;
const LINES_OF = 3;
const PEOPLE_OF = 3;
const OVER: readonly CaseStatus[] = ['WITHDRAWN', ...DECIDED_STATUSES, 'REJECTED', 'ABANDONED'];

/** By the slot, where those are now who have one of the first cases; of a case that is hidden nothing. */
async function linesOf(
  { approvals, lineOf }: CommandsParts,
  caller: Caller,
  items: readonly CaseSummary[],
): Promise<WhereLines> {
  const open = items.filter((item) => item.holders.length > 0 && !isMasked(item)).slice(0, LINES_OF);
  const routes = await Promise.all(open.map(({ id }) => approvals.route(caller, id)));
  const slots = routes.flatMap((route) => route.items.filter(({ status }) => status === 'ACTIVE'));
  const known = await lineOf(
    caller,
    slots.flatMap(({ holders }) => holders.slice(0, PEOPLE_OF).map(({ staffId }) => staffId)),
  );
  return new Map(
    slots.map(({ id, holders }) => {
      const several = holders.length > 1;
      const lines = holders.slice(0, PEOPLE_OF).flatMap(({ staffId, name }) => {
        const line = known.get(staffId);
        return line === undefined ? [] : [several ? `${name}：${line}` : line];
      });
      return [id, lines];
    }),
  );
}

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
      const context = contextOf(caller, parts, own ? words(caller, 'where_title') : undefined);
      const card = whereCard(items, { ...context, lines: await linesOf(parts, caller, items) });
      return [{ kind: 'card', card, summary: shownTitle(first, caller.locale) }];
    },
  };
}
