import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { ApplicationViewSchema, GiveUpInputSchema } from '../applications/contract.ts';
import { applicationRoutes } from '../applications/routes.ts';
import type { Applications } from '../applications/service.ts';
import { MyRegistrationSchema, PersonsRegistrationSchema } from './contract.ts';
import type { registrationKind } from './kind.ts';
import type { Registrations } from './service.ts';

const Id = z.object({ id: z.uuid() });

export interface RegistrationRoutes {
  readonly applications: Applications;
  readonly registrations: Registrations;
  readonly kind: ReturnType<typeof registrationKind>;
}

export const registrationRoutes = ({ applications, registrations, kind }: RegistrationRoutes): Route[] => [
  route({
    method: 'GET',
    path: '/telework/registrations/mine',
    summary: { ja: '自分の利用者登録', en: 'One’s own registration' },
    answer: MyRegistrationSchema,
    handle: (caller) => registrations.mine(caller),
  }),
  route({
    method: 'GET',
    path: '/telework/registrations/people/{staffId}',
    summary: {
      ja: '部下の利用者登録（住所・連絡先は所属長と人事だけ）',
      en: 'That of somebody below; address and telephone for their head of section and personnel alone',
    },
    params: z.object({ staffId: z.uuid() }),
    answer: PersonsRegistrationSchema,
    handle: (caller, { params }) => registrations.of(caller, params.staffId),
  }),
  ...applicationRoutes({
    ...{ base: '/telework/registrations', kind, applications },
    name: { ja: 'テレワークの利用者登録', en: 'Registration for telework' },
  }),
  route({
    method: 'POST',
    path: '/telework/registrations/{id}/cancel',
    summary: { ja: '承認された登録を取り消す（理由を付けて）', en: 'Cancel an approved registration, with a reason' },
    params: Id,
    body: GiveUpInputSchema,
    answer: ApplicationViewSchema,
    handle: (caller, { params, body }) => applications.cancel(caller, { applicationId: params.id, input: body }),
  }),
];
