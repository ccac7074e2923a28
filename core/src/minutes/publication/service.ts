import { personOf } from '../../directory/index.ts';
import { onlyOnce } from '../../platform/index.ts';
import { asJson, type Caller, conflict, type Download, notAllowed } from '../../shared/index.ts';
import { addFact, versionOf } from '../history/store.ts';
import { linesOf } from '../lines/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { mayPublish } from '../meetings/policy.ts';
import { bodyOf, inside, looking, meetingFor, type Open } from '../open.ts';
import type { PaperForm } from '../paper/contract.ts';
import { groundSayer, minutedOf } from '../paper/load.ts';
import { made, type PaperParts, templateOf } from '../paper/paper-service.ts';
import type { Reckoner } from '../reckoning/reckoner.ts';
import type { PublicationPreview, PublicationView, RedactionEditsInput } from './contract.ts';
import { type Redactable, redactionFrom } from './editing.ts';
import { previewOf } from './preview.ts';
import { copyOf } from './reading.ts';
import type { Redaction } from './redaction.ts';
import * as store from './store.ts';

type PublicationParts = PaperParts & { readonly reckoner: Reckoner };

export interface Publications {
  /** @throws not-found `minutes.meeting_not_found`; not-allowed `minutes.meeting_not_yours` */
  read(caller: Caller, meetingId: string): Promise<PublicationView>;
  /** The minutes beside their copy; redactions that have a problem are not carried out in it. */
  preview(caller: Caller, meetingId: string): Promise<PublicationPreview>;
  /** @throws conflict `minutes.publication_stale`, `minutes.redaction_stale`; bad-input `minutes.redaction_*` */
  edit(caller: Caller, meetingId: string, input: RedactionEditsInput): Promise<PublicationView>;
  /** @throws conflict `minutes.copy_problems`; bad-input `minutes.copy_still_tells` */
  paper(caller: Caller, meetingId: string, form: PaperForm): Promise<Download>;
}

/** What is redacted, and why, tells of it: only those who publish look at it. */
async function toPublish(open: Open, meetingId: string, locked = false): Promise<Meeting> {
  const meeting = await meetingFor(open, meetingId, { locked });
  if (!mayPublish(meeting, open.sight)) throw notAllowed('minutes.meeting_not_yours');
  return meeting;
}

async function viewOf(parts: PublicationParts, open: Open, meeting: Meeting): Promise<PublicationView> {
  const { tx, there, caller } = open;
  const { meetingId } = meeting;
  const [minuted, redactions, version] = await Promise.all([
    minutedOf(parts, open, meeting),
    store.redactionsOf(tx, meetingId),
    versionOf(tx, 'publication', meetingId),
  ]);
  const publication = {
    ...{ meetingId, version, minuted, redactions, mayChange: true },
    grounds: bodyOf(parts, tx, meeting)?.closedGrounds ?? [],
    staffNames: Array.from(there.posts.values(), ({ holders }) => holders.map(({ name }) => name)).flat(),
  };
  return parts.reckoner.publication(publication, caller.locale);
}

async function redactableOf(parts: PublicationParts, open: Open, meeting: Meeting): Promise<Redactable> {
  const [minuted, lines] = await Promise.all([minutedOf(parts, open, meeting), linesOf(open.tx, meeting.meetingId)]);
  return {
    minuted,
    versions: new Map([
      ...lines.map(({ lineId, version }) => [lineId, version] as const),
      ...minuted.sentences.map(({ id, version }) => [id, version] as const),
    ]),
    grounds: (bodyOf(parts, open.tx, meeting)?.closedGrounds ?? []).map(({ id }) => id),
  };
}

interface Asked {
  readonly meeting: Meeting;
  readonly input: RedactionEditsInput;
}

async function carryOut(parts: PublicationParts, open: Open, { meeting, input }: Asked): Promise<void> {
  const { tx, actor, caller } = open;
  const { meetingId } = meeting;
  const before = new Map((await store.redactionsOf(tx, meetingId)).map((one) => [one.id, one]));
  const redactable = await redactableOf(parts, open, meeting);
  const [added, removed]: [Redaction[], Redaction[]] = [[], []];
  for (const edit of input.edits) {
    if (edit.op === 'REMOVE') {
      await store.takeRedactionAway(tx, meetingId, edit.id);
      const gone = before.get(edit.id);
      if (gone) removed.push(gone);
    } else {
      const redaction = redactionFrom(redactable, edit);
      if (!(await store.insertRedaction(tx, meetingId, redaction))) throw conflict('minutes.redaction_twice');
      added.push(redaction);
    }
  }
  const grounds = [...new Set([...added, ...removed].map(({ ground }) => ground))];
  await addFact(tx, parts.clock, {
    ...{ of: 'publication', meetingId, seq: input.version + 1, act: 'REDACTED', actor: personOf(actor) },
    ...{ via: caller.via, fact: { added: added.length, removed: removed.length, grounds } },
    change: asJson({ added, removed }),
  });
}

async function edit(
  parts: PublicationParts,
  caller: Caller,
  { meetingId, input }: { readonly meetingId: string; readonly input: RedactionEditsInput },
): Promise<PublicationView> {
  const { view, stale } = await inside(parts, caller, async (open) => {
    const request = asJson({ use: 'minutes.redact', meetingId, ...input });
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    const became = await onlyOnce(open.tx, call, async () => {
      const meeting = await toPublish(open, meetingId, true);
      if ((await versionOf(open.tx, 'publication', meetingId)) !== input.version) return 'stale';
      await carryOut(parts, open, { meeting, input });
      return 'done';
    });
    return { view: await viewOf(parts, open, await toPublish(open, meetingId)), stale: became === 'stale' };
  });
  if (stale) throw conflict('minutes.publication_stale', {}, view);
  parts.wake();
  return view;
}

const preview = (parts: PublicationParts, caller: Caller, meetingId: string): Promise<PublicationPreview> =>
  looking(parts, caller, async (open) => {
    const meeting = await toPublish(open, meetingId);
    const [{ minuted, versions }, redactions, version] = await Promise.all([
      redactableOf(parts, open, meeting),
      store.redactionsOf(open.tx, meetingId),
      versionOf(open.tx, 'publication', meetingId),
    ]);
    const sayGround = groundSayer(bodyOf(parts, open.tx, meeting)?.closedGrounds ?? []);
    return { version, ...previewOf({ minuted, versions }, redactions, sayGround) };
  });

async function paper(
  parts: PublicationParts,
  caller: Caller,
  { meetingId, form }: { readonly meetingId: string; readonly form: PaperForm },
): Promise<Download> {
  const toMake = await looking(parts, caller, async (open) => {
    const meeting = await toPublish(open, meetingId);
    const copy = await copyOf(parts, open, meeting);
    return { minuted: copy.minuted, form, copy, templateSha256: await templateOf(open, meeting, form) };
  });
  return made(parts, toMake);
}

export const createPublications = (parts: PublicationParts): Publications => ({
  read: (caller, meetingId) =>
    looking(parts, caller, async (open) => viewOf(parts, open, await toPublish(open, meetingId))),
  preview: (caller, meetingId) => preview(parts, caller, meetingId),
  edit: (caller, meetingId, input) => edit(parts, caller, { meetingId, input }),
  paper: (caller, meetingId, form) => paper(parts, caller, { meetingId, form }),
});
