import { badInput, conflict } from '../../shared/index.ts';
import type { Minuted } from '../paper/minuted.ts';
import type { RedactionEdit } from './contract.ts';
import type { Redaction, WordsRedaction } from './redaction.ts';

export interface Redactable {
  readonly minuted: Minuted;
  /** Of each line and sentence, by its id. */
  readonly versions: ReadonlyMap<string, number>;
  /** Ids of the body's grounds; where there are none any words say the ground. */
  readonly grounds: readonly string[];
}

type EditOf<Op extends RedactionEdit['op']> = Extract<RedactionEdit, { op: Op }>;

function wordsAt({ minuted, versions }: Redactable, edit: EditOf<'WORDS'>): WordsRedaction {
  const { id, ground, of, targetId, version, from, to, scope } = edit;
  const texts: readonly { readonly id: string; readonly text: string }[] =
    of === 'LINE' ? minuted.lines : minuted.sentences;
  const text = texts.find((one) => one.id === targetId)?.text;
  // The places were counted in a text that is no longer there.
  if (text === undefined || versions.get(targetId) !== version) throw conflict('minutes.redaction_stale');
  const words = text.slice(from, to);
  if (to <= from || to > text.length || words.trim() === '') throw badInput('minutes.redaction_no_words');
  return { kind: 'WORDS', id, ground, of, targetId, from, words, scope };
}

/**
 * What somebody wants to be left out, as it is kept.
 * @throws bad-input `minutes.ground_unknown`, `…redaction_no_words`, `…redaction_nobody`, `…redaction_no_item`;
 *   conflict `…redaction_stale`
 */
export function redactionFrom(there: Redactable, edit: Exclude<RedactionEdit, EditOf<'REMOVE'>>): Redaction {
  const { minuted, grounds } = there;
  if (grounds.length > 0 && !grounds.includes(edit.ground)) throw badInput('minutes.ground_unknown');
  if (edit.op === 'WORDS') return wordsAt(there, edit);
  if (edit.op === 'PERSON') {
    const { id, ground, attendeeId } = edit;
    if (!minuted.meeting.attendees.some((one) => one.id === attendeeId)) throw badInput('minutes.redaction_nobody');
    return { kind: 'PERSON', id, ground, attendeeId };
  }
  const { id, ground, itemId, titled, lines } = edit;
  if (!minuted.sentences.some((one) => one.id === itemId && one.part === 'ITEM'))
    throw badInput('minutes.redaction_no_item');
  return { kind: 'ITEM', id, ground, itemId, titled, lines };
}
