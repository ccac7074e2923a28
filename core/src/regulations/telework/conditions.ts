import type { TeleworkTest } from '../language/telework-parts.ts';
import type { TeleworkQuestion } from './vocabulary.ts';

const any = (wanted: readonly string[] | undefined, actual: readonly string[]): boolean =>
  wanted === undefined || wanted.some((name) => actual.includes(name));

function holds(test: TeleworkTest, { person, request, situation }: TeleworkQuestion): boolean {
  const together = situation.commitments.filter(({ date }) => date === request.date).map(({ kind }) => kind);
  return (
    any(test.employments, [person.employment]) &&
    any(test.units, person.units) &&
    any(test.reasons, person.reasons) &&
    any(test.kinds, [request.kind]) &&
    any(test.spans, [request.span]) &&
    any(test.places, [request.place]) &&
    any(test.networks, request.networks) &&
    any(test.devices, request.devices) &&
    any(test.information, request.information) &&
    any(test.with, together) &&
    any(test.overtime, [request.overtime])
  );
}

type Tests = TeleworkTest | TeleworkTest[] | undefined;

/** A condition is one test, or several of which any will do. */
export function testsIn(tests: Tests): readonly TeleworkTest[] {
  if (tests === undefined) return [];
  return Array.isArray(tests) ? tests : [tests];
}

export interface Conditioned {
  readonly when?: Tests;
  readonly unless?: Tests;
}

/** Whether the row speaks of the case. */
export function speaks({ when, unless }: Conditioned, question: TeleworkQuestion): boolean {
  const some = (tests: Tests) => testsIn(tests).some((test) => holds(test, question));
  return (when === undefined || some(when)) && !some(unless);
}
