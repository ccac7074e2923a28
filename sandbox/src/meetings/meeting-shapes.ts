import type { Person } from '../city/city.ts';
import { guidOf } from '../city/stable-ids.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import type { Meeting, Transcript } from './meetings.ts';
import type { Spoken } from './transcript-text.ts';

/** What stands in the place of somebody who does not want to be named. */
const HIDDEN = '不明なユーザー';

const userOf = ({ id, displayName, tenantId }: Person) => ({
  application: null,
  device: null,
  user: { id, displayName, tenantId, identityProvider: 'AAD' },
});

export function meetingShape({ id, organizer, people, script, joinWebUrl, threadId, ...times }: Meeting) {
  // What was booked says its hours, whenever people came; until it is over, another says when it is planned to end.
  const { start } = times.booked ?? times;
  const end = times.booked?.end ?? times.end ?? new Date(start.getTime() + 3_600_000);
  const participant = (person: Person, role: string) => ({ upn: person.signInName, role, identity: userOf(person) });
  return {
    id,
    subject: script.subject,
    creationDateTime: start.toISOString(),
    startDateTime: start.toISOString(),
    endDateTime: end.toISOString(),
    joinWebUrl,
    allowTranscription: true,
    chatInfo: { threadId, messageId: '0', replyChainMessageId: null },
    participants: {
      organizer: participant(organizer, 'presenter'),
      attendees: people.filter((person) => person !== organizer).map((person) => participant(person, 'attendee')),
    },
  };
}

export const transcriptPath = ({ organizer, id }: Meeting, transcript: Transcript): string =>
  `users/${organizer.id}/onlineMeetings/${id}/transcripts/${transcript.id}`;

export function transcriptShape(meeting: Meeting, transcript: Transcript) {
  const { id, organizer } = meeting;
  return {
    id: transcript.id,
    meetingId: id,
    callId: transcript.callId,
    contentCorrelationId: `${transcript.callId}-0`,
    transcriptContentUrl: `${GRAPH_RESOURCE}/v1.0/${transcriptPath(meeting, transcript)}/content`,
    createdDateTime: transcript.createdAt.toISOString(),
    endDateTime: transcript.endedAt.toISOString(),
    meetingOrganizer: {
      application: null,
      device: null,
      user: {
        '@odata.type': '#microsoft.graph.teamworkUserIdentity',
        ...{ id: organizer.id, displayName: null, userIdentityType: 'aadUser' },
        tenantId: organizer.tenantId,
      },
    },
  };
}

export function spokenIn({ people, script }: Meeting, { createdAt }: Transcript): Spoken {
  const names = new Map(people.map((person) => [person.signInName.split('@')[0], person.displayName]));
  return { said: script.said, beganAt: createdAt, nameOf: (speaker) => names.get(speaker) ?? speaker };
}

export const reportId = ({ id }: Meeting): string => guidOf(`attendance:${id}`);

export function reportShape(meeting: Meeting) {
  return {
    id: reportId(meeting),
    totalParticipantCount: recordsOf(meeting).length,
    meetingStartDateTime: meeting.start.toISOString(),
    meetingEndDateTime: (meeting.end ?? meeting.start).toISOString(),
  };
}

interface Came {
  readonly key: string;
  readonly person: Person | null;
  readonly name: string;
}

/** Who was there, rooms as well; the last of the people came late, went out and came back. */
export function recordsOf(meeting: Meeting) {
  const { people, script, organizer, start } = meeting;
  const end = meeting.end ?? start;
  const hidden = Array.from({ length: script.hidden }, (_, index) => ({
    key: `hidden${index}`,
    person: null,
    name: HIDDEN,
  }));
  const came: Came[] = [
    ...people.map((person) => ({ key: person.id, person, name: person.displayName })),
    ...script.rooms.map((name) => ({ key: name, person: null, name })),
    ...hidden,
  ];
  const at = (share: number) => start.getTime() + (end.getTime() - start.getTime()) * share;
  const interval = (from: number, until: number) => ({
    joinDateTime: new Date(from).toISOString(),
    leaveDateTime: new Date(until).toISOString(),
    durationInSeconds: Math.round((until - from) / 1_000),
  });
  return came.map(({ key, person, name }) => {
    const isLate = person !== null && person === people.at(-1);
    const attendanceIntervals = isLate
      ? [interval(at(0.1), at(0.5)), interval(at(0.55), at(1))]
      : [interval(at(0), at(1))];
    return {
      id: guidOf(`record:${meeting.id}:${key}`),
      emailAddress: person?.signInName ?? null,
      role: person === organizer ? 'Organizer' : 'Presenter',
      totalAttendanceInSeconds: attendanceIntervals.reduce((sum, one) => sum + one.durationInSeconds, 0),
      identity: {
        '@odata.type': '#microsoft.graph.identity',
        ...{ id: person?.id ?? null, displayName: name },
        ...(person ? { tenantId: person.tenantId } : {}),
      },
      attendanceIntervals,
    };
  });
}
