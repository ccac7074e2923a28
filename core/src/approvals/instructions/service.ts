import { type Actor, type Directory, type OrganisationSnapshot, personOf } from '../../directory/index.ts';
import { type Clock, type Database, newId, onlyOnce, type Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  folded,
  isUuid,
  type LocalDate,
  localDateOf,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import { maySee as maySeeCase } from '../policy.ts';
import { readCase, readCases } from '../queries.ts';
import type { Views } from '../views.ts';
import type {
  Addressees,
  CancelInstructionInput,
  GiveInstructionInput,
  InstructionPage,
  InstructionQuery,
  InstructionView,
} from './contract.ts';
import { below, mayCancel, maySee, postAbove } from './policy.ts';
import { casesOf, presentInstruction } from './present.ts';
import { type Given, type Instruction, mayFollow, versionOf } from './rules.ts';
import * as store from './store.ts';

export interface Instructions {
  /** To whom the caller may give one today, nearest first. */
  addressees(caller: Caller, q: string): Promise<Addressees>;
  /**
   * @throws not-allowed `approvals.instruction_not_below`
   * @throws bad-input `approvals.instruction_due_past`, `…_sample_unknown`, `…_sample_hidden`
   */
  give(caller: Caller, input: GiveInstructionInput): Promise<InstructionView>;
  list(caller: Caller, query: InstructionQuery): Promise<InstructionPage>;
  /** @throws not-found `approvals.instruction_not_found` */
  read(caller: Caller, instructionId: string): Promise<InstructionView>;
  /** @throws not-allowed `approvals.instruction_not_yours`; conflict `approvals.instruction_over`, `…_stale` */
  cancel(caller: Caller, instructionId: string, input: CancelInstructionInput): Promise<InstructionView>;
}

export interface InstructionsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly views: Pick<Views, 'list'>;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
}

const PAGE = 30;
const MOST_ADDRESSEES = 60;

/** As these instructions look to this person today. */
export async function viewsOf(
  tx: Tx,
  { actor, today }: { actor: Actor; today: LocalDate },
  instructions: readonly Instruction[],
): Promise<InstructionView[]> {
  const caseIds = casesOf(instructions);
  const named = caseIds.length === 0 ? [] : await readCases(tx, caseIds);
  const cases = new Map(named.map((one) => [one.caseId, one]));
  return instructions.map((one) => presentInstruction(one, { actor, today, cases }));
}

async function addressees({ db, directory }: InstructionsParts, caller: Caller, q: string): Promise<Addressees> {
  return db.singly(caller.municipalityId, async (tx) => {
    const [actor, there] = await Promise.all([directory.actorOf(tx, caller), directory.organisation(tx)]);
    const words = folded(q);
    const found = below(there, actor).flatMap(({ staffId, post }) => {
      const name = post.holders.find((holder) => holder.staffId === staffId)?.name ?? '';
      const person = { staffId, name, postTitle: post.title, unitName: post.unitName };
      return folded(`${post.unitName}${post.title}${name}`).includes(words) ? [person] : [];
    });
    return { items: found.slice(0, MOST_ADDRESSEES), more: found.length > MOST_ADDRESSEES };
  });
}

/** The newest decided case of this number that the giver may see. */
async function sampleOf({ views }: InstructionsParts, caller: Caller, number: string): Promise<Given['sample']> {
  if (number === '') return null;
  const { items } = await views.list(caller, { box: 'all', q: number });
  const same = items.find(({ documentNumber }) => documentNumber && folded(documentNumber.label) === folded(number));
  if (!same?.documentNumber) throw badInput('approvals.instruction_sample_unknown');
  return { caseId: same.id, number: same.documentNumber.label };
}

interface Naming {
  readonly tx: Tx;
  readonly there: OrganisationSnapshot;
  readonly actor: Actor;
  readonly input: GiveInstructionInput;
  readonly sample: Given['sample'];
}

/** The addressee, below the giver and able to see the sample; and the post from which they are addressed. */
async function addressed({ directory }: InstructionsParts, { tx, there, actor, input, sample }: Naming) {
  const giverPostId = postAbove(there, actor, input.staffId);
  const addressee = giverPostId === null ? null : await directory.actorById(tx, input.staffId);
  if (giverPostId === null || !addressee) throw notAllowed('approvals.instruction_not_below');
  const example = sample && (await readCase(tx, sample.caseId));
  if (example && !maySeeCase(addressee, example)) throw badInput('approvals.instruction_sample_hidden');
  return { giverPostId, addressee };
}

