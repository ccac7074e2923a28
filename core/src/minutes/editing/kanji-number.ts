const DIGITS = '〇一二三四五六七八九';
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 億: 100_000_000 };

/** 「二十五」 is 25, 「三千万」 30,000,000, 「二〇二六」 2026; digits may stand among them. Null where it is no number. */
export function kanjiNumber(word: string): number | null {
  if (/^[〇一二三四五六七八九]{2,}$/u.test(word))
    return Number(Array.from(word, (sign) => DIGITS.indexOf(sign)).join(''));
  if (!/^[〇一二三四五六七八九十百千万億\d]+$/u.test(word)) return null;
  let [total, section, digit] = [0, 0, ''];
  for (const sign of word) {
    const [small, large] = [SMALL[sign], LARGE[sign]];
    if (small !== undefined) {
      section += (digit === '' ? 1 : Number(digit)) * small;
      digit = '';
    } else if (large !== undefined) {
      total += (section + Number(digit) || 1) * large;
      [section, digit] = [0, ''];
    } else digit += /\d/.test(sign) ? sign : String(DIGITS.indexOf(sign));
  }
  return total + section + Number(digit);
}
