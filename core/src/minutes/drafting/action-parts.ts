import { PASSES_ON, WORK } from './action-words.ts';
import type { Heard } from './around.ts';
import type { Mention } from './mentions.ts';
import type { Owner } from './people.ts';

// One clause that gives several people work, or one person two pieces.

/** 「財政課は試算を、総務課は会場の手配をお願いします」: one part for each who is named with work of their own. */
export function partsOf(clause: string, mentions: readonly Mention[]): string[] {
  if (mentions.some(({ weight }) => weight > MADE_TO_ACT)) return [clause];
  const byDay = BY_DAY.exec(clause)?.groups;
  if (byDay) return [`${byDay.who ?? ''}${byDay.one}`, `${byDay.who ?? ''}${byDay.two}`];
  const starts = mentions.filter(({ owner, weight }) => owner !== null && weight >= 3.5).map(({ from }) => from);
  const parts = starts.map((from, at) => clause.slice(at === 0 ? 0 : from, starts[at + 1]));
  const shareWork =
    parts.length > 1 && parts.every((part) => WORK.test(part) || /(?:は|が|には)[^、。]{2,20}、/u.test(part));
  const shared = sharedOut(clause, mentions);
  if (shared.length > 1) return shared;
  const own = parts.length > 1 ? parts.filter((part) => !PASSES_ON.test(part)) : parts;
  return shareWork || own.length < parts.length ? own : [clause];
}

/** 「佐藤さん、集計を金曜まで、報告書を水曜までにお願いします」: one part for each day. */
const BY_DAY =
  /^(?<who>[^、。をは]{1,12}、)?(?<one>[^、。]{1,16}[をは][^、。]{1,14}まで(?:に)?)、(?<two>[^、。]{1,16}[をは][^、。]{1,14}まで(?:に)?[^、。]{0,16}[。]?)$/u;
/** Who is made to do it has it alone, whoever else is spoken to. */
const MADE_TO_ACT = 5.4;

/** 「協議は建設課、説明は総務課でお願いします」: one part for each. */
function sharedOut(clause: string, mentions: readonly Mention[]): string[] {
  const ends = mentions
    .filter(
      ({ from, to }) =>
        clause[from - 1] === 'は' && /^(?:さん|くん)?(?:[でがに]|、|$|って|という)/u.test(clause.slice(to)),
    )
    .map(({ to }) => to + (/^(?:さん|くん)?[でがに]?/u.exec(clause.slice(to))?.[0].length ?? 0));
  const starts = [0, ...ends.slice(0, -1)];
  return ends.map((end, at) => {
    const part = clause.slice(starts[at], at === ends.length - 1 ? undefined : end).replace(/^、/u, '');
    return at === ends.length - 1 || /[でがに]$/u.test(part) ? part : `${part}で`;
  });
}

/** 「AとBの両課で」: both who were named before. */
export function bothOf(actor: Mention | null, { clause, mentions, speech, sentence }: Heard): Owner[] {
  if (!/^両[課部局室者]$/u.test(actor?.owner?.said ?? '')) return [];
  const before = speech.sentences[sentence.index - 1]?.folded ?? '';
  const units = [...speech.mentionsIn(before), ...mentions.filter(({ to }) => to <= (actor?.from ?? clause.length))];
  const named = units.flatMap(({ owner }) => (owner?.kind === 'UNIT' && !owner.said.startsWith('両') ? [owner] : []));
  const last = named.at(-1);
  const other = named.findLast(({ said }) => said !== last?.said);
  return last && other ? [other, last] : [];
}

/** 「土木部と消防本部で」: those who are named together with who acts. */
export function withThem(text: string, mentions: readonly Mention[], actor: Mention | null): Owner[] {
  let [at, found] = [actor, [] as Owner[]];
  for (const one of mentions.toReversed()) {
    const joins = at !== null && one.to <= at.from && TOGETHER.test(text.slice(one.to, at.from));
    if (!joins || one.owner === null || at?.owner === null) continue;
    found = [one.owner, ...found];
    at = one;
  }
  return found;
}
const TOGETHER = /^(?:さん|くん|君|様)?(?:と|や|・|及び|および|並びに|、)、?$/u;
