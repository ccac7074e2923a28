import type { Tx } from '../../platform/index.ts';
import type { Line } from '../lines/line.ts';
import type { Sentence } from '../sentences/sentence.ts';
import type { RoundView } from './contract.ts';

export type Changed = RoundView['changed'][number];

/** One act on the words of a meeting, as its history keeps it. */
export interface WordsAct {
  readonly of: 'minutes' | 'transcript';
  readonly act: string;
  readonly isSince: boolean;
  /** Null once its words were disposed of. */
  readonly change: {
    readonly before?: readonly Worded[];
    readonly after?: readonly Worded[];
  } | null;
}
interface Worded {
  readonly sentenceId?: string;
  readonly lineId?: string;
  readonly text: string;
  readonly origin?: string;
}

/** The sentences as they stood when people had confirmed them. */
function confirmedSentences(acts: readonly WordsAct[]): Map<string, Worded> {
  const stood = new Map<string, Worded>();
  for (const { of, act, isSince, change } of acts) {
    if (of !== 'minutes' || isSince) continue;
    // A new draft takes the place of what rules had drafted before.
    if (act === 'DRAFTED') for (const [id, { origin }] of stood) if (origin === 'RULES') stood.delete(id);
    for (const { sentenceId = '' } of change?.before ?? []) stood.delete(sentenceId);
    for (const one of change?.after ?? []) stood.set(one.sentenceId ?? '', one);
  }
  return stood;
}

/** Of lines that were changed since, the words before the first change. */
function confirmedLines(acts: readonly WordsAct[]): Map<string, Worded> {
  const stood = new Map<string, Worded>();
  for (const { of, isSince, change } of acts) {
    if (of !== 'transcript' || !isSince) continue;
    for (const one of change?.before ?? []) if (!stood.has(one.lineId ?? '')) stood.set(one.lineId ?? '', one);
  }
  return stood;
}

/** What stands otherwise than people confirmed it; null where that can no longer be told. */
export function changedSince(
  acts: readonly WordsAct[],
  now: { readonly sentences: readonly Sentence[]; readonly lines: readonly Line[] },
): Changed[] | null {
  if (acts.some(({ change }) => change === null)) return null;
  const of = (kind: Changed['of'], stood: ReadonlyMap<string, Worded>, here: ReadonlyMap<string, string>) =>
    [...new Set([...here.keys(), ...stood.keys()])].flatMap((id): Changed[] => {
      const [before, after] = [stood.get(id)?.text ?? null, here.get(id) ?? null];
      return before === after ? [] : [{ of: kind, id, before, after }];
    });
  const sentences = new Map(now.sentences.map(({ sentenceId, text }) => [sentenceId, text]));
  const touched = confirmedLines(acts);
  const lines = new Map(
    now.lines.flatMap(({ lineId, text }) => (touched.has(lineId) ? [[lineId, text] as const] : [])),
  );
  return [...of('SENTENCE', confirmedSentences(acts), sentences), ...of('LINE', touched, lines)];
}

/** Acts on the words of a meeting, told apart by whether they came after the newest confirmation that was closed; null without one. */
export async function wordsActs(tx: Tx, meetingId: string): Promise<WordsAct[] | null> {
  const [closed] = await tx.query<{ at: Date }>(
    `select r.closed_at as at from kaigi.minutes_round r
     where r.municipality_id = $1 and r.meeting_id = $2 and r.state = 'CLOSED' and r.closed_at is not null
     order by r.nth desc limit 1`,
    [tx.municipalityId, meetingId],
  );
  if (!closed) return null;
  return tx.query<WordsAct>(
    `select f.subject_kind as of, f.act, f.at > $3 as "isSince", c.change from kaigi.minutes_fact f
     left join kaigi.minutes_change c using (municipality_id, subject_kind, subject_id, seq)
     where f.municipality_id = $1 and f.subject_id = $2 and f.subject_kind in ('minutes', 'transcript')
       and f.act in ('DRAFTED', 'EDITED', 'TAKEN_IN') order by f.subject_kind, f.seq`,
    [tx.municipalityId, meetingId, closed.at],
  );
}
