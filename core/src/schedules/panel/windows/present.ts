import { dayIn, type Locale, localDateOf, localTimeOf, say } from '../../../shared/index.ts';
import type { WindowsView, WindowView } from './contract.ts';
import type { Window } from './rules.ts';
import { windowTexts } from './text.ts';

type Code = keyof typeof windowTexts;
const words = (code: Code, locale: Locale, params: Record<string, string | number> = {}): string =>
  say(windowTexts, code, locale, params) ?? code;

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const presentWindow = ({ windowId, weekday, from, to, minutes, version }: Window): WindowView => ({
  ...{ windowId, weekday, from: clockOf(from), to: clockOf(to), version },
  minutes: minutes as WindowView['minutes'],
});

interface Told {
  readonly kind: 'window' | 'entry' | 'explanation';
  readonly act: string;
  readonly at: Date;
  readonly actor: WindowsView['person'];
  readonly fact: Readonly<Record<string, unknown>>;
}

function ofWindow({ weekday, from, to }: Told['fact'], locale: Locale): string {
  const days = words('schedules.window_days', locale).split(' ');
  const [begin, end] = [clockOf(Number(from)), clockOf(Number(to))];
  return words('schedules.window_name', locale, { day: days[Number(weekday)] ?? '', from: begin, to: end });
}

function whenOf({ from, to }: Told['fact'], locale: Locale): string {
  const time = (value: unknown) => localTimeOf(new Date(String(value)));
  return `${dayIn(localDateOf(new Date(String(from))), locale)} ${time(from)}–${time(to)}`;
}

function ofExplanation({ tentative, ...times }: Told['fact'], locale: Locale): string {
  const when = whenOf(times, locale);
  return words(tentative === true ? 'schedules.change_explanation_tentative' : 'schedules.change_explanation', locale, {
    when,
  });
}

/** What is 非公開 has no subject in the history, and what was removed nothing at all. */
function ofEntry({ from, to, subject, status }: Told['fact'], locale: Locale): string {
  if (typeof from !== 'string') return words('schedules.change_entry', locale);
  const when = whenOf({ from, to }, locale);
  const tentative = words(status === 'TENTATIVE' ? 'schedules.change_tentative' : 'schedules.change_fixed', locale);
  const title = typeof subject === 'string' ? subject : words('schedules.change_entry', locale);
  return `${title}（${when}・${tentative}）`;
}

const ACTS: ReadonlySet<string> = new Set('MADE CHANGED REMOVED ASKED MOVED CONFIRMED CANCELLED'.split(' '));
const WHAT = { window: ofWindow, entry: ofEntry, explanation: ofExplanation } as const;

/** 「予算の打合せ（12月1日 10:00–11:00・仮）を変えました」 */
export function presentChange({ kind, act, at, actor, fact }: Told, locale: Locale): WindowsView['history'][number] {
  const what = WHAT[kind](fact, locale);
  const code = ACTS.has(act) ? (`schedules.change_${act}` as Code) : 'schedules.change_CHANGED';
  return { at: at.toISOString(), by: actor, line: words(code, locale, { what }) };
}
