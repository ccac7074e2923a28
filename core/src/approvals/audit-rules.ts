import { canonicalJson, type Json } from '../shared/index.ts';
import { type ApprovalCase, isDecided, isSettled, type Mark } from './case.ts';
import { type DeskEntry, deskOf, partsOf } from './desk.ts';
import { withoutWords } from './disposals/without-words.ts';
import { manifestHash } from './manifest.ts';
import { openSection } from './policy.ts';
import { replay } from './replay.ts';
import type { HistoryRow } from './witness.ts';

/** A case as the audit finds it: the row's own columns, what stands in it, and everything that was made from it. */
export interface AuditedCase {
  readonly row: { caseId: string; version: number; status: string; drafterStaffId: string; sectionId: string | null };
  readonly approvalCase: ApprovalCase;
  /** Its document has a tombstone, and what was written in the case went with it. */
  readonly isGone: boolean;
  readonly history: readonly HistoryRow[];
  readonly desk: readonly DeskEntry[];
  readonly parts: readonly { postId: string; consulted: boolean }[];
}

export type Alteration =
  | 'case_altered'
  | 'mark_altered'
  | 'mark_missing'
  | 'question_altered'
  | 'content_altered'
  | 'desk_altered'
  | 'words_left'
  | 'words_taken';

const same = (a: unknown, b: unknown): boolean => canonicalJson(plain(a)) === canonicalJson(plain(b));
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;

/** From the history to what it made, and back: a change on either side alone shows. */
export function alterationsOf(audited: AuditedCase): Alteration[] {
  const { approvalCase } = audited;
  const found: (readonly [Alteration, boolean])[] = audited.isGone
    ? ofGone(audited)
    : [
        ['content_altered', manifestHash(approvalCase) !== approvalCase.manifestHash],
        ['case_altered', caseAltered(audited) || replayDiffers(audited)],
        ['mark_altered', marksOf(approvalCase).some((mark) => !audited.history.some((line) => gives(line, mark)))],
        ['mark_missing', markMissing(audited)],
        ['question_altered', questionAltered(audited)],
        ['desk_altered', deskAltered(audited)],
        // The leaf of such a line is right all the same: only a tombstone lets words go.
        ['words_taken', audited.history.some(({ changeSha256 }) => changeSha256 !== null)],
      ];
  return found.flatMap(([code, altered]) => (altered ? [code] : []));
}

/** Of what is left: that it is what its history says, and that nothing which was written is left. */
function ofGone(audited: AuditedCase): (readonly [Alteration, boolean])[] {
  const { approvalCase, history } = audited;
  const bare = history.map((line) => ({ ...line, comment: null }));
  const marks = marksOf(withoutWords(approvalCase));
  const gone = history.findIndex(({ act }) => act === 'WORDS_GONE');
  const left = history.some(({ changeSha256 }, at) => at < gone && changeSha256 === null);
  return [
    ['case_altered', caseAltered(audited) || gone < 0 || !approvalCase.disposed],
    ['mark_altered', marks.some((mark) => !bare.some((line) => gives(line, mark)))],
    ['mark_missing', markMissing(audited)],
    ['words_left', left || !same(withoutWords(approvalCase), approvalCase)],
    ['desk_altered', deskAltered(audited)],
  ];
}

function caseAltered({ row, approvalCase, history }: AuditedCase): boolean {
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last) return true;
  const decided = isDecided(approvalCase) ? approvalCase : null;
  const decision = history.find((line) => line.statusAfter === 'DECIDED');
  return (
    !same(
      [row.caseId, row.version, row.status, row.drafterStaffId, row.sectionId],
      [
        approvalCase.caseId,
        approvalCase.version,
        approvalCase.status,
        approvalCase.drafter.staffId,
        openSection(approvalCase),
      ],
    ) ||
    !same(
      [last.seq, last.statusAfter, last.revision, last.manifestHash, history.length],
      [row.version, approvalCase.status, approvalCase.revision, approvalCase.manifestHash, row.version],
    ) ||
    !same([first.actor, first.at], [approvalCase.drafter, approvalCase.createdAt]) ||
    !same([decision?.at, decision?.detail.documentNumber], [decided?.decidedAt, decided?.documentNumber?.label])
  );
}

