import type { Sentence } from '../../shared/index.ts';
import type { SpecialLeave } from './special-leave.ts';

export const ANNUAL = 'ANNUAL';
export const ABSENCE = 'ABSENCE';

/** A kind of leave as it is asked for: 年次有給休暇, 欠勤, or one of the city's list. */
export interface KindOfLeave {
  readonly code: string;
  readonly name: Sentence;
  /** Null for 年次有給休暇 and 欠勤. */
  readonly special: SpecialLeave | null;
  /** In the table of decisions of a city, the fitting one first. */
  readonly matters: readonly string[];
  /** Words for a fact `kind` of such a matter. */
  readonly words: readonly string[];
}

const ANNUAL_LEAVE: KindOfLeave = {
  code: ANNUAL,
  name: { ja: '年次有給休暇', en: 'Annual leave' },
  special: null,
  matters: ['ANNUAL_LEAVE', 'LEAVE'],
  words: ['ANNUAL', 'annual'],
};

const UNPAID: KindOfLeave = {
  code: ABSENCE,
  name: { ja: '欠勤', en: 'Absence without pay' },
  special: null,
  matters: ['ABSENCE', 'LEAVE'],
  words: ['ABSENCE', 'absence'],
};

const isSick = ({ id }: SpecialLeave): boolean => id.startsWith('SICK');

const listed = (special: SpecialLeave): KindOfLeave => ({
  code: special.id,
  name: special.name,
  special,
  matters: isSick(special) ? ['SICK_LEAVE', 'LEAVE'] : ['SPECIAL_LEAVE', 'LEAVE'],
  words: isSick(special) ? ['SICK', 'sick', 'SPECIAL', 'special'] : ['SPECIAL', 'special'],
});

export const kindsOf = (list: readonly SpecialLeave[]): KindOfLeave[] => [ANNUAL_LEAVE, ...list.map(listed), UNPAID];

/** Why somebody is ill is between them, their boss and personnel. */
export const isDelicate = ({ special }: KindOfLeave): boolean => special !== null && isSick(special);
