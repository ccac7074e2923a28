import type { ChatSource } from './minutes/chats/index.ts';
import type { Recogniser } from './minutes/recognising/index.ts';
import type { TeamsMeetings, TranscriptSink } from './minutes/sources/index.ts';
import type { MirrorLibrary } from './records/index.ts';
import type { Calendars } from './schedules/index.ts';
import type { WorkLocations } from './telework/index.ts';

/** What the edge hands in after the suite was built. */
export interface Doors {
  workLocations: WorkLocations | null;
  teamsMeetings: TeamsMeetings | null;
  /** Who takes in the transcripts that arrive, where it is not 会議録 itself. */
  transcriptSink: TranscriptSink | null;
  /** What turns recordings into text. */
  recogniser: Recogniser | null;
  /** Chats of Teams, as far as this app is in them. */
  chats: ChatSource | null;
  /** Microsoft 365's calendars. */
  calendars: Calendars | null;
  /** Where a copy of records is kept outside. */
  library: MirrorLibrary | null;
}

export const closedDoors = (): Doors => ({
  workLocations: null,
  teamsMeetings: null,
  transcriptSink: null,
  recogniser: null,
  chats: null,
  calendars: null,
  library: null,
});
