import { z } from 'zod';
import type { Onlooker, ShownInChat } from '../../notifications/index.ts';
import type { Subscriber, Task } from '../../platform/index.ts';
import { RECEIPT_DUE, REGISTER_CHANGED, receiptOf } from '../../records/index.ts';
import { type Card, say, wareki } from '../../shared/index.ts';
import type { ArrivalParts } from './arrivals.ts';
import { officersOrHead } from './officers.ts';
import { arrivalTexts } from './text.ts';

const SUBJECT = 'approvals/receipt';
const TASK = 'approvals/tell-receipt';
const Changed = z.object({ kind: z.string(), id: z.uuid(), act: z.string(), seq: z.number().int() });
const Due = z.object({ registerId: z.uuid(), today: z.iso.date() });
const ToTell = z.object({ municipalityId: z.uuid(), id: z.uuid(), about: z.enum(['DISTRIBUTED', 'RETURNED', 'DUE']) });
type About = z.infer<typeof ToTell>['about'];

const ABOUT: Readonly<Record<string, About>> = { DISTRIBUTED: 'DISTRIBUTED', RETURNED: 'RETURNED' };

/** 収受の配布: the section hears of what came to it and what is due, and whoever took it in of what was given back. */
export function receiptsTold(parts: Pick<ArrivalParts, 'db' | 'directory' | 'notifications'>): {
  tasks: Record<string, Task>;
  subscriber: Subscriber;
  shown: ShownInChat;
} {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) => {
        if (topic === RECEIPT_DUE)
          return [{ task: TASK, payload: { municipalityId, id: Due.parse(payload).registerId, about: 'DUE' } }];
        if (topic !== REGISTER_CHANGED) return [];
        const { kind, id, act } = Changed.parse(payload);
        const about = kind === 'receipt' ? ABOUT[act] : undefined;
        return about ? [{ task: TASK, payload: { municipalityId, id, about } }] : [];
      }),
    tasks: { [TASK]: (payload) => tell(parts, ToTell.parse(payload)) },
    shown: {
      prefix: SUBJECT,
      render: (onlooker, id) => rendered(parts, onlooker, id),
      waitingFor: async () => [],
    },
  };
}

async function tell(
  { db, directory, notifications }: Pick<ArrivalParts, 'db' | 'directory' | 'notifications'>,
  { municipalityId, id, about }: z.infer<typeof ToTell>,
): Promise<void> {
  const told = await db.singly(municipalityId, async (tx) => {
    const receipt = await receiptOf(tx, id);
    if (!receipt) return null;
    const unitId = about === 'RETURNED' ? receipt.takenInBy : receipt.unitId;
    return { fresh: await officersOrHead(directory, tx, unitId), version: receipt.version };
  });
  if (!told || told.fresh.length === 0) return;
  await notifications.show(municipalityId, [{ subject: `${SUBJECT}/${about}.${id}`, ...told }]);
}

const rendered = ({ db }: Pick<ArrivalParts, 'db'>, { municipalityId, locale }: Onlooker, subject: string) =>
  db.singly(municipalityId, async (tx) => {
    const [about = '', id = ''] = subject.split('.');
    const receipt = z.uuid().safeParse(id).success ? await receiptOf(tx, id) : null;
    const code = { DISTRIBUTED: 'distributed', RETURNED: 'returned', DUE: 'due' }[about];
    if (!receipt || code === undefined) return null;
    const { number, unitName, dueOn } = receipt;
    const said = { number, unit: unitName, day: dueOn === null ? '' : locale === 'ja' ? wareki(dueOn) : dueOn };
    const summary = say(arrivalTexts, `approvals.arrival.${code}`, locale, said) ?? '';
    const card: Card = {
      type: 'AdaptiveCard',
      version: '1.5',
      lang: locale,
      body: [{ type: 'TextBlock', text: summary, wrap: true }],
    };
    return { kind: 'card' as const, card, summary };
  });
