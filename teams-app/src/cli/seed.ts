import { badInput, type Caller } from '@kaigi/core/shared';
import { z } from 'zod';
import type { OpenSuite } from '../open-suite.ts';
import { type Command, type Context, EXIT, openHere, using } from './context.ts';
import { sampleDocx } from './sample-docx.ts';

const People = z.object({
  municipalities: z.array(
    z.object({ tenantId: z.uuid(), people: z.array(z.object({ id: z.uuid(), signInName: z.string() })) }),
  ),
});

const TITLES = [
  '庁舎会議室の予約方法の変更について',
  '窓口業務改善検討会の開催について',
  '令和8年度防災訓練の実施について',
  '広報みなと12月号の発行について',
  '職員研修（情報セキュリティ）の実施について',
  '公用車の更新について',
];

/** Cases to practise with: some drafts, some on their way, some decided. Each call adds more. */
export const seedCommand: Command = {
  name: 'seed',
  options: { cases: { type: 'string' } },
  async run(context) {
    const { sandboxUrl } = context.config;
    if (sandboxUrl === null) throw badInput('seed.sandbox_only');
    const count = readCount(context);
    const callerOf = await readPeople(sandboxUrl);
    return using(openHere(context), async (open) => {
      const ids: string[] = [];
      for (let index = 0; index < count; index += 1) ids.push(await seedCase(open, callerOf, index));
      context.say('seed.done', { count });
      context.answer({ cases: ids });
      return EXIT.ok;
    });
  },
};

function readCount({ options }: Context): number {
  const text = typeof options.cases === 'string' ? options.cases : String(TITLES.length);
  if (!/^\d{1,4}$/.test(text) || Number(text) < 1 || Number(text) > 1_000) throw badInput('seed.count');
  return Number(text);
}

type CallerOf = (signInName: string) => Caller;

async function readPeople(sandboxUrl: string): Promise<CallerOf> {
  const response = await fetch(`${sandboxUrl}/sandbox/people?tenant=minato.example`, {
    signal: AbortSignal.timeout(10_000),
  });
  const [city] = People.parse(await response.json()).municipalities;
  return (signInName) => {
    const person = city?.people.find((one) => one.signInName === `${signInName}@minato.example`);
    if (!city || !person) throw badInput('cli.failed', { reason: signInName });
    return { municipalityId: city.tenantId, entraObjectId: person.id, via: 'api', locale: 'ja', idempotencyKey: null };
  };
}

async function seedCase({ suite }: OpenSuite, callerOf: CallerOf, index: number): Promise<string> {
  const { approvals, regulations } = suite;
  const drafter = callerOf('drafter');
  const title = TITLES[index % TITLES.length] ?? '';
  const proposalText = `${title}、次の案のとおり実施してよろしいか伺います。`;
  const { items } = await regulations.classifications(drafter, title);
  const classificationCode = (items.find(({ suggested }) => suggested) ?? items[0])?.code ?? '';
  const file = {
    fileName: `${title}.docx`,
    bytes: sampleDocx([title, '', proposalText, '記', '１　日時', '２　場所']),
  };
  const drafted = await approvals.draft(drafter, { title, proposalText, classificationCode }, file);
  // One third stays a draft, one third waits for the 課長, one third is decided.
  const steps = index % 3;
  if (steps === 0) return drafted.id;
  const submitted = await approvals.submit(drafter, drafted.id, drafted.version);
  const approve = (who: string, version: number) =>
    approvals.act(callerOf(who), drafted.id, { act: 'approve', version });
  const reviewed = await approve('subsection-head', submitted.version);
  if (steps === 2) await approve('section-head', reviewed.version);
  return drafted.id;
}
