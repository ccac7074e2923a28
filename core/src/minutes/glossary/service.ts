import { personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import { badInput, type Caller, conflict, type Json, notAllowed, notFound } from '../../shared/index.ts';
import { applyEdits } from '../editing/edit.ts';
import { inside, looking, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type {
  AddTermInput,
  ChangeTermInput,
  GlossaryItem,
  GlossaryPreview,
  GlossaryPreviewInput,
  GlossaryView,
} from './contract.ts';
import { type KeptTerm, KnownWritings, type TermContent, tidied } from './keeping.ts';
import { note } from './noting.ts';
import { mayKeep } from './policy.ts';
import { keepingHere, presentTerm, type Shelf } from './present.ts';
import { replacerOf } from './replacements.ts';
import { shelfOf } from './shelf.ts';
import * as store from './store.ts';
import { termsFor } from './terms.ts';

export interface Glossary {
  list(caller: Caller): Promise<GlossaryView>;
  /** @throws not-allowed `minutes.glossary_not_yours`; bad-input `minutes.body_unknown`; conflict `minutes.term_there`, `…heard_*` */
  add(caller: Caller, input: AddTermInput): Promise<GlossaryItem>;
  /** @throws not-found `minutes.term_not_found`; conflict `minutes.term_stale`, and as adding does */
  change(caller: Caller, termId: string, input: ChangeTermInput): Promise<GlossaryItem>;
  /** Suggested no longer; what was put right stays. */
  remove(caller: Caller, termId: string): Promise<GlossaryView>;
  /** Nothing is kept. */
  preview(caller: Caller, input: GlossaryPreviewInput): Promise<GlossaryPreview>;
}

/** A city with more would have its lines read too slowly, and no recogniser takes them. */
export const MOST_TERMS = 5000;

/** @throws not-allowed `minutes.glossary_not_yours` */
function allowed(shelf: Shelf, bodyId: string | null): void {
  if (!mayKeep(shelf.keeping, bodyId)) throw notAllowed('minutes.glossary_not_yours');
}

/** @throws conflict `minutes.term_there`, `minutes.heard_taken`, `minutes.heard_is_term` */
function fitting(content: TermContent, others: readonly TermContent[]): TermContent {
  const clash = new KnownWritings(others).clashOf(content);
  if (clash) throw conflict(clash.code, clash.params);
  return content;
}

async function addOnce(parts: MinutesParts, open: Open, input: AddTermInput): Promise<string> {
  const shelf = await shelfOf(parts, open);
  if (input.bodyId !== null && !shelf.bodies.some(({ id }) => id === input.bodyId))
    throw badInput('minutes.body_unknown');
  allowed(shelf, input.bodyId);
  const held = await store.holdGlossary(open.tx);
  const others = await store.termsOf(open.tx);
  if (others.length >= MOST_TERMS) throw conflict('minutes.glossary_full', { most: MOST_TERMS });
  const after: KeptTerm = {
    ...{ ...fitting(tidied(input), others), termId: newId(parts.clock), version: 1 },
    ...{ changedAt: parts.clock.now(), changedBy: personOf(open.actor) },
  };
  await store.saveTerms(open.tx, [after]);
  await note(parts, open, { act: 'TERM_ADDED', before: [], after: [after], held });
  return after.termId;
}

async function shown(parts: MinutesParts, open: Open, termId: string): Promise<GlossaryItem> {
  const [shelf, terms] = await Promise.all([shelfOf(parts, open), store.termsOf(open.tx)]);
  const term = terms.find((one) => one.termId === termId);
  if (!term) throw notFound('minutes.term_not_found');
  return presentTerm(shelf, term);
}

async function add(parts: MinutesParts, caller: Caller, input: AddTermInput): Promise<GlossaryItem> {
  const item = await inside(parts, caller, async (open) => {
    const request: Json = { use: 'minutes.add-term', ...input };
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    return shown(parts, open, await onlyOnce(open.tx, call, () => addOnce(parts, open, input)));
  });
  parts.wake();
  return item;
}

const given = <T extends object>(input: T) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

interface Changing {
  readonly termId: string;
  readonly input: ChangeTermInput;
}

async function changeOnce(parts: MinutesParts, open: Open, { termId, input }: Changing): Promise<'done' | 'stale'> {
  const shelf = await shelfOf(parts, open);
  const held = await store.holdGlossary(open.tx);
  const terms = await store.termsOf(open.tx);
  const before = terms.find((one) => one.termId === termId);
  if (!before) throw notFound('minutes.term_not_found');
  allowed(shelf, before.bodyId);
  const { version, ...rest } = input;
  if (version !== before.version) return 'stale';
  const content = tidied({ ...before, ...given(rest) });
  const others = terms.filter((one) => one.termId !== termId);
  const after: KeptTerm = {
    ...{ ...before, ...fitting(content, others), version: version + 1 },
    ...{ changedAt: parts.clock.now(), changedBy: personOf(open.actor) },
  };
  await store.saveTerms(open.tx, [after]);
  await note(parts, open, { act: 'TERM_CHANGED', before: [before], after: [after], held });
  return 'done';
}

async function change(parts: MinutesParts, caller: Caller, changing: Changing): Promise<GlossaryItem> {
  const { item, became } = await inside(parts, caller, async (open) => {
    const request = { use: 'minutes.change-term', ...changing } as unknown as Json;
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    const became = await onlyOnce(open.tx, call, () => changeOnce(parts, open, changing));
    return { became, item: await shown(parts, open, changing.termId) };
  });
  if (became === 'stale') throw conflict('minutes.term_stale', {}, item);
  parts.wake();
  return item;
}

async function remove(parts: MinutesParts, caller: Caller, termId: string): Promise<GlossaryView> {
  const view = await inside(parts, caller, async (open) => {
    const shelf = await shelfOf(parts, open);
    const held = await store.holdGlossary(open.tx);
    const before = (await store.termsOf(open.tx)).find((one) => one.termId === termId);
    // Pressed twice it is gone once.
    if (before) {
      allowed(shelf, before.bodyId);
      await store.takeTermAway(open.tx, before);
      await note(parts, open, { act: 'TERM_REMOVED', before: [before], after: [], held });
    }
    return listed(parts, open);
  });
  parts.wake();
  return view;
}

async function listed(parts: MinutesParts, open: Open): Promise<GlossaryView> {
  const [shelf, terms] = await Promise.all([shelfOf(parts, open), store.termsOf(open.tx)]);
  return { items: terms.map((term) => presentTerm(shelf, term)), may: keepingHere(shelf) };
}

const preview = (parts: MinutesParts, caller: Caller, { text, bodyId, also }: GlossaryPreviewInput) =>
  looking(parts, caller, async ({ tx }): Promise<GlossaryPreview> => {
    const kept = await store.termsOf(tx);
    const terms = also ? [...kept, { ...tidied(also), bodyId, reading: '' }] : kept;
    const edits = replacerOf(termsFor(terms, bodyId))(text);
    return { edits, after: applyEdits(text, edits).text };
  });

export const createGlossary = (parts: MinutesParts): Glossary => ({
  list: (caller) => looking(parts, caller, (open) => listed(parts, open)),
  add: (caller, input) => add(parts, caller, input),
  change: (caller, termId, input) => change(parts, caller, { termId, input }),
  remove: (caller, termId) => remove(parts, caller, termId),
  preview: (caller, input) => preview(parts, caller, input),
});
