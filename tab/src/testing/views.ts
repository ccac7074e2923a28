import type { Page } from 'playwright-core';
import { staffOf } from './attendance.ts';
import { caseId } from './cases.ts';
import type { Desk } from './desk.ts';
import { EVERYTHING_ON, ROLL_ID } from './disaster.ts';
import { meetingId } from './meetings.ts';
import { pollIdOf } from './polls.ts';
import { DISCLOSURE_ID, DISCLOSURE_ITEM_ID } from './stand-in-disclosure.ts';
import { DRAFT_RECORD_ID, FOLDER_ID, LIST_ID, RECORD_ID, TEMPLATE_ID } from './stand-in-keeping.ts';
import { PACK_ID } from './stand-in-packs.ts';
import { BOX_ID } from './stand-in-shelf.ts';
import type { World } from './stand-in-world.ts';
import { writtenIdOf } from './written.ts';

/** Every page of the tab, and what is on it once its words are there. */
export const VIEWS = [
  { name: 'inbox', route: '#/inbox', wait: 'case-row' },
  { name: 'meetings', route: '#/meetings', wait: 'meeting-row' },
  { name: 'meeting', route: `#/meetings/${meetingId(1)}`, wait: 'seen-by' },
  { name: 'transcript', route: `#/meetings/${meetingId(1)}/transcript`, wait: 'line' },
  { name: 'minutes', route: `#/meetings/${meetingId(1)}/minutes`, wait: 'sentence' },
  { name: 'until final', route: `#/meetings/${meetingId(1)}/course`, wait: 'place-hold' },
  { name: 'confirm', route: `#/meetings/${meetingId(1)}/confirm`, wait: 'agree' },
  { name: 'minutes due', route: '#/meetings/backlog', wait: 'backlog-row' },
  { name: 'minutes kept', route: '#/meetings/kept', wait: 'kept-row' },
  { name: 'publication', route: `#/meetings/${meetingId(1)}/publication`, wait: 'text' },
  { name: 'history', route: `#/meetings/${meetingId(1)}/history`, wait: 'history-entry' },
  { name: 'templates', route: '#/meetings/templates', wait: 'tag' },
  { name: 'glossary', route: '#/meetings/glossary', wait: 'term' },
  { name: 'search', route: '#/meetings/search?q=%E6%B1%BA%E5%AE%9A', wait: 'hit' },
  { name: 'new meeting', route: '#/meetings/new', wait: 'meeting-form' },
  { name: 'board', route: '#/board', wait: 'board-row' },
  { name: 'presence', route: '#/presence', wait: 'presence-row' },
  { name: 'week', route: '#/schedules?from=2026-11-23', wait: 'week-synced' },
  { name: 'slots', route: '#/schedules/slots', wait: 'slots-search' },
  { name: 'my bookings', route: '#/schedules/bookings', wait: 'booking-row' },
  { name: 'polls', route: '#/schedules/polls', wait: 'poll-row' },
  { name: 'new poll', route: '#/schedules/polls/new', wait: 'poll-form' },
  { name: 'poll', route: `#/schedules/polls/${pollIdOf(1)}`, wait: 'poll-person' },
  { name: 'written', route: `#/schedules/written/${writtenIdOf(1)}`, wait: 'written-say' },
  { name: 'new written', route: '#/schedules/written/new', wait: 'written-form' },
  { name: 'rooms', route: '#/schedules/rooms?day=2026-11-24', wait: 'rooms-day' },
  { name: 'yearly', route: '#/schedules/yearly', wait: 'yearly-table' },
  { name: 'hours', route: '#/schedules?from=2026-11-24&days=1', wait: 'week-synced' },
  { name: 'statistics', route: '#/statistics', wait: 'months-chart' },
  { name: 'packs', route: '#/packs', wait: 'pack-section' },
  { name: 'pack', route: `#/packs/${PACK_ID}`, wait: 'pack-section' },
  { name: 'instructions', route: '#/instructions', wait: 'instruction-row' },
  { name: 'settings', route: '#/settings', wait: 'mirror-row' },
  { name: 'people', route: '#/confirmations?month=2026-10', wait: 'person-row' },
  { name: 'sheet', route: `#/confirmations/${staffOf(1)}?month=2026-10`, wait: 'sheet-row' },
  { name: 'reports', route: '#/reports?day=2026-10-30', wait: 'report-row' },
  { name: 'closing', route: '#/closing?month=2026-10', wait: 'rates' },
  { name: 'today', route: '#/workday', wait: 'report-PLAN' },
  { name: 'my month', route: '#/workday/sheet?month=2026-11', wait: 'sheet-row' },
  { name: 'applications', route: '#/workday/applications', wait: 'application' },
  { name: 'rules of telework', route: '#/workday/rules', wait: 'rule' },
  { name: 'telework', route: '#/workday/new?kind=TELEWORK', wait: 'apply' },
  { name: 'leave', route: '#/workday/new?kind=LEAVE', wait: 'leave-balance' },
  { name: 'registration', route: '#/workday/new?kind=REGISTRATION', wait: 'apply' },
  { name: 'overtime', route: '#/workday/new?kind=OVERTIME', wait: 'apply' },
  { name: 'trip', route: '#/workday/new?kind=TRIP', wait: 'apply' },
  { name: 'emergency', route: '#/disaster', wait: 'order' },
  { name: 'roll', route: `#/disaster/${ROLL_ID}?kind=safety`, wait: 'unit-row' },
  { name: 'register', route: '#/records', wait: 'register-row' },
  { name: 'number', route: '#/records/register/row-1', wait: 'number-fact' },
  { name: 'receipts', route: '#/records/receipts', wait: 'receipt-waiting' },
  { name: 'postage', route: '#/records/postage', wait: 'postage-row' },
  { name: 'import', route: '#/records/import', wait: 'import-file' },
  { name: 'records to do', route: '#/records/todo', wait: 'todo-unfiled' },
  { name: 'paper', route: '#/records/paper', wait: 'box' },
  { name: 'box', route: `#/records/paper/${BOX_ID}`, wait: 'box-content' },
  { name: 'space', route: '#/records/space', wait: 'space-item' },
  { name: 'catalogue', route: '#/records/catalogue', wait: 'catalogue-row' },
  { name: 'disclosures', route: '#/records/disclosures', wait: 'disclosure' },
  { name: 'disclosure', route: `#/records/disclosures/${DISCLOSURE_ID}`, wait: 'disclosure-item' },
  {
    name: 'redaction',
    route: `#/records/disclosures/${DISCLOSURE_ID}?item=${DISCLOSURE_ITEM_ID}`,
    wait: 'redaction-words',
  },
  { name: 'record', route: `#/records/${RECORD_ID}`, wait: 'proof-result' },
  { name: 'record of a case', route: `#/records/${DRAFT_RECORD_ID}`, wait: 'version' },
  { name: 'working versions', route: '#/records/space?show=versions', wait: 'prunable' },
  { name: 'folders', route: '#/records/folders?fiscalYear=2026', wait: 'folder' },
  { name: 'folder', route: `#/records/folders/${FOLDER_ID}`, wait: 'folder-record' },
  { name: 'handover', route: '#/records/folders?fiscalYear=2026&show=handover', wait: 'handover-item' },
  { name: 'schedule', route: '#/records/folders?show=schedule', wait: 'schedule-item' },
  { name: 'records search', route: '#/records/search?q=sponsorship', wait: 'found-record' },
  { name: 'disposals', route: '#/records/disposals', wait: 'disposal-list' },
  { name: 'buried', route: '#/records/disposals?show=buried', wait: 'buried' },
  { name: 'disposal', route: `#/records/disposals/${LIST_ID}`, wait: 'disposal-line' },
  { name: 'record templates', route: '#/records/templates', wait: 'template' },
  { name: 'record template', route: `#/records/templates/${TEMPLATE_ID}`, wait: 'template-edition' },
  { name: 'case', route: `#/cases/${caseId(1)}`, wait: 'history-entry' },
  { name: 'decided', route: `#/cases/${caseId(2)}`, wait: 'history-entry' },
] as const;

export type View = (typeof VIEWS)[number];
export const viewOf = (name: View['name']): View => VIEWS.find((view) => view.name === name) ?? VIEWS[0];

/** Opens a page in the world as it is, or as it is made; some pages are only for some, or only sometimes. */
export async function openTo(
  { route, wait }: View,
  { desk, page }: { readonly desk: Desk; readonly page: Page },
  change?: (world: World) => void,
): Promise<void> {
  const { origin, world } = desk.service;
  if (route.startsWith('#/disaster')) world.disaster.view = EVERYTHING_ON;
  change?.(world);
  if (wait === 'rates') world.me = { ...world.me, roles: ['PERSONNEL'] };
  if (wait === 'mirror-row') world.me = { ...world.me, roles: ['ADMIN'] };
  if (wait === 'import-file') world.me = { ...world.me, roles: ['CHIEF_RECORDS_MANAGER'] };
  await page.goto(`${origin}/tab/${route}`);
  await page.getByTestId(wait).first().waitFor();
}
