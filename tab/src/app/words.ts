import type { Locale } from '@kaigi/core/shared';

/** 甲、乙 or A, B. */
export function listText(items: readonly string[], locale: Locale): string {
  return items.join(locale === 'ja' ? '、' : ', ');
}

interface Named {
  readonly name: string;
  readonly postTitle: string;
  readonly unitName: string;
}

/** 政策課 課長 佐藤一郎: unit, post, name, as a city hall says it in either language. */
export function personText({ unitName, postTitle, name }: Named): string {
  return [unitName, postTitle, name].filter((part) => part !== '').join(' ');
}
