import { z } from 'zod';
import { type Clock, newId } from '../../platform/index.ts';
import {
  type Action,
  action,
  type Caller,
  type ChatMessage,
  type KaigiError,
  localDateOf,
  sentenceOfRefusal,
  type Texts,
  typedLines,
} from '../../shared/index.ts';
import { type InstructionContext, instructionMessage, words } from './cards.ts';
import { GiveInstructionInputSchema, type InstructionView, InstructionViewSchema } from './contract.ts';
import { formCard } from './form-card.ts';
import type { Instructions } from './service.ts';

export interface ActionsParts extends Pick<InstructionContext, 'caseUrl' | 'urls'> {
  readonly instructions: Instructions;
  readonly clock: Clock;
  readonly texts: Texts;
}

const { staffId, purpose, reader, length, sampleNumber } = GiveInstructionInputSchema.shape;
const Form = z.object({
  formId: z.uuid(),
  staffId,
  purpose,
  reader,
  length,
  sampleNumber,
  // An empty Input.Date tells an empty text.
  dueOn: z.union([z.literal(''), z.iso.date()]).default(''),
});
type Form = z.infer<typeof Form>;

const Cancelled = z.object({
  instructionId: z.uuid(),
  version: z.number().int().min(1).max(2_147_483_647),
  cancelReason: typedLines(1000),
});

/** What was typed comes back with a sentence on what is wrong with it. */
async function again(parts: ActionsParts, caller: Caller, { form, note }: { form: Form; note: string }) {
  const { instructions, clock } = parts;
  const { formId: _, ...typed } = form;
  const { locale } = caller;
  const addressees = await instructions.addressees(caller, '');
  // Whoever was chosen from a narrower list stays to be chosen.
  const chosen = addressees.items.some((one) => one.staffId === form.staffId);
  const kept = chosen ? typed : { ...typed, staffId: '' };
  const today = localDateOf(clock.now());
  const card = formCard({ locale, addressees, formId: newId(clock), today, typed: kept, note });
  return { kind: 'card', card, summary: words(locale, 'form.title') } satisfies ChatMessage;
}

/** The verbs of the cards of 作成指示. The card is believed in nothing; the policy is asked again. */
export function instructionActions(parts: ActionsParts): Action[] {
  const { instructions, texts, caseUrl, urls } = parts;
  const shown = ({ locale }: Caller, view: InstructionView, note?: string): ChatMessage =>
    instructionMessage(view, { locale, caseUrl, urls, ...(note === undefined ? {} : { note }) });
  return [
    action({
      verb: 'approvals/instruction-give',
      data: Form,
      async handle(caller, form) {
        const { formId, dueOn, ...said } = form;
        const input = { ...said, dueOn: dueOn === '' ? null : dueOn, confidentiality: 'C2' } as const;
        try {
          return shown(caller, await instructions.give({ ...caller, idempotencyKey: `card-${formId}` }, input));
        } catch (error) {
          return again(parts, caller, { form, note: sentenceOfRefusal(error, texts, caller.locale) });
        }
      },
    }),
    action({
      verb: 'approvals/instruction-cancel',
      data: Cancelled,
      async handle(caller, { instructionId, version, cancelReason: reason }) {
        try {
          return shown(caller, await instructions.cancel(caller, instructionId, { version, reason }));
        } catch (error) {
          const note = sentenceOfRefusal(error, texts, caller.locale);
          const brought = InstructionViewSchema.safeParse((error as KaigiError).present);
          if (brought.success) return shown(caller, brought.data, note);
          if ((error as KaigiError).kind === 'not-found') throw error;
          return shown(caller, await instructions.read(caller, instructionId), note);
        }
      },
    }),
  ];
}
