import type { Caller, ChatCommand, ChatMessage } from '../../shared/index.ts';
import { isMasked } from '../cards/head.ts';
import { type ListedCase, listCard } from '../cards/list-card.ts';
import type { CaseView, SlotView, StandInOffer } from '../contract.ts';
import { answer, type CommandsParts, contextOf, words } from './parts.ts';

const CARDS = 5;
const OWN_CASES = 8;

/** 「代理」: what the caller may do for absent ones today, and who may act in the caller's own cases. */
export function standInCommand(parts: CommandsParts): ChatCommand {
  return {
    words: ['代理', '代決', 'deputy', 'stand in'],
    help: {
      ja: '「代理」：不在の人に代わって今日あなたが処理できる案件と、あなたの案件で誰が誰に代われるかを、条項とともに示します。',
      en: '“deputy”: what you may do for absent holders today, and who may act for whom in your own cases.',
    },
    async handle(caller) {
      const [waiting, own] = [await forOthers(caller, parts), await inOwnCases(caller, parts)];
      const none = waiting.length === 0 ? [answer(caller, 'stand_in_none')] : waiting;
      return [...none, ...own];
    },
  };
}

const postOf = ({ unitName, postTitle }: { unitName: string; postTitle: string }) => `${unitName} ${postTitle}`;

function offered(caller: Caller, { onBehalfOf, decides, article }: StandInOffer): string {
  const what = words(caller, decides ? 'stand_in_decide' : 'stand_in_approve');
  return words(caller, 'stand_in_for', { post: postOf(onBehalfOf), what, article });
}

async function forOthers(caller: Caller, parts: CommandsParts): Promise<ChatMessage[]> {
  const { items } = await parts.approvals.list(caller, { box: 'standIn' });
  const shown = items.slice(0, CARDS);
  const views = await Promise.all(shown.map(({ id }) => parts.approvals.read(caller, id)));
  const cases = views.map((item): ListedCase => {
    const offers = item.may.standIn.filter(({ kind }) => kind === 'DEPUTY');
    return { item, lines: isMasked(item) ? [] : offers.map((offer) => offered(caller, offer)) };
  });
  if (cases.length === 0) return [];
  await parts.again(caller, shown);
  const title = words(caller, 'stand_in_title', { count: items.length });
  return [{ kind: 'card', card: listCard(cases, contextOf(caller, parts, title)), summary: title }];
}

function absentLine(caller: Caller, slot: SlotView): string {
  const post = postOf(slot);
  const { expectedDeputy: deputy } = slot;
  if (!deputy) return words(caller, 'absent_nobody', { post });
  const who = `${deputy.postTitle} ${deputy.names.join('、')}`;
  return words(caller, 'absent_deputy', { post, deputy: who, article: deputy.article });
}

const absentSlots = (view: CaseView): SlotView[] =>
  isMasked(view) ? [] : view.route.filter(({ absence, status }) => absence && status === 'ACTIVE');

async function inOwnCases(caller: Caller, parts: CommandsParts): Promise<ChatMessage[]> {
  const { items } = await parts.approvals.list(caller, { box: 'drafted' });
  const open = items.filter(({ holders }) => holders.length > 0).slice(0, OWN_CASES);
  const views = await Promise.all(open.map(({ id }) => parts.approvals.read(caller, id)));
  const cases = views
    .map((item): ListedCase => ({ item, lines: absentSlots(item).map((slot) => absentLine(caller, slot)) }))
    .filter(({ lines }) => lines.length > 0);
  if (cases.length === 0) return [];
  const title = words(caller, 'absent_title');
  return [{ kind: 'card', card: listCard(cases, contextOf(caller, parts, title)), summary: title }];
}
