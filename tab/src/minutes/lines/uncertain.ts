import type { LineView, SpeakerView } from '@kaigi/core/contract';

/** What speaks against the speaker of a line; a person decides (M-06). */
export type Doubt =
  | { readonly kind: 'OVERLAPS' }
  | { readonly kind: 'VOICE'; readonly likelihood: number }
  | { readonly kind: 'CANDIDATE'; readonly likelihood: number; readonly attendeeId: string };

export interface Known {
  readonly speakers: readonly SpeakerView[];
  readonly sureFrom: number;
}

/** The likeliest of those whom nobody has been put to: of a room and of somebody who hides who they are none (M-07, M-19). */
function candidateOf({ attendeeId, labelKind, label }: LineView, speakers: readonly SpeakerView[]): Doubt[] {
  if (attendeeId !== null || labelKind === 'HIDDEN' || labelKind === 'ROOM') return [];
  const [first] = speakers.find((one) => one.label === label)?.candidates ?? [];
  return first ? [{ kind: 'CANDIDATE', likelihood: first.likelihood, attendeeId: first.attendeeId }] : [];
}

/** Nothing once a person has looked at this very line. */
export function doubtsOf(line: LineView, { speakers, sureFrom }: Known): readonly Doubt[] {
  const { sure, overlaps, confidence } = line;
  if (sure) return [];
  return [
    ...(confidence !== null && confidence < sureFrom ? [{ kind: 'VOICE' as const, likelihood: confidence }] : []),
    ...(overlaps ? [{ kind: 'OVERLAPS' as const }] : []),
    ...candidateOf(line, speakers),
  ];
}

/** The next of them after a line, from the beginning again after the last; null where there is none. */
export function nextUncertain(
  lines: readonly LineView[],
  uncertain: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  here: string | null,
): string | null {
  const at = lines.findIndex(({ id }) => id === here);
  const round = [...lines.slice(at + 1), ...lines.slice(0, at + 1)];
  return round.find(({ id }) => uncertain.has(id))?.id ?? null;
}
