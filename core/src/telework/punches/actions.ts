import { z } from 'zod';
import { type Clock, newId } from '../../platform/index.ts';
import {
  type Action,
  action,
  badInput,
  type Caller,
  type ChatMessage,
  KaigiError,
  type LocalDate,
  localTimeOf,
  say,
  type Texts,
  typedDay,
  typedLines,
} from '../../shared/index.ts';
import type { ToTab } from '../tab-pages.ts';
import { instantOf } from '../working-time/span.ts';
import { type CardContext, correctionMessage, dayMessage } from './cards.ts';
import {
  CorrectionViewSchema,
  MidShiftInputSchema,
  PunchKindSchema,
  type WorkdayView,
  WorkdayViewSchema,
} from './contract.ts';
import type { Corrections } from './corrections.ts';
import type { Punches } from './service.ts';
import { punchWords } from './text.ts';
import { words } from './words.ts';

export interface PunchActionsParts extends ToTab {
  readonly punches: Punches;
  readonly corrections: Corrections;
  readonly clock: Clock;
  readonly texts: Texts;
}

const Key = z.string().min(1).max(100);
const Tapped = z.object({ punch: PunchKindSchema, tapId: Key });
const Stated = z.object({ date: typedDay(), punch: z.enum(['START', 'END']), tapId: Key, time: z.string().max(20) });
const MidShift = MidShiftInputSchema.extend({ date: typedDay() }).strip();
const OneCorrection = z.object({ correctionId: z.uuid() });
const Declined = OneCorrection.extend({ comment: typedLines(1000) });

const TIME = /^(\d{1,2}):(\d{2})$/;

/** The instant that 「1:10」 means as the end of a day: after its last punch, so the night after. */
function instantIn(time: string, { date, punches }: WorkdayView, punch: 'START' | 'END'): Date {
  const [, hour = '', minute = ''] = TIME.exec(time.normalize('NFKC').trim()) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  if (hour === '' || Number(minute) > 59 || minutes > 47 * 60) throw badInput('telework.correction_time_unreadable');
  const at = instantOf(date as LocalDate, minutes);
  const last = punches.at(-1);
  const isNightAfter = punch === 'END' && last !== undefined && at <= new Date(last.at) && minutes < 1440;
  return isNightAfter ? instantOf(date as LocalDate, minutes + 1440) : at;
}

type Saying = Pick<CardContext, 'said'>;

function showing({ clock, pageUrl, texts }: PunchActionsParts) {
  const context = ({ locale }: Caller) => ({ locale, pageUrl, key: newId(clock) });
  const day = (caller: Caller, view: WorkdayView, saying: Saying = {}): ChatMessage =>
    dayMessage(view, { ...context(caller), ...saying });
  /** The card as it is now, with the sentence of what was refused. */
  const refused = (caller: Caller, error: unknown): ChatMessage => {
    if (!(error instanceof KaigiError)) throw error;
    const sentence = say(texts, error.code, caller.locale, error.params);
    const saying = sentence === undefined ? {} : { said: { sentence, isOdd: true } };
    const shown = WorkdayViewSchema.safeParse(error.present);
    if (shown.success) return day(caller, shown.data, saying);
    const correction = CorrectionViewSchema.safeParse(error.present);
    if (correction.success) return correctionMessage(correction.data, { ...context(caller), ...saying });
    throw error;
  };
  return { context, day, refused };
}

function dayActions(parts: PunchActionsParts): Action[] {
  const { punches, corrections } = parts;
  const { day, refused } = showing(parts);
  return [
    action({
      verb: 'telework/punch',
      data: Tapped,
      async handle(caller, { punch, tapId }) {
        const input = { punch, key: `card:${tapId}`, clientAt: null, clientSentAt: null };
        const { day: view, sentence } = await punches.punch(caller, { ...input, source: 'CARD' });
        const isOdd = view.odd.some((one) => sentence.includes(one.sentence));
        return day(caller, view, { said: { sentence, isOdd } });
      },
    }),
    action({
      verb: 'telework/state-punch',
      data: Stated,
      async handle(caller, { date, punch, tapId, time }) {
        const view = await punches.day(caller, date as LocalDate);
        const at = instantIn(time, view, punch);
        const params = { time: localTimeOf(at), punch: punchWords[punch][caller.locale] };
        const changes = [{ replaces: null, by: { punch, at: at.toISOString() } }];
        const reason = words('ja', punch === 'END' ? 'ask_end_line' : 'ask_start_line', { day: date });
        try {
          const asked = await corrections.ask(
            { ...caller, idempotencyKey: `card-${tapId}` },
            { date, changes, reason },
          );
          return day(caller, asked, { said: { sentence: words(caller.locale, 'stated', params), isOdd: false } });
        } catch (error) {
          return refused(caller, error);
        }
      },
    }),
    action({
      verb: 'telework/mid-shift',
      data: MidShift,
      async handle(caller, { date, ...input }) {
        try {
          const view = await punches.answerMidShift(caller, date as LocalDate, input);
          const sentence = words(caller.locale, 'asked_leave');
          return day(caller, view, input.as === 'HOURLY_LEAVE' ? { said: { sentence, isOdd: false } } : {});
        } catch (error) {
          return refused(caller, error);
        }
      },
    }),
  ];
}

function correctionActions(parts: PunchActionsParts): Action[] {
  const { corrections } = parts;
  const { context, refused } = showing(parts);
  const settled = async (caller: Caller, work: ReturnType<Corrections['settle']>): Promise<ChatMessage> => {
    try {
      return correctionMessage(await work, context(caller));
    } catch (error) {
      return refused(caller, error);
    }
  };
  return [
    action({
      verb: 'telework/correction-confirm',
      data: OneCorrection,
      handle: (caller, { correctionId }) =>
        settled(caller, corrections.settle(caller, correctionId, { outcome: 'CONFIRMED', comment: '' })),
    }),
    action({
      verb: 'telework/correction-decline',
      data: Declined,
      handle: (caller, { correctionId, comment }) =>
        settled(caller, corrections.settle(caller, correctionId, { outcome: 'DECLINED', comment })),
    }),
    action({
      verb: 'telework/correction-withdraw',
      data: OneCorrection,
      handle: (caller, { correctionId }) => settled(caller, corrections.withdraw(caller, correctionId)),
    }),
  ];
}

/** The verbs of the cards of 打刻. The card is believed in nothing; the policy is asked again. */
export const punchActions = (parts: PunchActionsParts): Action[] => [...dayActions(parts), ...correctionActions(parts)];
