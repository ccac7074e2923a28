import { z } from 'zod';
import {
  type Action,
  action,
  type Caller,
  type ChatMessage,
  dayTyped,
  localDateOf,
  say,
  sentenceOfRefusal,
  type Texts,
} from '../../shared/index.ts';
import { papersAmong } from '../applications/store.ts';
import { bossMessage, type Choice, ownMessage } from './cards.ts';
import { CommentToneSchema, MakeReportInputSchema, ReportCommentInputSchema, ReportKindSchema } from './contract.ts';
import type { ReportsParts } from './open.ts';
import type { Reports } from './service.ts';

export interface ActionParts extends Pick<ReportsParts, 'approvals' | 'clock' | 'db'> {
  readonly reports: Reports;
  readonly texts: Texts;
}

const version = z.number().int().min(0).max(2_147_483_647);
const typed = z.string().max(5_000).default('');
const Made = z.object({
  ...{ date: z.string().max(20), kind: ReportKindSchema, version },
  ...{ textPLAN: typed, textRESULT: typed, tomorrowRESULT: typed, casesPLAN: typed, casesRESULT: typed },
});
type Made = z.infer<typeof Made>;
/** The field of a comment is named by its report, because several stand in one card. */
const Commented = z.looseObject({ reportId: z.uuid(), version, tone: CommentToneSchema });

const MOST_CHOICES = 8;

/** What the person drafted last; their own applications are no work to report on. */
export async function choicesFor(
  { approvals, db }: Pick<ActionParts, 'approvals' | 'db'>,
  caller: Caller,
): Promise<Choice[]> {
  const { items } = await approvals.list(caller, { box: 'drafted' });
  const ids = items.map(({ id }) => id);
  const papers = await db.singly(caller.municipalityId, (tx) => papersAmong(tx, ids));
  const work = items.filter(({ id }) => !papers.has(id));
  return work.slice(0, MOST_CHOICES).map(({ id, title }) => ({ caseId: id, title }));
}

const inputOf = (data: Made) => {
  const isPlan = data.kind === 'PLAN';
  const cases = isPlan ? data.casesPLAN : data.casesRESULT;
  return MakeReportInputSchema.safeParse({
    ...{ kind: data.kind, version: data.version, text: isPlan ? data.textPLAN : data.textRESULT },
    ...{ tomorrow: isPlan ? '' : data.tomorrowRESULT, caseIds: cases === '' ? [] : cases.split(',') },
  });
};

/** What was typed is never lost: it comes back with a sentence on what is wrong. */
async function make(parts: ActionParts, caller: Caller, data: Made): Promise<ChatMessage> {
  const { reports, texts, clock } = parts;
  const choices = await choicesFor(parts, caller);
  const { locale } = caller;
  const date = dayTyped(data.date) ?? localDateOf(clock.now());
  const read = inputOf(data);
  const again = async (note: string) => {
    const isPlan = data.kind === 'PLAN';
    const said = { kind: data.kind, text: isPlan ? data.textPLAN : data.textRESULT, tomorrow: data.tomorrowRESULT };
    return ownMessage(await reports.read(caller, date), { locale, choices, note, typed: said });
  };
  if (!read.success) return again(say(texts, read.error.issues[0]?.message ?? '', locale, { max: 2_000 }) ?? '');
  try {
    const view = await reports.make(caller, date, read.data);
    return ownMessage(view, { locale, choices });
  } catch (error) {
    return again(sentenceOfRefusal(error, texts, caller.locale));
  }
}

/** After a comment the boss has the same list before them, as it is now. */
async function comment(parts: ActionParts, caller: Caller, data: z.infer<typeof Commented>): Promise<ChatMessage> {
  const { reports, texts } = parts;
  const { reportId, tone } = data;
  const words = data[`comment${reportId}`];
  const text = tone === 'WORDS' && typeof words === 'string' ? words : '';
  const { date } = await reports.readById(caller, reportId);
  const shown = async (note?: string) =>
    bossMessage(await reports.list(caller, { date }), { locale: caller.locale, note });
  const read = ReportCommentInputSchema.safeParse({ version: data.version, tone, text });
  if (!read.success) return shown(say(texts, read.error.issues[0]?.message ?? '', caller.locale, { max: 1_000 }) ?? '');
  try {
    await reports.comment(caller, reportId, read.data);
    return shown();
  } catch (error) {
    return shown(sentenceOfRefusal(error, texts, caller.locale));
  }
}

/** The verbs of the cards of reports. The card is believed in nothing; the policy is asked again. */
export const reportActions = (parts: ActionParts): Action[] => [
  action({ verb: 'telework/report', data: Made, handle: (caller, data) => make(parts, caller, data) }),
  action({ verb: 'telework/report-comment', data: Commented, handle: (caller, data) => comment(parts, caller, data) }),
  action({
    verb: 'telework/reports-open',
    data: z.object({ date: z.string().max(20) }),
    async handle(caller, { date }) {
      const day = dayTyped(date) ?? localDateOf(parts.clock.now());
      return bossMessage(await parts.reports.list(caller, { date: day }), { locale: caller.locale });
    },
  }),
];
