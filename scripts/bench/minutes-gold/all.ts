import type { LabelledMeeting } from '../../../core/src/minutes/drafting/dev-meetings/meeting.fixture.ts';
import { assemblyAndBudget } from './assembly-and-budget.ts';
import { contractors } from './contractors.ts';
import { councils } from './councils.ts';
import { disaster } from './disaster.ts';
import { hallMeetings } from './hall-meetings.ts';
import { publicMeetings } from './public-meetings.ts';
import { working } from './working.ts';

export const GOLD_MEETINGS: readonly LabelledMeeting[] = [
  hallMeetings,
  councils,
  working,
  publicMeetings,
  disaster,
  assemblyAndBudget,
  contractors,
].flat();
