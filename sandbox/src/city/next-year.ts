import type { Appointment, City, Post, Unit } from './city.ts';

/** The organisation of the next fiscal year: what a personnel section has in its drawer before 1 April. */
export interface NextYear {
  readonly city: City;
  readonly startsOn: string;
  /** True where the person is in that post already. */
  stays(appointment: Appointment): boolean;
}

export const NEXT_FISCAL_YEAR = '2027-04-01';
// Of the generated sections; the sections with fixed people stay, so that they can be tried before and after.
const EVERY = 10;

/**
 * A reorganisation as cities have them every year, the same for the same city: one section in ten is abolished and its
 * people go to the one before it; heads of sections change places; 秘書課 gets a new name and DX推進課 is set up.
 */
export function nextYear(city: City): NextYear {
  const successor = successors(city);
  const units = city.units.filter(({ code }) => !successor.has(code)).map(renamed);
  const dx: Unit = { code: 'dx', name: 'DX推進課', kind: 'SECTION', parentCode: topOf(city, 'kikaku-bu') };
  const moved = rotated(city.appointments.flatMap((one) => elsewhere(one, successor)));
  const head: Post = { code: 'dx-head', title: '課長', rank: 'SECTION_HEAD', unitCode: 'dx', headsUnit: true };
  const [first] = city.appointments.filter(({ post, signInName }) => post.rank === 'STAFF' && invented(signInName));
  const promoted: Appointment = { post: head, signInName: first?.signInName ?? null, concurrent: false, roles: [] };
  const kept = moved.filter(({ signInName }) => signInName === null || signInName !== promoted.signInName);
  const before = new Set(city.appointments.map(keyOf));
  return {
    city: { ...city, units: [...units, dx], appointments: [...kept, promoted] },
    startsOn: NEXT_FISCAL_YEAR,
    stays: (appointment) => before.has(keyOf(appointment)),
  };
}

const keyOf = ({ post, signInName }: Appointment): string => `${post.code} ${signInName}`;
const invented = (signInName: string | null): boolean => signInName?.startsWith('staff-') ?? false;
const renamed = (unit: Unit): Unit => (unit.code === 'hisho' ? { ...unit, name: '秘書広報課' } : unit);
const topOf = ({ units }: City, code: string): string | null =>
  (units.find((unit) => unit.code === code) ?? units.find(({ parentCode }) => parentCode === null))?.code ?? null;

/** By the code of each abolished unit, that of the unit to which its people go. */
function successors({ units }: City): Map<string, string> {
  const sections = units.filter(({ code, kind }) => kind === 'SECTION' && code.startsWith('dept-'));
  const gone = new Map<string, string>();
  for (const [at, section] of sections.entries()) {
    const before = sections[at - 1];
    if (at % EVERY === EVERY - 1 && before) gone.set(section.code, before.code);
  }
  for (const { code, parentCode } of units) {
    const to = gone.get(parentCode ?? '');
    if (to !== undefined) gone.set(code, to);
  }
  return gone;
}

/** Of an abolished unit the people work on in the other one; its posts are no more. */
function elsewhere(appointment: Appointment, successor: ReadonlyMap<string, string>): Appointment[] {
  const unitCode = successor.get(appointment.post.unitCode);
  if (unitCode === undefined) return [appointment];
  if (appointment.signInName === null) return [];
  const post: Post = { code: `${unitCode}-tanto`, title: '主事', rank: 'STAFF', unitCode, headsUnit: false };
  return [{ ...appointment, post, roles: [] }];
}

/** 人事異動: each invented head of a section takes the place of the next one. */
function rotated(appointments: readonly Appointment[]): Appointment[] {
  const moves = appointments.filter(({ post, signInName }) => post.rank === 'SECTION_HEAD' && invented(signInName));
  const next = new Map(moves.map((one, at) => [one, moves[(at + 1) % moves.length]?.signInName ?? null]));
  return appointments.map((one) => ({ ...one, signInName: next.get(one) ?? one.signInName }));
}
