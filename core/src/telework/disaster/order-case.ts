import { wordDocument } from '../../regulations/index.ts';
import { type Caller, type LocalDate, type UploadedFile, wareki } from '../../shared/index.ts';
import type { OrderAsked } from './order-rules.ts';
import type { TeleworkSwitch } from './policy.ts';

/** What of an order its case must say, so that nobody has another one decided under it. */
export const markOf = ({ switch: code, orderNumber, from, until }: OrderAsked): string =>
  `命令番号：${orderNumber}　特例：${code}　期間：${from}から${until}まで`;

const days = (from: LocalDate, until: LocalDate): string => `${wareki(from)}から${wareki(until)}まで`;

export interface OrderPaper {
  readonly title: string;
  readonly proposalText: string;
  readonly matter: string;
  readonly file: UploadedFile;
}

/** 起案 of the case that decides upon an order, or confirms it. In Japanese, as all records. */
export function paperOf(
  asked: OrderAsked,
  { reason, confirms }: { readonly reason: string; readonly confirms: boolean },
  { name, article, sentence, matter }: TeleworkSwitch,
): OrderPaper {
  const { orderNumber, from, until } = asked;
  const title = `${name.ja}の${confirms ? '実施の確認' : '実施'}について（${orderNumber}）`;
  const asks = confirms
    ? `緊急のため直ちに命じた${name.ja}について、確認を求めます。`
    : `${article}により、${name.ja}を次のとおり実施してよろしいか伺います。`;
  const rows = [
    ['特例', name.ja],
    ['命令番号', orderNumber],
    ['期間', days(from, until)],
    ['根拠', article],
    ['内容', sentence.ja],
    ['理由', reason],
  ];
  const bytes = wordDocument([
    { heading: title, level: 1 },
    { text: asks },
    { head: ['項目', '内容'], rows },
    { text: markOf(asked) },
  ]);
  return {
    title,
    proposalText: [asks, markOf(asked), `理由：${reason}`].join('\n'),
    matter: matter ?? 'GENERAL',
    file: { fileName: '特例の実施.docx', bytes },
  };
}

/** By whom a case is drafted again without becoming a second one. */
export const externalIdOf = (orderId: string): string => `telework/switch-order/${orderId}`;

/** As the same person, for another call than the one that came in: keys are for one call each. */
export const withoutKey = (caller: Caller): Caller => ({ ...caller, idempotencyKey: null });
