/** How edits of one kind of thing behave: lines of a transcript, sentences of minutes. */
export interface EditKind<Item extends Versioned, Edit extends object> {
  /** What the edit stands on and what it makes. Of two edits of one thing the second waits for the answer to the first. */
  touches(edit: Edit): readonly string[];
  /** How far it reaches only the service knows; it goes by itself. */
  alone(edit: Edit): boolean;
  /** The same edit on the thing as it is after an answer. */
  rebased(edit: Edit, versions: ReadonlyMap<string, number>): Edit;
  applied(items: readonly Item[], edit: Edit): readonly Item[];
  /** Typing on: two edits as one, or null. */
  merged(before: Edit, after: Edit): Edit | null;
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** An edit that no longer fits because somebody else was faster, with all that was built on it. */
export interface Conflict<Item, Edit> {
  readonly edits: readonly Edit[];
  /** As I have it, one for each thing the edits touch. */
  readonly mine: readonly Item[];
  /** As it is now; null where it is gone. */
  readonly now: Item | null;
}

/** What the service has, and what of mine it has not answered yet. */
export interface Saving<Item, Edit> {
  readonly known: readonly Item[];
  readonly edits: readonly Edit[];
  /** The first so many are on their way under this key. Sent again after a lost answer, they are the same. */
  readonly sent: Sent | null;
  readonly conflicts: readonly Conflict<Item, Edit>[];
}

export interface Sent {
  readonly key: string;
  readonly count: number;
}

export interface EditsAnswer<Item> {
  readonly changed: readonly Item[];
  readonly removed: readonly string[];
  readonly refused: readonly { readonly edit: number; readonly now: Item | null }[];
}

const MOST_EDITS = 200;

export function shownOf<Item extends Versioned, Edit extends object>(
  kind: EditKind<Item, Edit>,
  { known, edits }: Pick<Saving<Item, Edit>, 'known' | 'edits'>,
): readonly Item[] {
  return edits.reduce((items, edit) => kind.applied(items, edit), known);
}

export function withEdits<Item extends Versioned, Edit extends object>(
  kind: EditKind<Item, Edit>,
  saving: Saving<Item, Edit>,
  edits: readonly Edit[],
): Saving<Item, Edit> {
  const waiting: Edit[] = [...saving.edits];
  for (const edit of edits) {
    const [last] = waiting.slice(saving.sent?.count ?? 0).slice(-1);
    const one = last === undefined ? null : kind.merged(last, edit);
    if (one === null) waiting.push(edit);
    else waiting[waiting.length - 1] = one;
  }
  return { ...saving, edits: waiting };
}

/** How many of the first may go together: nothing is touched twice. */
export function batchSize<Item extends Versioned, Edit extends object>(
  kind: EditKind<Item, Edit>,
  edits: readonly Edit[],
): number {
  const touched = new Set<string>();
  for (const [at, edit] of edits.slice(0, MOST_EDITS).entries()) {
    if (kind.alone(edit)) return Math.max(at, 1);
    const ids = kind.touches(edit);
    if (ids.some((id) => touched.has(id))) return at;
    for (const id of ids) touched.add(id);
  }
  return Math.min(edits.length, MOST_EDITS);
}

/** The present state of each of these in their place; those that are gone fall out. */
function overlaid<Item extends Versioned>(
  items: readonly Item[],
  changed: readonly Item[],
  gone: ReadonlySet<string>,
): readonly Item[] {
  const byId = new Map(changed.map((item) => [item.id, item]));
  return items
    .filter(({ id }) => !gone.has(id))
    .map((item) => {
      const other = byId.get(item.id);
      return other && other.version >= item.version ? other : item;
    });
}

interface Sorted<Item, Edit> {
  readonly fits: Edit[];
  readonly conflicts: Conflict<Item, Edit>[];
}

/** What was built on a refused edit waits with it. */
function sorted<Item extends Versioned, Edit extends object>(
  kind: EditKind<Item, Edit>,
  { saving, answer }: { readonly saving: Saving<Item, Edit>; readonly answer: EditsAnswer<Item> },
): Sorted<Item, Edit> {
  const shown = shownOf(kind, saving);
  const count = saving.sent?.count ?? 0;
  const groups = answer.refused.flatMap(({ edit: at, now }) => {
    const edit = saving.edits[at];
    return edit === undefined ? [] : [{ edits: [edit], touched: new Set(kind.touches(edit)), now }];
  });
  const fits: Edit[] = [];
  for (const edit of saving.edits.slice(count)) {
    const ids = kind.touches(edit);
    const group = groups.find(({ touched }) => ids.some((id) => touched.has(id)));
    if (!group) {
      fits.push(edit);
      continue;
    }
    group.edits.push(edit);
    for (const id of ids) group.touched.add(id);
  }
  const conflicts = groups.map(({ edits, touched, now }) => ({
    ...{ edits, now },
    mine: shown.filter(({ id }) => touched.has(id)),
  }));
  return { fits, conflicts };
}

/** After the answer to what was on its way. */
export function answered<Item extends Versioned, Edit extends object>(
  kind: EditKind<Item, Edit>,
  saving: Saving<Item, Edit>,
  answer: EditsAnswer<Item>,
): Saving<Item, Edit> {
  const refused = new Set(answer.refused.map(({ edit }) => edit));
  const taken = saving.edits.slice(0, saving.sent?.count ?? 0).filter((_, at) => !refused.has(at));
  const { fits, conflicts } = sorted(kind, { saving, answer });
  const present = answer.refused.flatMap(({ now }) => (now === null ? [] : [now]));
  const gone = new Set(answer.removed);
  const known = overlaid(shownOf(kind, { known: saving.known, edits: taken }), [...answer.changed, ...present], gone);
  const versions = new Map(answer.changed.map(({ id, version }) => [id, version]));
  return {
    known,
    edits: fits.map((edit) => kind.rebased(edit, versions)),
    sent: null,
    conflicts: [...saving.conflicts, ...conflicts],
  };
}
