import { z } from 'zod';
import { type Clock, newId } from '../../platform/index.ts';
import {
  type Action,
  action,
  type Caller,
  type ChatCommand,
  type ChatMessage,
  KaigiError,
  say,
  type Texts,
} from '../../shared/index.ts';
import type { Book } from './book.ts';
import {
  type Course,
  formMessage,
  nextQuestion,
  questionMessage,
  takenMessage,
  verdictMessage,
  words,
} from './chat-cards.ts';
import { TakeNumberInputSchema } from './contract.ts';

export interface NumberChatParts {
  readonly book: Pick<Book, 'lists' | 'numbers'>;
  readonly clock: Clock;
  /** Where the tab shows one of its pages; empty where nobody knows. */
  readonly pageUrl: (page: string) => string;
  /** The sentences of every capability: the regulations may refuse too. */
  readonly texts: Texts;
}

const MOST = 200;
const TapId = z.uuid();
const Answers = z.string().max(400);
const CourseSchema = z.object({ tapId: TapId, answers: Answers.default(''), title: z.string().max(MOST).default('') });
/** Teams sends a field that was left empty as an empty text. */
const blankIsNone = (typed: unknown) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed);
const Taken = z.object({
  ...{ tapId: TapId, answers: Answers.default(''), reserve: z.boolean(), series: TakeNumberInputSchema.shape.series },
  title: TakeNumberInputSchema.shape.title,
  counterparty: z.preprocess(blankIsNone, TakeNumberInputSchema.shape.counterparty),
});

/** The next question, or the answer with what can be done about it. */
async function asked({ book: { lists } }: NumberChatParts, caller: Caller, course: Course): Promise<ChatMessage> {
  const need = await lists.need(caller, course.answers);
  if (need.verdict) {
    const choices = await lists.choices(caller, null);
    return verdictMessage({ verdict: need.verdict, choices, course }, caller.locale);
  }
  const next = nextQuestion(need, course.answers);
  return next ? questionMessage(next, course, caller.locale) : form({ book: { lists } }, caller, course);
}

/** The form; a sentence alone for whoever has no run of numbers. */
async function form(
  { book: { lists } }: { readonly book: Pick<Book, 'lists'> },
  caller: Caller,
  course: Course,
  problem?: string,
): Promise<ChatMessage> {
  const choices = await lists.choices(caller, null);
  if (choices.series.length === 0) return { kind: 'text', text: words(caller.locale, 'no_series') };
  return formMessage({ choices, course, ...(problem === undefined ? {} : { problem }) }, caller.locale);
}

/** As the page of the register does; pressed twice, the number that was taken comes again. */
async function take(parts: NumberChatParts, caller: Caller, pressed: z.infer<typeof Taken>): Promise<ChatMessage> {
  const { tapId, answers, reserve, series, title, counterparty } = pressed;
  const input = { series, title, reserve, ...(counterparty === undefined ? {} : { counterparty }) };
  try {
    const view = await parts.book.numbers.take({ ...caller, idempotencyKey: tapId }, input);
    return takenMessage(view, { locale: caller.locale, pageUrl: parts.pageUrl });
  } catch (error) {
    // Of a card from which another number came already, no other is taken.
    if (!(error instanceof KaigiError) || error.code === 'platform.idempotency_key_reused') throw error;
    const problem = say(parts.texts, error.code, caller.locale, error.params);
    if (problem === undefined) throw error;
    return form(parts, caller, { tapId, answers, title }, problem);
  }
}

/** 政第12号, 政第12号の2: a number that is there already. */
const NUMBER = /^\S{0,30}第\s?\d{1,7}\s?号(?:の\d{1,4})?$/u;
/** 「番号を取りたい」「番号は要りますか」: no title. */
const WISH =
  /^(?:は|が|を|の|も|って)?\s*(?:(?:要|い)(?:る|ります)|必要(?:です)?|[取と](?:る|りたい)|(?:取得|予約)(?:する|したい)?|(?:ほ|欲)しい|(?:くだ|下)さい|教えて)?(?:か|の|のか)?$/u;

const titleOf = (argument: string): string => (WISH.test(argument) ? '' : Array.from(argument).slice(0, MOST).join(''));

/**
 * 「番号」: three questions, the answer with its article, and the number where it is wanted. Of a number that is there
 * already (「文書番号 政第12号」) the document is meant.
 */
export const numberCommand = (parts: NumberChatParts & { readonly find: ChatCommand['handle'] }): ChatCommand => ({
  words: ['番号', '文書番号', '文書の番号', '収受番号', '発送番号', '起案番号', '採番', 'number', 'document number'],
  givesWay: true,
  help: {
    ja: '「番号」：番号が要るかを3つの質問で答え、その場で番号を取るか予約します。「番号 ○○」なら、○○を件名に入れておきます。「番号 政第12号」なら、その文書を探します。',
    en: '“number …”: three questions tell whether a document needs a number, and the number is taken or reserved at once. With a number that is there already, its document is found.',
  },
  handle: async (caller, argument) =>
    NUMBER.test(argument)
      ? parts.find(caller, argument)
      : [await asked(parts, caller, { tapId: newId(parts.clock), answers: '', title: titleOf(argument) })],
});

/** What the buttons of its cards do. */
export const numberActions = (parts: NumberChatParts): Action[] => [
  action({ verb: 'records/number-need', data: CourseSchema, handle: (caller, course) => asked(parts, caller, course) }),
  action({ verb: 'records/number-form', data: CourseSchema, handle: (caller, course) => form(parts, caller, course) }),
  action({ verb: 'records/number-take', data: Taken, handle: (caller, pressed) => take(parts, caller, pressed) }),
];
