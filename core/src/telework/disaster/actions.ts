import { z } from 'zod';
import { type Action, action, type Caller, type ChatMessage, KaigiError, say, type Texts } from '../../shared/index.ts';
import type { ToTab } from '../tab-pages.ts';
import { boardMessage, rollMessage } from './roll-cards.ts';
import {
  MusterAnswerInputSchema,
  type RollAnswerInput,
  type RollBoard,
  type RollBoardQuery,
  RollKindSchema,
  SafetyAnswerInputSchema,
} from './roll-contract.ts';
import type { RollNamed } from './roll-seeing.ts';
import type { Rolls } from './rolls.ts';

export interface ActionParts extends ToTab {
  readonly rolls: Rolls;
  readonly board: (caller: Caller, asked: { named: RollNamed; query: RollBoardQuery }) => Promise<RollBoard>;
  readonly texts: Texts;
}

const Named = { rollId: z.uuid(), kind: RollKindSchema };
// An empty field of a card may not come at all.
const typed = z.string().max(2_000).optional();
const Answered = z.object({ ...Named, answer: z.string().max(40), words: typed, place: typed });
const Reminded = z.object({ ...Named, version: z.number().int().min(1).max(2_147_483_647) });

const inputOf = ({ kind, answer, words = '', place = '' }: z.infer<typeof Answered>): RollAnswerInput => {
  const schema = kind === 'SAFETY' ? SafetyAnswerInputSchema : MusterAnswerInputSchema;
  // What was typed is cut rather than refused: that somebody is hurt must not fail for a long sentence.
  return schema.parse({ answer, words: readable(words, 500), place: readable(place, 200) });
};

const readable = (value: string, most: number): string =>
  Array.from(
    value
      .toWellFormed()
      .replaceAll(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, ' ')
      .trim(),
  )
    .slice(0, most)
    .join('');

/** The verbs of the cards. The card is believed in nothing but what was asked. */
export function rollActions({ rolls, board, texts, pageUrl }: ActionParts): Action[] {
  const shown = async (caller: Caller, named: RollNamed, note?: string): Promise<ChatMessage> =>
    boardMessage(await board(caller, { named, query: {} }), { locale: caller.locale, note, pageUrl });
  return [
    action({
      verb: 'telework/roll-answer',
      data: Answered,
      async handle(caller, data) {
        const { rollId, kind } = data;
        const view = await rolls.answer(caller, { rollId, kind }, inputOf(data));
        return rollMessage(view, { locale: caller.locale });
      },
    }),
    action({
      verb: 'telework/roll-board',
      data: z.object(Named),
      handle: (caller, named) => shown(caller, named),
    }),
    action({
      verb: 'telework/roll-remind',
      data: Reminded,
      async handle(caller, { rollId, kind, version }) {
        const named = { rollId, kind };
        try {
          await rolls.remind(caller, named, { version });
          return shown(caller, named);
        } catch (error) {
          if (!(error instanceof KaigiError) || error.kind !== 'conflict') throw error;
          return shown(caller, named, say(texts, error.code, caller.locale, error.params));
        }
      },
    }),
  ];
}
