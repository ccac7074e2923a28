import { sha256Hex } from '../../platform/index.ts';
import { asJson, canonicalJson } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Sentence } from '../sentences/sentence.ts';

type Signed = Pick<Meeting, 'meetingId' | 'heldOn' | 'isOpen' | 'content'>;

/**
 * What is signed: SHA-256 of the minutes as they stand (RFC 8785), of what the meeting was and every sentence with its
 * place among the others, whom it names and which lines it rests on.
 */
export function minutesDigest({ meetingId, heldOn, isOpen, content }: Signed, sentences: readonly Sentence[]): string {
  const signed = {
    ...{ meetingId, heldOn, isOpen, content },
    sentences: sentences.map(({ sentenceId, part, itemId, text, sources, detail }) => {
      return { sentenceId, part, itemId, text, sources, detail };
    }),
  };
  return sha256Hex(Buffer.from(canonicalJson(asJson(signed))));
}
