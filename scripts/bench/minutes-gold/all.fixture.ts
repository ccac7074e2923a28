import type { LabelledMeeting } from '../../../core/src/minutes/drafting/dev-meetings/meeting.fixture.ts';
import { advisory } from './advisory.fixture.ts';
import { boards } from './boards.fixture.ts';
import { committees } from './committees.fixture.ts';
import { emergencies } from './emergencies.fixture.ts';
import { heads } from './heads.fixture.ts';
import { hearings } from './hearings.fixture.ts';
import { liaison } from './liaison.fixture.ts';
import { residents } from './residents.fixture.ts';
import { sections } from './sections.fixture.ts';
import { selection } from './selection.fixture.ts';
import { vendors } from './vendors.fixture.ts';
import { workingGroups } from './working-groups.fixture.ts';

/** Meetings that whoever writes the rules does not read. */
export const GOLD_MEETINGS: readonly LabelledMeeting[] = [
  ...[heads, sections, workingGroups, liaison],
  ...[advisory, boards, selection],
  ...[committees, hearings],
  ...[residents, vendors, emergencies],
].flat();
