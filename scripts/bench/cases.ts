import type { CaseView, DraftCaseInput } from '@kaigi/core/contract';
import { KaigiError } from '@kaigi/core/shared';
import { aDocument } from '../../core/src/testing/test-city.ts';
import type { Template } from './case-supply.ts';
import type { Office } from './city-hall.ts';

/** One act on a route, and by whom. */
export interface Step {
  /** Sign-in name. */
  readonly by: string;
  readonly act: 'approve' | 'consent';
}

/** A case that waits for its first step, and everybody who has to act on it. */
export interface Routed {
  readonly template: Template;
  /** To the decision, which is the last. */
  readonly steps: readonly Step[];
}

/** Who drafts where nothing else is said: a 主事 of 政策課. */
const DRAFTER = 'drafter@minato.example';

const matter = (code: string, facts: Record<string, number | boolean>) => ({
  matter: { code, facts, escalations: [], raiseTo: null, analogousTo: null },
});

async function drafted({ suite, as }: Office, by: string, input: Partial<DraftCaseInput>): Promise<CaseView> {
  const drafter = as(by);
  const { items } = await suite.regulations.classifications(drafter, '物品');
  const content = {
    title: '庁用車の更新について',
    proposalText: '老朽化のため、次のとおり更新したいので伺います。',
    classificationCode: items[0]?.code ?? '',
    ...input,
  };
  return suite.approvals.draft(drafter, content, aDocument());
}

const templateOf = ({ id, version }: CaseView): Template => ({ caseId: id, version });

/** A route is what the city's regulations make of a matter: when they change, the figure must not change in silence. */
class OtherRoute extends Error {
  override readonly name = 'OtherRoute';
}

const FULL = 'REVIEW → REVIEW → CONSULT+CONSULT+CONSULT → DECISION';
const THREE = 'REVIEW → REVIEW → DECISION';

function shapeOf({ route }: CaseView): string {
  const stages = [...Map.groupBy(route, ({ stage }) => stage).values()];
  return stages.map((slots) => slots.map(({ duty }) => duty).join('+')).join(' → ');
}

async function stepsOf({ owner }: Office, { route }: CaseView): Promise<Step[]> {
  const { rows } = await owner.query<{ id: string; name: string }>(
    'select staff_id as id, sign_in_name as name from kaigi.directory_staff where staff_id = any($1::uuid[])',
    [route.flatMap(({ holders }) => holders.map(({ staffId }) => staffId))],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return route.map(({ duty, holders: [holder] }) => {
    const by = names.get(holder?.staffId ?? '');
    if (!by) throw new OtherRoute('somebody on the route is missing');
    return { by, act: duty === 'CONSULT' ? 'consent' : 'approve' };
  });
}

async function routed(
  office: Office,
  by: string,
  { draft, shape }: { draft: CaseView; shape: string },
): Promise<Routed> {
  const view = await office.suite.approvals.submit(office.as(by), draft.id, draft.version);
  if (shapeOf(view) !== shape) throw new OtherRoute(`the route is ${shapeOf(view)}`);
  const steps = await stepsOf(office, view);
  if (new Set(steps.map((step) => step.by)).size !== steps.length) throw new OtherRoute('one person has two steps');
  return { template: templateOf(view), steps };
}

async function unitId({ owner, as }: Office, code: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    'select unit_id as id from kaigi.directory_unit where municipality_id = $1 and code = $2 and cancelled_at is null',
    [as(DRAFTER).municipalityId, code],
  );
  return rows[0]?.id ?? '';
}

/**
 * 業務委託契約 with personal data, over 1,000,000 yen: 係長, 課長, side by side 財政課 and 情報政策課 whom the regulations want
 * and 総務課 whom the drafter adds, then 部長 decides.
 */
export async function fullRouteCase(office: Office, by = DRAFTER): Promise<Routed> {
  const somu = { duty: 'CONSULT' as const, postId: null, unitId: await unitId(office, 'somu'), reason: '契約書の確認' };
  const draft = await drafted(office, by, {
    ...matter('SERVICE_CONTRACT', { amountYen: 2_000_000, personalData: true }),
    routeWish: { adds: [somu], removes: [], skips: [] },
  });
  return routed(office, by, { draft, shape: FULL });
}

/** A draft of 物品の購入 whose route will be 係長 → 課長 → 部長. */
export async function threeStepDraft(office: Office, by = DRAFTER): Promise<Template> {
  return templateOf(await drafted(office, by, matter('GOODS_PURCHASE', { amountYen: 900_000 })));
}

/** 物品の購入 that 部長 decides, with no 合議: 係長 → 課長 → 部長. */
export async function threeStepCase(office: Office, by = DRAFTER): Promise<Routed> {
  const draft = await drafted(office, by, matter('GOODS_PURCHASE', { amountYen: 900_000 }));
  return routed(office, by, { draft, shape: THREE });
}

/** A matter with nothing special about it, on the line of whoever drafts it. */
export async function generalCase(office: Office, by: string): Promise<Template> {
  const { id, version } = await drafted(office, by, {});
  return templateOf(await office.suite.approvals.submit(office.as(by), id, version));
}

// One 主事 of every section of today.
const DRAFTERS = `
  select distinct on (u.parent_unit_id) s.sign_in_name as name
  from kaigi.directory_appointment a
  join kaigi.directory_post p on p.municipality_id = a.municipality_id and p.post_id = a.post_id
  join kaigi.directory_unit u on u.municipality_id = a.municipality_id and u.unit_id = p.unit_id
  join kaigi.directory_staff s on s.municipality_id = a.municipality_id and s.staff_id = a.staff_id
  where a.municipality_id = $1 and p.rank = 'STAFF' and u.kind = 'SUBSECTION' and s.enabled
    and a.cancelled_at is null and p.cancelled_at is null and u.cancelled_at is null
    and a.valid_to is null and p.valid_to is null and u.valid_to is null
  order by u.parent_unit_id, s.sign_in_name`;

/** The same case in as many sections as there are, at most so many: those where the route comes out as it should. */
export async function acrossSections<T>(
  office: Office,
  atMost: number,
  make: (drafter: string) => Promise<T>,
): Promise<T[]> {
  const { rows } = await office.owner.query<{ name: string }>(DRAFTERS, [office.as(DRAFTER).municipalityId]);
  const made: T[] = [];
  for (const { name } of rows) {
    if (made.length === atMost) break;
    try {
      made.push(await make(name));
    } catch (error) {
      if (!(error instanceof OtherRoute || error instanceof KaigiError)) throw error;
    }
  }
  if (made.length === 0) throw new OtherRoute('no section has the route that is measured');
  return made;
}

/** One act on a case as it was last seen; what it is now. */
export async function take({ suite, as }: Office, { by, act }: Step, { caseId, version }: Template): Promise<Template> {
  return templateOf(await suite.approvals.act(as(by), caseId, { act, version }));
}

/** The case after these acts. */
export async function walked(office: Office, steps: readonly Step[], from: Template): Promise<Template> {
  let now = from;
  for (const step of steps) now = await take(office, step, now);
  return now;
}
