import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphError } from '../graph/graph-error.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Libraries } from './libraries.ts';
import { LABELS, type Library } from './library.ts';
import { libraryPage } from './library-page.ts';

interface Asked {
  Params: { tenant: string; id: string; act: string };
  Querystring: { problem?: string };
}

const ACTS: Readonly<Record<string, (library: Library, id: string) => void>> = {
  alter: (library, id) => library.write(id, Buffer.from('だれかが書き換えた内容')),
  delete: (library, id) => library.delete(id),
  lock: (library, id) => library.label(id, LABELS[1]),
  unlock: (library, id) => library.label(id, null),
};

/** A page elsewhere could send this form for whoever looks at it. */
function ownPageOnly({ headers, host }: FastifyRequest<Asked>): void {
  if (headers.origin !== undefined && URL.parse(headers.origin)?.host !== host) throw new Refusal(403, 'foreignPage');
}

/** The library of a municipality as people see it in SharePoint: to look at, and to do what people do there. */
export function libraryDesk(app: FastifyInstance, { cities }: World, libraries: Libraries): void {
  const cityOf = (tenant: string) => {
    const city = cities.city(tenant);
    if (city === null) throw new Refusal(404, 'unknownTenant');
    return city;
  };
  app.get<Asked>('/library/:tenant', ({ params, query }, reply) => {
    const city = cityOf(params.tenant);
    const page = libraryPage(city, libraries.of(city.tenantId), query.problem === 'refused');
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
  });
  app.get<Asked>('/sandbox/library/:tenant', ({ params }) => {
    const library = libraries.of(cityOf(params.tenant).tenantId);
    const items = library.present().map(({ id, path, bytes, label, hash }) => ({
      ...{ id, path, bytes: bytes.length, hash, label: label?.name ?? null },
    }));
    return { items, bin: library.bin().map(({ id }) => id) };
  });
  app.post<Asked>('/library/:tenant/:id/:act', (request, reply) => {
    ownPageOnly(request);
    const { tenant, id, act } = request.params;
    const back = `/library/${encodeURIComponent(tenant)}`;
    const run = ACTS[act];
    if (!run) throw new Refusal(404, 'unknownPath');
    try {
      run(libraries.of(cityOf(tenant).tenantId), id);
      return reply.redirect(back, 303);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return reply.redirect(`${back}?problem=refused`, 303);
    }
  });
}
