import type { DraftCaseInput, PackReview } from '@kaigi/core/contract';
import { fill } from '@kaigi/core/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { KaigiClient } from '../../api/client.ts';
import { useText } from '../../app/locale.ts';
import { goTo } from '../../app/use-route.ts';
import { type DraftWork, type Step, useDraftWork } from '../../drafting/use-draft-work.ts';
import { matterOf } from '../matters.ts';
import { packsText } from './text.ts';

const GENERAL = 'GENERAL';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What is drafted: the matter by which the regulations are changed, and the text that names the version. */
async function inputOf(api: KaigiClient, review: PackReview): Promise<DraftCaseInput> {
  const { version, proposalText } = review;
  const code = review.matter?.code ?? GENERAL;
  // The record is in Japanese, whoever drafts it.
  const title = fill(packsText['case.title'].ja, { version });
  const [matters, classes] = await Promise.all([api.drafting.matters(), api.drafting.classifications(title)]);
  const own = matterOf(matters, code)?.classification;
  const fitting = classes.find((one) => one.code === own) ?? classes.find(({ suggested }) => suggested) ?? classes[0];
  return {
    title,
    proposalText,
    classificationCode: fitting?.code ?? '',
    matter: { code, facts: {}, escalations: [], raiseTo: null, analogousTo: null },
  };
}

/** The draft, its attachment, and that it decides upon the version: each once, however often it is tried. */
async function draftFor(api: KaigiClient, step: Step, { review, packId }: { review: PackReview; packId: string }) {
  const name = review.version.replace('/', '-');
  const [input, document, text] = await Promise.all([
    inputOf(api, review),
    api.packs.document(packId),
    api.packs.text(packId),
  ]);
  const file = new File([document], `${name}.docx`, { type: WORD });
  const drafted = await step(['pack draft', packId], (key) => api.drafting.draft(input, file, key));
  await step(['pack case', packId, drafted.id], (key) => api.packs.nameCase(packId, drafted.id, key));
  const attachment = new File([text], `${name}.yaml.txt`, { type: 'text/plain' });
  const wish = { version: drafted.version, replaces: null, file: attachment };
  return step(['pack file', drafted.id], (key) => api.approvals.attach(drafted.id, wish, key));
}

/** 「決裁にかける」: makes the case that decides upon the version, and leads to its draft. */
export function useDecide(review: PackReview, packId: string): { readonly busy: boolean; start(): void } {
  const api = useApi();
  const t = useText(packsText);
  const queries = useQueryClient();
  const { busy, run }: DraftWork = useDraftWork();
  return {
    busy,
    start: () =>
      run({
        work: async (step) => {
          try {
            return await draftFor(api, step, { review, packId });
          } finally {
            void queries.invalidateQueries({ queryKey: ['packs'] });
          }
        },
        done: t('decision.started'),
        onDone: ({ id }) => goTo({ page: 'drafting', id }),
      }),
  };
}
