import type { Segment } from './recogniser.ts';

/** Labels that name nobody: whatever a machine calls its voices, they are 話者1, 話者2 in the order in which they speak. */
export function machineLabels(): (voice: string | null) => string | null {
  const known = new Map<string, string>();
  return (voice) => {
    if (voice === null) return null;
    const label = known.get(voice) ?? `話者${known.size + 1}`;
    known.set(voice, label);
    return label;
  };
}

const OVERLAP_MS = 250;

/** Marks what was said while another label spoke, in segments that come in the order of time. */
export function overlapsMarked(segments: readonly Segment[]): Segment[] {
  const marked = new Set<Segment>();
  let speaking: Segment[] = [];
  for (const segment of segments) {
    speaking = speaking.filter(({ to }) => to > segment.from);
    for (const other of speaking) {
      const together = Math.min(other.to, segment.to) - segment.from;
      if (other.label === segment.label || together < OVERLAP_MS) continue;
      marked.add(other);
      marked.add(segment);
    }
    speaking.push(segment);
  }
  return segments.map((segment) => (marked.has(segment) ? { ...segment, overlaps: true } : segment));
}
