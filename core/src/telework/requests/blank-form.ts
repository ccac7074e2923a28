import { newId, type Tx } from '../../platform/index.ts';
import { type Caller, type ChatMessage, type LocalDate, localDateOf } from '../../shared/index.ts';
import { readApplication } from '../applications/store.ts';
import { activeSwitches } from '../disaster/switches.ts';
import { cardOf, type Element, heading, text } from '../elements.ts';
import { RegistrationInputSchema } from '../registrations/contract.ts';
import { registrationOf } from '../registrations/store.ts';
import { openPage } from '../tab-pages.ts';
import type { RequestChatParts } from './chat.ts';
import { words } from './chat-words.ts';
import type { TeleworkRequestInput } from './contract.ts';
import { firstInTime } from './first-in-time.ts';
import { formMessage } from './form-card.ts';
import { registeringOf } from './registering.ts';

/** What the registration says already, so that nobody types it twice; null where there is none today. */
async function registered(tx: Tx, staffId: string, today: LocalDate): Promise<Partial<TeleworkRequestInput> | null> {
  const registration = await registrationOf(tx, staffId, today);
  if (registration === null || registration.until < today) return null;
  const application = await readApplication(tx, registration.applicationId);
  const read = RegistrationInputSchema.safeParse(application?.input);
  const [place] = registration.places;
  return {
    ...(place === undefined ? {} : { place }),
    ...(registration.devices.length > 0 ? { devices: [...registration.devices] } : {}),
    ...(read.success ? { contact: read.data.contact } : {}),
  };
}

/** Whoever is not registered is told so, or who decides it, rather than made to fill in a form that is then refused. */
async function registerFirst(parts: RequestChatParts, caller: Caller): Promise<ChatMessage> {
  const { locale } = caller;
  const title = words(locale, 'title');
  const asked = await registeringOf(parts, caller);
  const body = [heading(title), text(asked?.note ?? words(locale, 'register'))];
  const url = asked?.caseId ? parts.caseUrl(asked.caseId) : null;
  const open: Element[] =
    url === null ? [] : [{ type: 'Action.OpenUrl', title: words(locale, 'open_registration'), url }];
  const tab = asked ? open : openPage(parts, 'registration', words(locale, 'register_open'));
  return { kind: 'card', card: cardOf(locale, body, tab), summary: title };
}

interface Shown {
  readonly typed: Partial<TeleworkRequestInput>;
  readonly date?: string;
  readonly note?: string;
}

/** The form, filled in with the registration and, before it, with what was typed. */
export async function blankForm(parts: RequestChatParts, caller: Caller, { typed, date, note }: Shown) {
  const { db, clock, directory, regulations, pageUrl } = parts;
  const { municipalityId, locale } = caller;
  const today = localDateOf(clock.now());
  const { known, switches } = await db.inMunicipality(municipalityId, async (tx) => {
    const [{ staffId }] = await Promise.all([directory.actorOf(tx, caller), regulations.ready(tx)]);
    return { known: await registered(tx, staffId, today), switches: await activeSwitches(tx, today) };
  });
  const { policy } = regulations.teleworkOn({ municipalityId, day: today });
  if (policy === null) return { kind: 'text', text: words(locale, 'none') } as const;
  const needed = policy.rules.some(({ rule }) => rule === 'REGISTRATION');
  // In a disaster an order may do without it.
  if (needed && known === null && switches.length === 0) return registerFirst(parts, caller);
  return formMessage({
    ...{ locale, pageUrl, policy, formId: newId(clock), note },
    typed: { ...known, ...typed },
    date: date ?? firstInTime(policy, today),
  });
}
