import type { Texts } from '../shared/index.ts';
import { disasterTexts } from './disaster/text.ts';
import { hoursTexts } from './hours/text.ts';
import { leaveTexts } from './leave/text.ts';
import { punchTexts } from './punches/text.ts';
import { reportTexts } from './reports/text.ts';
import { sheetTexts } from './sheets/text.ts';
import { whereaboutsTexts } from './whereabouts/text.ts';
import { workingTimeTexts } from './working-time/text.ts';

/** The sentences of every room. */
export const teleworkTexts: Texts = {
  ...workingTimeTexts,
  ...hoursTexts,
  ...disasterTexts,
  ...reportTexts,
  ...punchTexts,
  ...leaveTexts,
  ...sheetTexts,
  ...whereaboutsTexts,
};
