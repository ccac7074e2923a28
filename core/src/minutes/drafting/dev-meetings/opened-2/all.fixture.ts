import type { LabelledMeeting } from '../meeting.fixture.ts';
import { assembly } from './assembly.fixture.ts';
import { budget } from './budget.fixture.ts';
import { contractors } from './contractors.fixture.ts';
import { councils } from './councils.fixture.ts';
import { disaster } from './disaster.fixture.ts';
import { hallMeetings } from './hall-meetings.fixture.ts';
import { panels } from './panels.fixture.ts';
import { projects } from './projects.fixture.ts';
import { publicMeetings } from './public-meetings.fixture.ts';
import { systems } from './systems.fixture.ts';

/** In five kinds: of the hall; councils; assembly and budget; residents and contractors; disasters and systems. */
export const OPENED_2_MEETINGS: readonly LabelledMeeting[] = [
  ...[hallMeetings, projects],
  ...[councils, panels],
  ...[assembly, budget],
  ...[publicMeetings, contractors],
  ...[disaster, systems],
].flat();
