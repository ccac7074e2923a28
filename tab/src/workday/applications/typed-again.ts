import type {
  LeaveRequestInput,
  OvertimeRequestInput,
  RegistrationInput,
  TeleworkRequestInput,
  TripRequestInput,
} from '@kaigi/core/contract';
import type { Start } from './start.ts';
import {
  NO_DAYS,
  NO_LEAVE,
  type TypedDays,
  type TypedLeave,
  type TypedOvertime,
  type TypedRegistration,
  type TypedTelework,
  type TypedTrip,
} from './typed.ts';

/** What was asked for, in the words of its kind; the service has checked it when it was made. */
const askedIn = <Input>(start: Start): Input | null =>
  start.how === 'new' ? null : (start.view.input as unknown as Input);

const replacing = (start: Start) =>
  start.how === 'change' ? { applicationId: start.view.id, itemIds: [start.day.itemId] } : null;

function daysFrom(when: TeleworkRequestInput['when'], start: Start): TypedDays {
  if (start.how === 'change') return { ...NO_DAYS, dates: [start.day.date] };
  if ('dates' in when) return { ...NO_DAYS, dates: when.dates };
  return { ...NO_DAYS, how: 'weekly', weekly: when.weekly.map(String), from: when.from, to: when.to };
}

export function teleworkFrom(start: Start): TypedTelework | null {
  const asked = askedIn<TeleworkRequestInput>(start);
  if (asked === null) return null;
  const { when, kind, span, time, place, networks, devices, information, reasons, breaks, leaveOut } = asked;
  const [first, ...laterBreaks] = breaks ?? [];
  return {
    ...daysFrom(when, start),
    ...{ kind, span, place, networks, devices, information, reasons, leaveOut },
    ...{ timeFrom: time?.from ?? '', timeTo: time?.to ?? '' },
    ...{ otherBreaks: first !== undefined, breakFrom: first?.from ?? '', breakTo: first?.to ?? '' },
    ...{ tasks: asked.tasks, contact: asked.contact, reason: asked.reason, items: asked.items.join('\n') },
    rest: { overtime: asked.overtime, replaces: replacing(start) ?? asked.replaces, laterBreaks },
  };
}

export function registrationFrom(start: Start): TypedRegistration | null {
  const asked = askedIn<RegistrationInput>(start);
  if (asked === null) return null;
  const { places, devices, reasons, contact, renewal } = asked;
  return {
    places: places.map(({ place }) => place),
    addresses: Object.fromEntries(places.map(({ place, address }) => [place, address])),
    devices: devices.map(({ device }) => device),
    models: Object.fromEntries(devices.map(({ device, name }) => [device, name])),
    ...{ reasons, contact, renewal },
  };
}

export function leaveFrom(start: Start): TypedLeave | null {
  const asked = askedIn<LeaveRequestInput>(start);
  if (asked === null) return null;
  const { kind, when, span, time, relation, occasionOn, evidence, reason, contact } = asked;
  const days = 'dates' in when ? { from: when.dates[0] ?? '', to: '', named: when.dates } : { ...when, named: [] };
  return {
    ...NO_LEAVE,
    ...days,
    ...{ kind, span, evidence, reason, contact, relation: relation ?? '', occasionOn: occasionOn ?? '' },
    ...{ timeFrom: time?.from ?? '', timeTo: time?.to ?? '' },
  };
}

export function overtimeFrom(start: Start): TypedOvertime | null {
  const asked = askedIn<OvertimeRequestInput>(start);
  return asked && { date: asked.date, from: asked.from ?? '', to: asked.to, reason: asked.reason };
}

export function tripFrom(start: Start): TypedTrip | null {
  const asked = askedIn<TripRequestInput>(start);
  if (asked === null) return null;
  const { from, to, destination, purpose, area, startsAt, returnsTo, amountYen, contact, reason } = asked;
  const day = start.how === 'change' ? start.day.date : null;
  return {
    ...{ destination, purpose, area, startsAt, returnsTo, contact, reason },
    ...{ fromDate: day ?? from.date, fromTime: from.time, toDate: day ?? to.date, toTime: to.time },
    amount: amountYen === null ? '' : String(amountYen),
    replaces: replacing(start) ?? asked.replaces,
  };
}
