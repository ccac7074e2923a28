export interface Marked {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

/** What two texts share at both ends, and what stands between: by whole letters, never half of one. */
export function marked(before: string, after: string): Marked {
  const [old, now] = [[...before], [...after]];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return {
    start: old.slice(0, start).join(''),
    before: old.slice(start, old.length - end).join(''),
    after: now.slice(start, now.length - end).join(''),
    end: old.slice(old.length - end).join(''),
  };
}
