import { type Clock, newId } from '../../platform/index.ts';
import { type Caller, type ChatCommand, type ChatMessage, localDateOf } from '../../shared/index.ts';
import { type InstructionContext, words } from './cards.ts';
import { formCard } from './form-card.ts';
import { instructionListCard } from './list-card.ts';
import type { Instructions } from './service.ts';

export interface CommandParts extends Pick<InstructionContext, 'caseUrl' | 'urls'> {
  readonly instructions: Instructions;
  readonly clock: Clock;
}

const ROWS = 8;

/** 「作成指示」: the form for whoever has people below, and the lists of both sides. */
export const instructionCommand = (parts: CommandParts): ChatCommand => ({
  words: ['作成指示', 'instruction'],
  help: {
    ja: '「作成指示」：部下に起案を指示します。届いた指示と出した指示も示します。',
    en: '“instruction”: asks somebody below you to draft; and shows what was given and received.',
  },
  async handle(caller, argument) {
    const q = argument.trim();
    const [form, lists] = [await formOf(parts, caller, q), await listsOf(parts, caller)];
    const found = [...form, ...lists];
    return found.length > 0 ? found : [{ kind: 'text', text: words(caller.locale, 'list.none') }];
  },
});

async function formOf({ instructions, clock }: CommandParts, caller: Caller, q: string): Promise<ChatMessage[]> {
  const { locale } = caller;
  const addressees = await instructions.addressees(caller, q.slice(0, 100));
  if (addressees.items.length === 0)
    return q === '' ? [] : [{ kind: 'text', text: words(locale, 'form.nobody', { query: q }) }];
  const today = localDateOf(clock.now());
  const card = formCard({ locale, addressees, formId: newId(clock), today });
  return [{ kind: 'card', card, summary: words(locale, 'form.title') }];
}

/** What waits for the caller's draft, and what of theirs is not over; newest first. */
async function listsOf({ instructions, caseUrl, urls }: CommandParts, caller: Caller): Promise<ChatMessage[]> {
  const [received, given] = await Promise.all([
    instructions.list(caller, { box: 'received' }),
    instructions.list(caller, { box: 'given' }),
  ]);
  const { locale } = caller;
  const lists = {
    received: received.items.filter(({ state }) => state === 'OPEN').slice(0, ROWS),
    given: given.items.filter(({ state }) => state === 'OPEN' || state === 'DRAFTED').slice(0, ROWS),
  };
  if (lists.received.length + lists.given.length === 0) return [];
  const summary = words(locale, lists.received.length > 0 ? 'list.received' : 'list.given');
  return [{ kind: 'card', card: instructionListCard(lists, { locale, caseUrl, urls }), summary }];
}
