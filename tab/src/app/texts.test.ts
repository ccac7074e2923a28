import { describe, expect, it } from '@jest/globals';
import type { Texts } from '@kaigi/core/shared';
import { apiText } from '../api/text.ts';
import { inboxText } from '../approvals/inbox/text.ts';
import { readingText } from '../approvals/reading-pack/text.ts';
import { approvalsText } from '../approvals/text.ts';
import { closingText } from '../attendance/closing-text.ts';
import { reportsText } from '../attendance/reports-text.ts';
import { sheetText } from '../attendance/sheet-text.ts';
import { attendanceText } from '../attendance/text.ts';
import { boardText } from '../board/text.ts';
import { directoryText } from '../directory/text.ts';
import { disasterText } from '../disaster/text.ts';
import { fileFieldText } from '../drafting/file-field-text.ts';
import { draftingText } from '../drafting/text.ts';
import { instructionsText } from '../instructions/text.ts';
import { backlogText } from '../minutes/backlog/text.ts';
import { keepingText } from '../minutes/course/keeping-text.ts';
import { roundText } from '../minutes/course/round-text.ts';
import { courseText } from '../minutes/course/text.ts';
import { glossaryText } from '../minutes/glossary/text.ts';
import { historyText } from '../minutes/history/text.ts';
import { keptText } from '../minutes/kept/text.ts';
import { suggestionsText } from '../minutes/lines/suggestions-text.ts';
import { linesText } from '../minutes/lines/text.ts';
import { meetingsText } from '../minutes/meetings/text.ts';
import { panelText } from '../minutes/panel/text.ts';
import { papersText } from '../minutes/papers/text.ts';
import { publicationText } from '../minutes/publication/text.ts';
import { recordingsText } from '../minutes/recordings/text.ts';
import { searchText } from '../minutes/search/text.ts';
import { sentencesText } from '../minutes/sentences/text.ts';
import { presenceText } from '../presence/text.ts';
import { catalogueText } from '../records/catalogue/text.ts';
import { differingText, redactionText } from '../records/disclosure/redaction-text.ts';
import { disclosureText } from '../records/disclosure/text.ts';
import { filingText } from '../records/filing/text.ts';
import { paperText } from '../records/paper/text.ts';
import { spaceText } from '../records/space/text.ts';
import { templatesText } from '../records/templates/text.ts';
import { recordsText } from '../records/text.ts';
import { todoText } from '../records/todo/text.ts';
import { packsText } from '../regulations/packs/text.ts';
import { regulationsText } from '../regulations/text.ts';
import { bookingsText } from '../schedules/bookings/text.ts';
import { bookingPapersText } from '../schedules/papers/text.ts';
import { roomsText } from '../schedules/rooms/text.ts';
import { settingsText as roomSettingsText } from '../schedules/settings/text.ts';
import { slotsText } from '../schedules/slots/text.ts';
import { partsText } from '../schedules/text.ts';
import { weekText } from '../schedules/week/text.ts';
import { yearlyText } from '../schedules/yearly/text.ts';
import { settingsText } from '../settings/text.ts';
import { statisticsText } from '../statistics/text.ts';
import { teamsText } from '../teams/text.ts';
import { applicationsText } from '../workday/applications/text.ts';
import { rulesText } from '../workday/rules/text.ts';
import { workdayText } from '../workday/text.ts';
import { appText } from './text.ts';

const TABLES: readonly (readonly [string, Texts])[] = [
  ['api', apiText],
  ['app', appText],
  ['approvals', approvalsText],
  ['attendance', attendanceText],
  ['board', boardText],
  ['closing', closingText],
  ['inbox', inboxText],
  ['booking papers', bookingPapersText],
  ['reading pack', readingText],
  ['reports', reportsText],
  ['settings', settingsText],
  ['sheet', sheetText],
  ['statistics', statisticsText],
  ['templates', templatesText],
  ['directory', directoryText],
  ['disaster', disasterText],
  ['drafting', draftingText],
  ['file field', fileFieldText],
  ['filing', filingText],
  ['instructions', instructionsText],
  ['glossary', glossaryText],
  ['lines', linesText],
  ['suggestions', suggestionsText],
  ['search', searchText],
  ['meetings', meetingsText],
  ['recordings', recordingsText],
  ['minutes', sentencesText],
  ['papers', papersText],
  ['publication', publicationText],
  ['history of minutes', historyText],
  ['minutes panel', panelText],
  ['minutes until final', courseText],
  ['minutes round', roundText],
  ['minutes keeping', keepingText],
  ['minutes backlog', backlogText],
  ['minutes kept', keptText],
  ['presence', presenceText],
  ['records', recordsText],
  ['catalogue', catalogueText],
  ['disclosure', disclosureText],
  ['redaction', redactionText],
  ['bars', differingText],
  ['paper', paperText],
  ['space', spaceText],
  ['todo', todoText],
  ['packs', packsText],
  ['regulations', regulationsText],
  ['schedules', partsText],
  ['bookings', bookingsText],
  ['rooms', roomsText],
  ['yearly', yearlyText],
  ['room settings', roomSettingsText],
  ['slots', slotsText],
  ['week', weekText],
  ['teams', teamsText],
  ['workday', workdayText],
  ['telework rules', rulesText],
  ['applications', applicationsText],
];
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

const parametersOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '').sort();

/** Names and words that are the same in both languages, or shown in the other one on purpose. */
const SAME: ReadonlySet<string> = new Set([
  'account.language',
  'attachments.detail',
  // A reader of English is told the word that stands on the paper, and what may be typed.
  'field.title.help',
  'fact.amount.hint',
]);

describe.each(TABLES)('the sentences of %s', (_, table) => {
  it.each(Object.entries(table))('%s is said in both languages with the same parameters', (code, { ja, en }) => {
    expect(ja.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(parametersOf(en)).toEqual(parametersOf(ja));
    if (SAME.has(code)) return;
    expect(en).not.toMatch(JAPANESE);
    expect(ja).not.toBe(en);
  });
});

describe('the languages', () => {
  it('write 探す one way', () => {
    const written = TABLES.flatMap(([, table]) => Object.values(table).filter(({ ja }) => /さが[さしすせそ]/.test(ja)));
    expect(written).toEqual([]);
  });

  it('keep 決裁 and 承認 apart', () => {
    expect(approvalsText['decide.confirm'].ja).not.toContain('承認');
    expect(approvalsText['approve.confirm'].ja).not.toContain('決裁');
  });
});
