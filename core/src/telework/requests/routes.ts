import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { ApplicationViewSchema } from '../applications/contract.ts';
import { applicationRoutes } from '../applications/routes.ts';
import type { Applications } from '../applications/service.ts';
import { ReturnItemsInputSchema } from './contract.ts';
import type { requestKind } from './kind.ts';

const Id = z.object({ id: z.uuid() });

export const requestRoutes = (applications: Applications, kind: ReturnType<typeof requestKind>): Route[] => [
  ...applicationRoutes({
    ...{ base: '/telework/requests', kind, applications },
    name: { ja: 'テレワークの実施申請', en: 'Request for telework' },
  }),
  route({
    method: 'POST',
    path: '/telework/requests/{id}/return',
    summary: { ja: '持ち出した物を返却した', en: 'What was taken out is back' },
    params: Id,
    body: ReturnItemsInputSchema,
    answer: ApplicationViewSchema,
    handle: (caller, { params, body }) => applications.returnItems(caller, { applicationId: params.id, input: body }),
  }),
];
