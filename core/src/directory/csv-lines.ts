import type { LocalDate } from '../shared/index.ts';
import type { CsvProblem } from './contract.ts';
import type { PostLine } from './csv.ts';
import { timelines, type Version } from './effective-dates.ts';

/** What no line shows alone: a unit without a line, units in a circle, two lines that say different things. */
export function problemsBetweenLines(lines: readonly PostLine[]): CsvProblem[] {
  return [...withoutUnit(lines), ...inACircle(lines), ...contradictions(lines)].sort((a, b) => a.line - b.line);
}

const superior = (line: PostLine, code: CsvProblem['code']): CsvProblem => ({
  line: line.line,
  column: '上位所属コード',
  value: line.parentCode ?? '',
  code,
});

function withoutUnit(lines: readonly PostLine[]): CsvProblem[] {
  const codes = new Set(lines.map((line) => line.unitCode));
  return lines
    .filter((line) => line.parentCode !== null && !codes.has(line.parentCode))
    .map((line) => superior(line, 'no_such_unit'));
}

/** Units that are above themselves on some day. A circle can only begin on a day on which some unit's version begins. */
function inACircle(lines: readonly PostLine[]): CsvProblem[] {
  const versions = timelines<Version>(
    lines.map(({ unitCode, parentCode, from }) => ({ key: unitCode, from, to: null, is: { parent: parentCode } })),
  );
  const found = new Set<string>();
  for (const day of new Set(versions.map((version) => version.from))) {
    for (const code of circleOn(versions, day)) found.add(code);
  }
  return [...found].flatMap((code) => {
    const line = lines.find((one) => one.unitCode === code && one.parentCode !== null);
    return line ? [superior(line, 'in_a_circle')] : [];
  });
}

function circleOn(versions: readonly Version[], day: LocalDate): string[] {
  const inForce = versions.filter(({ from, to }) => from <= day && (to === null || day < to));
  const above = new Map(inForce.map(({ key, is }) => [key, is.parent]));
  const sound = new Set<string>();
  for (const start of above.keys()) {
    const path = new Set<string>();
    let at: string | boolean | null | undefined = start;
    while (typeof at === 'string' && !sound.has(at)) {
      if (path.has(at)) return [...path].slice([...path].indexOf(at));
      path.add(at);
      at = above.get(at);
    }
    for (const code of path) sound.add(code);
  }
  return [];
}

const SAID: readonly { column: string; of: (line: PostLine) => string; says: (line: PostLine) => string | null }[] = [
  { column: '所属名', of: (line) => line.unitCode, says: (line) => line.unitName },
  { column: '所属種別', of: (line) => line.unitCode, says: (line) => line.unitKind },
  { column: '上位所属コード', of: (line) => line.unitCode, says: (line) => line.parentCode },
  { column: '所属コード', of: (line) => line.postCode, says: (line) => line.unitCode },
  { column: '職名', of: (line) => line.postCode, says: (line) => line.postTitle },
  { column: '職位', of: (line) => line.postCode, says: (line) => line.rank },
  { column: '所属長', of: (line) => line.postCode, says: (line) => (line.headsUnit ? '1' : '0') },
  { column: '兼務', of: appointment, says: (line) => (line.concurrent ? '1' : '0') },
  { column: '終了日', of: appointment, says: (line) => line.to },
];

function appointment(line: PostLine): string {
  return `${line.postCode} ${line.signInName ?? line.line}`;
}

/** Of one unit or post from one day on, two lines cannot say two things; neither can be guessed to be right. */
function contradictions(lines: readonly PostLine[]): CsvProblem[] {
  return SAID.flatMap(({ column, of, says }) => {
    const first = new Map<string, string | null>();
    return lines.flatMap((line): CsvProblem[] => {
      const key = `${of(line)} ${line.from}`;
      const value = says(line);
      if (!first.has(key)) first.set(key, value);
      if (first.get(key) === value) return [];
      return [{ line: line.line, column, value: value ?? '', code: 'contradicts' }];
    });
  });
}
