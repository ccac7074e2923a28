import { escapeHtml } from '../../html.ts';
import type { CalendarOwner, Instance } from '../calendar/event.ts';
import type { Room } from '../rooms/rooms.ts';
import type { Say } from './text.ts';

const STATUSES = ['busy', 'tentative', 'free', 'oof', 'workingElsewhere'] as const;

export interface FormParts {
  readonly say: Say;
  readonly action: string;
  /** `2026-11-24` */
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly isNeeded?: boolean;
}

const field = (label: string, { name, type, value, isNeeded = false }: Field): string =>
  `<label>${escapeHtml(label)}<input name="${name}" type="${type}" value="${escapeHtml(value)}"${isNeeded ? ' required' : ''}></label>`;

const times = ({ say, day, from, to }: FormParts): string =>
  field(say('day'), { name: 'day', type: 'date', value: day, isNeeded: true }) +
  field(say('from'), { name: 'from', type: 'time', value: from, isNeeded: true }) +
  field(say('to'), { name: 'to', type: 'time', value: to, isNeeded: true });

const statuses = (say: Say, chosen: string): string =>
  `<label>${escapeHtml(say('showAs'))}<select name="showAs">${STATUSES.map(
    (one) => `<option value="${one}"${one === chosen ? ' selected' : ''}>${escapeHtml(say(one))}</option>`,
  ).join('')}</select></label>`;

const box = (label: string, name: string, isOn: boolean): string =>
  `<label class="box"><input type="checkbox" name="${name}" value="1"${isOn ? ' checked' : ''}>${escapeHtml(label)}</label>`;

const press = (label: string, act: string): string =>
  `<button name="do" value="${act}"${act === 'delete' || act === 'decline' ? ' formnovalidate' : ''}>${escapeHtml(label)}</button>`;

export function addForm(parts: FormParts, rooms: readonly Room[]): string {
  const { say, action } = parts;
  const seats = rooms.map(({ address, name }) => `<option value="${escapeHtml(address)}">${escapeHtml(name)}</option>`);
  return `<form class="event" method="post" action="${escapeHtml(action)}">
${field(say('subject'), { name: 'subject', type: 'text', value: '', isNeeded: true })}
${times(parts)}
${field(say('place'), { name: 'place', type: 'text', value: '' })}
<label>${escapeHtml(say('room'))}<select name="room"><option value="">${escapeHtml(say('noRoom'))}</option>${seats.join('')}</select></label>
${field(say('people'), { name: 'people', type: 'text', value: '' })}
${statuses(say, 'busy')}${box(say('private'), 'private', false)}${box(say('online'), 'online', false)}
${press(say('saveNew'), 'add')}</form>`;
}

/** What its organizer may change; who was invited answers, and may put it away. */
export function changeForm(parts: FormParts, event: Instance, owner: CalendarOwner): string {
  const { say, action } = parts;
  const isOwn = event.organizer.address.toLowerCase() === owner.address.toLowerCase();
  const fields = isOwn
    ? `${field(say('subject'), { name: 'subject', type: 'text', value: event.subject, isNeeded: true })}
${event.allDay ? '' : times(parts)}
${field(say('place'), { name: 'place', type: 'text', value: event.place?.name ?? '' })}
${statuses(say, event.showAs)}${box(say('private'), 'private', event.sensitivity === 'private')}
${press(say('save'), 'change')}`
    : (['accept', 'tentativelyAccept', 'decline'] as const).map((act) => press(say(act), act)).join('');
  return `<form class="event" method="post" action="${escapeHtml(action)}">${fields}${press(say('remove'), 'delete')}</form>`;
}
