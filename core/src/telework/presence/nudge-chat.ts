import { z } from 'zod';
import type { Notifications, ShownInChat } from '../../notifications/index.ts';
import type { Clock, Database, JobSpec, Subscriber, Task } from '../../platform/index.ts';
import {
  type Action,
  action,
  asTyped,
  type Card,
  type ChatMessage,
  type Json,
  type Locale,
  localTimeOf,
  say,
} from '../../shared/index.ts';
import { TELEWORK_CHANGED } from '../history/store.ts';
import type { NudgeView } from './contract.ts';
import * as store from './nudge-store.ts';
import { NUDGE_DUE, type Nudges, presentNudge } from './nudges.ts';
import { nudgeTexts } from './text.ts';

const SUBJECT = 'telework/nudge';
const SHOW = 'telework/show-nudge';
const RETRY_MS = 60_000;

type Code = keyof typeof nudgeTexts extends `telework.nudge_${infer Rest}` ? Rest : never;
const words = (locale: Locale, code: Code, params: Record<string, string> = {}): string =>
  say(nudgeTexts, `telework.nudge_${code}`, locale, params) ?? code;

const time = (instant: string | null): string => (instant === null ? '' : localTimeOf(new Date(instant)));
const nameOf = ({ unitName, postTitle, name }: NudgeView['person']): string => `${unitName} ${postTitle} ${name}`;

const TONE = { ASKED: 'Accent', ANSWERED: 'Good', ANSWERED_LATE: 'Warning', UNANSWERED: 'Attention' } as const;

/** One tap for whom it is asked of; for whoever asked, how it stands. */
function cardOf(view: NudgeView, { locale, mine }: { locale: Locale; mine: boolean }): Card {
  const { state, message, answer, askedAt, dueAt, answeredAt, person, askedBy } = view;
  const line = (text: string, more: Record<string, Json> = {}): Json => ({
    type: 'TextBlock',
    text: asTyped(text),
    wrap: true,
    ...more,
  });
  const head = mine
    ? words(locale, 'title', { who: nameOf(askedBy) })
    : words(locale, 'title_asker', { who: nameOf(person) });
  const params = { due: time(dueAt), at: time(answeredAt ?? askedAt) };
  const body: Json[] = [
    line(head, { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    ...(message === '' ? [] : [line(message)]),
    line(words(locale, mine ? `state_${state}` : `told_${state}`, params), { color: TONE[state], weight: 'Bolder' }),
    ...(answer === '' ? [] : [line(answer)]),
  ];
  const button: Json = {
    ...{ type: 'Action.Execute', verb: 'telework/nudge-answer', title: words(locale, 'answer'), style: 'positive' },
    data: { nudgeId: view.id },
  };
  return {
    ...{ type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5', body },
    ...(view.mayAnswer ? { actions: [button] } : {}),
  };
}

function messageOf(view: NudgeView, locale: Locale, mine: boolean): ChatMessage {
  const summary = mine
    ? words(locale, 'title', { who: view.askedBy.name })
    : words(locale, `told_${view.state}`, { due: time(view.dueAt), at: time(view.answeredAt) });
  return { kind: 'card', card: cardOf(view, { locale, mine }), summary };
}

interface ChatParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly nudges: Nudges;
  readonly notifications: Notifications;
}

/** How it looks to the two whom it concerns; for all others it does not exist. */
export function nudgesInChat({ db, clock }: ChatParts): ShownInChat {
  return {
    prefix: SUBJECT,
    render: ({ municipalityId, staffId, locale }, nudgeId) =>
      db.singly(municipalityId, async (tx) => {
        const nudge = await store.readNudge(tx, nudgeId);
        if (!nudge || (nudge.staffId !== staffId && nudge.askedBy !== staffId)) return null;
        return messageOf(presentNudge(nudge, staffId, clock.now()), locale, nudge.staffId === staffId);
      }),
    waitingFor: (municipalityId, staffId) =>
      db.singly(municipalityId, async (tx) => {
        const now = clock.now();
        const asked = await store.nudgesOf(tx, staffId, new Date(now.getTime() - 60 * RETRY_MS));
        const open = asked.filter((one) => one.staffId === staffId && one.answeredAt === null && one.dueAt > now);
        return open.map(({ nudgeId, version }) => ({ id: nudgeId, version, urgency: 'URGENT' as const }));
      }),
  };
}

const Tapped = z.object({ nudgeId: z.uuid() });

export const nudgeActions = ({ nudges }: Pick<ChatParts, 'nudges'>): Action[] => [
  action({
    verb: 'telework/nudge-answer',
    data: Tapped,
    handle: async (caller, { nudgeId }) =>
      messageOf(await nudges.answer(caller, nudgeId, { message: '' }), caller.locale, true),
  }),
];

const Told = z.object({ municipalityId: z.uuid(), id: z.uuid(), seq: z.number().int(), act: z.string() });
const Due = z.object({ municipalityId: z.uuid(), nudgeId: z.uuid(), again: z.boolean().default(false) });

async function show({ db, notifications }: ChatParts, payload: unknown): Promise<JobSpec[]> {
  const { municipalityId, id, act } = Told.parse(payload);
  const nudge = await db.singly(municipalityId, (tx) => store.readNudge(tx, id));
  if (!nudge) return [];
  const fresh = act === 'ASKED' ? [nudge.staffId] : [nudge.askedBy];
  const shown = { subject: `${SUBJECT}/${id}`, version: nudge.version, fresh, urgency: 'URGENT' as const };
  await notifications.show(municipalityId, [shown]);
  const due = { task: NUDGE_DUE, payload: { municipalityId, nudgeId: id }, runAt: nudge.dueAt, key: `nudge-due:${id}` };
  return act === 'ASKED' ? [due] : [];
}

/** The card goes out, the answer comes back, and when the time is over the asker is told: nobody else is. */
export function nudgeJobs(parts: ChatParts & { readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void> }): {
  tasks: Record<string, Task>;
  subscriber: Subscriber;
} {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === TELEWORK_CHANGED && payload.kind === 'nudge'
          ? [{ task: SHOW, payload: { municipalityId, ...payload } }]
          : [],
      ),
    tasks: {
      [SHOW]: async (payload) => parts.enqueue(await show(parts, payload)),
      async [NUDGE_DUE](payload) {
        const { municipalityId, nudgeId, again } = Due.parse(payload);
        const told = await parts.nudges.tellUnanswered(municipalityId, nudgeId);
        // The database's clock may be ahead of this process's.
        if (told !== 'EARLY' || again) return;
        const runAt = new Date(parts.clock.now().getTime() + RETRY_MS);
        await parts.enqueue([{ task: NUDGE_DUE, payload: { municipalityId, nudgeId, again: true }, runAt }]);
      },
    },
  };
}
