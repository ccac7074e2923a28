import { diffArrays, diffChars } from 'diff';
import type { ReadingPack, ReadingPart } from '../../records/index.ts';
import { aligned } from './align.ts';
import type { DiffBlock, PackDiff, PartDiff } from './contract.ts';

// Two long texts with nothing in common would take for ever: beyond these the whole is shown as replaced.
const PARAGRAPH_EDITS = 1_000;
const CHARACTER_EDITS = 200;
const COMPARED_PAIRS = 200;
const COMPARED_LENGTH = 5_000;
/** Two paragraphs are the same one changed when at least so much of them is common. */
const ALIKE = 0.4;

type Pieces = Extract<DiffBlock, { kind: 'CHANGED' }>['pieces'];

/** The signs that changed inside a paragraph, or null where the two have little in common. */
function piecesOf(before: string, after: string): Pieces | null {
  const [shorter, longer] = [before.length, after.length].toSorted((a, b) => a - b) as [number, number];
  if (longer > COMPARED_LENGTH || shorter < ALIKE * longer) return null;
  const changes = diffChars(before, after, { maxEditLength: CHARACTER_EDITS });
  if (!changes) return null;
  const common = changes.reduce((sum, change) => (change.added || change.removed ? sum : sum + change.value.length), 0);
  if (common < ALIKE * longer) return null;
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
    text: value,
  }));
}

/** Paragraphs taken out against paragraphs put in at the same place: those that resemble each other are one, changed. */
function replacedBlocks(removed: readonly string[], added: readonly string[]): DiffBlock[] {
  return aligned(removed, added).flatMap(([before, after], at): DiffBlock[] => {
    const pieces = before !== null && after !== null && at < COMPARED_PAIRS ? piecesOf(before, after) : null;
    if (pieces) return [{ kind: 'CHANGED', pieces }];
    return [
      ...(before === null ? [] : [{ kind: 'REMOVED', text: before } as const]),
      ...(after === null ? [] : [{ kind: 'ADDED', text: after } as const]),
    ];
  });
}

/** Unchanged paragraphs but the ones beside a change. */
function context(same: readonly string[], { first, last }: { first: boolean; last: boolean }): DiffBlock[] {
  const head = first ? 0 : 1;
  const tail = last ? 0 : 1;
  const between = same.length - head - tail;
  const block = (text: string): DiffBlock => ({ kind: 'SAME', text });
  if (between <= 1) return same.map(block);
  const end = tail === 0 ? [] : same.slice(-tail);
  return [...same.slice(0, head).map(block), { kind: 'GAP', count: between }, ...end.map(block)];
}

function blocksOf(before: readonly string[], after: readonly string[]): DiffBlock[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: PARAGRAPH_EDITS });
  if (!changes) return replacedBlocks(before, after);
  const blocks: DiffBlock[] = [];
  let removed: string[] = [];
  changes.forEach(({ value, added, removed: gone }, at) => {
    const next = changes[at + 1];
    if (gone && next?.added) removed = value;
    else if (gone) blocks.push(...replacedBlocks(value, []));
    else if (added) {
      blocks.push(...replacedBlocks(removed, value));
      removed = [];
    } else blocks.push(...context(value, { first: at === 0, last: at === changes.length - 1 }));
  });
  return blocks;
}

function partDiff(before: ReadingPart, after: ReadingPart): PartDiff {
  const pages = { pagesBefore: before.pageCount, pagesAfter: after.pageCount };
  const named = { key: after.key, title: after.title, ...pages };
  if (before.sha256 === after.sha256) return { ...named, change: 'SAME', blocks: [] };
  const comparable = before.paragraphs.length > 0 && after.paragraphs.length > 0;
  const blocks = comparable ? blocksOf(before.paragraphs, after.paragraphs) : [];
  const changed = blocks.some(({ kind }) => kind !== 'SAME' && kind !== 'GAP');
  return { ...named, change: changed ? 'CHANGED' : 'REPLACED', blocks: changed ? blocks : [] };
}

/** Of a case, what can be compared with another case: attachments are each case's own. */
export interface CitedPapers {
  readonly title: string;
  /** The title and the paragraphs of the 伺い文. */
  readonly proposal: readonly string[];
  readonly document: ReadingPart;
}

const only = ({ key, title, pageCount }: ReadingPart, change: 'ADDED' | 'REMOVED'): PartDiff => ({
  key,
  title,
  change,
  pagesBefore: change === 'ADDED' ? null : pageCount,
  pagesAfter: change === 'ADDED' ? pageCount : null,
  blocks: [],
});

/** Title and 伺い文 against those of another case, and the text of the one document against that of the other. */
export function diffWithCited(before: CitedPapers, after: CitedPapers): PackDiff {
  const same = before.proposal.join('\n') === after.proposal.join('\n');
  const proposal: PartDiff = {
    key: 'proposal',
    title: after.title,
    change: same ? 'SAME' : 'CHANGED',
    pagesBefore: null,
    pagesAfter: null,
    blocks: same ? [] : blocksOf(before.proposal, after.proposal),
  };
  const parts = [proposal, partDiff(before.document, after.document)];
  return { parts, changedParts: parts.filter(({ change }) => change !== 'SAME').length };
}

/** What is different from last time, part by part in today's order, then what is gone. */
export function diffReadingPacks(before: ReadingPack, after: ReadingPack): PackDiff {
  const earlier = new Map(before.parts.map((part) => [part.key, part]));
  const kept = new Set(after.parts.map(({ key }) => key));
  const parts = [
    ...after.parts.map((part) => {
      const was = earlier.get(part.key);
      return was ? partDiff(was, part) : only(part, 'ADDED');
    }),
    ...before.parts.filter(({ key }) => !kept.has(key)).map((part) => only(part, 'REMOVED')),
  ];
  return { parts, changedParts: parts.filter(({ change }) => change !== 'SAME').length };
}
