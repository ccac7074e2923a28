import type { Person } from '../../directory/index.ts';
import type { Via } from '../../shared/index.ts';
import type { Confidentiality } from '../contract.ts';
import type { InstructionAct, InstructionState } from './contract.ts';

/** What the giver said, as it was said: nobody changes it afterwards. */
export interface Given {
  readonly givenBy: Person;
  readonly addressee: Person;
  readonly purpose: string;
  readonly reader: string;
  readonly length: string;
  readonly dueOn: string | null;
  readonly sample: { readonly caseId: string; readonly number: string } | null;
  readonly confidentiality: Confidentiality;
}

/**
 * What somebody wrote, behind a salt, as JSON text: the log has its hash. Neither where the log has the words themselves, as
 * in lines of before; the hash alone where the words went.
 */
export interface Sealed {
  readonly said: string | null;
  readonly saidSha256: string | null;
}

/** One thing that happened to it. */
export interface InstructionLine extends Sealed {
  readonly seq: number;
  readonly at: Date;
  readonly act: InstructionAct;
  readonly actor: Person;
  readonly caseId: string | null;
  readonly reason: string | null;
  readonly via: Via;
  readonly leafId: string;
}

export interface Instruction extends Sealed {
  readonly instructionId: string;
  /** The post in which it was given: its later holders stand in the giver's place. */
  readonly giverPostId: string;
  readonly given: Given;
  /** The document that was drafted from it was disposed of, and what was written here went with it. */
  readonly isGone: boolean;
  /** Oldest first; all of it that ever happened. */
  readonly lines: readonly InstructionLine[];
}

const STATE_AFTER: Readonly<Record<InstructionAct, InstructionState>> = {
  GIVEN: 'OPEN',
  RELEASED: 'OPEN',
  DRAFTED: 'DRAFTED',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
};

type Lines = Pick<Instruction, 'lines'>;

export const versionOf = ({ lines }: Lines): number => lines.at(-1)?.seq ?? 0;

export function stateOf({ lines }: Lines): InstructionState {
  const last = lines.at(-1);
  return last ? STATE_AFTER[last.act] : 'OPEN';
}

/** The case that was drafted from it and not given up. */
export function linkedCase({ lines }: Lines): string | null {
  const last = lines.findLast(({ act }) => act === 'DRAFTED' || act === 'RELEASED');
  return last?.act === 'DRAFTED' ? last.caseId : null;
}

const FROM: Readonly<Record<Exclude<InstructionAct, 'GIVEN'>, readonly InstructionState[]>> = {
  DRAFTED: ['OPEN'],
  RELEASED: ['DRAFTED'],
  DONE: ['DRAFTED'],
  CANCELLED: ['OPEN', 'DRAFTED'],
};

/** Whether this may happen to it now. */
export const mayFollow = (instruction: Lines, act: keyof typeof FROM): boolean =>
  FROM[act].includes(stateOf(instruction));

/** A line that breaks the order of states was not written by this suite. */
export const isInOrder = ({ lines }: Lines): boolean =>
  lines.every(({ act, seq }, at) => {
    if (seq !== at + 1) return false;
    return act === 'GIVEN' ? at === 0 : at > 0 && mayFollow({ lines: lines.slice(0, at) }, act);
  });
