import { describe, expect, it } from '@jest/globals';
import { conflict } from '@kaigi/core/shared';
import { z } from 'zod';
import { changeOf } from './changes.ts';
import { localeOf } from './locale.ts';
import { toProblem } from './problem.ts';
import { strict, strictReader } from './read-input.ts';
import { fastifyPath } from './routes.ts';
import { httpTexts, STALE_TITLE, STATUS_TITLES } from './text.ts';

describe('the language of the answer', () => {
  it.each<[string | undefined, string]>([
    [undefined, 'ja'],
    ['', 'ja'],
    ['ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
    ['en-US,en;q=0.9,ja;q=0.8', 'en'],
    ['en;q=0.3,ja;q=0.8', 'ja'],
    ['fr,de', 'ja'],
    ['fr,en;q=0.1', 'en'],
    ['en;q=0', 'ja'],
    ['*', 'ja'],
    ['EN', 'en'],
    [';;q=,,', 'ja'],
  ])('for %j is %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });
});

describe('a path', () => {
  it.each([
    ['/cases/{id}/acts', '/cases/:id/acts'],
    ['/ledger/tile/{path+}', '/ledger/tile/*'],
    ['/a/{x}/b/{y}', '/a/:x/b/:y'],
    ['/me', '/me'],
  ])('%s is %s for Fastify', (path, expected) => {
    expect(fastifyPath(path)).toBe(expected);
  });
});

describe('a schema', () => {
  it('that says nothing about other fields refuses them', () => {
    expect(strict(z.object({ a: z.string() })).safeParse({ a: 'x', b: 1 }).success).toBe(false);
  });

  it('that takes other fields on purpose goes on taking them', () => {
    expect(strict(z.looseObject({ a: z.string() })).safeParse({ a: 'x', b: 1 }).success).toBe(true);
  });

  it('that is not there takes nothing', () => {
    expect(strict(undefined).safeParse({ b: 1 }).success).toBe(false);
  });
});

describe('an address that names no id', () => {
  it.each([
    ['ja', 'リンクが途中で切れていないか'],
    ['en', 'The link may have been cut off'],
  ] as const)('is refused in %s as a person would say it', (locale, words) => {
    const said = () => strictReader(z.object({ id: z.uuid() }), { id: 'abc' }, locale);
    expect(said).toThrow(expect.objectContaining({ params: { problems: expect.stringContaining(words) } }));
  });
});

describe('what is thrown', () => {
  it.each([new Error('secret'), 'secret', null, undefined, { statusCode: 200, message: 'secret' }])(
    'by mistake (%#) is 500 and not shown',
    (thrown) => {
      const { status, unexpected, body } = toProblem(thrown, httpTexts, 'ja');
      expect({ status, unexpected }).toEqual({ status: 500, unexpected: true });
      expect(JSON.stringify(body)).not.toContain('secret');
    },
  );
});

describe('a conflict', () => {
  it.each([
    ['approvals.stale', '内容が更新されています'],
    ['minutes.meeting_stale', '内容が更新されています'],
    ['minutes.round_no_minutes', 'いまはできません'],
    ['telework.month_closed', 'いまはできません'],
  ])('%s is titled %s: only what has changed meanwhile is called so', (code, title) => {
    expect(toProblem(conflict(code), httpTexts, 'ja')).toMatchObject({ status: 409, body: { title } });
  });
});

describe('texts', () => {
  it('are there in both languages, with the same parameters', () => {
    const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
    for (const { ja, en } of [...Object.values(httpTexts), ...Object.values(STATUS_TITLES), STALE_TITLE]) {
      expect(parameters(en)).toEqual(parameters(ja));
      expect(en).not.toMatch(/[぀-ヿ一-鿿]/);
    }
  });
});

describe('a fact', () => {
  const payload = { caseId: 'c', version: 3, audience: ['s'] };

  it('about a case becomes a change', () => {
    const fact = { municipalityId: 'm', topic: 'approvals/case-changed', payload };
    expect(changeOf(fact)).toEqual({ kind: 'case', id: 'c', version: 3 });
  });

  it('A-26: says nothing of the case but its id and version, whatever the fact holds', () => {
    const secret = { ...payload, title: '極秘の人事', confidentiality: 'C3A' };
    const fact = { municipalityId: 'm', topic: 'approvals/case-changed', payload: secret };
    expect(Object.keys(changeOf(fact) ?? {})).toEqual(['kind', 'id', 'version']);
  });

  it('T-13: that somebody is elsewhere becomes a change that says nothing of who', () => {
    const fact = { municipalityId: 'm', topic: 'telework/presence-changed', payload: { staffId: 's' } };
    expect(changeOf(fact)).toEqual({ kind: 'presence', id: 'all', version: 0 });
  });

  it('S-14: that a calendar has changed becomes a change that says nothing of whose', () => {
    const fact = { municipalityId: 'm', topic: 'schedules/changed', payload: { ownerId: 's' } };
    expect(changeOf(fact)).toEqual({ kind: 'schedules', id: 'all', version: 0 });
  });

  it('about something else, or malformed, becomes none', () => {
    expect(changeOf({ municipalityId: 'm', topic: 'other/thing', payload })).toBeNull();
    expect(changeOf({ municipalityId: 'm', topic: 'approvals/case-changed', payload: { caseId: 'c' } })).toBeNull();
  });
});
