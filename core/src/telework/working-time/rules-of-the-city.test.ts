import { expect, it } from '@jest/globals';
import type { Regulations } from '../../regulations/index.ts';
import type { LeaveRules } from '../leave/leave-rules.ts';
import type { SpecialLeave } from '../leave/special-leave.ts';
import type { Shift, WorkPattern } from './pattern.ts';
import type { TimeRules } from './time-rules.ts';

type Given = ReturnType<Regulations['workingTimeOn']>;
type Same<A, B> = [A, B] extends [B, A] ? true : false;

// What the regulations give and what is calculated with are the same, part by part: this is checked by the compiler.
const SAME: {
  readonly rules: Same<Given['rules'], TimeRules>;
  readonly leave: Same<Given['leave'], LeaveRules>;
  readonly pattern: Same<Given['patterns'] extends ReadonlyMap<string, infer Pattern> ? Pattern : never, WorkPattern>;
  readonly shift: Same<Given['shifts'] extends ReadonlyMap<string, infer Hours> ? Hours : never, Shift>;
  readonly special: Same<Given['specialLeave'][number], SpecialLeave>;
} = { rules: true, leave: true, pattern: true, shift: true, special: true };

it('the rules of a city fit what days and leave are reckoned with', () => {
  expect(Object.values(SAME)).toEqual([true, true, true, true, true]);
});
