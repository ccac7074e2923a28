import { z } from 'zod';
import type { Database, Tx } from '../../platform/index.ts';
import { sha256Hex } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import {
  badInput,
  type Caller,
  type ChosenMessage,
  type Compose,
  type ComposeHit,
  canonicalJson,
  say,
} from '../../shared/index.ts';
import type { CaptureInput } from '../captures/contract.ts';
import type { Captures } from '../captures/service.ts';
import { FileRecordInputSchema } from '../contract.ts';
import { askingCard, filedCard, pastedCard } from './cards.ts';
import { composeTexts } from './text.ts';

/** A record that a search found, as far as a card tells of it. */
export interface Findable {
  readonly id: string;
  readonly title: readonly { readonly text: string }[];
  readonly number: string | null;
  readonly unitName: string;
  readonly registeredOnWareki: string;
}

export interface ComposeParts {
  readonly db: Database;
  readonly regulations: Pick<Regulations, 'classifications'>;
  readonly capture: Captures['capture'];
  /** Only what the caller may see. */
  readonly searchRecords: (
    caller: Caller,
    query: { readonly q: string },
  ) => Promise<{ readonly items: readonly Findable[] }>;
  /** Where the tab shows one of its pages. */
  readonly pageUrl: (page: string) => string;
}

const MOST_HITS = 10;
const SHORTEST = 2;

const Typed = z.object({
  title: FileRecordInputSchema.shape.title,
  classificationCode: FileRecordInputSchema.shape.classificationCode.min(1),
  kind: z.enum(['RECEIPT', 'REFERENCE']),
});

/** Those whose titles are for whoever may open them, and not for everybody in a conversation. */
async function secretAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ recordId: string }>(
    `select k.record_id as "recordId" from kaigi.records_keeping k
     where k.municipality_id = $1 and k.record_id = any($2::uuid[]) and (k.level not in ('C2', 'C1') or k.only_participants)`,
    [tx.municipalityId, ids],
  );
  return new Set(rows.map(({ recordId }) => recordId));
}

async function hits(parts: ComposeParts, caller: Caller, typed: string): Promise<readonly ComposeHit[]> {
  const q = typed.trim();
  if (Array.from(q).length < SHORTEST) return [];
  const items = (await parts.searchRecords(caller, { q })).items.slice(0, MOST_HITS);
  const ids = items.map(({ id }) => id);
  const secret = await parts.db.inMunicipality(caller.municipalityId, (tx) => secretAmong(tx, ids));
  return items.map(({ id, title, number, unitName, registeredOnWareki: day }) => {
    const whole = title.map(({ text }) => text).join('');
    const shown = { title: secret.has(id) ? null : whole, number, unitName, day };
    // The line to choose by is for the searcher alone.
    const text = [number, unitName, day].filter((part) => part !== null).join(' ・ ');
    return { title: whole, text, card: pastedCard(shown, parts.pageUrl(`records/${id}`), caller.locale) };
  });
}

const words = (code: string, { locale }: Caller): string =>
  say(composeTexts, `records.compose_${code}`, locale) ?? code;

function checked(message: ChosenMessage): void {
  if (message.text.trim() === '' && message.links.length === 0) throw badInput('records.compose_empty_message');
}

function inputOf(message: ChosenMessage, typed: z.infer<typeof Typed>): CaptureInput {
  const { id, at, editedAt, by, text, replyTo, links } = message;
  return {
    ...typed,
    source: { from: message.from, topic: null, link: message.link },
    participants: by === null ? [] : [by],
    messages: [{ id, at, editedAt, by, text, replyTo, links: [...links] }],
  };
}

/** 文書管理 inside conversations: a message becomes a record, a record is cited. */
export function recordsCompose(parts: ComposeParts): Compose {
  return {
    searches: [{ commandId: 'searchRecords', find: (caller, typed) => hits(parts, caller, typed) }],
    messageCommands: [
      {
        commandId: 'captureMessage',
        async ask(caller, message) {
          checked(message);
          const { items } = await parts.regulations.classifications(caller, message.text.slice(0, 400));
          return { title: words('ask_title', caller), card: askingCard(message, items, caller.locale) };
        },
        async run(caller, message, data) {
          checked(message);
          const typed = Typed.safeParse(data);
          if (!typed.success) throw badInput('records.compose_unreadable');
          // Teams sends again what was not answered in time: the same wish for the same message is one record.
          const wish = canonicalJson({ message: message.id, ...typed.data });
          const idempotencyKey = `compose-${sha256Hex(Buffer.from(wish)).slice(0, 40)}`;
          const record = await parts.capture({ ...caller, idempotencyKey }, inputOf(message, typed.data));
          const card = filedCard(record, parts.pageUrl(`records/${record.id}`), caller.locale);
          return { title: words('done_title', caller), card };
        },
      },
    ],
  };
}
