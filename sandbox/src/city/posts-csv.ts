import type { Appointment, City, Unit } from './city.ts';

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
  const units = new Map(city.units.map((unit) => [unit.code, unit]));
  const lines = city.appointments.map((appointment) => line(units, appointment));
  return `${BOM}${[COLUMNS, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function line(units: ReadonlyMap<string, Unit>, { post, signInName, concurrent, roles }: Appointment): string[] {
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
    START_OF_FISCAL_YEAR,
    '',
  ];
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
