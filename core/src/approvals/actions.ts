import { z } from 'zod';
import {
  type Action,
  action,
  type Caller,
  type ChatMessage,
  KaigiError,
  say,
  typedLines,
  typedLinesOrNothing,
} from '../shared/index.ts';
import { caseCard, caseSummaryLine } from './cards.ts';
import { type ActInput, type CaseView, CaseViewSchema } from './contract.ts';
import type { Approvals } from './service.ts';
import { approvalsTexts } from './text.ts';

export interface ActionsParts {
  readonly approvals: Approvals;
  readonly caseUrl: (caseId: string) => string;
}

// What a card carries: an id and a version. What the person typed comes beside it. Anything else is not read.
const Pressed = z.object({ caseId: z.uuid(), version: z.number().int().min(1).max(2_147_483_647) });
const Typed = typedLines(1000);
const Comment = typedLinesOrNothing(1000).optional();
const Target = z.union([z.literal(''), z.uuid()]).optional();

/** Shows the case to this person, with a sentence on top when there is something to say. */
export function messageOf(
  view: CaseView,
  { caller, caseUrl, note }: { caller: Caller; caseUrl: ActionsParts['caseUrl']; note?: string },
): ChatMessage {
  const context = { locale: caller.locale, caseUrl, ...(note === undefined ? {} : { note }) };
  return { kind: 'card', card: caseCard(view, context), summary: caseSummaryLine(view, context) };
}

/** The verbs of the cards. Each re-reads the case and asks the policy again; the card is believed in nothing. */
export function approvalsActions({ approvals, caseUrl }: ActionsParts): Action[] {
  /** A stale card comes back fresh with one sentence; every other refusal too, when the case can be shown. */
  async function answered(caller: Caller, caseId: string, work: () => Promise<CaseView>): Promise<ChatMessage> {
    try {
      return messageOf(await work(), { caller, caseUrl });
    } catch (error) {
      if (!(error instanceof KaigiError)) throw error;
      const note = say(approvalsTexts, error.code, caller.locale, error.params);
      if (note === undefined || error.kind === 'not-found') throw error;
      const present = CaseViewSchema.safeParse(error.present);
      const view = present.success ? present.data : await approvals.read(caller, caseId);
      return messageOf(view, { caller, caseUrl, note });
    }
  }
  const act = <T extends z.infer<typeof Pressed>>(verb: string, data: z.ZodType<T>, input: (data: T) => ActInput) =>
    action({
      verb: `approvals/${verb}`,
      data,
      handle: (caller, pressed) =>
        answered(caller, pressed.caseId, () => approvals.act(caller, pressed.caseId, input(pressed))),
    });
  return [
    act('approve', Pressed.extend({ comment: Comment }), ({ version, comment }) => ({
      act: 'approve',
      version,
      ...(comment ? { comment } : {}),
    })),
    act('send-back', Pressed.extend({ reason: Typed, toSlotId: Target }), ({ version, reason, toSlotId }) => ({
      act: 'sendBack',
      version,
      reason,
      toSlotId: toSlotId || null,
    })),
    act('ask', Pressed.extend({ text: Typed }), ({ version, text }) => ({ act: 'ask', version, text })),
    act('answer', Pressed.extend({ questionId: z.uuid(), text: Typed }), ({ version, questionId, text }) => ({
      act: 'answer',
      version,
      questionId,
      text,
    })),
    act('pull-back', Pressed, ({ version }) => ({ act: 'pullBack', version })),
    act('confirm-withdrawal', Pressed, ({ version }) => ({ act: 'confirmWithdrawal', version })),
    act('decline-withdrawal', Pressed.extend({ reason: Typed }), ({ version, reason }) => ({
      act: 'declineWithdrawal',
      version,
      reason,
    })),
    action({
      verb: 'approvals/refresh',
      data: Pressed,
      handle: (caller, { caseId }) => answered(caller, caseId, () => approvals.read(caller, caseId)),
    }),
  ];
}
