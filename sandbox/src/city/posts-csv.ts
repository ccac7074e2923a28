import type { Appointment, City, Unit } from './city.ts';
import { nextYear } from './next-year.ts';

const COLUMNS = [
  '所属コード',
  '所属名',
  '所属種別',
  '上位所属コード',
  '職コード',
  '職名',
  '職位',
  '所属長',
  '職員(サインイン名)',
  '兼務',
  '役割',
  '開始日',
  '終了日',
];
const BOM = '\uFEFF';
const START_OF_FISCAL_YEAR = '2026-04-01';

/** The appointment list an administrator would export from the personnel system. */
export function postsCsv(city: City): string {
  return csvOf(city, () => START_OF_FISCAL_YEAR);
}

/** The same for the next fiscal year, before it begins: whoever changes begins on its first day. */
export function nextYearCsv(today: City): string {
  const { city, startsOn, stays } = nextYear(today);
  return csvOf(city, (appointment) => (stays(appointment) ? START_OF_FISCAL_YEAR : startsOn));
}

function csvOf({ units, appointments }: City, startOf: (appointment: Appointment) => string): string {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const lines = appointments.map((appointment) => line(byCode, appointment, startOf(appointment)));
  return `${BOM}${[COLUMNS, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function line(
  units: ReadonlyMap<string, Unit>,
  { post, signInName, concurrent, roles }: Appointment,
  from: string,
): string[] {
  const unit = units.get(post.unitCode);
  return [
    post.unitCode,
    unit?.name ?? '',
    unit?.kind ?? '',
    unit?.parentCode ?? '',
    post.code,
    post.title,
    post.rank,
    post.headsUnit ? '1' : '0',
    signInName ?? '',
    concurrent ? '1' : '0',
    roles.join('|'),
    from,
    '',
  ];
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
