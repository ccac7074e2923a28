import { randomBytes } from 'node:crypto';
import { personOf } from '../../directory/index.ts';
import { onlyOnce, sha256Hex } from '../../platform/index.ts';
import {
  articleOnBar,
  badInput,
  type Caller,
  conflict,
  Download,
  invariant,
  type Json,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import { checkedContent } from '../checked-content.ts';
import { refuseGone } from '../disposal/tombstones.ts';
import { tell } from '../history.ts';
import { opened } from '../keeping/opening.ts';
import type { RecordsParts } from '../parts.ts';
import type { RecordInFull } from '../queries.ts';
import { FILE_KINDS, type FileKind, type ReadFile } from '../reading/index.ts';
import { type At, atRegister } from '../register/at.ts';
import { differing } from './bars.ts';
import type { Redact, Redacted } from './contract.ts';
import { assureOpen, groundsOf, itemFor, mayJudge, type OpenRequest, requestFor, saved } from './open.ts';
import { checkedPassages, leftOver, piecesOf, tellsHidden } from './redacting.ts';
import { REDACTION, sealOfCopy } from './sealed.ts';
import { copiesOf, type ItemRow, insertRedaction, type RedactionRow } from './store.ts';

export interface Redactions {
  /** All words of a document, as they can be hidden. @throws bad-input `records.redaction_no_text`, `…_partial`, `…_long` */
  text(caller: Caller, of: OfItem): Promise<{ text: string; textSha256: string }>;
  /** A new file beside the record. @throws conflict `records.redaction_text_changed`, `…changed_meanwhile`; bad-input `…_passages`, `…_ground` */
  make(caller: Caller, of: OfItem, input: Redact): Promise<Redacted>;
  /** @throws not-found `records.redaction_none` */
  copy(caller: Caller, of: OfItem): Promise<Download>;
}

interface OfItem {
  readonly requestId: string;
  readonly itemId: string;
}

type Parts = RecordsParts & { readonly read: ReadFile };

const PDF = 'application/pdf';
const ALL_KINDS = Object.keys(FILE_KINDS) as FileKind[];
const MOST_CHARACTERS = 200_000;

interface Readable {
  readonly open: OpenRequest;
  readonly item: ItemRow;
}

/** @throws not-allowed `records.disclosure_not_yours`; conflict `…_not_open`, `…_dismissed`, `…_withdrawn` */
async function readable(at: At, { requestId, itemId }: OfItem, { locked = false } = {}): Promise<Readable> {
  const open = await requestFor(at, requestId, { locked });
  const item = itemFor(open, itemId);
  assureOpen(open);
  if (!mayJudge(open, item)) throw notAllowed('records.disclosure_not_yours');
  return { open, item };
}

/** Words that are all there: what was cut off could hold anything. */
async function wordsOf(parts: Parts, full: RecordInFull): Promise<string> {
  const { bytes } = await checkedContent(parts, full);
  invariant(bytes instanceof Uint8Array, 'a stored file is there as bytes');
  const { text, partial } = await parts.read({ bytes, accept: ALL_KINDS });
  if (partial) throw badInput('records.redaction_partial');
  if (text === '') throw badInput('records.redaction_no_text');
  if (text.length > MOST_CHARACTERS) throw badInput('records.redaction_long', { max: MOST_CHARACTERS });
  return text;
}

/** What is called after nobody: the title of a record may name somebody. */
const nameOf = ({ open: { request, items }, item }: Readable, nth: number): string =>
  `${request.numberLabel} 開示用写し ${items.indexOf(item) + 1}-${nth}`;

async function pdfOf(
  parts: Parts,
  { text, passages, heading, labels }: Asked,
): Promise<{ bytes: Buffer; pages: number }> {
  const pieces = piecesOf(text, passages).map((piece) =>
    'ground' in piece ? { ground: labels.get(piece.ground) ?? piece.ground } : piece,
  );
  // What writes PDF is large, and loaded by whoever first needs it.
  const { redactedPdf } = await import('./redacted-pdf.ts');
  const made = await redactedPdf(pieces, { heading, at: parts.clock.now() });
  // Looked at as whoever gets it would: whatever else goes wrong, nothing leaves that still says it.
  const back = await parts.read({ bytes: made.bytes, accept: ['PDF'] });
  invariant(!tellsHidden(`${back.text}\n${back.title ?? ''}`, text, passages), 'a redacted copy says what is hidden');
  return made;
}

interface Asked {
  readonly text: string;
  readonly passages: ReturnType<typeof checkedPassages>;
  readonly heading: string;
  readonly labels: ReadonlyMap<string, string>;
}

const inside = <T>(parts: Parts, caller: Caller, work: (at: At) => Promise<T>) =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) => work(await atRegister(parts, tx, caller)));

interface Source extends Readable {
  readonly recordId: string;
  readonly full: RecordInFull;
  /** Which copy comes next. */
  readonly nth: number;
}

