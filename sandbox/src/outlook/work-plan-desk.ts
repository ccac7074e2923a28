import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { WorkPlans } from './work-plans.ts';

const WEEKS_MS = 14 * 86_400_000;

interface Asked {
  Params: { person: string };
  Querystring: { from?: string };
}

/** For tests and training: what stands in somebody's work plan of the two weeks from a day on. */
export function workPlanDesk(app: FastifyInstance, { cities, settings }: World, plans: WorkPlans): void {
  const personOf = (name: string) => {
    const person = cities.bySignInName(name);
    if (person === null) throw new Refusal(404, 'unknownPerson');
    return person;
  };
  app.get<Asked>('/work-plans/:person', ({ params, query }) => {
    const asked = query.from === undefined ? settings.now() : Date.parse(`${query.from}T00:00:00+09:00`);
    if (Number.isNaN(asked)) throw new Refusal(400, 'badRequest');
    const items = plans.view(personOf(params.person), new Date(asked), new Date(asked + WEEKS_MS));
    return { items: items.map(({ start, end, location }) => ({ start, end, location })) };
  });
  app.delete<Asked>('/work-plans/:person', ({ params }, reply) => {
    plans.reset(personOf(params.person));
    return reply.code(204).send();
  });
}
