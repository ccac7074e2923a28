import { ownerOf } from './action-owners.ts';
import { DEEDS, ENTRUSTS, LETS, PASSES_ON, PREPARES, REQUEST, TAKES_ON, WORK, WORK_IF_ASKED } from './action-words.ts';
import { accepts, answersRequest, apologises, echoesRequest, type Heard } from './around.ts';
import { type Asking, askingOf } from './asking.ts';
import { clausesOf, withoutAfterthought, withoutLead, withoutTail } from './clauses.ts';
import { dateWords } from './date-words.ts';
import { dueIn, type FoundDue } from './due-dates.ts';
import { actorIn, type Mention } from './mentions.ts';
import type { Owner } from './people.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

/** Something that one clause gives somebody to do. */
export interface Candidate {
  readonly asking: Asking;
  readonly sentence: Sentence;
  readonly text: string;
  readonly owner: Owner | null;
  readonly due: FoundDue | null;
  /** Begins by taking on what somebody else asked for. */
  readonly accepts: boolean;
}

/** 「締切が12日ですので、それまでに」: the day that was named just before. */
function untilThen(part: string, { sentence, speech }: Heard): FoundDue | null {
  if (!/(?:それ|その日|そのとき|同日)まで/u.test(part)) return null;
  const before = speech.sentences[sentence.index - 1];
  const named = [...(before ? [before] : []), sentence]
    .flatMap((one) => dateWords(one.folded, speech.calendarOf(one)))
    .findLast(({ day }) => day);
  return named ? { words: named.words, day: named.day, strength: 'LIMIT', at: named.from } : null;
}

/** 「12月の頭には欲しいな」「わかりました、出します」. */
function wantedBy(asking: Asking, heard: Heard): FoundDue | null {
  const { sentence, speech } = heard;
  const before = speech.sentences[sentence.index - 1];
  if (asking !== 'PROMISE' || before === undefined || before.speaker === sentence.speaker || !accepts(heard))
    return null;
  return WANTED.test(before.folded) ? dueIn(before.folded, speech.calendarOf(before)) : null;
}
const WANTED = /(?:には|まで(?:に|には)?)[^。、]{0,8}(?:欲し|ほし|お願い|もら|いただ|要|必要|出)[^。]{0,8}[。]?$/u;

/** 「財政課は試算を、総務課は会場の手配をお願いします」: one part for each who is named with work of their own. */
function partsOf(clause: string, mentions: readonly Mention[]): string[] {
  const starts = mentions.filter(({ owner, weight }) => owner !== null && weight >= 3.5).map(({ from }) => from);
  const parts = starts.map((from, at) => clause.slice(at === 0 ? 0 : from, starts[at + 1]));
  const shareWork =
    parts.length > 1 && parts.every((part) => WORK.test(part) || /(?:は|が|には)[^、。]{2,20}、/u.test(part));
  const shared = sharedOut(clause, mentions);
  if (shared.length > 1) return shared;
  const own = parts.length > 1 ? parts.filter((part) => !PASSES_ON.test(part)) : parts;
  return shareWork || own.length < parts.length ? own : [clause];
}

/** 「協議は建設課、説明は総務課でお願いします」: one part for each. */
function sharedOut(clause: string, mentions: readonly Mention[]): string[] {
  const ends = mentions
    .filter(({ from, to }) => clause[from - 1] === 'は' && /^(?:さん|くん)?(?:[でがに]|、|$)/u.test(clause.slice(to)))
    .map(({ to }) => to + (/^(?:さん|くん)?[でがに]?/u.exec(clause.slice(to))?.[0].length ?? 0));
  const starts = [0, ...ends.slice(0, -1)];
  return ends.map((end, at) => {
    const part = clause.slice(starts[at], at === ends.length - 1 ? undefined : end).replace(/^、/u, '');
    return at === ends.length - 1 || /[でがに]$/u.test(part) ? part : `${part}で`;
  });
}

/** 「AとBの両課で」: both who were named before. */
function bothOf(actor: Mention | null, { clause, mentions, speech, sentence }: Heard): Owner[] {
  if (!/^両[課部局室者]$/u.test(actor?.owner?.said ?? '')) return [];
  const before = speech.sentences[sentence.index - 1]?.folded ?? '';
  const units = [...speech.mentionsIn(before), ...mentions.filter(({ to }) => to <= (actor?.from ?? clause.length))];
  const named = units.flatMap(({ owner }) => (owner?.kind === 'UNIT' && !owner.said.startsWith('両') ? [owner] : []));
  const last = named.at(-1);
  const other = named.findLast(({ said }) => said !== last?.said);
  return last && other ? [other, last] : [];
}

export function candidatesIn(sentence: Sentence, speech: Speech): Candidate[] {
  let named: Owner | null = null;
  return clausesOf(sentence.folded).flatMap((whole) => {
    const found = candidatesOf(whole, { sentence, speech, named });
    named = found.findLast(({ owner, asking }) => owner !== null && asking !== 'PROMISE')?.owner ?? named;
    return found;
  });
}

interface Place {
  readonly sentence: Sentence;
  readonly speech: Speech;
  /** Who was asked for something in the clause before. */
  readonly named: Owner | null;
}

/** Is there a deed, a time, or somebody who is told to do something at all? */
const mayBeWork = (heard: Heard): boolean =>
  heard.due !== null ||
  [WORK, PREPARES, WORK_IF_ASKED, TAKES_ON, DEEDS, ENTRUSTS, LETS, REQUEST].some((rule) => rule.test(heard.clause)) ||
  heard.mentions.some(({ weight }) => weight >= 3.5) ||
  apologises(heard) ||
  echoesRequest(heard) ||
  answersRequest(heard);

function candidatesOf(said: string, { sentence, speech, named }: Place): Candidate[] {
  const calendar = speech.calendarOf(sentence);
  const due = dueIn(said, calendar);
  const clause = withoutTail(due === null ? said : withoutAfterthought(said, dateWords(said, calendar)));
  const mentions = speech.mentionsIn(clause);
  const whole: Heard = { sentence, clause, due, mentions, speech };
  if (!mayBeWork(whole)) return [];
  const asking = askingOf(whole, actorIn(mentions));
  if (asking === null) return [];
  return partsOf(clause, mentions).flatMap((part): Candidate[] => {
    const heard = part === clause ? mentions : speech.mentionsIn(part);
    const actor = actorIn(heard);
    const owner =
      asking === 'PROMISE' || actor !== null ? ownerOf(whole, asking, actor) : (named ?? ownerOf(whole, asking, actor));
    const both = bothOf(actor, whole);
    const all = both.length > 0 ? both : asking === 'PROMISE' ? [owner] : [...withThem(part, heard, actor), owner];
    return all.map((it) => ({
      ...{ asking, sentence, text: withoutLead(part), owner: it },
      due: dueIn(part, calendar) ?? due ?? untilThen(part, whole) ?? wantedBy(asking, whole),
      accepts: accepts(whole),
    }));
  });
}

/** 「土木部と消防本部で」: those who are named together with who acts. */
function withThem(text: string, mentions: readonly Mention[], actor: Mention | null): Owner[] {
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
