export { articleOnBar } from './article-on-bar.ts';
export type { Caller, Via } from './caller.ts';
export { asJson, canonicalJson, type Json } from './canonical-json.ts';
export { asTyped } from './card-text.ts';
export { type Action, action, type Card, type ChatCommand, type ChatMessage } from './chat.ts';
export type { ChosenMessage, Compose, ComposeDialog, ComposeHit, ComposeSearch, MessageCommand } from './compose.ts';
export { type CsvCell, type CsvEncoding, writeCsv } from './csv.ts';
export { type DecodedText, decodedText, type TextEncoding } from './decoded-text.ts';
export { dayOnPage, englishDay } from './english-day.ts';
export {
  badInput,
  conflict,
  type ErrorKind,
  type ErrorParams,
  KaigiError,
  notAllowed,
  notFound,
} from './errors.ts';
export { escaped, escapedByName } from './escaped.ts';
export { cleanFileName, endingOf, standardFileName } from './file-names.ts';
export { folded } from './folded.ts';
export { foldedWords, soughtIn } from './folded-words.ts';
export { dayOfWeek, holidayName, YEARS_WITH_HOLIDAYS } from './holidays.ts';
export { isUuid, joinedUuids, uuidV7 } from './ids.ts';
export { inParts } from './in-parts.ts';
export { assertNever, InvariantError, invariant } from './invariant.ts';
export { legalBreak } from './legal-break.ts';
export {
  LEVEL_QUESTIONS,
  LEVELS,
  type Level,
  type LevelAnswers,
  type LevelAnswersSoFar,
  type LevelQuestion,
  levelAnswer,
  levelAnswered,
  levelAnswersSent,
  levelByYes,
  levelOf,
  levelQuestionsToAsk,
  type PlacedAs,
  placedAs,
} from './level-questions.ts';
export {
  addDays,
  addYears,
  firstOfMonth,
  firstOfNextMonth,
  fiscalYearOf,
  fiscalYearStart,
  type LocalDate,
  lastOfMonth,
  localDateOf,
  localTimeOf,
  parseLocalDate,
  startOfDay,
} from './local-date.ts';
export { type Marked, plainText, snippetOf } from './marked-words.ts';
export {
  Download,
  type GivenFile,
  type Route,
  type RouteInput,
  route,
  type StagedFile,
  StreamedDownload,
  type UploadedFile,
} from './route.ts';
export type { Encoded, Unmappable } from './shift-jis.ts';
export { dayIn, fill, type Locale, type Sentence, say, sentenceOfRefusal, type Texts } from './text.ts';
export { readDay } from './typed-day.ts';
export {
  dayTyped,
  isStorable,
  typedDay,
  typedLine,
  typedLines,
  typedLinesOrNothing,
  typedTextTexts,
} from './typed-text.ts';
export { wareki, warekiFiscalYear, warekiMonth, warekiTime } from './wareki.ts';
export { type ChangeEvent, ChangeEventSchema, PROBLEM_CONTENT_TYPE, type Problem, ProblemSchema } from './wire.ts';
export {
  addWorkingDays,
  type ClosedDays,
  isHoliday,
  isWorkingDay,
  OFFICE_HOURS,
  type WorkingHours,
  type WorkingTime,
  workingDaysBetween,
  workingTimeBetween,
} from './working-days.ts';
