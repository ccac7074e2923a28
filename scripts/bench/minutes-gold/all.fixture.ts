import type { LabelledMeeting } from '../../../core/src/minutes/drafting/dev-meetings/meeting.fixture.ts';

/** Meetings that whoever writes the rules does not read. */
export const GOLD_MEETINGS: readonly LabelledMeeting[] = [];
