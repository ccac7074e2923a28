import type { LabelledMeeting } from '../meeting.fixture.ts';
import { assemblyAndBudget } from './assembly-and-budget.fixture.ts';
import { contractors } from './contractors.fixture.ts';
import { councils } from './councils.fixture.ts';
import { disaster } from './disaster.fixture.ts';
import { hallMeetings } from './hall-meetings.fixture.ts';
import { publicMeetings } from './public-meetings.fixture.ts';
import { working } from './working.fixture.ts';

export const OPENED_MEETINGS: readonly LabelledMeeting[] = [
  hallMeetings,
  councils,
  working,
  publicMeetings,
  disaster,
  assemblyAndBudget,
  contractors,
].flat();
