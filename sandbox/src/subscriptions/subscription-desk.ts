import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { parsed } from '../windows/routes.ts';
import type { World } from '../world.ts';
import type { Subscriptions } from './subscriptions.ts';

const lifecycleWish = z.strictObject({ event: z.enum(['missed', 'subscriptionRemoved', 'reauthorizationRequired']) });

interface Asked {
  Params: { tenant: string; id: string };
}

/** For tests and training: who asked to be told, and what Microsoft says about that. */
export function subscriptionDesk(app: FastifyInstance, { cities }: World, subscriptions: Subscriptions): void {
  const tenantOf = (tenant: string): string => {
    const city = cities.city(tenant);
    if (city === null) throw new Refusal(404, 'unknownTenant');
    return city.tenantId;
  };
  app.get<Asked>('/subscriptions/:tenant', ({ params }) => ({ items: subscriptions.of(tenantOf(params.tenant)) }));
  app.post<Asked>('/subscriptions/:tenant/:id/lifecycle', async ({ params, body }, reply) => {
    const { event } = parsed(lifecycleWish, body);
    await subscriptions.lifecycle(subscriptions.get(tenantOf(params.tenant), params.id), event);
    return reply.code(204).send();
  });
}
