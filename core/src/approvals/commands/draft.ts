import { cardOf, heading, small, text } from '../../shared/card-elements.ts';
import type { ChatCommand } from '../../shared/index.ts';
import { type CommandsParts, words } from './parts.ts';

/** Pages of the tab: where one drafts, the forms for Word, and what was drafted. */
const PAGES = { drafting: 'drafting', templates: 'records/templates', drafted: 'drafted' } as const;

/** 「起案」: where one drafts, with the ways there. */
export const draftCommand = ({ pageUrl }: Pick<CommandsParts, 'pageUrl'>): ChatCommand => ({
  words: ['起案', '起案する', '起案したい', 'draft'],
  givesWay: true,
  help: {
    ja: '「起案」：どこで起案するかと、起案の画面への入り口を示します。',
    en: '“draft”: where cases are drafted, with links to get there.',
  },
  handle: async (caller) => {
    const summary = words(caller, 'draft_title');
    const body = [heading(summary), text(words(caller, 'draft_where')), small(words(caller, 'draft_who_decides'))];
    const actions = Object.entries(PAGES).flatMap(([name, page]) => {
      const url = pageUrl(page);
      return url === '' ? [] : [{ type: 'Action.OpenUrl', title: words(caller, `draft_open_${name}`), url }];
    });
    return [{ kind: 'card', card: cardOf(caller.locale, body, actions), summary }];
  },
});
