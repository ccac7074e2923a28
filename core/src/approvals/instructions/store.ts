import { append } from '../../ledger/index.ts';
import { emit, type Tx } from '../../platform/index.ts';
import type { Instruction, InstructionLine, Sealed } from './rules.ts';
import { type GivenRow, openGiven, openReason, sealGiven, sealReason } from './said.ts';
import { entryOf } from './witness.ts';

/** The fact that something happened to an instruction, or that its case was sent back. */
export const INSTRUCTION_CHANGED = 'approvals/instruction-changed';

type Bare = Omit<Instruction, 'lines'>;
type BareRow = Omit<Bare, 'given'> & { readonly given: GivenRow };

const BARE = `select i.instruction_id as "instructionId", i.giver_post_id as "giverPostId", i.given, i.said::text as said,
    i.said_sha256 as "saidSha256",
    kaigi.approvals_instruction_is_gone(i.municipality_id, i.instruction_id) as "isGone"
  from kaigi.approvals_instruction i where i.municipality_id = $1`;
const LINE = `l.instruction_id as "instructionId", l.seq, l.at, l.act, l.actor, l.case_id as "caseId", l.reason,
    l.said::text as said, l.said_sha256 as "saidSha256", l.via, l.leaf_id as "leafId"`;

const bareOnes = async (tx: Tx, where: string, values: readonly unknown[]): Promise<Bare[]> =>
  (await tx.query<BareRow>(`${BARE} ${where}`, values)).map(openGiven);

async function withLines(tx: Tx, found: readonly Bare[]): Promise<Instruction[]> {
  if (found.length === 0) return [];
  const rows = await tx.query<InstructionLine & { instructionId: string }>(
    `select ${LINE} from kaigi.approvals_instruction_line l where l.municipality_id = $1
     and l.instruction_id = any($2::uuid[]) order by l.instruction_id, l.seq`,
    [tx.municipalityId, found.map(({ instructionId }) => instructionId)],
  );
  const lines = Map.groupBy(rows, ({ instructionId }) => instructionId);
  return found.map((one) => ({
    ...one,
    lines: (lines.get(one.instructionId) ?? []).map(({ instructionId: _, ...line }) => openReason(line)),
  }));
}

export async function readInstruction(tx: Tx, instructionId: string): Promise<Instruction | null> {
  const found = await bareOnes(tx, 'and i.instruction_id = $2', [tx.municipalityId, instructionId]);
  const [instruction] = await withLines(tx, found);
  return instruction ?? null;
}

export async function readInstructions(tx: Tx, ids: readonly string[]): Promise<Instruction[]> {
  const found = await bareOnes(tx, 'and i.instruction_id = any($2::uuid[]) order by i.instruction_id', [
    tx.municipalityId,
    ids,
  ]);
  return withLines(tx, found);
}

const WHOSE = {
  given: '(i.giver_staff_id = $2 or i.giver_post_id = any($3::uuid[]))',
  received: 'i.addressee_staff_id = $2 and $3::uuid[] is not null',
};

export interface PageAsked {
  readonly box: keyof typeof WHOSE;
  readonly staffId: string;
  readonly postIds: readonly string[];
  /** Those before this one, newest first. */
  readonly before: string | null;
  readonly limit: number;
}

export async function listInstructions(tx: Tx, { box, staffId, postIds, before, limit }: PageAsked) {
  const found = await bareOnes(
    tx,
    `and ${WHOSE[box]} and ($4::uuid is null or i.instruction_id < $4) order by i.instruction_id desc limit $5`,
    [tx.municipalityId, staffId, postIds, before, limit],
  );
  return withLines(tx, found);
}

/** What waits for this person to be drafted, newest first. */
export async function openFor(tx: Tx, staffId: string, limit: number): Promise<Instruction[]> {
  const found = await bareOnes(
    tx,
    `and i.addressee_staff_id = $2 and (
       select l.act from kaigi.approvals_instruction_line l
       where l.municipality_id = i.municipality_id and l.instruction_id = i.instruction_id order by l.seq desc limit 1)
       in ('GIVEN', 'RELEASED')
     order by i.instruction_id desc limit $3`,
    [tx.municipalityId, staffId, limit],
  );
  return withLines(tx, found);
}

/** A new one, with what was written apart. Returns it as it stands there. */
export async function insertInstruction(
  tx: Tx,
  { instructionId, giverPostId, given }: Pick<Bare, 'instructionId' | 'giverPostId' | 'given'>,
): Promise<Bare> {
  const row = sealGiven(given);
  await tx.query(
    `insert into kaigi.approvals_instruction (municipality_id, instruction_id, giver_staff_id, giver_post_id,
       addressee_staff_id, given, said) values ($1, $2, $3, $4, $5, $6, $7::json)`,
    [
      ...[tx.municipalityId, instructionId, given.givenBy.staffId, giverPostId, given.addressee.staffId],
      ...[JSON.stringify(row.given), row.said],
    ],
  );
  return openGiven({ instructionId, giverPostId, isGone: false, ...row });
}

/** Writes the next line with its leaf and its fact; false where somebody else has written that line. */
export async function addLine(
  tx: Tx,
  instruction: Bare,
  { reason, ...line }: Omit<InstructionLine, keyof Sealed>,
): Promise<boolean> {
  const { instructionId } = instruction;
  const { seq, at, act, actor, caseId, via, leafId } = line;
  const said = sealReason(reason);
  const added = await tx.query(
    `insert into kaigi.approvals_instruction_line (municipality_id, instruction_id, seq, at, act, actor, case_id, said,
       via, leaf_id) values ($1, $2, $3, $4, $5, $6, $7, $8::json, $9, $10) on conflict do nothing returning seq`,
    [tx.municipalityId, instructionId, seq, at, act, JSON.stringify(actor), caseId, said.said, via, leafId],
  );
  if (added.length === 0) return false;
  await append(tx, [entryOf(instruction, { ...line, reason: null, ...said })]);
  await emit(tx, [{ topic: INSTRUCTION_CHANGED, payload: { instructionId, seq } }]);
  return true;
}

/** For the log and its audit: whole instructions in the order of their ids. */
export async function instructionsAfter(tx: Tx, after: string | null, limit: number): Promise<Instruction[]> {
  const found = await bareOnes(
    tx,
    `and ($2::uuid is null or i.instruction_id > $2) order by i.instruction_id limit $3`,
    [tx.municipalityId, after, limit],
  );
  return withLines(tx, found);
}

/** For the log: lines in the order of their subjects. */
export async function linesAfter(
  tx: Tx,
  after: { instructionId: string; seq: number } | null,
  limit: number,
): Promise<{ of: Bare; line: InstructionLine }[]> {
  const rows = await tx.query<InstructionLine & { instructionId: string }>(
    `select ${LINE} from kaigi.approvals_instruction_line l
     where l.municipality_id = $1 and ($2::uuid is null or (l.instruction_id, l.seq) > ($2, $3::int))
     order by l.instruction_id, l.seq limit $4`,
    [tx.municipalityId, after?.instructionId ?? null, after?.seq ?? null, limit],
  );
  const ids = [...new Set(rows.map(({ instructionId }) => instructionId))];
  const found = await bareOnes(tx, 'and i.instruction_id = any($2::uuid[])', [tx.municipalityId, ids]);
  const bare = new Map(found.map((one) => [one.instructionId, one]));
  return rows.flatMap(({ instructionId, ...line }) => {
    const of = bare.get(instructionId);
    return of ? [{ of, line }] : [];
  });
}
