import {
  type Action,
  action,
  type Caller,
  type ChatCommand,
  conflict,
  type Locale,
  notAllowed,
} from '@kaigi/core/shared';
import { z } from 'zod';
import type { Address, BotSuite } from '../options.ts';
import type { ConversationReference } from '../parse-conversation.ts';
import { smallCompose } from './small-compose.ts';

const card = (text: string) => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });

export interface SmallSuite extends BotSuite {
  /** Who called what. */
  readonly calls: { readonly caller: Caller; readonly verb: string; readonly data: unknown }[];
  readonly kept: (Address & { readonly reference: ConversationReference; readonly locale: Locale })[];
  readonly dropped: Address[];
  /** Ends what `slow` is waiting for. */
  finishSlow(): void;
}

const ApproveSchema = z.strictObject({ caseId: z.guid(), version: z.number().int() });
const SendBackSchema = z.object({
  caseId: z.guid(),
  reason: z
    .string()
    .trim()
    .min(1, 'test.reason_missing')
    .refine((text) => text.length <= 20, { error: 'test.reason_too_long', params: { max: 20 } }),
});

const texts = {
  'test.not_the_holder': { ja: 'いま{title}の番ではありません。', en: 'It is not with {title} now.' },
  'test.reason_missing': { ja: '差戻しの理由を書いてください。', en: 'Write the reason.' },
  'test.reason_too_long': { ja: '理由は{max}文字までです。', en: 'At most {max} characters.' },
};

/** The least suite that a bot can serve: one verb for each way an action can end. */
export function smallSuite(): SmallSuite {
  const calls: SmallSuite['calls'] = [];
  const kept: SmallSuite['kept'] = [];
  const dropped: Address[] = [];
  let finishSlow = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    finishSlow = resolve;
  });
  const recorded = <D extends object>(
    verb: string,
    data: z.ZodType<D>,
    end: (data: D) => Promise<string> | string,
  ): Action =>
    action<object>({
      verb,
      data,
      handle: async (caller, read) => {
        calls.push({ caller, verb, data: read });
        return { kind: 'card', summary: verb, card: card(await end(read as D)) };
      },
    });
  const compose = smallCompose({ calls, card, slow });
  const actions = [
    recorded('test/approve', ApproveSchema, () => '承認しました'),
    recorded('test/send-back', SendBackSchema, ({ reason }) => reason),
    recorded('test/refuse', z.object({}), () => {
      throw notAllowed('test.not_the_holder', { title: '課長' });
    }),
    recorded('test/untold', z.object({}), () => {
      throw conflict('test.without_sentence');
    }),
    recorded('test/fail', z.object({}), () => {
      throw new TypeError('secret detail');
    }),
    recorded('test/huge', z.object({}), () => 'あ'.repeat(20_000)),
    recorded('test/slow', z.object({}), () => slow.then(() => '終わりました')),
  ];
  const commands: ChatCommand[] = [
    {
      words: ['受信箱', 'inbox'],
      help: { ja: '受信箱：あなたの番の案件', en: 'inbox: what waits for you' },
      handle: async (caller) => {
        calls.push({ caller, verb: '受信箱', data: null });
        return [
          { kind: 'text', text: '1 件あります。' },
          { kind: 'card', summary: '予算案', card: card('予算案') },
        ];
      },
    },
    {
      words: ['今どこ', 'where'],
      help: { ja: '今どこ ○○：案件が誰のところにあるか', en: 'where …: who has the case' },
      handle: async (_caller, argument) => [{ kind: 'text', text: `「${argument}」は課長にあります。` }],
    },
    {
      words: ['ゆっくり'],
      help: { ja: 'ゆっくり：待つ', en: 'slow: waits' },
      handle: async () => {
        await slow;
        return [{ kind: 'text', text: 'お待たせしました。' }];
      },
    },
  ];
  const notifications = {
    keepAddress: async (address: SmallSuite['kept'][number]) => kept.push(address),
    dropAddress: async (address: Address) => dropped.push(address),
  };
  return { actions, commands, compose, texts, notifications, calls, kept, dropped, finishSlow: () => finishSlow() };
}
