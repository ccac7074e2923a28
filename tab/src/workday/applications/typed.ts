import type {
  LeaveRequestInput,
  OvertimeRequestInput,
  RegistrationInput,
  TeleworkRequestInput,
  TripRequestInput,
} from '@kaigi/core/contract';
import type { FieldName, Filled } from './ApplicationForm.tsx';

/** The input where nothing is missing; the names of the fields else. */
function filledOr<Input>(fields: readonly (readonly [FieldName, boolean])[], input: () => Input): Filled<Input> {
  const missing = fields.flatMap(([name, there]) => (there ? [] : [name]));
  return missing.length > 0 ? { input: null, missing } : { input: input(), missing: [] };
}

const said = (text: string): boolean => text.trim() !== '';
const days = (dates: readonly string[]): string[] => [...new Set(dates.filter((date) => date !== ''))].toSorted();

/** Days by name, weekly ones, or from a day to another. */
export interface TypedDays {
  readonly how: string;
  readonly dates: readonly string[];
  readonly weekly: readonly string[];
  readonly from: string;
  readonly to: string;
}

export const NO_DAYS: TypedDays = { how: 'single', dates: [''], weekly: [], from: '', to: '' };

const daysMissing = ({ how, dates, weekly, from, to }: TypedDays): [FieldName, boolean][] =>
  how === 'single'
    ? [['field.dates', days(dates).length > 0]]
    : [
        ['field.weekdays', weekly.length > 0],
        ['field.from', from !== ''],
        ['field.to', to !== ''],
      ];

export interface TypedTelework extends TypedDays {
  readonly kind: string;
  readonly span: string;
  readonly timeFrom: string;
  readonly timeTo: string;
  readonly place: string;
  readonly networks: readonly string[];
  readonly devices: readonly string[];
  readonly information: readonly string[];
  readonly reasons: readonly string[];
  readonly leaveOut: boolean;
  readonly otherBreaks: boolean;
  readonly breakFrom: string;
  readonly breakTo: string;
  readonly tasks: string;
  readonly contact: string;
  readonly reason: string;
  readonly items: string;
  /** What the form has no field for, and must not lose. */
  readonly rest: Pick<TeleworkRequestInput, 'overtime' | 'replaces'> & {
    readonly laterBreaks: NonNullable<TeleworkRequestInput['breaks']>;
  };
}

export const NO_TELEWORK: TypedTelework = {
  ...NO_DAYS,
  ...{ kind: 'HOME', span: 'DAY', timeFrom: '', timeTo: '', place: '' },
  ...{ networks: [], devices: [], information: [], reasons: [] },
  ...{ leaveOut: false, otherBreaks: false, breakFrom: '', breakTo: '', tasks: '', contact: '', reason: '', items: '' },
  rest: { overtime: 'NONE', replaces: null, laterBreaks: [] },
};

export function teleworkOf(typed: TypedTelework): Filled<TeleworkRequestInput> {
  const byHours = typed.span === 'HOURS';
  const { timeFrom, timeTo, breakFrom, breakTo, networks, devices, information, reasons } = typed;
  const fields: [FieldName, boolean][] = [
    ...daysMissing(typed),
    ['field.time_from', !byHours || timeFrom !== ''],
    ['field.time_to', !byHours || timeTo !== ''],
    ['field.place', typed.place !== ''],
    ['field.break_from', !typed.otherBreaks || breakFrom !== ''],
    ['field.break_to', !typed.otherBreaks || breakTo !== ''],
  ];
  return filledOr<TeleworkRequestInput>(fields, () => ({
    when:
      typed.how === 'single'
        ? { dates: days(typed.dates) }
        : { weekly: typed.weekly.map(Number), from: typed.from, to: typed.to },
    kind: typed.kind as TeleworkRequestInput['kind'],
    span: typed.span as TeleworkRequestInput['span'],
    time: byHours ? { from: timeFrom, to: timeTo } : null,
    place: typed.place,
    ...{ networks: [...networks], devices: [...devices], information: [...information], reasons: [...reasons] },
    breaks: typed.otherBreaks ? [{ from: breakFrom, to: breakTo }, ...typed.rest.laterBreaks] : null,
    overtime: typed.rest.overtime,
    leaveOut: typed.leaveOut,
    ...{ tasks: typed.tasks.trim(), contact: typed.contact.trim(), reason: typed.reason.trim() },
    items: typed.items
      .split('\n')
      .map((one) => one.trim())
      .filter(said),
    replaces: typed.rest.replaces,
  }));
}

export interface TypedRegistration {
  readonly places: readonly string[];
  readonly addresses: Readonly<Record<string, string>>;
  readonly devices: readonly string[];
  readonly models: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
  readonly contact: string;
  readonly renewal: boolean;
}

export const NO_REGISTRATION: TypedRegistration = {
  ...{ places: [], addresses: {}, devices: [], models: {}, reasons: [], contact: '', renewal: false },
};

