import type { Texts } from '../shared/index.ts';
import { applicationTexts } from './applications/text.ts';
import { disasterTexts } from './disaster/text.ts';
import { hoursTexts } from './hours/text.ts';
import { leaveTexts } from './leave/text.ts';
import { formTexts } from './matters/form-text.ts';
import { overtimeTexts } from './overtime/text.ts';
import { nudgeTexts, presenceTexts } from './presence/text.ts';
import { punchTexts } from './punches/text.ts';
import { registrationTexts } from './registrations/text.ts';
import { reportTexts } from './reports/text.ts';
import { requestTexts } from './requests/text.ts';
import { sheetTexts } from './sheets/text.ts';
import { talkTexts } from './talks/text.ts';
import { tripTexts } from './trips/text.ts';
import { whereaboutsTexts } from './whereabouts/text.ts';
import { workingTimeTexts } from './working-time/text.ts';

/** The sentences of every room. */
export const teleworkTexts: Texts = {
  ...workingTimeTexts,
  ...applicationTexts,
  ...registrationTexts,
  ...requestTexts,
  ...hoursTexts,
  ...disasterTexts,
  ...reportTexts,
  ...punchTexts,
  ...leaveTexts,
  ...formTexts,
  ...overtimeTexts,
  ...tripTexts,
  ...presenceTexts,
  ...nudgeTexts,
  ...sheetTexts,
  ...talkTexts,
  ...whereaboutsTexts,
};
