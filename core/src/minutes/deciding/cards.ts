import { cardOf, cut, dayWord, factSet, heading, note, small, text } from '../../shared/card-elements.ts';
import { type ChatMessage, type ErrorParams, type Locale, say } from '../../shared/index.ts';
import type { MeetingView } from '../meetings/contract.ts';
import type { MinutesParts } from '../parts.ts';
import { cardTexts } from './card-text.ts';
import type { Outcome } from './proposal.ts';

type Code = keyof typeof cardTexts extends `minutes.${infer Rest}` ? Rest : never;

const words = (locale: Locale, code: Code, params: ErrorParams = {}): string =>
  say(cardTexts, `minutes.${code}`, locale, params) ?? code;

type ToTab = Pick<MinutesParts, 'pageUrl' | 'texts'>;

const toMeeting = ({ pageUrl }: ToTab, { id }: MeetingView, locale: Locale) =>
  pageUrl ? [{ type: 'Action.OpenUrl', title: words(locale, 'decided_open'), url: pageUrl(`meetings/${id}`) }] : [];

interface Decided {
  readonly meeting: MeetingView;
  readonly outcome: Outcome | null;
}

const LEADS = {
  ...{
    FINAL: 'decided_final',
    SENT_BACK: 'decided_back',
    PULLED_BACK: 'decided_pulled_back',
    GIVEN_UP: 'decided_given_up',
  },
  ...{ OTHERWISE: 'decided_otherwise', REFUSED: 'decided_refused', NOT_FILED: 'decided_not_filed' },
} as const satisfies Record<Outcome['kind'], Code>;

/** What became of the minutes, as it stands now: final, with whoever keeps them again, or on the way. */
function leadOf({ meeting, outcome }: Decided): Code {
  if (meeting.state === 'FINAL') return outcome?.kind === 'NOT_FILED' ? 'decided_not_filed' : 'decided_final';
  if (meeting.state === 'DECIDING' || outcome === null || outcome.kind === 'FINAL') return 'decided_under_way';
  return LEADS[outcome.kind];
}

/** To whoever keeps the minutes: they are final, or came back. */
export function decidedMessage(to: ToTab, decided: Decided, locale: Locale): ChatMessage {
  const { meeting, outcome } = decided;
  const code = leadOf(decided);
  const title = words(locale, code, { title: cut(meeting.title, 80) });
  const back = code !== 'decided_final' && code !== 'decided_under_way';
  const problem = outcome?.problem ? say(to.texts, outcome.problem.code, locale, outcome.problem.params) : undefined;
  const by = outcome?.by ? `${outcome.by.postTitle}　${outcome.by.name}`.trim() : null;
  const body = [
    heading(title),
    ...(back && meeting.state !== 'FINAL' ? [text(words(locale, 'decided_again'))] : []),
    factSet([
      [words(locale, 'decided_day'), dayWord(meeting.heldOn, locale)],
      [words(locale, 'decided_on'), meeting.finalOn && dayWord(meeting.finalOn, locale)],
      [words(locale, back ? 'decided_returned_by' : 'decided_by'), by],
      [words(locale, 'decided_number'), meeting.case?.number ?? null],
    ]),
    ...note(back ? (outcome?.reason ?? problem) : undefined),
  ];
  return { kind: 'card', card: cardOf(locale, body, toMeeting(to, meeting, locale)), summary: title };
}

/** To whoever keeps the minutes: a last day is near or has passed. What is done meanwhile says so. */
export function deadlineMessage(to: ToTab, meeting: MeetingView, locale: Locale): ChatMessage {
  const open = meeting.deadlines.filter(({ kind, state }) => kind !== 'CONFIRMATION' && state !== 'DONE');
  const late = open.some(({ state }) => state === 'LATE');
  const code = open.length === 0 ? 'deadline_done' : late ? 'deadline_late' : 'deadline_near';
  const title = words(locale, code, { title: cut(meeting.title, 80) });
  const rows = open.map(({ kind, on, state }) => {
    const day = dayWord(on, locale) + (state === 'LATE' ? words(locale, 'deadline_passed') : '');
    return [words(locale, kind === 'SUMMARY' ? 'deadline_summary' : 'deadline_minutes'), day] as const;
  });
  const articles = [...new Set(open.map(({ article }) => article))].filter((article) => article !== '');
  const body = [
    heading(title),
    factSet([[words(locale, 'decided_day'), dayWord(meeting.heldOn, locale)], ...rows]),
    ...articles.map((article) => small(article)),
  ];
  return { kind: 'card', card: cardOf(locale, body, toMeeting(to, meeting, locale)), summary: title };
}
