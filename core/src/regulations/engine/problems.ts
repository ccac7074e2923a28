import type { RouteProblem, RouteProblemCode, WhoCanResolve } from './vocabulary.ts';

const RESOLVERS: Readonly<Record<RouteProblemCode, WhoCanResolve>> = {
  'regulations.unknown_unit': 'ADMIN',
  'regulations.unknown_matter': 'DRAFTER',
  'regulations.unknown_reason': 'DRAFTER',
  'regulations.unknown_class': 'DRAFTER',
  'regulations.unknown_designation': 'ADMIN',
  'regulations.analogy_not_allowed': 'DRAFTER',
  'regulations.fact_missing': 'DRAFTER',
  'regulations.fact_wrong': 'DRAFTER',
  'regulations.reason_missing': 'DRAFTER',
  'regulations.no_rule': 'RECORDS_OFFICER',
  'regulations.decider_missing': 'ADMIN',
  'regulations.decider_vacant': 'PERSONNEL',
  'regulations.no_superior': 'DRAFTER',
  'regulations.consulted_vacant': 'PERSONNEL',
};

export function problem(code: RouteProblemCode, params: Readonly<Record<string, string>> = {}): RouteProblem {
  return { ok: false, problem: code, params, whoCanResolve: RESOLVERS[code] };
}
