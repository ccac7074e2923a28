import { z } from 'zod';
import type { Database } from '../../platform/index.ts';
import { sha256Hex } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import {
  badInput,
  type Caller,
  type ChosenMessage,
  type Compose,
  type ComposeHit,
  canonicalJson,
  plainText,
  say,
} from '../../shared/index.ts';
import type { CapturedFileInput, CaptureInput } from '../captures/contract.ts';
import type { Captures } from '../captures/service.ts';
import type { CaptureOrigin } from '../captures/store.ts';
import { FileRecordInputSchema, type RecordView } from '../contract.ts';
import { askingCard, type Became, type FoundRecord, filedCard, laterTitle, lineOf, pastedCard } from './cards.ts';
import { labelOfEarlier, placeOf } from './earlier.ts';
import { hiddenFromOthers } from './hidden.ts';
import { composeTexts } from './text.ts';
import type { NamedFile, ReadFiles, ReadThread, WholeThread } from './threads.ts';

/** A record that a search found, as far as a card tells of it. */
export interface Findable extends FoundRecord {
  readonly id: string;
  readonly title: readonly { readonly text: string }[];
}

export interface ComposeParts {
  readonly db: Database;
  readonly regulations: Pick<Regulations, 'classifications'>;
  readonly captureTold: Captures['captureTold'];
  readonly earlierCaptures: Captures['earlierCaptures'];
  readonly leftOut: Captures['leftOut'];
  readonly read: (caller: Caller, recordId: string) => Promise<RecordView>;
  readonly readThread: ReadThread;
  readonly readFiles: ReadFiles;
  /** Only what the caller may see. */
  readonly searchRecords: (
    caller: Caller,
    query: { readonly q: string },
  ) => Promise<{ readonly items: readonly Findable[] }>;
  /** Where the tab shows one of its pages. */
  readonly pageUrl: (page: string) => string;
}

const MOST_HITS = 10;

const Typed = z.object({
  title: FileRecordInputSchema.shape.title,
  classificationCode: FileRecordInputSchema.shape.classificationCode.min(1),
  kind: z.enum(['RECEIPT', 'REFERENCE']),
  scope: z.enum(['MESSAGE', 'ANSWERS', 'DAY']).default('MESSAGE'),
  /** Of what is filed already: its files that could not be read then. */
  again: z.literal('FILES').optional(),
});

/** Nothing before something is typed; what is too short, or too much, is refused as everywhere. */
async function hits(parts: ComposeParts, caller: Caller, typed: string): Promise<readonly ComposeHit[]> {
  const q = typed.trim();
  if (q === '') return [];
  const items = (await parts.searchRecords(caller, { q })).items.slice(0, MOST_HITS);
  const ids = items.map(({ id }) => id);
  const hidden = await parts.db.inMunicipality(caller.municipalityId, (tx) => hiddenFromOthers(tx, ids));
  return items.map((item) => {
    const title = plainText(item.title);
    const shown = { ...item, title: hidden.has(item.id) ? null : title };
    const card = pastedCard(shown, parts.pageUrl(`records/${item.id}`), caller.locale);
    // The line to choose by is for the searcher alone.
    return { title, text: lineOf(item, caller.locale), card };
  });
}

const words = (code: string, { locale }: Caller): string =>
  say(composeTexts, `records.compose_${code}`, locale) ?? code;

function checked(message: ChosenMessage): void {
  if (message.text.trim() === '' && message.links.length === 0) throw badInput('records.compose_empty_message');
}

type Wish = Omit<z.infer<typeof Typed>, 'scope' | 'again'>;

function threadInput({ from, link }: ChosenMessage, wish: Wish, { topic, participants, messages }: WholeThread) {
  const source = { from, topic, link };
  return { ...wish, source, participants: [...participants], messages: [...messages] };
}

const isLink = ({ isFile, ...link }: ChosenMessage['links'][number]) => (isFile ? [] : [link]);
const filesOf = ({ id: messageId, links }: ChosenMessage): readonly NamedFile[] =>
  links.flatMap(({ isFile, name, url }) => (isFile ? [{ messageId, name, url }] : []));

function inputOf(message: ChosenMessage, typed: Wish): CaptureInput {
  const { id, at, editedAt, by, text, replyTo, links } = message;
  return {
    ...typed,
    source: { from: message.from, topic: null, link: message.link },
    participants: by === null ? [] : [by],
    messages: [{ id, at, editedAt, by, text, replyTo, links: links.flatMap(isLink) }],
  };
}

type Scope = z.infer<typeof Typed>['scope'];

/** What is filed beside the message itself; null for the message alone. */
async function threadOf(
  { readThread }: ComposeParts,
  caller: Caller,
  { message, scope }: { message: ChosenMessage; scope: Scope },
): Promise<WholeThread | null> {
  if (scope === 'MESSAGE') return null;
  const { id: messageId, at, chatKey = null, channel = null } = message;
  if (chatKey === null && (channel === null || scope === 'DAY')) throw badInput('records.compose_only_chats');
  return readThread(caller, { chatKey, channel, messageId, at, scope });
}

