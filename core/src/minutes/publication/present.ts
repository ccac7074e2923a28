import type { ClosedGround } from '../../regulations/index.ts';
import { type Locale, say } from '../../shared/index.ts';
import type { Minuted } from '../paper/minuted.ts';
import { alsoStanding } from './also-stands.ts';
import { candidatesIn, type WordsCandidate } from './candidates.ts';
import type { PublicationView } from './contract.ts';
import { problemsOf } from './copy.ts';
import { compared, occurrences } from './occurrences.ts';
import type { Redaction, RedactionProblem } from './redaction.ts';
import { publicationTexts } from './text.ts';

export interface Publication {
  readonly meetingId: string;
  readonly version: number;
  readonly minuted: Minuted;
  readonly redactions: readonly Redaction[];
  readonly grounds: readonly ClosedGround[];
  /** Of the city's staff. */
  readonly staffNames: readonly string[];
  readonly mayChange: boolean;
}

/** What is redacted already is proposed no more. */
function stillToLookAt({ minuted, redactions, staffNames }: Publication): PublicationView['candidates'] {
  const { people, words } = candidatesIn(minuted, staffNames);
  const named = new Map(minuted.meeting.attendees.map(({ id, name }) => [id, name]));
  const gone = new Set(redactions.flatMap((one) => (one.kind === 'PERSON' ? [one.attendeeId] : [])));
  const hidden = [
    ...redactions.flatMap((one) => (one.kind === 'WORDS' && one.scope === 'EVERYWHERE' ? [one.words] : [])),
    ...[...gone].flatMap((id) => named.get(id) ?? []),
  ].map(compared);
  const isHidden = ({ of, targetId, from, to, words: said }: WordsCandidate): boolean =>
    hidden.some((sought) => occurrences(compared(said), sought).length > 0) ||
    redactions.some((one) => {
      if (one.kind !== 'WORDS' || one.of !== of || one.targetId !== targetId) return false;
      return one.from <= from && one.from + one.words.length >= to;
    });
  return {
    people: people.filter(({ attendeeId }) => !gone.has(attendeeId)),
    words: words.filter((one) => !isHidden(one)),
  };
}

const problemSaid = ({ why }: RedactionProblem, locale: Locale) => {
  const code = `minutes.redaction_${why}`;
  return { why, sentence: say(publicationTexts, code, locale) ?? code };
};

export function presentPublication(publication: Publication, locale: Locale): PublicationView {
  const { meetingId, version, minuted, redactions, grounds, mayChange } = publication;
  const problems = new Map(problemsOf(minuted, redactions).map((one) => [one.redactionId, problemSaid(one, locale)]));
  return {
    ...{ meetingId, version, ready: problems.size === 0, may: { change: mayChange } },
    redactions: redactions.map((one) => ({ ...one, problem: problems.get(one.id) ?? null })),
    grounds: grounds.map(({ id, text, article }) => ({ id, text: text[locale], article })),
    candidates: mayChange ? stillToLookAt(publication) : { people: [], words: [] },
    alsoStands: alsoStanding(minuted, redactions),
  };
}
