import { CaseSupply, type Template } from './case-supply.ts';
import {
  acrossSections,
  fullRouteCase,
  type Routed,
  type Step,
  take,
  threeStepCase,
  threeStepDraft,
  walked,
} from './cases.ts';
import type { Office } from './city-hall.ts';
import { type Side, WORKERS } from './measure.ts';
import { quieten } from './quiet.ts';

// Whole cases a second before any turn was seen: making them ready takes longer than the turn.
const CASES_GUESSED = 600;

interface Acting extends Routed {
  readonly name: string;
  readonly share: number;
}

/** Each worker takes a case from hand to hand; every act is counted. */
function acting(office: Office, { name, share, template, steps }: Acting): Side {
  const supply = new CaseSupply(office.owner, template);
  const open = new Map<number, { at: number; now: Template }>();
  const begun = (): { at: number; now: Template } | undefined => {
    const now = supply.take();
    return now && { at: 0, now };
  };
  return {
    name,
    share,
    prepare(expected) {
      open.clear();
      return supply.fill(Math.ceil(expected / steps.length) + WORKERS);
    },
    async step(worker) {
      const next = open.get(worker) ?? begun();
      const step = steps[next?.at ?? 0];
      if (!next || !step) return false;
      const now = await take(office, step, next.now);
      if (next.at + 1 < steps.length) open.set(worker, { at: next.at + 1, now });
      else open.delete(worker);
      return true;
    },
  };
}

/** The full route before its decision. */
async function undecided(office: Office): Promise<Routed> {
  const { template, steps } = await fullRouteCase(office);
  return { template, steps: steps.slice(0, -1) };
}

/** The acts of the full route through the service, and nothing beside them, as the bare transactions have it. */
export async function coreSide(office: Office): Promise<Side> {
  return acting(office, { name: 'actions_per_s', share: 1, ...(await undecided(office)) });
}

/** The same with the jobs and the log's sequencer running beside the acts, as in the product. */
export async function coreWithJobsSide(office: Office): Promise<Side> {
  const side = acting(office, { name: 'actions_with_jobs_per_s', share: 0.5, ...(await undecided(office)) });
  return { ...side, settle: () => quieten(office.owner) };
}

/** 決裁 through the service: every one takes the next number of one section's run and freezes the record. */
export async function decisionSide(office: Office): Promise<Side> {
  const { template, steps } = await fullRouteCase(office);
  const before = await walked(office, steps.slice(0, -1), template);
  const side = acting(office, { name: 'decisions_per_s', share: 0.3, template: before, steps: steps.slice(-1) });
  return { ...side, guess: CASES_GUESSED, settle: () => quieten(office.owner) };
}

/** Cases of one section, each to be taken through all its steps by one worker. */
interface Line {
  readonly supply: CaseSupply;
  readonly steps: readonly Step[];
  /** What is done before the first step. */
  readonly begin: (now: Template) => Promise<Template>;
}

/** Whole cases, from the first step to the decision; the workers sit in different sections as far as the city has them. */
function walking(
  office: Office,
  { name, share, lines }: { name: string; share: number; lines: readonly Line[] },
): Side {
  const perLine = Math.ceil(WORKERS / lines.length);
  return {
    name,
    share,
    guess: CASES_GUESSED,
    async prepare(expected) {
      // Lines are not equally quick: none may run out of cases before the turn is over.
      for (const { supply } of lines) await supply.fill(Math.ceil((expected * perLine * 2) / WORKERS) + perLine);
    },
    async step(worker) {
      const line = lines[worker % lines.length];
      const next = line?.supply.take();
      if (!line || !next) return false;
      await walked(office, line.steps, await line.begin(next));
      return true;
    },
  };
}

/** 係長 → 課長 → 部長, who decides. */
export async function threeStepSide(office: Office): Promise<Side> {
  const routes = await acrossSections(office, WORKERS, (by) => threeStepCase(office, by));
  const lines = routes.map(({ template, steps }) => ({
    supply: new CaseSupply(office.owner, template),
    steps,
    begin: async (now: Template) => now,
  }));
  return walking(office, { name: 'three_step_per_s', share: 0.5, lines });
}

/** The three steps with the submission before them, which asks the regulations for the route. */
export async function threeStepWithSubmissionSide(office: Office): Promise<Side> {
  const lines = await acrossSections(office, WORKERS, async (by): Promise<Line> => {
    const { steps } = await threeStepCase(office, by);
    const supply = new CaseSupply(office.owner, await threeStepDraft(office, by));
    const begin = async ({ caseId, version }: Template): Promise<Template> => {
      const view = await office.suite.approvals.submit(office.as(by), caseId, version);
      return { caseId, version: view.version };
    };
    return { supply, steps, begin };
  });
  return walking(office, { name: 'three_step_with_submission_per_s', share: 0.3, lines });
}