async function give(parts: InstructionsParts, caller: Caller, input: GiveInstructionInput): Promise<InstructionView> {
  const { db, clock, directory, wake } = parts;
  const sample = await sampleOf(parts, caller, input.sampleNumber);
  const view = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const [actor, there] = await Promise.all([directory.actorOf(tx, caller), directory.organisation(tx)]);
    const request = { use: 'approvals.instruct', ...input };
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    const { instructionId } = await onlyOnce(tx, call, async () => {
      const now = clock.now();
      if (input.dueOn !== null && input.dueOn < localDateOf(now)) throw badInput('approvals.instruction_due_past');
      const { giverPostId, addressee } = await addressed(parts, { tx, there, actor, input, sample });
      const { purpose, reader, length, dueOn, confidentiality } = input;
      const givenBy = personOf(actor, giverPostId);
      const said = { purpose, reader, length, dueOn, sample, confidentiality };
      const bare = await store.insertInstruction(tx, {
        instructionId: newId(clock),
        giverPostId,
        given: { givenBy, addressee: personOf(addressee), ...said },
      });
      const line = { act: 'GIVEN', actor: givenBy, caseId: null, reason: null } as const;
      await store.addLine(tx, bare, { ...line, seq: 1, at: now, via: caller.via, leafId: newId(clock) });
      return { instructionId: bare.instructionId };
    });
    return seen(parts, { tx, actor, instructionId });
  });
  wake();
  return view;
}

/** As it is for somebody who may see it; for others it is not there. */
async function seen(
  { clock }: InstructionsParts,
  { tx, actor, instructionId }: { tx: Tx; actor: Actor; instructionId: string },
): Promise<InstructionView> {
  const instruction = await store.readInstruction(tx, instructionId);
  if (!instruction || !maySee(actor, instruction)) throw notFound('approvals.instruction_not_found');
  const [view] = await viewsOf(tx, { actor, today: localDateOf(clock.now()) }, [instruction]);
  if (!view) throw notFound('approvals.instruction_not_found');
  return view;
}

async function list(
  { db, clock, directory }: InstructionsParts,
  caller: Caller,
  { box, cursor }: InstructionQuery,
): Promise<InstructionPage> {
  const before = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString();
  if (before !== null && !isUuid(before)) throw badInput('approvals.bad_cursor');
  return db.singly(caller.municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const postIds = actor.posts.map(({ postId }) => postId);
    const asked = { box, staffId: actor.staffId, postIds, before, limit: PAGE + 1 };
    const found = await store.listInstructions(tx, asked);
    const items = await viewsOf(tx, { actor, today: localDateOf(clock.now()) }, found.slice(0, PAGE));
    const last = found.length > PAGE ? items.at(-1) : undefined;
    return { items, nextCursor: last ? Buffer.from(last.id).toString('base64url') : null };
  });
}

interface Cancelling {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly instructionId: string;
  readonly input: CancelInstructionInput;
}

async function cancelOnce(parts: InstructionsParts, { tx, caller, instructionId, input }: Cancelling) {
  const { clock, directory } = parts;
  const actor = await directory.actorOf(tx, caller);
  const present = () => seen(parts, { tx, actor, instructionId });
  const instruction = await store.readInstruction(tx, instructionId);
  if (!instruction || !maySee(actor, instruction)) throw notFound('approvals.instruction_not_found');
  if (!mayFollow(instruction, 'CANCELLED')) throw conflict('approvals.instruction_over', {}, await present());
  if (!mayCancel(actor, instruction)) throw notAllowed('approvals.instruction_not_yours');
  const stale = async () => conflict('approvals.instruction_stale', {}, await present());
  if (versionOf(instruction) !== input.version) throw await stale();
  const line = {
    act: 'CANCELLED',
    actor: personOf(actor, instruction.giverPostId),
    caseId: null,
    reason: input.reason,
  } as const;
  const next = { ...line, seq: input.version + 1, at: clock.now(), via: caller.via, leafId: newId(clock) };
  if (!(await store.addLine(tx, instruction, next))) throw await stale();
  return present();
}

async function cancel(
  parts: InstructionsParts,
  caller: Caller,
  { instructionId, input }: { instructionId: string; input: CancelInstructionInput },
): Promise<InstructionView> {
  const view = await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const { staffId } = await parts.directory.actorOf(tx, caller);
    const call = {
      staffId,
      key: caller.idempotencyKey,
      request: { use: 'approvals.cancel-instruction', instructionId, ...input },
    };
    return onlyOnce(tx, call, () => cancelOnce(parts, { tx, caller, instructionId, input }));
  });
  parts.wake();
  return view;
}

export function createInstructions(parts: InstructionsParts): Instructions {
  return {
    addressees: (caller, q) => addressees(parts, caller, q),
    give: (caller, input) => give(parts, caller, input),
    list: (caller, query) => list(parts, caller, query),
    read: (caller, instructionId) =>
      parts.db.singly(caller.municipalityId, async (tx) => {
        const actor = await parts.directory.actorOf(tx, caller);
        return seen(parts, { tx, actor, instructionId });
      }),
    cancel: (caller, instructionId, input) => cancel(parts, caller, { instructionId, input }),
  };
}
