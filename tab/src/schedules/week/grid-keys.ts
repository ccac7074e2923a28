/** A cell: the line of a person, and 0 for the name or the number of the column. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Field {
  /** Of each line whether it is a person's; only these are gone to. */
  readonly people: readonly boolean[];
  readonly columns: number;
}

export interface Pressed {
  readonly key: string;
  readonly isCtrl: boolean;
}

const PAGE = 10;

function vertical({ people }: Field, from: number, by: number): number {
  const step = Math.sign(by);
  let at = from;
  let left = Math.abs(by);
  for (let next = from + step; left > 0 && next >= 0 && next < people.length; next += step) {
    if (!people[next]) continue;
    at = next;
    left -= 1;
  }
  return at;
}

/** Where a key leads from here, by the keys of a grid of ARIA; null where it is none of them. */
export function movedBy({ key, isCtrl }: Pressed, from: Place, field: Field): Place | null {
  const { line, column } = from;
  const across = (to: number): Place => ({ line, column: Math.min(field.columns, Math.max(0, to)) });
  const [top, bottom] = [field.people.indexOf(true), field.people.lastIndexOf(true)];
  switch (key) {
    case 'ArrowLeft':
      return across(column - 1);
    case 'ArrowRight':
      return across(column + 1);
    case 'ArrowUp':
      return { line: vertical(field, line, -1), column };
    case 'ArrowDown':
      return { line: vertical(field, line, 1), column };
    case 'PageUp':
      return { line: vertical(field, line, -PAGE), column };
    case 'PageDown':
      return { line: vertical(field, line, PAGE), column };
    case 'Home':
      return isCtrl ? { line: top, column: 0 } : across(0);
    case 'End':
      return isCtrl ? { line: bottom, column: field.columns } : across(field.columns);
    default:
      return null;
  }
}
