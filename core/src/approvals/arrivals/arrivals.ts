import { z } from 'zod';
import type { Directory } from '../../directory/index.ts';
import type { Notifications, Onlooker, ShownInChat } from '../../notifications/index.ts';
import type { Database, Subscriber, Task } from '../../platform/index.ts';
import { RECORD_RECEIVED, type Records } from '../../records/index.ts';
import { type Card, say } from '../../shared/index.ts';
import { arrivalTexts } from './text.ts';

export interface ArrivalParts {
  readonly db: Database;
  readonly directory: Directory;
  readonly notifications: Notifications;
  readonly records: Pick<Records, 'viewsOf'>;
}

const SUBJECT = 'approvals/arrival';
const TASK = 'approvals/tell-arrival';
const Received = z.object({ recordId: z.uuid(), unitId: z.uuid(), staffId: z.uuid() });
const ToTell = Received.extend({ municipalityId: z.uuid() });

/** 収受: whoever takes a document in for a section is not always its 文書主任, who has to see that it goes on. */
export function arrivals(parts: ArrivalParts): {
  tasks: Record<string, Task>;
  subscriber: Subscriber;
  shown: ShownInChat;
} {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === RECORD_RECEIVED ? [{ task: TASK, payload: { municipalityId, ...Received.parse(payload) } }] : [],
      ),
    tasks: { [TASK]: (payload) => tell(parts, ToTell.parse(payload)) },
    shown: {
      prefix: SUBJECT,
      render: (onlooker, recordId) => rendered(parts, onlooker, recordId),
      waitingFor: async () => [],
    },
  };
}

async function tell(
  { db, directory, notifications }: ArrivalParts,
  { municipalityId, recordId, unitId, staffId }: z.infer<typeof ToTell>,
): Promise<void> {
  const officers = await db.singly(municipalityId, async (tx) => {
    const [section, all] = await Promise.all([
      directory.sectionOf(tx, unitId),
      directory.actorsWith(tx, 'RECORDS_OFFICER'),
    ]);
    return all.filter(({ posts }) => posts.some(({ sectionId }) => sectionId === section));
  });
  const fresh = officers.flatMap((officer) => (officer.staffId === staffId ? [] : [officer.staffId]));
  if (fresh.length === 0) return;
  await notifications.show(municipalityId, [{ subject: `${SUBJECT}/${recordId}`, version: 1, fresh }]);
}

const rendered = ({ db, records }: ArrivalParts, { municipalityId, locale }: Onlooker, recordId: string) =>
  db.singly(municipalityId, async (tx) => {
    const record = (await records.viewsOf(tx, [recordId])).get(recordId);
    if (!record?.documentNumber) return null;
    const { registeredBy, documentNumber } = record;
    const said = { number: documentNumber.label, unit: registeredBy.unitName, name: registeredBy.name };
    const summary = say(arrivalTexts, 'approvals.arrival.received', locale, said) ?? '';
    const body = [{ type: 'TextBlock', text: summary, wrap: true }];
    const card: Card = { type: 'AdaptiveCard', version: '1.5', lang: locale, body };
    return { kind: 'card' as const, card, summary };
  });
