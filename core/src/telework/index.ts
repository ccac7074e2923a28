import { createApplicationsRoom } from './applications/index.ts';
import { applicationWitness } from './applications/witness.ts';
import { createDisasterRoom } from './disaster/index.ts';
import { dataEndings } from './endings/index.ts';
import { factWitness } from './history/witness.ts';
import { hoursRoom } from './hours/index.ts';
import { createLeaveRoom, leaveGiven } from './leave/index.ts';
import { outlookJobs } from './outlook/jobs.ts';
import { createOvertimeRoom, overtimeKind } from './overtime/index.ts';
import { createPresenceRoom } from './presence/index.ts';
import { punchRoom } from './punches/index.ts';
import { punchWitness } from './punches/witness.ts';
import { createRegistrationRoom } from './registrations/index.ts';
import { registrationKind } from './registrations/kind.ts';
import { createReportsRoom } from './reports/index.ts';
import { createRequestRoom } from './requests/index.ts';
import { requestKind } from './requests/kind.ts';
import { type Room, type RoomParts, together } from './room.ts';
import { sheetsRoom } from './sheets/index.ts';
import { createTalksRoom } from './talks/index.ts';
import { createTripRoom, tripKind } from './trips/index.ts';
import { createWhereaboutsRoom } from './whereabouts/index.ts';

export type { BookedDay } from './days/day.ts';
export { bookedDays } from './days/store.ts';
export { activeSwitches } from './disaster/switches.ts';
export { TELEWORK_CHANGED } from './history/store.ts';
export { cityTimesOn } from './hours/city-times.ts';
export { hoursOf } from './hours/hours-of.ts';
export { type PlannedDay, type WorkLocation, WorkLocationRefused, type WorkLocations } from './outlook/port.ts';
export { type Sight, sightOf } from './people/people.ts';
export type { PresenceRow, PresenceSource, PresenceState } from './presence/contract.ts';
export { type OnBoard, peopleIn, topUnits } from './presence/people-of.ts';
export { presenceOfPeople } from './presence/service.ts';
export { moreOf, presenceIn } from './presence/words.ts';
export type { Appointment, AppointmentsOf, Room as Telework } from './room.ts';
export { teleworkTexts } from './text.ts';
export type { Whereabouts } from './whereabouts/rules.ts';
export { whereaboutsIn } from './whereabouts/store.ts';
export { type PersonsHours, scheduleOf } from './working-time/pattern.ts';
export { instantOf, type Span } from './working-time/span.ts';

export const teleworkWitnesses = [factWitness, applicationWitness, punchWitness];

/** テレワーク・庶務: its rooms, built once and handed over as one. */
export function createTelework(parts: RoomParts): Room {
  const registration = registrationKind(parts.regulations);
  const request = requestKind(parts.regulations, parts.appointmentsOf);
  const leave = leaveGiven(parts);
  const [overtime, trip] = [overtimeKind(parts), tripKind(parts)];
  const kinds = [registration, request, leave.kind, overtime, trip];
  const { applications, room } = createApplicationsRoom(parts, kinds);
  return together([
    room,
    createRegistrationRoom({ ...parts, applications, kind: registration }),
    createRequestRoom({ ...parts, applications, kind: request }),
    createLeaveRoom(parts, leave, applications),
    createOvertimeRoom(parts, overtime, applications),
    createTripRoom(parts, trip, applications),
    hoursRoom(parts),
    punchRoom(parts),
    createReportsRoom(parts),
    sheetsRoom(parts),
    createWhereaboutsRoom(parts),
    createPresenceRoom(parts),
    outlookJobs(parts),
    createTalksRoom(parts),
    createDisasterRoom(parts),
    dataEndings(parts),
  ]);
}