/** Files that nobody has asked for yet. */
const named = (files: readonly (CapturedFileInput | NamedFile)[]): readonly NamedFile[] =>
  files.flatMap((file) => ('bytes' in file ? [] : [{ messageId: file.messageId, name: file.name, url: file.url }]));

interface Filing {
  readonly message: ChosenMessage;
  readonly scope: Scope;
  readonly wish: Wish;
  readonly filesAgain: boolean;
}

/** One wish for one conversation. */
const keyed = (caller: Caller, { place, digest }: CaptureOrigin): Caller => ({
  ...caller,
  idempotencyKey: `compose-${sha256Hex(Buffer.from(`${place}${digest}`)).slice(0, 40)}`,
});

interface Outcome {
  readonly record: RecordView;
  readonly became: Became;
  readonly missing: readonly { readonly name: string; readonly why: string }[];
}

/**
 * What is filed is frozen: the files that could not be read then are asked for again where somebody wishes it, and what
 * comes now is a record of its own that names the first. It takes no number of its own.
 */
async function filedBefore(
  parts: ComposeParts,
  caller: Caller,
  { message, filesAgain, input, firstId }: Filing & { readonly input: CaptureInput; readonly firstId: string },
): Promise<Outcome> {
  const first = await parts.read(caller, firstId);
  const { sha256, files: left } = await parts.leftOut(caller, firstId);
  if (left.length === 0 || !filesAgain) return { record: first, became: 'ALREADY', missing: left };
  const channel = message.channel ?? null;
  const files = await parts.readFiles(caller, { files: named(left), channel });
  const came = files.filter((file) => 'bytes' in file);
  const still = files.flatMap((file) => ('bytes' in file ? [] : [{ name: file.name, why: file.notFetched }]));
  if (came.length === 0) return { record: first, became: 'NOTHING_CAME', missing: still };
  const isOf = ({ messageId, name }: NamedFile) =>
    came.some((file) => file.messageId === messageId && file.name === name);
  const supplements = { recordId: firstId, sha256, files: named(left).filter(isOf) };
  const digest = sha256Hex(Buffer.from(canonicalJson(JSON.parse(JSON.stringify(supplements)))));
  const holding = new Set(came.map(({ messageId }) => messageId));
  const own: CaptureInput = {
    ...{ ...input, kind: 'REFERENCE', title: laterTitle(first.title, caller.locale) },
    messages: input.messages.filter(({ id }) => holding.has(id)),
  };
  const origin = { place: placeOf(message), digest, supplements };
  const { record, missing } = await parts.captureTold(keyed(caller, origin), own, came, origin);
  return { record, became: 'FILES', missing: [...missing, ...still] };
}

/** Files it, unless exactly this is filed already; with the files of the messages, as far as they may be read. */
async function fileIt(parts: ComposeParts, caller: Caller, filing: Filing): Promise<Outcome> {
  const { message, scope, wish } = filing;
  const thread = await threadOf(parts, caller, { message, scope });
  const input = thread === null ? inputOf(message, wish) : threadInput(message, wish, thread);
  const asked = thread === null ? filesOf(message) : named(thread.files);
  // Teams sends again what was not answered in time: the same wish for the same words is one record, and words that were
  // changed in Teams meanwhile are another.
  const names = asked.map(({ messageId, name, url }) => ({ messageId, name, url }));
  const said = canonicalJson(JSON.parse(JSON.stringify({ message: message.id, scope, input, names })));
  const digest = sha256Hex(Buffer.from(said));
  const origin = { place: placeOf(message), digest };
  const [same] = await parts.earlierCaptures(caller, origin);
  if (same) return filedBefore(parts, caller, { ...filing, input, firstId: same.recordId });
  const files =
    asked.length === 0 ? [] : await parts.readFiles(caller, { files: asked, channel: message.channel ?? null });
  return { ...(await parts.captureTold(keyed(caller, origin), input, files, origin)), became: 'NEW' };
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
          const found = await parts.earlierCaptures(caller, { place: placeOf(message), messageId: message.id });
          const earlier = found.map((one) => ({
            ...{ text: labelOfEarlier(one, caller.locale), url: parts.pageUrl(`records/${one.recordId}`) },
          }));
          return {
            title: words('ask_title', caller),
            card: askingCard(message, { classes: items, earlier }, caller.locale),
          };
        },
        async run(caller, message, data) {
          checked(message);
          const typed = Typed.safeParse(data);
          if (!typed.success) throw badInput('records.compose_unreadable');
          const { scope, again, ...wish } = typed.data;
          const filing = { message, scope, wish, filesAgain: again === 'FILES' };
          const { record, became, missing } = await fileIt(parts, caller, filing);
          const url = parts.pageUrl(`records/${record.id}`);
          const askAgain = { ...wish, scope, again: 'FILES' };
          const card = filedCard({ record, became, missing, url, askAgain }, caller.locale);
          const isNew = became === 'NEW' || became === 'FILES';
          return { title: words(isNew ? 'done_title' : 'already_title', caller), card };
        },
      },
    ],
  };
}
