import type { Cue, Found, FoundCue, Oddities } from './transcript.ts';

const inOrder = (cues: readonly FoundCue[]): boolean =>
  cues.every(({ startMs }, at) => startMs >= (cues[at - 1]?.startMs ?? startMs));

function end({ startMs, endMs, line }: FoundCue, odd: Oddities): number | null {
  if (endMs === null || endMs >= startMs) return endMs;
  odd.add('end_before_start', line);
  return null;
}

// Control characters and the marks that turn the direction of writing: nobody says them, they hide what is said, and the
// database keeps no NUL and no half of a pair.
const HIDDEN = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** What is said, without signs that nobody says. */
export function shown(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.search(HIDDEN) < 0 ? whole : whole.replace(/\r\n?/g, '\n').replace(HIDDEN, '');
}

function spokenOf(cues: readonly FoundCue[]): FoundCue[] {
  return cues.flatMap((cue) => {
    const text = shown(cue.text);
    return text.trim() === '' ? [] : { ...cue, text };
  });
}

/** Cues that say something, by time; what a file says that cannot be is null, and named. */
export function tidied({ cues, timed }: Pick<Found, 'cues' | 'timed'>, odd: Oddities): Cue[] {
  const spoken = spokenOf(cues);
  const ordered = timed && !inOrder(spoken) ? spoken.toSorted((a, b) => a.startMs - b.startMs) : spoken;
  if (ordered !== spoken)
    for (const [at, cue] of spoken.entries())
      if (cue.startMs < (spoken[at - 1]?.startMs ?? cue.startMs)) odd.add('out_of_order', cue.line);
  return ordered.map((cue) => ({
    speaker: shown(cue.speaker ?? '').trim() || null,
    startMs: cue.startMs,
    endMs: end(cue, odd),
    text: cue.text,
    ...(cue.evidence ? { evidence: cue.evidence } : {}),
  }));
}
