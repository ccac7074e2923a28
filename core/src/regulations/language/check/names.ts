import { allRows } from '../all-rows.ts';
import { type Finding, finding } from '../finding.ts';
import type { PackFile } from '../schema.ts';

function twice(names: readonly string[], what: string): Finding[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const known = seen.has(name);
    seen.add(name);
    return known ? [finding(name, 'regulations.pack_twice', { what, name })] : [];
  });
}

/** A name is given once: a row that two would answer to cannot be cited. */
export function doubledNames(file: PackFile): Finding[] {
  const { ladder, organisation, numbering, filePlan } = file;
  return [
    ...twice(
      allRows(file).map(({ id }) => id),
      'row',
    ),
    ...twice(
      ladder.map((step) => step.class),
      'class',
    ),
    ...twice(
      ladder.flatMap(({ ranks }) => ranks ?? []),
      'rank',
    ),
    ...twice(
      ladder.flatMap(({ titles }) => titles ?? []),
      'title',
    ),
    ...twice(
      ladder.flatMap(({ posts }) => posts ?? []),
      'post',
    ),
    ...twice(
      file.reasons.map(({ code }) => code),
      'reason',
    ),
    ...twice(
      file.facts.map(({ key }) => key),
      'fact',
    ),
    ...twice(
      file.functions.map((named) => named.function),
      'function',
    ),
    ...twice(
      file.matters.map(({ code }) => code),
      'matter',
    ),
    ...twice(
      file.groups.map(({ group }) => group),
      'group',
    ),
    ...twice(
      organisation.units.map(({ code }) => code),
      'unit',
    ),
    ...twice(
      organisation.posts.map(({ code }) => code),
      'post',
    ),
    ...twice(
      numbering.symbols.map(({ unit }) => unit),
      'symbol',
    ),
    ...twice(
      (filePlan.rows ?? []).map(({ code }) => code),
      'classification',
    ),
  ];
}

/** Names that lead from one to the next; returns those that come back to themselves. */
function circles(next: ReadonlyMap<string, readonly string[]>): string[] {
  const state = new Map<string, 'OPEN' | 'DONE'>();
  const found: string[] = [];
  const visit = (name: string): void => {
    state.set(name, 'OPEN');
    for (const other of next.get(name) ?? []) {
      if (state.get(other) === 'OPEN') found.push(name);
      else if (!state.has(other)) visit(other);
    }
    state.set(name, 'DONE');
  };
  for (const name of next.keys()) if (!state.has(name)) visit(name);
  return found;
}

/** Units above each other, functions that mean each other, matters by each other's example, steps after each other. */
export function circlesIn(file: PackFile): Finding[] {
  const { organisation, functions, matters, steps } = file;
  const told = (what: string, next: ReadonlyMap<string, readonly string[]>) =>
    circles(next).map((name) => finding(name, 'regulations.pack_circle', { what, name }));
  const meant = (named: (typeof functions)[number]) =>
    named.rows.flatMap(({ to }) => ('function' in to ? [to.function] : []));
  return [
    ...told('unit', new Map(organisation.units.map(({ code, under }) => [code, under === undefined ? [] : [under]]))),
    ...told('function', new Map(functions.map((named) => [named.function, meant(named)]))),
    ...told('matter', new Map(matters.map(({ code, sameAs }) => [code, sameAs === undefined ? [] : [sameAs]]))),
    ...told('row', new Map(steps.map(({ id, afterRows }) => [id, afterRows ?? []]))),
    // 自分の代決者 is a circle of one.
    ...file.deputies.flatMap(({ id, posts, order }) =>
      order
        .flatMap(({ who }) => (Array.isArray(who) ? who : [who]))
        .filter((words) => 'post' in words && posts?.length === 1 && posts[0] === words.post)
        .map(() => finding(id, 'regulations.pack_circle', { what: 'deputy', name: id })),
    ),
  ];
}
