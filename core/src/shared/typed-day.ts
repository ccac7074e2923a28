import { type LocalDate, parseLocalDate } from './local-date.ts';

const ERA_START: Readonly<Record<string, number>> = { R: 2019, 令和: 2019, H: 1989, 平成: 1989, S: 1926, 昭和: 1926 };

/** `2026-04-01`, `2026/4/1`, `R8.4.1`, `令和8年4月1日`, `令和元年5月1日`; full-width digits too. */
export function readDay(text: string): LocalDate | null {
  const plain = text.normalize('NFKC').trim();
  const western = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  const era = /^(R|H|S|令和|平成|昭和)(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  const match = western ?? era?.slice(1);
  if (!match) return null;
  const [year, month, day] = western
    ? [Number(western[1]), western[2], western[3]]
    : [(ERA_START[era?.[1] ?? ''] ?? 0) + (era?.[2] === '元' ? 1 : Number(era?.[2])) - 1, era?.[3], era?.[4]];
  return parseLocalDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
