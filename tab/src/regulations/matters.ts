import type { MattersView } from '@kaigi/core/contract';

export type MatterItem = MattersView['items'][number];

export interface MatterGroup {
  readonly group: string;
  readonly items: readonly MatterItem[];
}

/** As people search: width and case of the letters do not matter. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The matters in which every word is found, by group, in the order of the regulations. */
export function matterGroups(items: readonly MatterItem[], typed: string): MatterGroup[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const found = items.filter((item) => {
    const text = folded(`${item.name} ${item.group} ${item.help ?? ''} ${item.keywords.join(' ')} ${item.code}`);
    return words.every((word) => text.includes(word));
  });
  return [...Map.groupBy(found, (item) => item.group)].map(([group, members]) => ({ group, items: members }));
}

/** The matter of that code; a code that the regulations do not know any more has none. */
export function matterOf(view: MattersView | undefined, code: string): MatterItem | null {
  return view?.items.find((item) => item.code === code) ?? null;
}
