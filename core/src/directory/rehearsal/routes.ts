import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { NewRehearsalSchema, RehearsalActivationSchema, RehearsalListSchema, RehearsalViewSchema } from './contract.ts';
import type { Rehearsals } from './service.ts';

const Id = z.object({ id: z.string().max(100) });

export function rehearsalRoutes(rehearsals: Rehearsals): Route[] {
  return [
    route({
      method: 'POST',
      path: '/directory/rehearsals',
      summary: {
        ja: '組織改正の試行（新しい職の一覧を読み、変わるものと壊れるものを示す。何も変えない）',
        en: 'Rehearse a reorganisation: tells what the new list of posts would change and break, and changes nothing',
      },
      body: NewRehearsalSchema,
      upload: true,
      answer: RehearsalViewSchema,
      status: 201,
      handle: (caller, { body, file }) => rehearsals.load(caller, body, file),
    }),
    route({
      method: 'GET',
      path: '/directory/rehearsals',
      summary: { ja: '組織改正の試行の一覧', en: 'The rehearsals, newest first' },
      answer: RehearsalListSchema,
      handle: (caller) => rehearsals.list(caller),
    }),
    route({
      method: 'GET',
      path: '/directory/rehearsals/{id}',
      summary: { ja: '試行の結果（今の案件と規程で計算し直す）', en: 'What a rehearsal finds, worked out anew' },
      params: Id,
      answer: RehearsalViewSchema,
      handle: (caller, { params }) => rehearsals.read(caller, params.id),
    }),
    route({
      method: 'GET',
      path: '/directory/rehearsals/{id}/differences',
      summary: { ja: '組織の変更点（CSV）', en: 'Every difference as CSV' },
      params: Id,
      answer: 'download',
      handle: (caller, { params }) => rehearsals.differences(caller, params.id),
    }),
    route({
      method: 'POST',
      path: '/directory/rehearsals/{id}/activate',
      summary: {
        ja: '組織改正の確定（壊れるものが残るあいだは受け付けない）',
        en: 'Activate the organisation for its day; refused while something would break',
      },
      params: Id,
      body: RehearsalActivationSchema,
      answer: RehearsalViewSchema,
      handle: (caller, { params, body }) => rehearsals.activate(caller, params.id, body),
    }),
  ];
}
