import type { JobSpec } from '../platform/index.ts';
import type { Caller } from '../shared/index.ts';
import type { AppointmentsOf } from '../telework/index.ts';
import { appointmentsIn } from './calendar/appointments.ts';
import { type CalendarNotice, type CalendarsHeard, createCalendar } from './calendar/index.ts';
import { createPanelPart } from './panel/index.ts';
import { createPapersPart } from './papers/index.ts';
import { type Part, type SchedulesParts, together } from './parts.ts';
import { createPollsPart } from './polls/index.ts';
import { createRoomsPart, type Lobby, roomAddresses } from './rooms/index.ts';
import { createSlotsPart } from './slots/index.ts';
import { createWeekPart } from './week/index.ts';
import { createWrittenPart } from './written/index.ts';
import { createYearlyPart } from './yearly/index.ts';

export { schedulesWitness } from './calendar/index.ts';
export type * from './calendar/notices.ts';
export type * from './calendar/port.ts';
export { paperNames } from './papers/names.ts';
export type { Lobby, LobbyLine, LobbyView } from './rooms/index.ts';
export { schedulesTexts } from './text.ts';

export interface Schedules extends Part {
  /** What Microsoft, or anybody, told of changes in calendars. */
  hear(notices: readonly CalendarNotice[]): Promise<CalendarsHeard>;
  /** What is asked of Microsoft when a process starts and answers. */
  firstJobs(): JobSpec[];
  /** What the displays at reception show, by their keys. */
  readonly lobby: Lobby;
  /** Where people are and when they are free next, in a line each as this caller may see it. */
  lineOf(caller: Caller, staffIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** 対面の会議・当番 of somebody's days. */
  readonly appointmentsOf: AppointmentsOf;
}

/** 予定・在席・会議室: its parts, built once and handed over as one. */
export function createSchedules(parts: SchedulesParts): Schedules {
  const calendar = createCalendar({ ...parts, roomAddresses });
  const { reading } = calendar;
  const rooms = createRoomsPart(parts, reading);
  const panel = createPanelPart(parts, reading);
  const all = together([
    calendar.part,
    createWeekPart(parts, reading),
    createSlotsPart(parts, reading),
    createPollsPart(parts, reading),
    createWrittenPart(parts),
    rooms,
    panel,
    createYearlyPart(parts),
    createPapersPart({ ...parts, reading }),
  ]);
  const { hear, firstJobs } = calendar;
  const appointmentsOf = appointmentsIn(reading);
  return { ...all, hear, firstJobs, lobby: rooms.lobby, lineOf: panel.lineOf, appointmentsOf };
}
