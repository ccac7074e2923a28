import { type Actor, hasRole } from '../../directory/index.ts';
import { type Reader, sectionsOf, seesEverySection } from '../policy.ts';
import { type ListState, type Step, stepFits } from './rules.ts';

/** Whose list it is. */
export interface OfSection {
  readonly unitId: string;
  readonly unitPath: readonly string[];
}

const standsIn = (actor: Actor, unitId: string): boolean =>
  actor.posts.some((post) => post.sectionId === unitId || post.unitId === unitId);

/** 総括文書管理者 */
export const isChief = (actor: Actor): boolean => hasRole(actor, 'CHIEF_RECORDS_MANAGER');

/** 文書主任 of the section. */
export const isOfficer = (actor: Actor, { unitId }: Pick<OfSection, 'unitId'>): boolean =>
  hasRole(actor, 'RECORDS_OFFICER') && standsIn(actor, unitId);

/** 文書管理責任者: the head of the section. */
const isHead = (actor: Actor, { unitId }: Pick<OfSection, 'unitId'>): boolean =>
  actor.posts.some(
    (post) =>
      post.unitId === unitId && post.rank !== 'STAFF' && post.rank !== 'CHIEF' && post.rank !== 'SUBSECTION_HEAD',
  );

/** Those of the section, those above it, 総括文書管理者 and 監査. */
export function seesList(reader: Reader, { unitId, unitPath }: OfSection): boolean {
  if (seesEverySection(reader)) return true;
  const { own, sections } = sectionsOf(reader);
  return sections.includes(unitId) || own.some((held) => unitPath.includes(held));
}

/** 課の点検: its 文書主任 and its head. */
export const checksSection = (actor: Actor, list: Pick<OfSection, 'unitId'>): boolean =>
  isOfficer(actor, list) || isHead(actor, list);

/** Who may take part in the execution: 総括文書管理者, and the 文書主任 of the section. */
export const executes = (actor: Actor, list: Pick<OfSection, 'unitId'>): boolean =>
  isChief(actor) || isOfficer(actor, list);

/** Decides upon lines: the section while it checks, the records section while it looks over. */
export const decides = (actor: Actor, list: OfSection & { readonly state: ListState }): boolean =>
  list.state === 'SECTION' ? checksSection(actor, list) : list.state === 'RECORDS' && isChief(actor);

export function takesStep(actor: Actor, list: OfSection, step: Step): boolean {
  switch (step) {
    case 'SUBMIT':
      return checksSection(actor, list);
    case 'SEND_BACK':
    case 'PROPOSE':
    case 'TAKE_BACK':
    case 'DROP':
      return isChief(actor);
    case 'BEGIN':
    case 'CONFIRM':
    case 'GIVE_UP':
      return executes(actor, list);
  }
}

const STEPS: readonly Step[] = ['SUBMIT', 'SEND_BACK', 'PROPOSE', 'TAKE_BACK', 'BEGIN', 'GIVE_UP', 'CONFIRM', 'DROP'];

export interface Standing extends OfSection {
  readonly state: ListState;
  /** Whoever began the execution. */
  readonly begunBy: string | null;
}

/** What the page offers: the same that is asked when it is pressed. */
export const stepsFor = (actor: Actor, list: Standing): Step[] =>
  STEPS.filter(
    (step) =>
      stepFits(step, list.state) &&
      takesStep(actor, list, step) &&
      !(step === 'CONFIRM' && list.begunBy === actor.staffId),
  );
