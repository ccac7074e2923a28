import { z } from 'zod';
import type { Clock } from '../../platform/index.ts';
import {
  type Action,
  action,
  type Caller,
  type ChatMessage,
  KaigiError,
  localDateOf,
  say,
  type Texts,
  typedDay,
  typedLines,
} from '../../shared/index.ts';
import { applicationMessage, type CardContext, returnMessage } from './cards.ts';
import type { ApplicationView } from './contract.ts';
import type { Applications } from './service.ts';

export interface ActionParts extends Pick<CardContext, 'caseUrl' | 'pageUrl'> {
  readonly applications: Applications;
  readonly clock: Clock;
  readonly texts: Texts;
}

const named = { applicationId: z.uuid(), version: z.number().int().min(1).max(2_147_483_647) };
const reason = typedLines(1000);
const Filed = z.object(named);
const Withdrawn = z.object({ ...named, reason });
const Cancelled = z.object({ ...named, itemId: z.uuid(), reason });
const Returned = z.object({ ...named, dueOn: typedDay() });

type Show = (view: ApplicationView, context: CardContext) => ChatMessage;

/** The card as it is now, and where nothing was done, the sentence that says why. */
async function pressed(
  { applications, texts, caseUrl, pageUrl }: ActionParts,
  { caller, applicationId, show }: { caller: Caller; applicationId: string; show: Show },
  work: () => Promise<ApplicationView>,
): Promise<ChatMessage> {
  const { locale } = caller;
  try {
    return show(await work(), { locale, caseUrl, pageUrl });
  } catch (error) {
    if (!(error instanceof KaigiError) || error.kind === 'not-found') throw error;
    const note = say(texts, error.code, locale, error.params) ?? error.code;
    return show(await applications.read(caller, applicationId), { locale, caseUrl, pageUrl, note });
  }
}

/** The verbs of the cards of 申請. The card is believed in nothing; the policy is asked again. */
export function applicationActions(parts: ActionParts): Action[] {
  const { applications, clock } = parts;
  const ofCard = (caller: Caller, verb: string, data: object): Caller => ({
    ...caller,
    idempotencyKey: caller.idempotencyKey ?? `card-${verb}-${Object.values(data).slice(0, 3).join('-')}`,
  });
  return [
    action({
      verb: 'telework/application-file',
      data: Filed,
      handle: (caller, { applicationId, version }) =>
        pressed(parts, { caller, applicationId, show: applicationMessage }, () =>
          applications.file(caller, { applicationId, version }),
        ),
    }),
    action({
      verb: 'telework/application-withdraw',
      data: Withdrawn,
      handle: (caller, { applicationId, ...input }) =>
        pressed(parts, { caller, applicationId, show: applicationMessage }, () =>
          applications.withdraw(caller, { applicationId, input }),
        ),
    }),
    action({
      verb: 'telework/day-cancel',
      data: Cancelled,
      handle: (caller, { applicationId, itemId, ...input }) =>
        pressed(parts, { caller, applicationId, show: applicationMessage }, () =>
          applications.cancelDay(ofCard(caller, 'cancel', { itemId, version: input.version, reason: input.reason }), {
            ...{ applicationId, itemId, input },
          }),
        ),
    }),
    action({
      verb: 'telework/return-items',
      data: Returned,
      handle(caller, { applicationId, dueOn, version }) {
        const today = localDateOf(clock.now());
        const show: Show = (view, context) => returnMessage(view, { ...context, today });
        const once = ofCard(caller, 'return', { applicationId, dueOn, version });
        return pressed(parts, { caller, applicationId, show }, () =>
          applications.returnItems(once, { applicationId, input: { version, dueOn, note: '' } }),
        );
      },
    }),
  ];
}
