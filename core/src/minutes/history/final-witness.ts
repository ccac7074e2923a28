import type { Finding } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { finalWords } from '../deciding/final.ts';
import { readMeeting } from '../meetings/store.ts';
import { sentencesOf } from '../sentences/store.ts';
import { digestOf, MINUTES_FACTS } from './store.ts';

interface Sealed {
  readonly meetingId: string;
  /** Of the fact; null where there is none though the meeting says that it is final. */
  readonly seq: number | null;
  readonly digest: string | null;
  /** 確定日, and until when what was recorded is kept. */
  readonly on: string | null;
  readonly keptUntil: string | null;
  /** Null once the words were disposed of: then nothing is left to compare with. */
  readonly salt: string | null;
}

const AT_ONCE = 200;

async function* sealed(tx: Tx): AsyncGenerator<Sealed> {
  let after: string | null = null;
  for (;;) {
    const rows: Sealed[] = await tx.query<Sealed>(
      `select m.meeting_id as "meetingId", f.seq, f.fact ->> 'digest' as digest, f.fact ->> 'on' as on,
         f.fact ->> 'keptUntil' as "keptUntil", c.salt
       from kaigi.meeting m
       left join lateral (select * from kaigi.minutes_fact f
         where f.municipality_id = m.municipality_id and f.subject_kind = 'meeting' and f.subject_id = m.meeting_id
           and f.act = 'FINAL' order by f.seq desc limit 1) f on true
       left join kaigi.minutes_change c on c.municipality_id = m.municipality_id and c.subject_kind = 'meeting'
         and c.subject_id = m.meeting_id and c.seq = f.seq
       where m.municipality_id = $1 and (m.state = 'FINAL' or f.seq is not null) and ($2::uuid is null or m.meeting_id > $2)
       order by m.meeting_id limit $3`,
      [tx.municipalityId, after, AT_ONCE],
    );
    yield* rows;
    after = rows.at(-1)?.meetingId ?? null;
    if (rows.length < AT_ONCE) return;
  }
}

const finding = (meetingId: string, seq: number | null): Finding => ({
  ...{ kind: MINUTES_FACTS.leafKind, subject: `meeting/${meetingId}/${seq ?? 0}`, code: 'minutes.final_altered' },
  sentence: {
    ja: `確定した会議録 ${meetingId}：いまの内容が確定したときの記録と違います。`,
    en: `Final minutes ${meetingId}: they are not as they were recorded when they became final.`,
  },
});

/** Minutes that say they are final and were never made so, and those that were changed since. */
export async function* alteredFinals(tx: Tx): AsyncGenerator<Finding> {
  for await (const { meetingId, seq, digest, salt, on, keptUntil } of sealed(tx)) {
    const meeting = await readMeeting(tx, meetingId);
    const isFinal = meeting?.state === 'FINAL' && seq !== null && digest !== null;
    const now =
      salt !== null && meeting ? digestOf(salt, finalWords(meeting, await sentencesOf(tx, meetingId))) : digest;
    const sameDays = meeting?.finalOn === on && meeting.keptUntil === keptUntil;
    if (!isFinal || now !== digest || !sameDays) yield finding(meetingId, seq);
  }
}
