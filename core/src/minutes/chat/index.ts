import { z } from 'zod';
import type { ShownInChat } from '../../notifications/index.ts';
import type { Subscriber, Task } from '../../platform/index.ts';
import { type ChatCommand, folded } from '../../shared/index.ts';
import { MINUTES_CHANGED } from '../history/store.ts';
import { linesOf } from '../lines/store.ts';
import { keepersOf } from '../meetings/keepers.ts';
import type { Meetings } from '../meetings/service.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import { transcriptsOf } from '../transcripts/store.ts';
import { listMessage, readyMessage } from './cards.ts';
import { seenInChat } from './seen.ts';

const SUBJECT = 'minutes/meeting';
const TELL = 'minutes/tell-transcript';

const ToTell = z.object({ municipalityId: z.uuid(), meetingId: z.uuid(), version: z.number().int() });

/** The transcript of a meeting, to whoever keeps its minutes; to nobody who may no longer see it. */
const transcriptInChat = (parts: MinutesParts): ShownInChat => ({
  prefix: SUBJECT,
  render: ({ municipalityId, staffId, locale }, meetingId) =>
    parts.db.singly(municipalityId, async (tx) => {
      const meeting = await seenInChat(parts, tx, { staffId, locale, meetingId });
      if (!meeting) return null;
      const open = (await linesOf(tx, meetingId)).filter(({ attendeeId }) => attendeeId === null).length;
      return readyMessage(parts, { meeting, open }, locale);
    }),
  waitingFor: async () => [],
});

/** Whoever called the meeting and 記録者 hear of a transcript; not of what they took in with their own hands. */
async function tell(parts: MinutesParts, { municipalityId, meetingId, version }: z.infer<typeof ToTell>) {
  const fresh = await parts.db.singly(municipalityId, async (tx) => {
    const [meeting, transcripts] = await Promise.all([readMeeting(tx, meetingId), transcriptsOf(tx, meetingId)]);
    if (!meeting || transcripts.at(-1)?.source === 'FILE') return [];
    return keepersOf(meeting);
  });
  if (fresh.length === 0) return;
  await parts.notifications.show(municipalityId, [{ subject: `${SUBJECT}/${meetingId}`, version, fresh }]);
}

interface Uses {
  readonly meetings: Pick<Meetings, 'list'>;
  /** In a chat of several people: the form that makes minutes of it. */
  readonly form: NonNullable<ChatCommand['inGroup']>;
}

/** 「議事録」「会議録 ○○」: my meetings, or those whose name has these words. */
const minutesCommand = (parts: MinutesParts, { meetings, form }: Uses): ChatCommand => ({
  words: ['議事録', '会議録', 'minutes'],
  help: {
    ja: '「議事録」「会議録 ○○」：あなたの会議と会議録を示します。グループチャットで「@回議 議事録」と書くと、その会話を会議録にできます。',
    en: '“minutes”, “minutes budget”: your meetings and their minutes. In a group chat, “@Kaigi minutes” makes minutes of the talk.',
  },
  async handle(caller, argument) {
    const asked = argument.trim();
    const { items } = await meetings.list(caller, { box: 'MINE' });
    const found = items.filter(({ title }) => folded(title).includes(folded(asked)));
    return [listMessage(parts, { items: found, asked }, caller.locale)];
  },
  inGroup: form,
});

export interface MinutesInChat {
  readonly shown: readonly ShownInChat[];
  readonly commands: readonly ChatCommand[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly subscriber: Subscriber;
}

export const minutesInChat = (parts: MinutesParts, uses: Uses): MinutesInChat => ({
  shown: [transcriptInChat(parts)],
  commands: [minutesCommand(parts, uses)],
  tasks: { [TELL]: (payload) => tell(parts, ToTell.parse(payload)) },
  subscriber: (facts) =>
    facts.flatMap(({ topic, municipalityId, payload: { of, act, meetingId, version } }) =>
      topic === MINUTES_CHANGED && of === 'transcript' && act === 'TAKEN_IN'
        ? [{ task: TELL, payload: { municipalityId, meetingId, version } }]
        : [],
    ),
});
