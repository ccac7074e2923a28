import type { ShownInChat } from '../notifications/index.ts';
import type { Subscriber, Task, Tx } from '../platform/index.ts';
import { createInspector } from '../records/index.ts';
import type { Action, Caller, ChatCommand, Route } from '../shared/index.ts';
import { meetingAnnouncer } from './announce.ts';
import { minutesInChat } from './chat/index.ts';
import { type ChatParts, createChatsRoom } from './chats/index.ts';
import { backlog } from './deciding/backlog.ts';
import { decidingInChat } from './deciding/chat.ts';
import { decidingJobs } from './deciding/jobs.ts';
import { reminderJobs } from './deciding/reminders.ts';
import { decidingRoutes } from './deciding/routes.ts';
import { decide } from './deciding/service.ts';
import { createGlossaryFiles } from './glossary/files.ts';
import { glossaryRoutes } from './glossary/routes.ts';
import { createGlossary } from './glossary/service.ts';
import { historyRoutes } from './history/routes.ts';
import { historyOf } from './history/service.ts';
import { keepingRoutes } from './keeping/routes.ts';
import { createKeeping } from './keeping/service.ts';
import { notingSummary } from './keeping/summary.ts';
import { transcriptRoutes } from './lines/routes.ts';
import { createLines } from './lines/service.ts';
import { suggestions } from './lines/suggestions.ts';
import { type BookedMeeting, makeOfBooking } from './meetings/of-booking.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { createMeetings } from './meetings/service.ts';
import { createPaperMaker } from './paper/paper-maker.ts';
import { paperOf } from './paper/paper-service.ts';
import { paperRoutes } from './paper/routes.ts';
import { createTemplates } from './paper/template-service.ts';
import { publicationRoutes } from './publication/routes.ts';
import { createPublications } from './publication/service.ts';
import { createReckoner } from './reckoning/reckoner.ts';
import { createRecordingsRoom, type Playback } from './recordings/index.ts';
import type { RecognitionParts } from './recordings/recognition.ts';
import { createCourse } from './round/index.ts';
import { searchRoutes } from './search/routes.ts';
import { createFinder } from './search/service.ts';
import { sentenceRoutes } from './sentences/routes.ts';
import { createSentences } from './sentences/service.ts';
import type { TranscriptSink } from './sources/index.ts';
import { takeInFromTeams } from './transcripts/from-teams.ts';
import { createReader } from './transcripts/reader.ts';
import { takeInFile } from './transcripts/take-in.ts';
import { proposals } from './wording/service.ts';
import { minutesOfWritten, type WrittenMinutes } from './written/making.ts';

export { createFileReader, createThreadReader } from './chats/index.ts';
export { minutesWitness } from './history/witness.ts';
export type { LinkOf } from './sources/index.ts';
export { minutesTexts } from './text.ts';
export type { WrittenItem, WrittenMinutes } from './written/making.ts';

/** What 会議録 gives to the suite, as plain values. */
export interface Minutes {
  /** Of a booked meeting, in the caller's name: once for an idempotency key. Returns the meeting's id. */
  ofBooking(caller: Caller, booked: BookedMeeting): Promise<string>;
  readonly routes: readonly Route[];
  readonly actions: readonly Action[];
  readonly commands: readonly ChatCommand[];
  readonly shown: readonly ShownInChat[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: Readonly<Record<string, string>>;
  readonly subscribers: readonly Subscriber[];
  /** Takes in what Teams wrote. */
  readonly sink: TranscriptSink;
  /** Gives the bytes of recordings to players. */
  readonly playback: Playback;
  /** A meeting in writing as minutes, in the transaction that closes it. Returns the meeting's id; again the same. */
  fromWritten(tx: Tx, given: WrittenMinutes): Promise<string>;
}

/** 会議録: its rooms, built once and handed over as one. */
export function createMinutes(given: RecognitionParts & Pick<ChatParts, 'chats'>): Minutes {
  const parts = {
    ...given,
    readFile: createReader(),
    paperMaker: createPaperMaker(),
    reckoner: createReckoner(),
    inspectWord: createInspector({ workers: 1 }),
  };
  const meetings = createMeetings(parts);
  const announcer = meetingAnnouncer(parts);
  const chats = createChatsRoom(parts);
  const chat = minutesInChat(parts, { meetings, form: chats.form });
  const recordings = createRecordingsRoom(parts);
  const course = createCourse(parts);
  const deciding = decidingJobs(parts);
  const reminders = reminderJobs(parts);
  const publications = createPublications(parts);
  const copy = notingSummary(parts, (caller, { meetingId, form }) => publications.paper(caller, meetingId, form));
  return {
    ofBooking: (caller, booked) => makeOfBooking(parts, caller, booked),
    routes: [
      ...meetingRoutes(meetings),
      ...transcriptRoutes({
        lines: createLines(parts),
        suggestions: (caller, meetingId) => suggestions(parts, caller, meetingId),
        takeIn: async (caller, file) => {
          await takeInFile(parts, caller, file);
          return meetings.read(caller, file.meetingId);
        },
      }),
      ...sentenceRoutes({
        sentences: createSentences(parts),
        proposals: (caller, meetingId, input) => proposals(parts, caller, { meetingId, input }),
      }),
      ...paperRoutes({
        templates: createTemplates(parts),
        paper: notingSummary(parts, (caller, wanted) => paperOf(parts, caller, wanted)),
      }),
      ...publicationRoutes({ ...publications, paper: (caller, meetingId, form) => copy(caller, { meetingId, form }) }),
      ...decidingRoutes({
        decide: (caller, meetingId, input) => decide({ ...parts, meetings }, caller, { meetingId, input }),
        backlog: (caller, query) => backlog(parts, caller, query),
      }),
      ...keepingRoutes(createKeeping(parts)),
      ...searchRoutes(createFinder(parts)),
      ...glossaryRoutes(createGlossary(parts), createGlossaryFiles(parts)),
      ...recordings.routes,
      ...chats.routes,
      ...course.routes,
      ...historyRoutes((caller, wanted) => historyOf(parts, caller, wanted)),
    ],
    ...{
      commands: chat.commands,
      actions: [...course.actions, ...chats.actions],
      shown: [...chat.shown, ...course.shown, ...decidingInChat(parts)],
      tasks: {
        ...{ ...announcer.tasks, ...chat.tasks, ...recordings.tasks, ...chats.tasks },
        ...{ ...course.tasks, ...deciding.tasks, ...reminders.tasks },
      },
      cron: { ...recordings.cron, ...course.cron, ...reminders.cron },
    },
    subscribers: [
      ...[announcer.subscriber, chat.subscriber, recordings.subscriber, chats.subscriber],
      ...[course.subscriber, deciding.subscriber, reminders.subscriber],
    ],
    playback: recordings.playback,
    fromWritten: (tx, given) => minutesOfWritten(parts, tx, given),
    sink: { takeIn: (arrived) => takeInFromTeams(parts, arrived) },
  };
}
export { recordingEndings } from './keeping/ending.ts';
export { minutesNames } from './stored-names.ts';
