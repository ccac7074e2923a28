import { kanjiNumber } from '../editing/kanji-number.ts';
import { NOT_A_MATTER, NOW, NUMBERED, OPENS, OTHER_MATTERS, OVER, TITLE_ENDS } from './agenda-words.ts';
import { contentOf, shared } from './content.ts';
import type { Sentence } from './sentences.ts';
import type { Sourced } from './sourced.ts';
import type { Speech } from './speech.ts';

/** 議題: where it began, and what it is called. */
export interface AgendaItem extends Sourced {
  readonly title: string;
  /** As it was numbered when it was called or on the 次第; null where nobody said. */
  readonly number: number | null;
  /** The sentence that opened it; it lasts until the next one. */
  readonly from: number;
}

const LONGEST_TITLE = 50;
const SAME_TITLE = 0.6;

function opens(sentence: Sentence, speech: Speech): boolean {
  const { folded, speaker } = sentence;
  if (!speech.leads(speaker)) return false;
  const called = folded.slice(0, 80);
  if (OTHER_MATTERS.test(called) && (OVER.test(called) || NOW.test(called))) return true;
  if (/[かね][?？。]*$/u.test(folded.slice(-3))) return false;
  const numbered = NUMBERED.test(called) && OPENS.test(called);
  if (numbered && (OVER.test(called) || NOW.test(called) || /^(?:議題|議案|報告|協議|審議)/u.test(called))) return true;
  if (NOT_A_MATTER.test(called)) return false;
  const named = /について|に関して|の件|議題|に移|に入/u.test(called);
  return (
    OVER.test(called) &&
    OPENS.test(called) &&
    (named || (speaker !== null && !/^.{0,12}(?:さん|様|課長|委員|部長)(?:から|、|に)?お願い/u.test(called)))
  );
}

function titleOf(text: string): string {
  const numbered = NUMBERED.exec(text);
  const start = numbered ? numbered.index + numbered[0].length : (OVER.exec(text) ?? NOW.exec(text))?.[0].length;
  const rest = text.slice(start ?? 0).replace(/^(?:の|は|議題は|議題の|議題|に|、|,|「|『|\s|:)+/u, '');
  const end = TITLE_ENDS.exec(rest)?.index ?? rest.length;
  const title = rest.slice(0, Math.min(end, LONGEST_TITLE)).replaceAll(/[「」『』、。]+$|^[「『]/gu, '');
  if (title !== '') return title;
  return numbered?.[0] ?? (OTHER_MATTERS.test(text) ? 'その他' : text.slice(0, LONGEST_TITLE));
}

const numberOf = (text: string): number | null => {
  const number = NUMBERED.exec(text)?.groups?.number;
  return number === undefined ? null : kanjiNumber(number);
};

/** The item of the 次第 that a sentence calls by its number or its title. */
function calledItem(sentence: Sentence, agenda: readonly string[]): number | null {
  const content = contentOf(sentence.folded);
  const byTitle = agenda.map((title) => shared(contentOf(title), content));
  const best = Math.max(0, ...byTitle);
  if (best >= SAME_TITLE) return byTitle.indexOf(best);
  const number = numberOf(sentence.folded);
  return number !== null && number >= 1 && number <= agenda.length ? number - 1 : null;
}

const mayCall = ({ folded, speaker }: Sentence, speech: Speech): boolean =>
  speech.leads(speaker) &&
  (OVER.test(folded) || NOW.test(folded) || NUMBERED.test(folded)) &&
  (OPENS.test(folded) || /について|の件/u.test(folded));

function byAgenda(speech: Speech, agenda: readonly string[]): AgendaItem[] {
  const items: AgendaItem[] = [];
  let last = -1;
  for (const sentence of speech.sentences) {
    const at = mayCall(sentence, speech) ? calledItem(sentence, agenda) : null;
    if (at === null || at <= last) continue;
    last = at;
    items.push({ title: agenda[at] ?? '', number: at + 1, from: sentence.index, sourceIds: sentence.sourceIds });
  }
  return items;
}

/** Of a meeting about one matter all of the talk is about it, though nobody called it. */
const onlyItem = ([title = '', ...others]: readonly string[], [first]: readonly Sentence[]): AgendaItem[] =>
  first && others.length === 0 ? [{ title, number: 1, from: first.index, sourceIds: first.sourceIds }] : [];

/** 議題 in the order in which they were opened: those of the 次第 where there is one, else as the chair called them. */
export function agendaIn(speech: Speech, agenda: readonly string[] = []): AgendaItem[] {
  if (agenda.length > 0) {
    const called = byAgenda(speech, agenda);
    return called.length > 0 ? called : onlyItem(agenda, speech.sentences);
  }
  return speech.sentences
    .filter((sentence) => opens(sentence, speech))
    .map(({ index, text, sourceIds }) => ({ title: titleOf(text), number: numberOf(text), from: index, sourceIds }));
}
