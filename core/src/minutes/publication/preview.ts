import type { PublicationPreview } from './contract.ts';
import { problemsOf, publicCopy } from './copy.ts';
import type { Redactable } from './editing.ts';
import type { Redaction } from './redaction.ts';

type Preview = Omit<PublicationPreview, 'version'>;

/** Every text as it stands, and as the copy will have it; redactions that no longer fit are left out of it. */
export function previewOf(
  { minuted, versions }: Pick<Redactable, 'minuted' | 'versions'>,
  redactions: readonly Redaction[],
  groundOf: (ground: string) => string,
): Preview {
  const odd = new Set(problemsOf(minuted, redactions).map(({ redactionId }) => redactionId));
  const fitting = redactions.filter(({ id }) => !odd.has(id));
  const outcome = publicCopy(minuted, fitting, groundOf);
  const copy = 'copy' in outcome ? outcome.copy.minuted : minuted;
  const texts = new Map([...copy.sentences, ...copy.lines].map(({ id, text }) => [id, text]));
  const names = new Map(copy.meeting.attendees.map(({ id, name }) => [id, name]));
  const shown = ({ id, text }: { readonly id: string; readonly text: string }) => ({
    ...{ id, version: versions.get(id) ?? 0, text, copy: texts.get(id) ?? null },
  });
  return {
    people: minuted.meeting.attendees.map(({ id, name }) => ({ attendeeId: id, name, copy: names.get(id) ?? name })),
    texts: [
      ...minuted.sentences.map((one) => ({ of: 'SENTENCE' as const, ...shown(one), part: one.part, attendeeId: null })),
      ...minuted.lines.map((one) => ({ of: 'LINE' as const, ...shown(one), part: null, attendeeId: one.attendeeId })),
    ],
  };
}
