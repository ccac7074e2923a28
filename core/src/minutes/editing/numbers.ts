import type { Edit } from './edit.ts';
import { kanjiNumber } from './kanji-number.ts';

const COUNTED =
  /(?<![一-龠](?<![年月時]))(?:令和|平成|昭和|約|第|計)?([〇一二三四五六七八九十百千万億]+)(?=年度|年|か月|月|日|時|分|人|円|件|回|個|名|号|条|項|パーセント|世帯|戸|台|校|か所)/gu;
// Words that happen to begin like a count: 十分 (enough), 一時, 一日 (つい たち or a day), 一人, 二人, 一部.
const WORDS = /^(?:十分|一時|一日|一人|二人|一回|千年|万一|万年|百年|一年|一件|一月)/u;

/** 漢数字 before a counter as figures, 「十二月五日」 to 「12月5日」, 「三千万円」 to 「3,000万円」 (公用文作成の考え方). */
export function numbersIn(text: string): Edit[] {
  return Array.from(text.matchAll(COUNTED)).flatMap((found) => {
    const number = found[1] ?? '';
    const from = found.index + found[0].length - number.length;
    const after = inFigures(number);
    if (after === null || WORDS.test(text.slice(from, from + number.length + 1))) return [];
    return [{ kind: 'NUMBER' as const, from, before: number, after }];
  });
}

/** 万 and 億 stay as words; what stands before them becomes figures. */
function inFigures(number: string): string | null {
  const parts = number.match(/[〇一二三四五六七八九十百千]+|[万億]/gu) ?? [];
  const figures = parts.map((part) => (/[万億]/u.test(part) ? part : kanjiNumber(part)?.toLocaleString('en')));
  const isYear = parts.length === 1 && /^[〇一二三四五六七八九]{4}$/u.test(number);
  return figures.includes(undefined) ? null : isYear ? String(kanjiNumber(number)) : figures.join('');
}
