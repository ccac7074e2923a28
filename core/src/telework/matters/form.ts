import { z } from 'zod';
import { newId } from '../../platform/index.ts';
import {
  type Action,
  action,
  type Caller,
  type ChatMessage,
  type Json,
  type LocalDate,
  localDateOf,
  sentenceOfRefusal,
} from '../../shared/index.ts';
import { applicationMessage } from '../applications/cards.ts';
import type { ApplicationKind } from '../applications/kind.ts';
import type { Applications } from '../applications/service.ts';
import { cardOf, type Element, execute, heading, note, small } from '../elements.ts';
import type { RoomParts } from '../room.ts';
import { openPage, type TabPage } from '../tab-pages.ts';
import { formWords } from './form-text.ts';

export type Typed = Readonly<Record<string, string>>;

/** A card by which something is applied for: few fields, filled in as far as can be known. */
export interface Form<I extends Readonly<Record<string, Json>>> {
  /** `leave-apply` */
  readonly verb: string;
  readonly kind: ApplicationKind<I>;
  readonly title: (caller: Caller) => string;
  /** What is worth knowing before it is filled in, and the fields with what was typed. */
  readonly body: (
    caller: Caller,
    typed: Typed,
  ) => Promise<{ readonly lead: readonly string[]; readonly fields: readonly Element[] }>;
  /** Where the tab asks for more than the card does. */
  readonly page?: TabPage;
  /** What was typed, as the input of the kind; read by its schema. */
  readonly input: (typed: Typed) => unknown;
}

export interface FormParts extends Pick<RoomParts, 'clock' | 'texts' | 'caseUrl' | 'pageUrl'> {
  readonly applications: Applications;
}

const Sent = z.looseObject({ formId: z.uuid() });

export interface Shown {
  readonly typed: Typed;
  readonly note?: string | undefined;
}

/** The form, empty or with what was typed and a sentence on what is wrong with it. */
export async function formMessage<I extends Readonly<Record<string, Json>>>(
  { clock, pageUrl }: Pick<FormParts, 'clock' | 'pageUrl'>,
  form: Form<I>,
  { caller, shown }: { caller: Caller; shown: Shown },
): Promise<ChatMessage> {
  const { lead, fields } = await form.body(caller, shown.typed);
  const title = form.title(caller);
  const body = [...note(shown.note), heading(title), ...lead.map((line) => small(line)), ...fields];
  // The same form is one application, however often it is pressed.
  const send = execute(form.verb, formWords(caller.locale, 'send'), { formId: newId(clock) }, { style: 'positive' });
  const tab = form.page ? openPage({ pageUrl }, form.page, formWords(caller.locale, 'tab')) : [];
  return { kind: 'card', card: cardOf(caller.locale, body, [send, ...tab]), summary: title };
}

const typedOf = (data: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value.trim()]] : [])),
  );

/** Applies with what the card brings; the card is believed in nothing. */
export function formAction<I extends Readonly<Record<string, Json>>>(parts: FormParts, form: Form<I>): Action {
  const { applications, texts, caseUrl, pageUrl } = parts;
  return action({
    verb: `telework/${form.verb}`,
    data: Sent,
    async handle(caller, { formId, ...data }) {
      const typed = typedOf(data);
      const again = (said: string) => formMessage(parts, form, { caller, shown: { typed, note: said } });
      const input = form.kind.input.safeParse(form.input(typed));
      if (!input.success) return again(formWords(caller.locale, 'unreadable'));
      try {
        const made = { ...caller, idempotencyKey: `card-${formId}` };
        const view = await applications.make(made, { kind: form.kind, input: input.data });
        return applicationMessage(view, { locale: caller.locale, caseUrl, pageUrl });
      } catch (error) {
        return again(sentenceOfRefusal(error, texts, caller.locale));
      }
    },
  });
}

export const todayOf = ({ clock }: Pick<FormParts, 'clock'>): LocalDate => localDateOf(clock.now());

export const field = (type: string, id: string, more: Element): Element => ({ type, id, ...more });

export const choice = (
  id: string,
  label: string,
  more: { value: string; choices: readonly (readonly [string, string])[] },
): Element => ({
  ...{ type: 'Input.ChoiceSet', id, label, value: more.value },
  choices: more.choices.map(([value, title]) => ({ value, title })),
});
