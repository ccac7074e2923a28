import type { Fact } from '../../ledger/index.ts';
import { periodText } from '../../regulations/index.ts';
import { dayOnPage, type Json, type LocalDate, type Locale, say } from '../../shared/index.ts';
import type { KeepingView } from './contract.ts';
import { storyWords } from './story-words.ts';
import { keepingWords } from './text.ts';

type Line = KeepingView['history'][number];
type State = Readonly<Record<string, Json>>;

interface Telling {
  readonly fact: State;
  /** What the log said of the thing the last time, and what it says now. */
  readonly before: State;
  readonly after: State;
  readonly locale: Locale;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const dayOf = (value: Json | undefined, locale: Locale): string =>
  typeof value === 'string' ? dayOnPage(value as LocalDate, locale) : '';

function words(locale: Locale, code: string, params: Readonly<Record<string, string | number>> = {}): string {
  return say(storyWords, `records.story_${code}`, locale, params) ?? '';
}

const period = ({ retentionYears, isPermanent, keepDays }: State, locale: Locale): string =>
  periodText(
    {
      retentionYears: Number(retentionYears),
      permanent: isPermanent === true,
      keepDays: typeof keepDays === 'number' ? keepDays : undefined,
    },
    locale,
  );

/** When it ends now, and by which article; nothing where the end has not moved. */
function ending({ before, after, locale }: Telling): string {
  if (after.endsOn === before.endsOn || typeof after.endsOn !== 'string') return '';
  return words(locale, 'ENDS', { day: dayOf(after.endsOn, locale), article: text(after.article) });
}

function corrected({ before, after, locale }: Telling): string {
  const renamed = before.title !== after.title;
  const title = renamed ? words(locale, 'TITLE', { from: text(before.title), to: text(after.title) }) : '';
  return title + (before.note === after.note ? '' : words(locale, 'NOTE'));
}

function levelled({ before, after, locale }: Telling): string {
  const called = (level: Json | undefined) => words(locale, `LEVEL_${text(level)}`);
  return words(locale, 'LEVEL', { from: called(before.level), to: called(after.level) });
}

const onDay =
  (code: string, name: string) =>
  (telling: Telling): string => {
    const { after, locale } = telling;
    const day = dayOf(after[name], locale);
    return (day === '' ? '' : words(locale, code, { day })) + ending(telling);
  };

function moved(telling: Telling): string {
  const { after, locale } = telling;
  return words(locale, typeof after.folderId === 'string' ? 'MOVED_IN' : 'MOVED_OUT') + ending(telling);
}

function held({ fact, locale }: Telling): string {
  const kind = words(locale, `HOLD_${text(fact.kind)}`);
  const until = dayOf(fact.until, locale);
  return words(locale, 'HELD', { kind }) + (until === '' ? '' : words(locale, 'HELD_UNTIL', { day: until }));
}

function holdEnded({ fact, before, locale }: Telling): string {
  const days = { decided: dayOf(fact.decidedOn, locale), until: dayOf(fact.until, locale) };
  const kind = words(locale, `HOLD_${text(before.kind)}`);
  return words(locale, fact.until === fact.decidedOn ? 'HOLD_ENDED' : 'HOLD_YEAR', { ...days, kind });
}

function scheduled(telling: Telling): string {
  const { before, after, locale } = telling;
  const [from, to] = [period(before, locale), period(after, locale)];
  return words(locale, 'SCHEDULE', { from, to, article: text(after.article) }) + ending(telling);
}

const begun = ({ after, locale }: Telling, code: string): string =>
  words(locale, code, {
    ...{ class: `${text(after.classificationCode)} ${text(after.classificationName)}` },
    ...{ period: period(after, locale), article: text(after.article) },
  });

/** Of an act of disposal: the two who carried it out, where the log names them. */
function carriedOut({ fact, locale }: Telling): string {
  const names = Array.isArray(fact.carriedOutBy) ? fact.carriedOutBy.map(text).filter((name) => name !== '') : [];
  return names.length === 0 ? '' : words(locale, 'WHO', { names: names.join(words(locale, 'AND')) });
}

function disposed(telling: Telling, code: string): string {
  const { fact, locale } = telling;
  const institution = text(fact.institution) || words(locale, 'ARCHIVES');
  return words(locale, code, { who: carriedOut(telling), institution });
}

const TOLD: Readonly<Record<string, (telling: Telling) => string>> = {
  KEPT: (telling) =>
    'retentionYears' in telling.after ? begun(telling, 'KEPT') : words(telling.locale, 'KEPT_WITHIN'),
  MADE: (telling) => begun(telling, 'MADE'),
  CORRECTED: corrected,
  DESCRIBED: corrected,
  LEVEL: levelled,
  READERS: ({ after, locale }) =>
    words(locale, 'READERS', { count: Array.isArray(after.readers) ? after.readers.length : 0 }),
  COMPLETED: onDay('COMPLETED', 'completedOn'),
  ISSUED: onDay('ISSUED', 'issuedOn'),
  EVENT: onDay('EVENT', 'eventOn'),
  KEEP_UNTIL: onDay('KEEP_UNTIL', 'endsOn'),
  MOVED: moved,
  SEALED: ({ locale }) => words(locale, 'SEALED'),
  VERSIONS_PRUNED: ({ fact, locale }) =>
    words(locale, 'VERSIONS_PRUNED', { versions: Array.isArray(fact.versions) ? fact.versions.join('・') : '' }),
  HELD: held,
  HOLD_ENDED: holdEnded,
  SCHEDULE: scheduled,
  PASSED_ON: ({ fact, after, locale }) =>
    words(locale, 'PASSED_ON', { from: text(fact.from), to: text(after.unitName) }),
  DISPOSED: (telling) => disposed(telling, 'DISPOSED'),
  TRANSFERRED: (telling) => disposed(telling, 'TRANSFERRED'),
  EXTENDED: (telling) => disposed(telling, 'EXTENDED') + ending(telling),
  HANDED_OVER: ({ locale }) => words(locale, 'HANDED_OVER'),
};

const isState = (value: Json | undefined): value is State =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of what a line of the log says how it is kept then: a record's, a 簿冊's; a hold's line is that itself. */
const stateIn = ({ fact }: Fact): State => [fact.kept, fact.folder].find(isState) ?? fact;

/** The history of a record or a 簿冊, the oldest first, each line as a sentence of what became of it. */
export function toldInOrder(facts: readonly Fact[], locale: Locale): Line[] {
  const last = new Map<string, State>();
  return facts.map((one) => {
    const { at, actor, fact, subject } = one;
    const act = one.act.startsWith('RECORD_') ? 'RECORD' : one.act;
    const [before, after] = [last.get(subject.id) ?? {}, stateIn(one)];
    last.set(subject.id, { ...before, ...after });
    const said =
      say(keepingWords, `records.did_${act}`, locale) ?? say(keepingWords, 'records.did_OTHER', locale) ?? '';
    const telling = { fact, before, after, locale };
    const sentence = (TOLD[act] ?? ending)(telling) || words(locale, 'PLAIN', { said });
    const reason = typeof fact.reason === 'string' ? fact.reason : null;
    return { at: at.toISOString(), act: one.act, said, sentence, by: actor.name, post: actor.postTitle, reason };
  });
}
