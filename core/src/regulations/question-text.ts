import type { FactValue, MattersView } from './contract.ts';

/** A question typed in the chat: 「工事契約 3,000万円 至急」. */
export interface TypedQuestion {
  /** Null where no matter is named. */
  readonly matter: string | null;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly escalations: readonly string[];
  readonly urgent: boolean;
  /** What is left after amounts and days, for looking up the matter. */
  readonly words: string;
}

type Item = MattersView['items'][number];

const UNITS: Readonly<Record<string, number>> = { 億: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3, '': 1 };
const AMOUNT = /(\d[\d,]*(?:\.\d+)?)(億|千万|百万|万|千)?(?:(\d[\d,]*)(万|千)?)?円/gu;
const COUNTED: readonly (readonly [string, RegExp])[] = [
  ['nights', /(\d+)泊/u],
  ['days', /(\d+(?:\.5)?)日/u],
  ['count', /(\d+)(?:人|名|件)/u],
];

const numberIn = (text: string | undefined): number => Number((text ?? '0').replaceAll(',', ''));

/** 1億2000万円, 50万円, 1,234円; null where no amount is named. */
export function amountIn(text: string): number | null {
  const match = [...text.matchAll(AMOUNT)][0];
  if (!match) return null;
  const [, first, unit = '', second, secondUnit = ''] = match;
  const sum = numberIn(first) * (UNITS[unit] ?? 1) + numberIn(second) * (UNITS[secondUnit] ?? 1);
  return Number.isSafeInteger(Math.round(sum)) ? Math.round(sum) : null;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** How well the words name the matter: its name, its code, or words that people use for it; longer ones weigh more. */
function score({ name, code, keywords }: Item, words: string): number {
  const own = folded(name);
  const known = [own, folded(code), ...keywords.map(folded)];
  const named = known.filter((word) => words.includes(word)).reduce((sum, word) => sum + word.length ** 2, 0);
  // 「物品」 means 物品の購入 as well, as long as nothing names a matter better.
  const parts = words.split(/[\s、]+/u).filter((part) => part.length > 1 && own.includes(part));
  return named * 10 + parts.reduce((sum, part) => sum + part.length ** 2, 0);
}

function factsIn(text: string, item: Item): Record<string, FactValue> {
  const facts: Record<string, FactValue> = {};
  for (const { key, type, choices, label } of item.facts) {
    if (type === 'amountYen') {
      const amount = amountIn(text);
      if (amount !== null) facts[key] = amount;
    } else if (type === 'choice') {
      const named = choices.filter((choice) => text.includes(folded(choice.label)));
      const [longest] = named.toSorted((a, b) => b.label.length - a.label.length);
      if (longest) facts[key] = longest.value;
    } else if (type === 'boolean') {
      if (text.includes(folded(label))) facts[key] = true;
    } else {
      const pattern = COUNTED.find(([kind]) => kind === type)?.[1];
      const match = pattern?.exec(text);
      if (match) facts[key] = Number(match[1]);
      else if (type === 'nights' && text.includes('日帰り')) facts[key] = 0;
    }
  }
  return facts;
}

/** Reads what somebody typed; nothing is guessed that the text does not say. */
export function readQuestion({ items, reasons }: MattersView, typed: string): TypedQuestion {
  const text = folded(typed).replace(/[?？]/gu, ' ').trim();
  const ranked = items.map((item) => ({ item, points: score(item, text) })).toSorted((a, b) => b.points - a.points);
  const [best] = ranked;
  const item = best && best.points > 0 ? best.item : null;
  const urgent = text.includes('至急') || text.includes('urgent');
  const escalations = reasons.filter(({ name }) => text.includes(reasonWord(name))).map(({ code }) => code);
  const words = text.replace(AMOUNT, ' ').replaceAll('至急', ' ').trim();
  return { matter: item?.code ?? null, facts: item ? factsIn(text, item) : {}, escalations, urgent, words };
}

/** 議会 of 議会に関係するもの, 異例 of 異例に属するもの: what people say of it. */
const reasonWord = (name: string): string => /^[\p{Script=Han}]{2,}/u.exec(folded(name))?.[0] ?? folded(name);
