import { GraphError, unsupported } from '../graph/graph-error.ts';
import type { Call, On } from '../graph/routes.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import { meetingShape, recordsOf, reportId, reportShape, spokenIn, transcriptShape } from './meeting-shapes.ts';
import type { Meeting, Meetings, Transcript } from './meetings.ts';
import { metadataVtt, namedVtt, unnamedVtt } from './transcript-text.ts';

const UNATTRIBUTED = 'application/vnd.microsoft.graph.transcript+text';
const ALL = /^getAllTranscripts\(meetingOrganizerUserId='([^']+)',startDateTime=([^,]+),endDateTime=([^)]+)\)$/;
const DELTA = new Set(['delta', 'delta()']);
const MAX_TOP = 100;

const forbidden = (message: string, inner?: string) => new GraphError(403, 'Forbidden', message, inner);
const gone = () => new GraphError(404, 'NotFound', 'The specified object was not found in the store.');

/** Online meetings, their transcripts and attendance of Microsoft Graph v1.0. */
export function meetingsGraph(on: On, meetings: Meetings): void {
  const desk = new MeetingDesk(meetings);
  for (const prefix of ['/me', '/users/:user']) {
    const list = `${prefix}/onlineMeetings`;
    on('get', list, (call) => desk.byJoinUrl(call));
    on('get', `${list}/:meeting`, (call) => {
      const { meeting = '' } = paramsOf(call);
      return meeting.startsWith('getAllTranscripts') ? desk.all(call, meeting) : meetingShape(desk.meeting(call));
    });
    on('get', `${list}/:meeting/transcripts`, (call) => paged(call, desk.transcripts(call)));
    on('get', `${list}/:meeting/transcripts/:transcript`, (call) => {
      if (DELTA.has(paramsOf(call).transcript ?? '')) return desk.delta(call);
      const { meeting, transcript } = desk.transcript(call);
      return transcriptShape(meeting, transcript);
    });
    on('get', `${list}/:meeting/transcripts/:transcript/content`, (call) => desk.content(call));
    on('get', `${list}/:meeting/transcripts/:transcript/metadataContent`, (call) => desk.metadata(call));
    const report = `${list}/:meeting/attendanceReports`;
    on('get', report, (call) => {
      const meeting = desk.meeting(call);
      return paged(call, meeting.end === null ? [] : [reportShape(meeting)]);
    });
    on('get', `${report}/:report`, (call) => {
      const meeting = desk.reported(call);
      const expand = call.params.get('$expand') === 'attendanceRecords';
      return { ...reportShape(meeting), ...(expand ? { attendanceRecords: recordsOf(meeting) } : {}) };
    });
    on('get', `${report}/:report/attendanceRecords`, (call) => paged(call, recordsOf(desk.reported(call))));
  }
}

interface Named {
  readonly meeting?: string;
  readonly transcript?: string;
  readonly report?: string;
}

const paramsOf = (call: Call) => call.request.params as Named;

/** As it is where it was escaped twice. */
function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

/** Pages with links as Graph makes them. */
function paged(call: Call, all: readonly object[], more: object = {}) {
  const { params, request } = call;
  const top = Number(params.get('$top') ?? 10);
  if (!Number.isInteger(top) || top < 1 || top > MAX_TOP) throw unsupported('The limit of the top query is 100.');
  const from = Number(params.get('$skiptoken') ?? 0);
  const value = all.slice(from, from + top);
  const isLast = from + top >= all.length;
  const next = new URL(request.url, GRAPH_RESOURCE);
  next.searchParams.set('$skiptoken', String(from + top));
  return { value, ...(isLast ? more : { '@odata.nextLink': next.href }) };
}

/** What may be read, by the tenant's switches and the application access policy. */
class MeetingDesk {
  readonly #meetings: Meetings;

  constructor(meetings: Meetings) {
    this.#meetings = meetings;
  }

  /** @throws GraphError 403, 404 */
  meeting(call: Call): Meeting {
    const person = this.#organizer(call);
    const found = this.#meetings.find(call.caller.city.tenantId, paramsOf(call).meeting ?? '');
    if (found?.organizer !== person) throw gone();
    return found;
  }