const marksOf = (approvalCase: ApprovalCase): Mark[] =>
  approvalCase.route.flatMap((slot) => (isSettled(slot) ? [slot.mark] : []));

/** The acts that leave marks. A submission passes over reviewers who are known to be absent. */
const GIVING: readonly HistoryRow['act'][] = [
  'APPROVED',
  'CONSENTED',
  'CONSENTED_WITH_OPINION',
  'OBJECTED',
  'DECIDED',
  'DEPUTY_DECIDED',
  'SKIPPED_ABSENT',
  'PASSED_OVER',
  'PULLED_UP',
  'REJECTED',
];
const givesMark = (line: HistoryRow) => GIVING.includes(line.act);

/** The line by which the mark was made: same act, same person, same moment, same content. */
const gives = (line: HistoryRow, mark: Mark): boolean =>
  line.seq === mark.seq &&
  (saysNothing(line, mark) || line.comment === mark.comment) &&
  same(
    [line.at, line.actor.staffId, line.actor.name, line.manifestHash, line.via],
    [mark.actedAt, mark.actedBy.staffId, mark.actedBy.name, mark.manifestHash, mark.via],
  );

/** Marks that came about beside the act have no comment of their own. */
const saysNothing = (line: HistoryRow, mark: Mark) => mark.basis.kind === 'STAGE_RULE' || line.act === 'SUBMITTED';

/** The history alone makes the case: what stands there otherwise was not done by anybody. */
function replayDiffers({ approvalCase, history }: AuditedCase): boolean {
  return !same(replay(history), approvalCase);
}

/** While a case is open an approval may have been taken back; the decided route holds every mark of its last round. */
function markMissing({ approvalCase, history }: AuditedCase): boolean {
  if (!isDecided(approvalCase)) return false;
  const marks = marksOf(approvalCase);
  const returned = history.findLastIndex((line) => line.act === 'PULLED_BACK' || line.act === 'SENT_BACK');
  const given = history.filter(
    (line, at) =>
      at > returned && line.act !== 'OBJECTED' && givesMark(line) && line.revision === approvalCase.revision,
  );
  return (
    !approvalCase.route.some((slot) => slot.duty === 'DECISION' && isSettled(slot)) ||
    given.some((line) => !marks.some((mark) => mark.actedAt.getTime() === line.at.getTime()))
  );
}

function questionAltered({ approvalCase, history }: AuditedCase): boolean {
  const said = history.flatMap(({ act, actor, comment, detail }) =>
    act === 'ASKED' || act === 'ANSWERED' ? [[act, detail.questionId, actor, comment]] : [],
  );
  const standing = approvalCase.questions.flatMap(({ questionId, askedBy, text, answer }) => [
    ['ASKED', questionId, askedBy, text],
    ...(answer ? [['ANSWERED', questionId, answer.by, answer.text]] : []),
  ]);
  const sorted = (lines: readonly unknown[]) => lines.map((line) => canonicalJson(plain(line))).sort();
  return !same(sorted(said), sorted(standing));
}

/** A desk that hides a case, or shows one that does not lie there. */
function deskAltered({ approvalCase, desk, parts }: AuditedCase): boolean {
  const sorted = (entries: readonly DeskEntry[]) =>
    entries
      .map(({ aboutId, task, postId, staffId, unitId, since }) =>
        [aboutId, task, postId, staffId, unitId, since].join(),
      )
      .sort();
  return !same(sorted(desk), sorted(deskOf(approvalCase))) || !same(listed(parts), listed(partsOf(approvalCase)));
}

const listed = (parts: AuditedCase['parts']) => parts.map(({ postId, consulted }) => `${postId} ${consulted}`).sort();
