import { escapeHtml, plainPage } from '../../html.ts';
import type { Language } from '../../text.ts';
import { type CalendarOwner, eventId, type Instance } from '../calendar/event.ts';
import type { Room } from '../rooms/rooms.ts';
import { DAY_MS } from '../week/timetable.ts';
import { addForm, changeForm } from './event-form.ts';
import { type Say, sayIn, type TextCode } from './text.ts';

export interface WeekPage {
  readonly owner: CalendarOwner;
  readonly language: Language;
  /** Monday 0:00 in Japan. */
  readonly monday: number;
  readonly now: number;
  readonly events: readonly Instance[];
  readonly rooms: readonly Room[];
  readonly problem: TextCode | null;
}

const JAPAN_MS = 9 * 3_600_000;
const STYLE = `
  main { max-width: 90rem; }
  nav { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; align-items: center; }
  a { color: inherit; }
  a:focus-visible, summary:focus-visible, button:focus-visible { outline: 2px solid #5b5fc7; outline-offset: 2px; }
  .week { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: .5rem; }
  @media (max-width: 60rem) { .week { grid-template-columns: 1fr; } }
  .week section { border-top: 2px solid currentColor; }
  .week h2 { margin: .25rem 0; }
  details { border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-inline-start-width: 4px; border-radius: 4px; margin: .25rem 0; padding: .25rem .4rem; overflow-wrap: anywhere; }
  details.tentative { border-style: dashed; } details.free { opacity: .85; }
  summary { cursor: pointer; } .alert { border: 2px solid #c4314b; padding: .5rem; }
  form.event { flex-direction: column; align-items: stretch; } form.event label { display: flex; flex-direction: column; }
  form.event label.box { flex-direction: row; gap: .5rem; align-items: center; } label.box input { flex: none; }
  select { font: inherit; padding: .4rem .6rem; } .add { max-width: 40rem; margin-top: 2rem; }
`;

export const dateIn = (at: number): string => new Date(at + JAPAN_MS).toISOString().slice(0, 10);
const timeIn = (at: number): string => new Date(at + JAPAN_MS).toISOString().slice(11, 16);

/** Where the page of this calendar and week is. */
export function pageAddress({ owner, language, monday }: Pick<WeekPage, 'owner' | 'language' | 'monday'>): string {
  const query = new URLSearchParams({ as: owner.address, week: dateIn(monday) });
  if (language === 'en') query.set('lang', 'en');
  return `/outlook?${query}`;
}

/** One week of one calendar, drawn by the server; it works without scripts. */
export function weekPage(page: WeekPage): string {
  const { owner, language, monday, problem } = page;
  const say = sayIn(language);
  const heading = say(owner.kind === 'room' ? 'roomHeading' : 'heading', { name: owner.name });
  const days = Array.from({ length: 7 }, (_, index) => daySection(page, say, monday + index * DAY_MS));
  const isThisWeek = page.now >= monday && page.now < monday + 7 * DAY_MS;
  const day = dateIn(isThisWeek ? page.now : monday);
  const parts = { say, action: actionFor(page), day, from: '09:00', to: '10:00' };
  const form = `<div class="add"><h2>${escapeHtml(say('add'))}</h2>${addForm(parts, page.rooms)}</div>`;
  const body = `<h1>${escapeHtml(heading)}</h1>
<p>${escapeHtml(owner.address)} ・ ${escapeHtml(say('notice'))}</p>
${problem === null ? '' : `<p class="alert" role="alert">${escapeHtml(say(problem))}</p>`}
${weekLinks(page, say)}
<div class="week">${days.join('\n')}</div>
${owner.kind === 'room' ? '' : form}`;
  return plainPage(say('title'), body, { language, style: STYLE });
}

function weekLinks(page: WeekPage, say: Say): string {
  const link = (address: string, label: string, more = '') =>
    `<a href="${escapeHtml(address)}"${more}>${escapeHtml(label)}</a>`;
  const at = (weeks: number) => pageAddress({ ...page, monday: page.monday + weeks * 7 * DAY_MS });
  const now = `/outlook?${new URLSearchParams({ as: page.owner.address, lang: page.language })}`;
  const other = page.language === 'ja' ? 'en' : 'ja';
  const rooms = page.rooms.map((room) =>
    link(pageAddress({ ...page, owner: { ...page.owner, address: room.address } }), room.name),
  );
  return `<nav aria-label="${escapeHtml(say('weeks'))}">${link(at(-1), say('earlier'))}${link(now, say('today'))}${link(at(1), say('later'))}
${link(pageAddress({ ...page, language: other }), say('other'), ` lang="${other}"`)}</nav>
<details><summary>${escapeHtml(say('rooms'))}</summary><nav>${rooms.join('')}</nav></details>`;
}

const actionFor = ({ owner, language, monday }: WeekPage): string =>
  `/outlook/${encodeURIComponent(owner.address)}/events?${new URLSearchParams({ week: dateIn(monday), lang: language })}`;

function daySection(page: WeekPage, say: Say, day: number): string {
  const format = new Intl.DateTimeFormat(page.language === 'en' ? 'en-GB' : 'ja-JP', {
    ...{ month: 'short', day: 'numeric', weekday: 'short', timeZone: 'Asia/Tokyo' },
  });
  const own = page.events.filter(({ start, end }) => start < day + DAY_MS && (end > day || start >= day));
  const list = own.map((event) => eventBox(page, say, event)).join('\n');
  return `<section aria-label="${escapeHtml(format.format(day))}"><h2>${escapeHtml(format.format(day))}</h2>
${own.length === 0 ? `<small>${escapeHtml(say('nothing'))}</small>` : list}</section>`;
}

function eventBox(page: WeekPage, say: Say, event: Instance): string {
  const { owner } = page;
  const time = event.allDay ? say('wholeDay') : `${timeIn(event.start)}–${timeIn(event.end)}`;
  const names = event.attendees.map((one) => {
    const answer = one.response === 'organizer' ? '' : `(${say(one.response)})`;
    return `${one.name}${answer}`;
  });
  const lines = [
    say(event.showAs),
    event.place?.name,
    event.sensitivity === 'normal' ? null : say('private'),
    event.attendees.length === 0 ? null : say('organizer', { name: event.organizer.name }),
    names.length === 0 ? null : say('invited', { names: names.join('、') }),
    event.recurrence === null ? null : say('series'),
  ].filter((line) => line !== null && line !== undefined && line !== '');
  const [path, query] = actionFor(page).split('?');
  const action = `${path}/${eventId(owner, event.uid, event.day)}?${query}`;
  const parts = { say, action, day: dateIn(event.start), from: timeIn(event.start), to: timeIn(event.end) };
  return `<details class="${event.showAs}"><summary>${escapeHtml(time)} ${escapeHtml(event.subject || say('untitled'))}</summary>
<small>${lines.map((line) => escapeHtml(String(line))).join('<br>')}</small>
${owner.kind === 'room' ? '' : changeForm(parts, event, owner)}</details>`;
}
