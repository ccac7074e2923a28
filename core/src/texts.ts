import { arrivalTexts } from './approvals/arrivals/index.ts';
import { certificateTexts } from './approvals/certificate/text.ts';
import { approvalsTexts } from './approvals/index.ts';
import { instructionTexts } from './approvals/instructions/text.ts';
import { reminderTexts } from './approvals/reminders/index.ts';
import { statisticsTexts } from './approvals/statistics/index.ts';
import { directoryTexts } from './directory/index.ts';
import { ledgerTexts } from './ledger/index.ts';
import { minutesTexts } from './minutes/index.ts';
import { notificationsTexts } from './notifications/index.ts';
import { platformTexts } from './platform/index.ts';
import {
  disclosureTexts,
  disposalTexts,
  paperTexts,
  pruningTexts,
  recordsTexts,
  shownTexts,
  spaceTexts,
  wordTexts,
} from './records/index.ts';
import { regulationsTexts } from './regulations/index.ts';
import { schedulesTexts } from './schedules/index.ts';
import type { Texts } from './shared/index.ts';
import { teleworkTexts } from './telework/index.ts';

/** The sentences of every capability, by code. */
export const suiteTexts: Texts = {
  ...platformTexts,
  ...directoryTexts,
  ...ledgerTexts,
  ...regulationsTexts,
  ...recordsTexts,
  ...wordTexts,
  ...disclosureTexts,
  ...disposalTexts,
  ...paperTexts,
  ...pruningTexts,
  ...spaceTexts,
  ...notificationsTexts,
  ...approvalsTexts,
  ...arrivalTexts,
  ...certificateTexts,
  ...instructionTexts,
  ...shownTexts,
  ...reminderTexts,
  ...statisticsTexts,
  ...teleworkTexts,
  ...minutesTexts,
  ...schedulesTexts,
};
