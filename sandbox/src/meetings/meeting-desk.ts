import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { City } from '../city/city.ts';
import { Refusal } from '../refusal.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import type { World } from '../world.ts';
import type { Meeting, Meetings } from './meetings.ts';
import { transcriptNews } from './transcript-news.ts';

const policyWish = z.strictObject({
  transcriptAccess: z.boolean().optional(),
  attribution: z.boolean().optional(),
  accessPolicy: z.union([z.literal('everybody'), z.array(z.string())]).optional(),
  news: z.enum(['deliver', 'lose', 'twice', 'outOfOrder', 'forged']).optional(),
});
/** With the address of a booked one it is that one. */
const holdWish = z.strictObject({ script: z.string(), joinUrl: z.string().optional() });

interface Asked {
  Params: { tenant: string; id: string };
}

export interface MeetingDeskParts {
  readonly meetings: Meetings;
  readonly subscriptions: Subscriptions;
}

const shape = ({ id, threadId, organizer, people, script, start, end, transcript }: Meeting) => ({
  ...{ id, threadId, script: script.name, subject: script.subject, organizer: organizer.signInName, start },
  people: people.map(({ signInName }) => signInName),
  ...{ end, transcriptId: transcript?.id ?? null },
});

/** For tests and training: meetings that begin and end, what the tenant allows, and what becomes of news. */
export function meetingDesk(app: FastifyInstance, world: World, { meetings, subscriptions }: MeetingDeskParts): void {
  const cityOf = (tenant: string): City => {
    const city = world.cities.city(tenant);
    if (city === null) throw new Refusal(404, 'unknownTenant');
    return city;
  };
  const meetingOf = ({ tenant, id }: Asked['Params']): Meeting => {
    const found = meetings.find(cityOf(tenant).tenantId, id);
    if (found === null) throw new Refusal(404, 'unknownMeeting');
    return found;
  };
  const read = <T>(schema: z.ZodType<T>, body: unknown): T => {
    const wish = schema.safeParse(body);
    if (!wish.success) throw new Refusal(400, 'badRequest', z.prettifyError(wish.error));
    return wish.data;
  };
  app.get<Asked>('/meetings/:tenant', ({ params }) => ({
    scripts: meetings.scripts().map(({ name, subject }) => ({ name, subject })),
    items: meetings.of(cityOf(params.tenant).tenantId).map(shape),
  }));
  app.post<Asked>('/meetings/:tenant', ({ params, body }, reply) => {
    const [city, { script, joinUrl }] = [cityOf(params.tenant), read(holdWish, body)];
    const held = joinUrl === undefined ? meetings.hold(city, script) : meetings.holdBooked(city, script, joinUrl);
    if (held === null) throw new Refusal(404, 'unknownMeeting');
    return reply.code(201).send(shape(held));
  });
  app.post<Asked>('/meetings/:tenant/:id/end', ({ params }) => {
    const before = meetingOf(params);
    const ended = meetings.end(before);
    // Told in its own time, as by Microsoft.
    if (before.transcript === null && ended.transcript)
      void subscriptions.tell(ended.tenantId, transcriptNews(ended, ended.transcript));
    return shape(ended);
  });
  app.delete<Asked>('/meetings/:tenant/:id', ({ params }, reply) => {
    meetings.remove(meetingOf(params).id);
    return reply.code(204).send();
  });
  app.patch<Asked>('/meeting-policy/:tenant', ({ params, body }) => {
    const { news = subscriptions.news, ...policy } = read(policyWish, body);
    subscriptions.news = news;
    return {
      ...meetings.setPolicy(cityOf(params.tenant).tenantId, policy as Parameters<Meetings['setPolicy']>[1]),
      news,
    };
  });
}
