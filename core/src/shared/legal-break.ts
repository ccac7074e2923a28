// 労働基準法34条1項, which holds for city staff as well (地方公務員法58条3項 leaves it in force).
const LEGAL_BREAKS = [
  { workedOver: 8 * 60, atLeast: 60 },
  { workedOver: 6 * 60, atLeast: 45 },
] as const;

/** The least break for so much work within one day, in minutes. */
export function legalBreak(worked: number): number {
  return LEGAL_BREAKS.find(({ workedOver }) => worked > workedOver)?.atLeast ?? 0;
}
