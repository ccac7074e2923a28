import { disclosureSections } from './disclosure.ts';
import { meetingSections } from './meetings.ts';
import { registerSections } from './registers.ts';
import { scheduleSections } from './schedules.ts';
import { decisionSections, otherSections, type Section } from './sections.ts';
import { teleworkSections } from './telework.ts';
import type { Reader } from './words-of-rows.ts';
import { workingTimeSections } from './working-time.ts';

/** The whole pack, table by table. */
export const allSections = (reader: Reader): Section[] => [
  ...decisionSections(reader),
  ...otherSections(reader),
  ...teleworkSections(reader),
  ...workingTimeSections(reader),
  ...scheduleSections(reader),
  ...registerSections(reader),
  ...disclosureSections(reader),
  ...meetingSections(reader),
];
