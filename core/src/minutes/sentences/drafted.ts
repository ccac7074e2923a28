import { folded, localDateOf } from '../../shared/index.ts';
import { type DraftMinutes, draftMinutes } from '../drafting/draft.ts';
import type { MeetingFacts } from '../drafting/meeting.ts';
import type { Line } from '../lines/line.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { type Detail, NO_DETAIL, type Sentence } from './sentence.ts';

/** A meeting with what was said in it, ready to be drafted. */
export interface Drafting {
  readonly meeting: Pick<Meeting, 'heldOn' | 'content'>;
  readonly lines: readonly Line[];
  /** Units of the city hall that may be named. */
  readonly units: readonly string[];
  readonly idOf: () => string;
  /** Written over days, and not spoken: from when the times of lines count. */
  readonly writtenFrom?: string | null;
}

/** On which day each line was written. */
function daysOf({ lines, writtenFrom }: Drafting): Pick<MeetingFacts, 'writtenOn'> {
  if (!writtenFrom) return {};
  const from = Date.parse(writtenFrom);
  return { writtenOn: new Map(lines.map(({ lineId, startMs }) => [lineId, localDateOf(new Date(from + startMs))])) };
}

const factsOf = (drafting: Drafting, { meeting: { heldOn, content }, units } = drafting): MeetingFacts => ({
  ...daysOf(drafting),
  ...{ day: heldOn, units, agenda: content.agenda.map(({ title }) => title) },
  attendees: content.attendees.map(({ name, postTitle: post, unitName: unit, role }) => ({
    ...{ name, post, unit, leads: role === 'CHAIR' },
  })),
});

type Bare = Pick<Sentence, 'part' | 'itemId' | 'text' | 'sources'> & { readonly detail?: Partial<Detail> };

/** The 議題 under which something was said: the last one called until then. */
function itemsBySource({ agenda }: DraftMinutes, lines: readonly Line[], itemIds: readonly string[]) {
  const places = new Map(lines.map(({ lineId }, at) => [lineId, at]));
  const placeOf = ([first]: readonly string[]) => places.get(first ?? '') ?? -1;
  const began = agenda.map(({ sourceIds }) => placeOf(sourceIds));
  return (sourceIds: readonly string[]): string | null => {
    const at = placeOf(sourceIds);
    return itemIds[began.findLastIndex((from) => from <= at)] ?? null;
  };
}

function bareOf(draft: DraftMinutes, { meeting, lines }: Drafting, itemIds: readonly string[]): Bare[] {
  const itemUnder = itemsBySource(draft, lines, itemIds);
  const itemId = (item: number | null) => (item === null ? null : (itemIds[item] ?? null));
  const attendeeOf = (name: string | null) => meeting.content.attendees.find((one) => one.name === name)?.id ?? null;
  return [
    ...draft.keyPoints.map(({ text, item, sourceIds }): Bare => {
      return { part: 'KEY_POINT', itemId: itemId(item), text, sources: sourceIds };
    }),
    ...draft.decisions.map(({ text, item, outcome, sourceIds }): Bare => {
      return { part: 'DECISION', itemId: itemId(item), text, sources: sourceIds, detail: { outcome } };
    }),
    ...draft.actions.map(({ text, owner, due, sourceIds }): Bare => {
      const name = owner && (owner.name ?? owner.said);
      const detail = {
        owner: name === null ? null : { attendeeId: attendeeOf(name), name },
        due: due && { words: due.words, on: due.day },
      };
      return { part: 'ACTION', itemId: itemUnder(sourceIds), text, sources: sourceIds, detail };
    }),
    ...draft.questions.flatMap(({ question, answer }): Bare[] => {
      const said = (part: 'QUESTION' | 'ANSWER', { text, speaker, sourceIds }: typeof question): Bare => {
        return { part, itemId: itemUnder(question.sourceIds), text, sources: sourceIds, detail: { speaker } };
      };
      return [said('QUESTION', question), ...(answer ? [said('ANSWER', answer)] : [])];
    }),
  ];
}

/** The minutes as the rules draft them: every sentence with the lines it rests on. */
export function draftedSentences(drafting: Drafting): Sentence[] {
  const { meeting, lines, idOf } = drafting;
  const names = new Map(meeting.content.attendees.map(({ id, name }) => [id, name]));
  const utterances = lines.map(({ lineId: id, label, attendeeId, startMs, endMs, text }) => ({
    ...{ id, startMs, endMs, text },
    // 発言者不明 speaks under the machine's label: the rules only ask who is the same.
    speaker: attendeeId === null ? label : (names.get(attendeeId) ?? label),
  }));
  const draft = draftMinutes(utterances, factsOf(drafting));
  const items = draft.agenda.map(({ title, sourceIds }) => ({ id: idOf(), title, sourceIds }));
  const itemIds = items.map(({ id }) => id);
  const asItems: Bare[] = items.map(({ title: text, sourceIds: sources }) => {
    return { part: 'ITEM', itemId: null, text, sources };
  });
  return [...asItems, ...bareOf(draft, drafting, itemIds)].map(({ detail, ...bare }, at) => ({
    ...{ sentenceId: itemIds[at] ?? idOf(), version: 1, place: at + 1, ...bare, origin: 'RULES' as const },
    detail: { ...NO_DETAIL, ...detail },
  }));
}

/** The same part resting on the same lines is the same sentence, however it is worded now. */
const keyOf = ({ part, sources }: Pick<Sentence, 'part' | 'sources'>): string =>
  `${part} ${[...sources].sort().join(' ')}`;

/** A 議題 is the same by its name too: in the side panel somebody noted it before there was a word to rest on. */
const sameItem = (drafted: Sentence, settled: readonly Sentence[]): string | undefined =>
  settled.find(({ part, text }) => part === 'ITEM' && folded(text) === folded(drafted.text))?.sentenceId;

/**
 * Of a new draft what people have not settled already: what they wrote, changed or took out stays as they left it.
 * @param settled every sentence that a person has touched, those taken out among them
 */
export function stillToDraft(drafted: readonly Sentence[], settled: readonly Sentence[]): Sentence[] {
  const known = new Map(settled.map((sentence) => [keyOf(sentence), sentence.sentenceId]));
  // A 議題 that somebody has reworded keeps its sentences.
  const moved = new Map(
    drafted.flatMap((sentence) => {
      const kept = sentence.part === 'ITEM' ? (known.get(keyOf(sentence)) ?? sameItem(sentence, settled)) : undefined;
      return kept === undefined ? [] : [[sentence.sentenceId, kept] as const];
    }),
  );
  return drafted
    .filter(({ sentenceId }) => !moved.has(sentenceId))
    .filter((sentence) => sentence.sources.length === 0 || !known.has(keyOf(sentence)))
    .map((sentence) => ({
      ...sentence,
      itemId: sentence.itemId === null ? null : (moved.get(sentence.itemId) ?? sentence.itemId),
    }));
}
