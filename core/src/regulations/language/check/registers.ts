import { judgeNeed } from '../../registers/of-pack.ts';
import { type Finding, finding } from '../finding.ts';
import type { PackFile } from '../schema.ts';

type Need = NonNullable<NonNullable<PackFile['registers']>['need']>;

/** Every way to answer, as many as there are questions to the power of two. */
const everyAnswer = ({ questions }: Need): Record<string, boolean>[] =>
  questions.reduce<Record<string, boolean>[]>(
    (all, { id }) => all.flatMap((one) => [true, false].map((answer) => ({ ...one, [id]: answer }))),
    [{}],
  );

/** 「番号は要る?」 must answer whatever is said, by rows that can be reached, about questions that are asked. */
export function unfitRegisters({ registers }: PackFile): Finding[] {
  const need = registers?.need;
  if (!need) return [];
  const asked = new Set(need.questions.map(({ id }) => id));
  const unknown = need.rows.flatMap(({ id, when }) =>
    Object.keys(when)
      .filter((question) => !asked.has(question))
      .map((name) => finding(id, 'regulations.pack_unknown', { kind: 'question', name })),
  );
  if (unknown.length > 0) return unknown;
  const verdicts = everyAnswer(need).map((answers) => ({ answers, verdict: judgeNeed(need, answers) }));
  const used = new Set(verdicts.map(({ verdict }) => verdict?.ruleId));
  return [
    ...verdicts.flatMap(({ answers, verdict }) =>
      verdict ? [] : [finding('registers.need', 'regulations.pack_need_open', { answers: JSON.stringify(answers) })],
    ),
    ...need.rows.filter(({ id }) => !used.has(id)).map(({ id }) => finding(id, 'regulations.pack_need_unreachable')),
  ];
}
