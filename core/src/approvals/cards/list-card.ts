import { type Card, type Locale, warekiTime } from '../../shared/index.ts';
import type { CaseSummary, HolderView } from '../contract.ts';
import { type CardContext, cardOf, cut, type Element, small, text } from './elements.ts';
import { isMasked, shownTitle, statusOf } from './head.ts';
import { namesOf } from './route-lines.ts';

const MOST_HOLDERS = 4;
const MOST_TITLE = 100;

const holderLine = ({ unitName, postTitle, names, since }: HolderView, locale: Locale): string =>
  cut(`▶ ${unitName} ${postTitle} ${namesOf(names, locale)}　${warekiTime(new Date(since))}〜`, 110);

/** By the slot, where those are who have it, in words. */
export type WhereLines = ReadonlyMap<string, readonly string[]>;

function whereLines(item: CaseSummary, locale: Locale, where: WhereLines): string[] {
  if (isMasked(item)) return [];
  const status = statusOf(item, locale);
  if (item.holders.length === 0) return [`${status}${item.documentNumber ? `　${item.documentNumber.label}` : ''}`];
  const rest = item.holders.length - MOST_HOLDERS;
  const more = rest > 0 ? [`▶ ＋${rest}`] : [];
  const lines = [
    ...item.holders
      .slice(0, MOST_HOLDERS)
      .flatMap((holder) => [
        holderLine(holder, locale),
        ...(where.get(holder.slotId) ?? []).map((line) => cut(`　${line}`, 110)),
      ]),
    ...more,
  ];
  return [`${status}　${item.progress.done}/${item.progress.of}`, ...lines];
}

/** A line of a list of cases, with what is to be said of each. */
export interface ListedCase {
  readonly item: CaseSummary;
  readonly lines: readonly string[];
  readonly buttons?: readonly Element[];
}

/** Several cases in one card; each leads to its page. */
export function listCard(cases: readonly ListedCase[], context: CardContext & { title?: string }): Card {
  const { locale, caseUrl, title } = context;
  const rows = cases.map(({ item, lines, buttons = [] }): Element => {
    const name = cut(shownTitle(item, locale), MOST_TITLE);
    const actions = buttons.length > 0 ? [{ type: 'ActionSet', actions: [...buttons] }] : [];
    return {
      type: 'Container',
      separator: true,
      selectAction: { type: 'Action.OpenUrl', title: name, url: caseUrl(item.id) },
      items: [text(name, { weight: 'Bolder' }), ...lines.map((line) => small(line, { isSubtle: true })), ...actions],
    };
  });
  return cardOf(locale, [...(title ? [text(title, { weight: 'Bolder' })] : []), ...rows]);
}

const NO_LINES: WhereLines = new Map();

/** 今どこ: each case with all who have it and since when. */
export const whereCard = (
  items: readonly CaseSummary[],
  { lines = NO_LINES, ...context }: CardContext & { title?: string; lines?: WhereLines },
): Card =>
  listCard(
    items.map((item) => ({ item, lines: whereLines(item, context.locale, lines) })),
    context,
  );
