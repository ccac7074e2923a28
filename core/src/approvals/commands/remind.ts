import { type Caller, type ChatCommand, type ChatMessage, KaigiError, say } from '../../shared/index.ts';
import { execute } from '../cards/elements.ts';
import { isMasked, shownTitle } from '../cards/head.ts';
import { listCard } from '../cards/list-card.ts';
import { buttonWords } from '../cards/words.ts';
import type { CaseView } from '../contract.ts';
import { approvalsTexts } from '../text.ts';
import { answer, type CommandsParts, contextOf, words } from './parts.ts';

const ROWS = 6;

/** 「催促 ○○」: reminds whoever has the case; of several the person chooses one. */
export function remindCommand(parts: CommandsParts): ChatCommand {
  return {
    words: ['催促', 'さいそく', 'remind'],
    help: {
      ja: '「催促 ○○」：件名に○○を含む案件を、いま持っている人に催促します。',
      en: '“remind …”: reminds whoever has the case whose title contains the words.',
    },
    async handle(caller, query) {
      const cases = await remindable(caller, parts, query);
      const [only] = cases;
      if (!only) return [answer(caller, 'remind_none')];
      if (cases.length === 1 && query !== '') return [await remind(caller, parts, only)];
      const title = words(caller, 'remind_which');
      const listed = cases.map((item) => ({
        item,
        lines: [`▶ ${whoHas(item)}`],
        buttons: [execute('remind', item, { title: buttonWords.remind[caller.locale], associatedInputs: 'none' })],
      }));
      return [{ kind: 'card', card: listCard(listed, contextOf(caller, parts, title)), summary: title }];
    },
  };
}

// Above 機密性2 not even who has it is said in a chat.
const whoHas = (view: CaseView): string =>
  isMasked(view)
    ? '―'
    : view.holders.map(({ unitName, postTitle, names }) => `${unitName} ${postTitle} ${names.join('、')}`).join(' / ');

/** Those the caller may remind about: drafted ones, and those that have yet to come to them. */
async function remindable(caller: Caller, { approvals }: CommandsParts, query: string): Promise<CaseView[]> {
  const { items } = await approvals.list(caller, { box: query === '' ? 'drafted' : 'all', q: query });
  const open = items.filter(({ holders }) => holders.length > 0).slice(0, ROWS * 2);
  const views = await Promise.all(open.map(({ id }) => approvals.read(caller, id)));
  return views.filter(({ may }) => may.remind).slice(0, ROWS);
}

async function remind(caller: Caller, { approvals }: CommandsParts, view: CaseView): Promise<ChatMessage> {
  try {
    await approvals.act(caller, view.id, { act: 'remind', version: view.version });
    const title = shownTitle(view, caller.locale);
    return answer(caller, 'reminded', { title, who: whoHas(view) });
  } catch (error) {
    if (!(error instanceof KaigiError)) throw error;
    const sentence = say(approvalsTexts, error.code, caller.locale, error.params);
    if (sentence === undefined) throw error;
    return { kind: 'text', text: sentence };
  }
}
