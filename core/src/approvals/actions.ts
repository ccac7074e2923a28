import { type Action, action, type Caller, type ChatMessage, KaigiError, say, type Texts } from '../shared/index.ts';
import { caseCard } from './cards/case-card.ts';
import { caseSummaryLine } from './cards/head.ts';
import { type CaseView, CaseViewSchema } from './contract.ts';
import { type Button, buttons, Pressed } from './pressed.ts';
import type { Members } from './section-members.ts';
import type { Approvals } from './service.ts';

export interface ActionsParts {
  readonly approvals: Approvals;
  readonly caseUrl: (caseId: string) => string;
  /** Of whom the receiver of a consulted section may name one. */
  readonly membersFor: (caller: Caller, view: CaseView) => Promise<Members>;
  /** The sentences of every capability: an act may be refused by the regulations too. */
  readonly texts: Texts;
}

/** The verbs of the cards. Each re-reads the case and asks the policy again; the card is believed in nothing. */
export function approvalsActions({ approvals, caseUrl, membersFor, texts }: ActionsParts): Action[] {
  async function messageOf(caller: Caller, view: CaseView, note?: string): Promise<ChatMessage> {
    const members = await membersFor(caller, view);
    const context = { locale: caller.locale, caseUrl, members, ...(note === undefined ? {} : { note }) };
    return { kind: 'card', card: caseCard(view, context), summary: caseSummaryLine(view, context) };
  }
  /** A stale card comes back fresh with one sentence; every other refusal too, when the case can be shown. */
  async function answered(caller: Caller, caseId: string, work: () => Promise<CaseView>): Promise<ChatMessage> {
    try {
      return await messageOf(caller, await work());
    } catch (error) {
      if (!(error instanceof KaigiError)) throw error;
      const note = say(texts, error.code, caller.locale, error.params);
      if (note === undefined || error.kind === 'not-found') throw error;
      return messageOf(caller, await present(caller, caseId, error), note);
    }
  }
  /** As it is now, with what is known of absences; for whoever may no longer read it, what the refusal brought. */
  async function present(caller: Caller, caseId: string, refusal: KaigiError): Promise<CaseView> {
    const brought = CaseViewSchema.safeParse(refusal.present);
    if (brought.success && brought.data.task !== null) return brought.data;
    try {
      return await approvals.read(caller, caseId);
    } catch (error) {
      if (brought.success && error instanceof KaigiError) return brought.data;
      throw error;
    }
  }
  const act = ([verb, button]: readonly [string, Button]): Action =>
    action({
      verb: `approvals/${verb}`,
      data: button.data,
      handle: (caller, pressed) =>
        answered(caller, pressed.caseId, () => approvals.act(caller, pressed.caseId, button.act(pressed))),
    });
  return [
    ...Object.entries(buttons).map(act),
    action({
      verb: 'approvals/refresh',
      data: Pressed,
      handle: (caller, { caseId }) => answered(caller, caseId, () => approvals.read(caller, caseId)),
    }),
  ];
}
