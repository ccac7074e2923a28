import { type LocalDate, localDateOf, localTimeOf } from './local-date.ts';

interface Era {
  readonly name: string;
  readonly from: string;
}

// The day each era began, by its 元号を改める政令. Before 明治 6 (1873) the calendar was lunar: not handled here.
const ERAS: readonly Era[] = [
  { name: '令和', from: '2019-05-01' },
  { name: '平成', from: '1989-01-08' },
  { name: '昭和', from: '1926-12-25' },
  { name: '大正', from: '1912-07-30' },
  { name: '明治', from: '1873-01-01' },
];

function eraYear(date: LocalDate): string {
  const era = ERAS.find((candidate) => candidate.from <= date);
  if (!era) return `西暦${Number(date.slice(0, 4))}`;
  const base = era.name === '明治' ? 1868 : Number(era.from.slice(0, 4));
  const year = Number(date.slice(0, 4)) - base + 1;
  return `${era.name}${year === 1 ? '元' : year}`;
}

/** 令和8年11月21日 */
export function wareki(date: LocalDate): string {
  return `${eraYear(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** 令和8年11月 of `2026-11`. */
export const warekiMonth = (month: string): string => wareki(`${month}-01` as LocalDate).replace(/1日$/u, '');

/** 令和8年11月21日 09:05, in Japan. */
export function warekiTime(instant: Date): string {
  return `${wareki(localDateOf(instant))} ${localTimeOf(instant)}`;
}

/** 令和8年度 */
export function warekiFiscalYear(fiscalYear: number): string {
  return `${eraYear(`${fiscalYear}-05-01` as LocalDate)}年度`;
}
