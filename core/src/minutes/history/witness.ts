import { type Finding, historyWitness, type Witnessed } from '../../ledger/index.ts';
import { type Blobs, sha256OfFile, type Tx } from '../../platform/index.ts';
import { readMeeting } from '../meetings/store.ts';
import { sentencesOf } from '../sentences/store.ts';
import { minutesDigest } from '../signing/digest.ts';
import { alteredBeginnings } from './beginnings-witness.ts';
import { alteredCourses } from './course-witness.ts';
import { alteredFinals } from './final-witness.ts';
import { alteredTerms } from './glossary-witness.ts';
import { alteredLines } from './lines-witness.ts';
import type { Change } from './store.ts';
import { digestOf, MINUTES_FACTS } from './store.ts';

const history = historyWitness(MINUTES_FACTS, {
  line: { ja: '会議録の記録 {kind} {id} の {seq} 行目', en: 'line {seq} of the record {kind} {id} of minutes' },
  gap: {
    ja: '会議録の記録 {kind} {id}：行が欠けています。',
    en: 'Record {kind} {id} of minutes: lines are missing.',
  },
  gapCode: 'minutes.facts_missing',
});

interface Kept {
  readonly kind: string;
  readonly id: string;
  readonly seq: number;
  readonly digest: string;
  readonly salt: string;
  readonly change: Change;
}

const AT_ONCE = 200;

async function* keptWords(tx: Tx): AsyncGenerator<Kept> {
  let after: Kept | null = null;
  for (;;) {
    const rows: Kept[] = await tx.query<Kept>(
      `select c.subject_kind as kind, c.subject_id as id, c.seq, f.fact ->> 'digest' as digest, c.salt, c.change
       from kaigi.minutes_change c
       left join kaigi.minutes_fact f using (municipality_id, subject_kind, subject_id, seq)
       where c.municipality_id = $1
         and ($2::text is null or (c.subject_kind, c.subject_id, c.seq) > ($2, $3::uuid, $4::int))
       order by c.subject_kind, c.subject_id, c.seq limit $5`,
      [tx.municipalityId, after?.kind ?? null, after?.id ?? null, after?.seq ?? null, AT_ONCE],
    );
    yield* rows;
    after = rows.at(-1) ?? null;
    if (rows.length < AT_ONCE) return;
  }
}

const altered = ({ kind, id, seq }: Kept): Finding => ({
  ...{ kind: MINUTES_FACTS.leafKind, subject: `${kind}/${id}/${seq}`, code: 'minutes.words_altered' },
  sentence: {
    ja: `会議録の記録 ${kind} ${id} の ${seq} 行目：言葉が記録されたものと違います。`,
    en: `Line ${seq} of the record ${kind} ${id} of minutes: its words are not those that were recorded.`,
  },
});

interface StoredFile {
  readonly kind: string;
  readonly id: string;
  readonly seq: number;
  readonly sha256: string;
}

/** Transcripts as they came, recordings and the city's own forms: every file that a fact speaks of. */
const storedFiles = (tx: Tx): Promise<StoredFile[]> =>
  tx.query<StoredFile>(
    `select f.subject_kind as kind, f.subject_id as id, f.seq, f.fact ->> 'sha256' as sha256 from kaigi.minutes_fact f
     where f.municipality_id = $1 and f.act in ('TAKEN_IN', 'ADDED', 'STORED') and f.fact ->> 'sha256' is not null
       and not exists (select from kaigi.records_tombstone t
         where t.municipality_id = f.municipality_id and t.subject_kind in ('RECORDING', 'TRANSCRIPT') and t.content_goes
           and t.subject_id::text in (f.fact ->> 'recordingId', f.fact ->> 'transcriptId')
           and t.files -> 0 ->> 'sha256' = f.fact ->> 'sha256')
     order by 1, 2, 3`,
    [tx.municipalityId],
  );

async function* alteredFiles(tx: Tx, blobs: Blobs): AsyncGenerator<Finding> {
  for (const { kind, id, seq, sha256 } of await storedFiles(tx)) {
    const at = { kind: MINUTES_FACTS.leafKind, subject: `${kind}/${id}/${seq}` };
    const file = await blobs.file(sha256);
    const found = file === null ? null : await sha256OfFile(file).catch(() => null);
    const [code, ja, en] =
      found === null
        ? (['minutes.file_missing', 'ファイルがありません。', 'its file is missing.'] as const)
        : (['minutes.file_altered', 'ファイルが書き換えられています。', 'its file was altered.'] as const);
    if (found === sha256) continue;
    yield {
      ...{ ...at, code },
      sentence: {
        ja: `会議録の記録 ${kind} ${id} の ${seq} 行目：${ja}（${sha256}）`,
        en: `Line ${seq} of the record ${kind} ${id} of minutes: ${en} (${sha256})`,
      },
    };
  }
}

interface SignedRow {
  readonly meetingId: string;
  readonly signatureId: string;
  readonly digest: string;
  /** Of the fact, which nobody changes unseen; null where there is none. */
  readonly recorded: string | null;
}

/** Signatures that hold, beside what the log says was signed. */
const signatures = (tx: Tx): Promise<SignedRow[]> =>
  tx.query<SignedRow>(
    `select s.meeting_id as "meetingId", s.signature_id as "signatureId", s.digest,
       (select f.fact ->> 'minutesDigest' from kaigi.minutes_fact f
        where f.municipality_id = s.municipality_id and f.subject_kind = 'signing' and f.subject_id = s.meeting_id
          and f.fact ->> 'signatureId' = s.signature_id::text) as recorded
     from kaigi.minutes_signature s where s.municipality_id = $1 and not s.is_void order by 1, 2`,
    [tx.municipalityId],
  );

/** Minutes that are not those that were signed, and signatures that are not those recorded. */
async function* alteredAfterSigning(tx: Tx): AsyncGenerator<Finding> {
  const byMeeting = Map.groupBy(await signatures(tx), ({ meetingId }) => meetingId);
  for (const [meetingId, signed] of byMeeting) {
    const meeting = await readMeeting(tx, meetingId);
    const digest = meeting && minutesDigest(meeting, await sentencesOf(tx, meetingId));
    for (const { signatureId, digest: kept, recorded } of signed) {
      if (kept === digest && kept === recorded) continue;
      yield {
        ...{ kind: MINUTES_FACTS.leafKind, subject: `signing/${meetingId}/${signatureId}` },
        code: 'minutes.altered_after_signing',
        sentence: {
          ja: `会議 ${meetingId} の会議録：署名されたときの内容と違います（署名 ${signatureId}）。`,
          en: `The minutes of the meeting ${meetingId} are not those that were signed (signature ${signatureId}).`,
        },
      };
    }
  }
}

/** What `kaigi verify` asks about 会議録: the facts, that the words beside them are theirs, and the files. */
export const minutesWitness = (blobs: Blobs): Witnessed => ({
  ...history,
  async *check(tx) {
    if (history.check) yield* history.check(tx);
    for await (const kept of keptWords(tx)) if (digestOf(kept.salt, kept.change) !== kept.digest) yield altered(kept);
    yield* alteredFinals(tx);
    yield* alteredFiles(tx, blobs);
    yield* alteredAfterSigning(tx);
    yield* alteredCourses(tx);
    yield* alteredLines(tx);
    yield* alteredBeginnings(tx);
    yield* alteredTerms(tx);
  },
});
