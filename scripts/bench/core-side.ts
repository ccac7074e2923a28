import type { Suite } from '@kaigi/core';
import type { Caller } from '@kaigi/core/shared';
import { aDocument, type TestCity } from '../../core/src/testing/test-city.ts';
import { CaseSupply, type Template } from './case-supply.ts';
import type { Side } from './measure.ts';
import { quieten } from './quiet.ts';

/** The route of this city hall: 係長 reviews, 課長 decides. */
export const REVIEWER = 'subsection-head';
const DECIDER = 'section-head';

/** A case of 政策課 that waits for its 係長, made by the service. */
export async function caseInReview(suite: Suite, drafter: Caller): Promise<Template> {
  const { items } = await suite.regulations.classifications(drafter, '物品');
  const content = {
    title: '庁用車の更新について',
    proposalText: '老朽化のため、次のとおり更新したいので伺います。',
    classificationCode: items[0]?.code ?? '',
  };
  const drafted = await suite.approvals.draft(drafter, content, aDocument());
  const { id, version } = await suite.approvals.submit(drafter, drafted.id, drafted.version);
  return { caseId: id, version };
}

async function caseBeforeDecision(city: TestCity): Promise<Template> {
  const { caseId, version } = await caseInReview(city.suite, city.as('drafter'));
  const view = await city.suite.approvals.act(city.as(REVIEWER), caseId, { act: 'approve', version });
  return { caseId, version: view.version };
}

interface Approving {
  readonly name: string;
  readonly share: number;
  readonly by: string;
  readonly template: Template;
}

function approving(city: TestCity, { name, share, by, template }: Approving): Side {
  const supply = new CaseSupply(city.test.owner, template);
  const caller = city.as(by);
  return {
    name,
    share,
    prepare: (expected) => supply.fill(expected),
    async step() {
      const next = supply.take();
      if (!next) return false;
      await city.suite.approvals.act(caller, next.caseId, { act: 'approve', version: next.version });
      return true;
    },
    settle: () => quieten(city.test.owner),
  };
}

/** 承認 through the service, with its jobs and the log's sequencer running beside it as in the product. */
export async function coreSide(city: TestCity): Promise<Side> {
  return approving(city, {
    name: 'actions_per_s',
    share: 1,
    by: REVIEWER,
    template: await caseInReview(city.suite, city.as('drafter')),
  });
}

/** 決裁 through the service: every one takes the next number of one run. */
export async function decisionSide(city: TestCity): Promise<Side> {
  const template = await caseBeforeDecision(city);
  return approving(city, { name: 'decisions_per_s', share: 0.3, by: DECIDER, template });
}

/** The same without anything running beside it. */
export async function coreAloneSide(city: TestCity): Promise<Side> {
  const side = approving(city, {
    name: 'actions_alone_per_s',
    share: 0.3,
    by: REVIEWER,
    template: await caseInReview(city.suite, city.as('drafter')),
  });
  return { ...side, settle: async () => undefined };
}
