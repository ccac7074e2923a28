import type { Cue } from './transcript.ts';
import type { Utterance, VoiceEvidence } from './utterance.ts';

/** When segments of one speaker are one utterance. */
export interface JoinRule {
  /** A silence longer than this ends an utterance. */
  readonly gapMs: number;
  /** The same where no speaker is known, for it may be another who goes on. */
  readonly gapUnknownMs: number;
  /** From so many letters on, an utterance ends with its sentence. */
  readonly enough: number;
  /** And here in any case. */
  readonly most: number;
}

/** Recognisers cut at a second of silence, or after ten to twenty seconds. */
export const DEFAULT_JOIN_RULE: JoinRule = { gapMs: 3_000, gapUnknownMs: 800, enough: 200, most: 600 };

/** An utterance that knows which cues of the transcript it is made of: from the first to the last. */
export interface Joined extends Utterance {
  readonly firstCue: number;
  readonly lastCue: number;
}

const LATIN_END = /[\p{Script=Latin}\d,.;:!?)'"]$/u;
const LATIN_START = /^[\p{Script=Latin}\d('"]/u;

/** Nothing stands between Japanese words, a space between Latin ones. */
export const between = (before: string, after: string): string =>
  LATIN_END.test(before.slice(-2)) && LATIN_START.test(after) ? ' ' : '';

/** Lines were wrapped to fit a screen. */
function unwrapped(text: string): string {
  if (!text.includes('\n')) return text.trim();
  const lines = text.split('\n').map((line) => line.trim());
  return lines.map((line, at) => between(lines[at - 1] ?? '', line) + line).join('');
}

const SENTENCE_END = /[。．.!?！？][」』）)]?$/;

/** Where the file does not say, somebody spoke for about so long. */
export const MS_A_LETTER = 150;

const endOf = ({ endMs, startMs, text }: Utterance): number => endMs ?? startMs + text.length * MS_A_LETTER;

/** Whether a cue goes on with what was being said. */
function goesOn(last: Joined, cue: Cue, rule: JoinRule): boolean {
  if (last.speaker !== cue.speaker || last.text.length + cue.text.length > rule.most) return false;
  if (last.text.length >= rule.enough && SENTENCE_END.test(last.text)) return false;
  const gap = cue.startMs - endOf(last);
  if (cue.speaker !== null) return gap <= rule.gapMs;
  return last.endMs !== null && gap <= rule.gapUnknownMs && !SENTENCE_END.test(last.text);
}

/** The evidence of both: as sure as they are on the whole, by their letters. */
function evidenceOf(last: Joined, cue: Cue): VoiceEvidence | null {
  if (!last.evidence && !cue.evidence) return null;
  const known = [last, cue].flatMap(({ evidence, text }) =>
    evidence && evidence.confidence !== null ? [{ sure: evidence.confidence, letters: Math.max(1, text.length) }] : [],
  );
  const letters = known.reduce((sum, one) => sum + one.letters, 0);
  return {
    confidence: letters === 0 ? null : known.reduce((sum, one) => sum + one.sure * one.letters, 0) / letters,
    overlaps: last.evidence?.overlaps === true || cue.evidence?.overlaps === true,
  };
}

function joinedWith(last: Joined, cue: Cue, at: number): Joined {
  const text = unwrapped(cue.text);
  const endMs = cue.endMs === null ? null : Math.max(last.endMs ?? cue.endMs, cue.endMs);
  const evidence = evidenceOf(last, cue);
  const said = last.text + between(last.text, text) + text;
  return { ...last, endMs, text: said, lastCue: at, ...(evidence ? { evidence } : {}) };
}

/**
 * Cues as utterances: segments too fine are joined, nobody's words change places. `u12` is the one that begins with the
 * twelfth cue, and stays so whatever is joined around it.
 */
export function utterancesOf(cues: readonly Cue[], rule: JoinRule = DEFAULT_JOIN_RULE): Joined[] {
  const utterances: Joined[] = [];
  for (const [at, cue] of cues.entries()) {
    const last = utterances.at(-1);
    if (last && goesOn(last, cue, rule)) utterances[utterances.length - 1] = joinedWith(last, cue, at);
    else utterances.push({ id: `u${at + 1}`, ...cue, text: unwrapped(cue.text), firstCue: at, lastCue: at });
  }
  return utterances;
}