  byJoinUrl(call: Call) {
    const person = this.#organizer(call);
    const asked = /^JoinWebUrl eq '(.+)'$/i.exec(call.params.get('$filter') ?? '')?.[1];
    if (asked === undefined) throw new GraphError(400, 'BadRequest', 'Filter expression expected - JoinWebUrl.');
    const links = [asked.replaceAll("''", "'"), decoded(asked)];
    const [found] = links.flatMap((link) => this.#meetings.byJoinUrl(person, link) ?? []);
    return { value: found ? [meetingShape(found)] : [] };
  }

  transcripts(call: Call): object[] {
    const meeting = this.meeting(call);
    this.#transcriptsAllowed(call);
    return meeting.transcript ? [transcriptShape(meeting, meeting.transcript)] : [];
  }

  transcript(call: Call): { meeting: Meeting; transcript: Transcript } {
    const meeting = this.meeting(call);
    this.#transcriptsAllowed(call);
    const { transcript } = meeting;
    if (transcript === null || transcript.id !== paramsOf(call).transcript) throw gone();
    return { meeting, transcript };
  }

  all(call: Call, asked: string) {
    const person = this.#organizer(call);
    const [, organizer = '', from = '', until = ''] = ALL.exec(decodeURIComponent(asked)) ?? [];
    const [start, end] = [Date.parse(from), Date.parse(until)];
    if (organizer !== person.id || Number.isNaN(start) || Number.isNaN(end))
      throw new GraphError(400, 'BadRequest', 'The organizer and both times are needed.');
    this.#transcriptsAllowed(call);
    const found = this.#of(call).flatMap((meeting) => {
      const at = meeting.transcript?.createdAt.getTime() ?? 0;
      const isAsked = meeting.organizer === person && at >= start && at <= end;
      return meeting.transcript && isAsked ? [transcriptShape(meeting, meeting.transcript)] : [];
    });
    return paged(call, found);
  }

  /** What was added to one meeting; a token of ours is the number of those given before. */
  delta(call: Call) {
    const all = this.transcripts(call);
    const before = Number(call.params.get('$deltatoken') ?? 0);
    const link = new URL(call.request.url.split('?')[0] ?? '', GRAPH_RESOURCE);
    link.searchParams.set('$deltatoken', String(all.length));
    return paged(call, all.slice(before), { '@odata.deltaLink': link.href });
  }

  content(call: Call) {
    const { meeting, transcript } = this.transcript(call);
    const spoken = spokenIn(meeting, transcript);
    if (call.request.headers.accept?.includes(UNATTRIBUTED) === true)
      return call.reply.type(UNATTRIBUTED).send(unnamedVtt(spoken));
    this.#namesAllowed(call);
    return call.reply.type('text/vtt').send(namedVtt(spoken));
  }

  metadata(call: Call) {
    const { meeting, transcript } = this.transcript(call);
    this.#namesAllowed(call);
    return call.reply.type('text/vtt').send(metadataVtt(spokenIn(meeting, transcript)));
  }

  reported(call: Call): Meeting {
    const meeting = this.meeting(call);
    if (meeting.end === null || reportId(meeting) !== paramsOf(call).report) throw gone();
    return meeting;
  }

  #of = ({ caller }: Call) => this.#meetings.of(caller.city.tenantId);
  #policy = ({ caller }: Call) => this.#meetings.policyOf(caller.city.tenantId);

  #organizer(call: Call) {
    const person = call.person();
    const { accessPolicy } = this.#policy(call);
    const isOpen = accessPolicy === 'everybody' || accessPolicy.includes(person.signInName);
    if (call.caller.person === null ? isOpen : call.caller.person === person) return person;
    throw forbidden(
      `Application is not allowed to perform operations on the user '${person.id}', neither is allowed access through RSC permission evaluation.`,
    );
  }

  #transcriptsAllowed(call: Call): void {
    if (!this.#policy(call).transcriptAccess)
      throw forbidden('Access to transcripts is disabled for the tenant.', 'GraphAccessToTranscriptsDisabled');
  }

  #namesAllowed(call: Call): void {
    if (!this.#policy(call).attribution)
      throw forbidden('Speaker attribution is not allowed for the tenant.', 'SpeakerAttributionNotAllowed');
  }
}