export const registrationOf = (typed: TypedRegistration): Filled<RegistrationInput> =>
  filledOr<RegistrationInput>(
    [
      ['field.places', typed.places.length > 0],
      ['field.contact', said(typed.contact)],
    ],
    () => ({
      places: typed.places.map((place) => ({ place, address: (typed.addresses[place] ?? '').trim() })),
      devices: typed.devices.map((device) => ({ device, name: (typed.models[device] ?? '').trim() })),
      reasons: [...typed.reasons],
      contact: typed.contact.trim(),
      renewal: typed.renewal,
    }),
  );

export interface TypedLeave {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** Several days by name, which the form has no field for; as long as nothing else is chosen. */
  readonly named: readonly string[];
  readonly span: string;
  readonly timeFrom: string;
  readonly timeTo: string;
  readonly relation: string;
  readonly occasionOn: string;
  readonly evidence: string;
  readonly reason: string;
  readonly contact: string;
}

export const NO_LEAVE: TypedLeave = {
  ...{
    kind: 'ANNUAL',
    from: '',
    to: '',
    named: [],
    span: 'DAY',
    timeFrom: '',
    timeTo: '',
    relation: '',
    occasionOn: '',
  },
  ...{ evidence: 'NONE', reason: '', contact: '' },
};

function leaveDays({ from, to, named }: TypedLeave, whole: boolean): LeaveRequestInput['when'] {
  if (whole && to !== '') return { from, to };
  return { dates: named[0] === from ? [...named] : [from] };
}

export function leaveOf(typed: TypedLeave, relations: readonly string[]): Filled<LeaveRequestInput> {
  const byHours = typed.span === 'HOURS';
  const whole = typed.span === 'DAY';
  const fields: [FieldName, boolean][] = [
    ['field.from', typed.from !== ''],
    ['field.time_from', !byHours || typed.timeFrom !== ''],
    ['field.time_to', !byHours || typed.timeTo !== ''],
    ['field.relation', relations.length === 0 || relations.includes(typed.relation)],
  ];
  return filledOr<LeaveRequestInput>(fields, () => ({
    kind: typed.kind,
    when: leaveDays(typed, whole),
    span: typed.span as LeaveRequestInput['span'],
    time: byHours ? { from: typed.timeFrom, to: typed.timeTo } : null,
    relation: relations.length > 0 ? typed.relation : null,
    occasionOn: typed.occasionOn === '' ? null : typed.occasionOn,
    evidence: typed.evidence as LeaveRequestInput['evidence'],
    ...{ reason: typed.reason.trim(), contact: typed.contact.trim() },
  }));
}

export interface TypedOvertime {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const NO_OVERTIME: TypedOvertime = { date: '', from: '', to: '', reason: '' };

export const overtimeOf = ({ date, from, to, reason }: TypedOvertime): Filled<OvertimeRequestInput> =>
  filledOr<OvertimeRequestInput>(
    [
      ['field.date', date !== ''],
      ['field.until_time', to !== ''],
      ['field.reason', said(reason)],
    ],
    () => ({ date, from: from === '' ? null : from, to, reason: reason.trim() }),
  );

export interface TypedTrip {
  readonly destination: string;
  readonly purpose: string;
  readonly fromDate: string;
  readonly fromTime: string;
  readonly toDate: string;
  readonly toTime: string;
  readonly area: string;
  readonly startsAt: string;
  readonly returnsTo: string;
  readonly amount: string;
  readonly contact: string;
  readonly reason: string;
  readonly replaces: TripRequestInput['replaces'];
}

export const NO_TRIP: TypedTrip = {
  ...{ destination: '', purpose: '', fromDate: '', fromTime: '08:30', toDate: '', toTime: '17:15' },
  ...{ area: 'DOMESTIC', startsAt: 'OFFICE', returnsTo: 'OFFICE', amount: '', contact: '', reason: '', replaces: null },
};

export const tripOf = (typed: TypedTrip): Filled<TripRequestInput> =>
  filledOr<TripRequestInput>(
    [
      ['field.destination', said(typed.destination)],
      ['field.purpose', said(typed.purpose)],
      ['field.from', typed.fromDate !== '' && typed.fromTime !== ''],
      ['field.to', typed.toTime !== ''],
    ],
    () => ({
      destination: typed.destination.trim(),
      purpose: typed.purpose.trim(),
      from: { date: typed.fromDate, time: typed.fromTime },
      to: { date: typed.toDate === '' ? typed.fromDate : typed.toDate, time: typed.toTime },
      area: typed.area as TripRequestInput['area'],
      startsAt: typed.startsAt as TripRequestInput['startsAt'],
      returnsTo: typed.returnsTo as TripRequestInput['returnsTo'],
      amountYen: /^[0-9]+$/u.test(typed.amount) ? Number(typed.amount) : null,
      ...{ contact: typed.contact.trim(), reason: typed.reason.trim(), replaces: typed.replaces },
    }),
  );
