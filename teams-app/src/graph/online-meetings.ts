import type { Asked, Attendance, MeetingPerson, OnlineMeeting } from '@kaigi/core';
import { isUuid } from '@kaigi/core/shared';
import type {
  AttendanceRecord,
  OnlineMeeting as GraphMeeting,
  MeetingAttendanceReport,
  MeetingParticipantInfo,
} from '@microsoft/microsoft-graph-types';
import { asked } from './asked.ts';
import { type GraphClient, GraphRefusal } from './graph-client.ts';

const instant = (text: string | null | undefined): Date | null => {
  const at = new Date(text ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
};

const oidOf = (id: string | null | undefined): string | null =>
  id && isUuid(id.toLowerCase()) ? id.toLowerCase() : null;

function personOf(info: MeetingParticipantInfo, role: MeetingPerson['role']): MeetingPerson {
  const user = info.identity?.user;
  return { entraObjectId: oidOf(user?.id), name: user?.displayName ?? null, signInName: info.upn ?? null, role };
}

function meetingIn(meeting: GraphMeeting): OnlineMeeting {
  const { organizer, attendees } = meeting.participants ?? {};
  const organizerOid = oidOf(organizer?.identity?.user?.id);
  if (!organizer || organizerOid === null) throw new GraphRefusal(200, 'meetingWithoutOrganizer');
  return {
    subject: meeting.subject ?? '',
    start: instant(meeting.startDateTime),
    end: instant(meeting.endDateTime),
    organizerOid,
    participants: [personOf(organizer, 'ORGANIZER'), ...(attendees ?? []).map((one) => personOf(one, 'ATTENDEE'))],
    joinWebUrl: meeting.joinWebUrl ?? null,
    chatKey: meeting.chatInfo?.threadId ?? null,
  };
}

/**
 * Subject, times and people of a meeting.
 * Permission: OnlineMeetings.Read.All (application)
 */
export function readMeeting(graph: GraphClient, path: string): Promise<Asked<OnlineMeeting>> {
  return asked(async () => meetingIn(await graph.get<GraphMeeting>(path)));
}

/**
 * The same of a meeting that an event has made, by the address at which people join it.
 * Permission: OnlineMeetings.Read.All (application)
 */
export function readMeetingOfLink(
  graph: GraphClient,
  { organizerOid, joinUrl }: { readonly organizerOid: string; readonly joinUrl: string },
): Promise<Asked<OnlineMeeting>> {
  const filter = encodeURIComponent(`JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'`);
  return asked(async () => {
    const { value } = await graph.get<{ value?: GraphMeeting[] }>(
      `/users/${organizerOid}/onlineMeetings?$filter=${filter}`,
    );
    const [meeting] = value ?? [];
    if (!meeting) throw new GraphRefusal(404, 'NotFound');
    return meetingIn(meeting);
  });
}

function attendanceOf({ identity, emailAddress, attendanceIntervals }: AttendanceRecord): Attendance {
  const stays = (attendanceIntervals ?? []).flatMap(({ joinDateTime, leaveDateTime }) => {
    const [from, until] = [instant(joinDateTime), instant(leaveDateTime)];
    return from && until ? [{ from, until }] : [];
  });
  const name = identity?.displayName ?? null;
  return { entraObjectId: oidOf(identity?.id), name, address: emailAddress ?? null, stays };
}

/** Each time that a meeting is held has its report; a series has many. */
const isOfThisTime = (report: MeetingAttendanceReport, { from, until }: { from: Date; until: Date }): boolean => {
  const [start, end] = [instant(report.meetingStartDateTime), instant(report.meetingEndDateTime)];
  return start !== null && end !== null && start <= until && end >= from;
};

/**
 * Who was in the meeting, and when.
 * Permission: OnlineMeetingArtifact.Read.All (application)
 */
export function readAttendance(
  graph: GraphClient,
  path: string,
  time: { readonly from: Date; readonly until: Date },
): Promise<Asked<readonly Attendance[]>> {
  return asked(async () => {
    const found: Attendance[] = [];
    for await (const reports of graph.list<MeetingAttendanceReport>(`${path}/attendanceReports`))
      for (const report of reports.filter((one) => isOfThisTime(one, time))) {
        const records = `${path}/attendanceReports/${encodeURIComponent(report.id ?? '')}/attendanceRecords`;
        for await (const page of graph.list<AttendanceRecord>(records)) found.push(...page.map(attendanceOf));
      }
    return found;
  });
}
