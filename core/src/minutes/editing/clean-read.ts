import type { Utterance } from '../transcript/utterance.ts';
import { apart, type Edit } from './edit.ts';
import { inaudibleIn, obviousErrorsIn, type Query, queriesIn } from './errors.ts';
import { fillersIn } from './fillers.ts';
import { numbersIn } from './numbers.ts';
import { repetitionsIn } from './repetitions.ts';

/** What an editor is offered for one 発言: changes to take or leave, and questions to its speaker. Nothing is done yet. */
export interface CleanRead {
  readonly utteranceId: string;
  readonly edits: readonly Edit[];
  readonly queries: readonly Query[];
}

/** 整文 of one 発言 by the published rules. Numbers are put in figures only where the body wants them so. */
export function cleanRead({ id, text }: Utterance, { figures = false } = {}): CleanRead {
  const edits = apart([...editsIn(text), ...(figures ? numbersIn(text) : [])]);
  return { utteranceId: id, edits, queries: queriesIn(text) };
}

/** The changes alone. */
export function editsIn(text: string): Edit[] {
  return apart([...inaudibleIn(text), ...obviousErrorsIn(text), ...fillersIn(text), ...repetitionsIn(text)]);
}