/** Opened as its content is, so that the reading of what is above 3C stands in the log. */
const sourceOf = (parts: Parts, caller: Caller, of: OfItem): Promise<Source> =>
  inside(parts, caller, async (at) => {
    const found = await readable(at, of);
    const { recordId } = found.item;
    if (recordId === null) throw badInput('records.redaction_no_text');
    await refuseGone(at.tx, recordId);
    const { full } = await opened(parts, at.tx, { caller, recordId, what: 'CONTENT' });
    const [copy] = await copiesOf(at.tx, [found.item.id]);
    return { ...found, recordId, full, nth: (copy?.nth ?? 0) + 1 };
  });

/** By which ground something is hidden, as it stands on a bar. @throws bad-input `records.disclosure_ground_unknown` */
function labelsFor({ open }: Readable, passages: Asked['passages']): Asked['labels'] {
  const { scheme } = open.request;
  const known = groundsOf(scheme);
  const strange = passages.find(({ ground }) => !known.includes(ground));
  if (strange) throw badInput('records.disclosure_ground_unknown', { ground: strange.ground });
  return new Map(known.map((id) => [id, articleOnBar(scheme.grounds, id)]));
}

async function make(parts: Parts, caller: Caller, of: OfItem, input: Redact): Promise<Redacted> {
  const found = await sourceOf(parts, caller, of);
  const { full, nth, recordId } = found;
  const text = await wordsOf(parts, full);
  if (sha256Hex(Buffer.from(text)) !== input.textSha256) throw conflict('records.redaction_text_changed');
  const passages = checkedPassages(text, input.passages);
  const labels = labelsFor(found, passages);
  const { bytes, pages } = await pdfOf(parts, { text, passages, heading: nameOf(found, nth), labels });
  const sha256 = await parts.blobs.put(bytes);
  const answer: Pick<Redacted, 'nth' | 'size' | 'pages'> = { nth, size: bytes.length, pages };
  const kept = { nth, recordId, sourceSha256: full.file.sha256, textSha256: input.textSha256, passages, sha256 };
  const request = { use: 'records.redaction', ...of, ...input } as Json;
  const made = await inside(parts, caller, (at) =>
    onlyOnce(at.tx, { staffId: at.actor.staffId, key: caller.idempotencyKey, request }, async () => {
      await keepCopy(at, of, { ...kept, size: bytes.length, pages });
      return answer;
    }),
  );
  // Words of the document: told, and kept nowhere with the answer. The same words and passages leave the same over.
  const { unjudged, unbarred } = differing(
    found.item,
    passages.map(({ ground }) => ground),
  );
  return { ...made, leftOver: leftOver(text, passages), unjudged: [...unjudged], unbarred: [...unbarred] };
}

type Kept = Omit<RedactionRow, 'itemId' | 'madeBy' | 'madeAt' | 'salt'>;

/** @throws conflict `records.changed_meanwhile`: somebody else made one of this name meanwhile */
async function keepCopy(at: At, of: OfItem, kept: Kept): Promise<void> {
  const { open, item } = await readable(at, of, { locked: true });
  const salt = randomBytes(16).toString('hex');
  const row = { ...kept, itemId: item.id, madeBy: personOf(at.actor), madeAt: at.now, salt };
  if (!(await insertRedaction(at.tx, row))) throw conflict('records.changed_meanwhile');
  const { nth, recordId, sourceSha256, sha256, passages } = row;
  // Not the hash of the words: whoever has the copy and the log could try names in the gaps until it fits.
  const fact = { nth, itemId: item.id, recordId, sourceSha256, sha256, passages: passages.length };
  await saved(open, {}, { act: 'REDACTED', fact });
  const sealed = { recordId, seal: sealOfCopy(row) };
  const line = { of: REDACTION, id: item.id, seq: nth, act: 'MADE', fact: sealed, by: row.madeBy, via: at.caller.via };
  invariant(await tell(at.parts.clock, at.tx, line), 'a copy is sealed once');
}

async function copy(parts: Parts, caller: Caller, of: OfItem): Promise<Download> {
  const { name, sha256 } = await inside(parts, caller, async (at) => {
    const open = await requestFor(at, of.requestId);
    const item = itemFor(open, of.itemId);
    const [newest] = await copiesOf(at.tx, [item.id]);
    // Before the decision, and of what was not disclosed, only for whoever may read the document itself.
    const isDisclosed = item.decision === 'DISCLOSE' || item.decision === 'PARTLY';
    const isOut = !open.hidden.has(item) || (open.request.decidedOn !== null && isDisclosed);
    if (!newest || !isOut) throw notFound('records.redaction_none');
    return { name: nameOf({ open, item }, newest.nth), sha256: newest.sha256 };
  });
  const bytes = await parts.blobs.get(sha256);
  if (!bytes || sha256Hex(bytes) !== sha256) throw notFound('records.redaction_none');
  return new Download(`${name}.pdf`, PDF, bytes);
}

export const createRedactions = (parts: Parts): Redactions => ({
  async text(caller, of) {
    const text = await wordsOf(parts, (await sourceOf(parts, caller, of)).full);
    return { text, textSha256: sha256Hex(Buffer.from(text)) };
  },
  make: (caller, of, input) => make(parts, caller, of, input),
  copy: (caller, of) => copy(parts, caller, of),
});
