import type { FastifyInstance } from 'fastify';

interface Known {
  readonly method: string;
  readonly matches: RegExp;
}

const ofRegExp = /[.+?^${}()|[\]\\]/g;

/** `/cases/:id` and `/tab/*` as they match a path. */
function matcher(route: string): RegExp {
  const segments = route.split('/').map((segment) => {
    if (segment.startsWith(':')) return '[^/]+';
    return segment.replace(ofRegExp, '\\$&').replace('*', '.*');
  });
  return new RegExp(`^${segments.join('/')}$`);
}

/** Which methods a path has, for whoever asked with another one. Called before any route is registered. */
export function allowedMethods(app: FastifyInstance): (url: string) => string[] {
  const known: Known[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    const matches = matcher(url);
    for (const one of [method].flat()) known.push({ method: one, matches });
  });
  return (url) => {
    const [path = ''] = url.split('?');
    return [...new Set(known.filter(({ matches }) => matches.test(path)).map(({ method }) => method))].sort();
  };
}
