import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { toConfig } from './config.ts';
import { type Env, readEnv, type Variable } from './env.ts';
import { toSecrets } from './secrets.ts';

const TENANT = '6d696e61-746f-4000-8000-000000000001';
const OTHER = '79616d61-746f-4000-8000-000000000002';
const UNLISTED = '4b616967-6900-4000-8000-000000000001';
const PRODUCTION: Env = {
  KAIGI_CLIENT_ID: '11111111-2222-4333-8444-555555555555',
  KAIGI_CLIENT_SECRET: 's3cret',
  KAIGI_PUBLIC_URL: 'https://kaigi.minato.lg.jp',
  KAIGI_TENANTS: `${TENANT}=みなと市`,
};

const SERVER: Env = { KAIGI_SPEECH_URL: 'https://s.example/v1/', KAIGI_SPEECH_MODEL: 'whisper-1' };

type Changed = { readonly [name in Variable]?: string | undefined };

function problemsOf(env: Env): string[] {
  const result = toConfig(env);
  return result.ok ? [] : result.problems.map(({ ja }) => ja);
}

function configOf(env: Env) {
  const result = toConfig(env);
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new RangeError('not a configuration');
  return result.config;
}

describe('configuration', () => {
  it('without anything set is the sandbox, on this machine only', () => {
    expect(configOf({})).toMatchObject({
      sandboxUrl: 'http://localhost:3979',
      bindAddress: '127.0.0.1',
      port: 3978,
      publicUrl: 'http://localhost:3978',
      municipalities: [{ name: 'みなと市' }, { name: 'やまと町' }],
      homeTenant: TENANT,
      embeddedDatabase: true,
    });
  });

  it('finds a sandbox on another port by the variable that puts it there', () => {
    expect(configOf({ KAIGI_SANDBOX_PORT: '5979' })).toMatchObject({
      sandboxUrl: 'http://localhost:5979',
      orgCsv: 'http://localhost:5979/sandbox/cities/{tenantId}/posts.csv',
    });
    const given: Env = { KAIGI_SANDBOX_PORT: '5979', KAIGI_SANDBOX_URL: 'http://localhost:6979' };
    expect(configOf(given).sandboxUrl).toBe('http://localhost:6979');
  });

  it('keeps nights quiet in a city hall, not where people try it out', () => {
    expect([configOf(PRODUCTION).quietHours, configOf({}).quietHours]).toEqual([true, false]);
    expect(configOf({ ...PRODUCTION, KAIGI_QUIET_HOURS: 'off' }).quietHours).toBe(false);
  });

  it('with Microsoft credentials never speaks to a sandbox', () => {
    const config = configOf(PRODUCTION);
    expect(config).toMatchObject({ sandboxUrl: null, bindAddress: '0.0.0.0', publicUrl: 'https://kaigi.minato.lg.jp' });
    expect(config.orgCsv).toBeNull();
  });

  it.each<[string, Env]>([
    ['a host that others reach', { KAIGI_HOST: '0.0.0.0' }],
    ['the host of IPv6 that others reach', { KAIGI_HOST: '::' }],
    ['a public address', { KAIGI_PUBLIC_URL: 'http://kaigi.minato.lg.jp' }],
    ['a sandbox elsewhere', { KAIGI_SANDBOX_URL: 'http://10.1.2.3:3979' }],
    ['a name that only begins like loopback', { KAIGI_PUBLIC_URL: 'http://127.0.0.1.example.com' }],
  ])('without credentials refuses %s, in a sentence', (_what, env) => {
    expect(problemsOf(env).join()).toContain('サンドボックスとして動きます');
  });

  it.each<[string, Env, string]>([
    ['a port that is no number', { PORT: '39x8' }, 'PORT'],
    ['a port out of range', { PORT: '65536' }, 'PORT'],
    ['a port of zero', { PORT: '0' }, 'PORT'],
    ['a port of the sandbox that is no number', { KAIGI_SANDBOX_PORT: 'x' }, 'KAIGI_SANDBOX_PORT'],
    ['a log level that is none', { KAIGI_LOG_LEVEL: 'loud' }, 'KAIGI_LOG_LEVEL'],
    ['a sender without a key', { KAIGI_SENDERS: `zaimu@${TENANT}=` }, 'KAIGI_SENDERS'],
    ['a sender whose key is short', { KAIGI_SENDERS: `zaimu@${TENANT}=whsec_c2hvcnQ=` }, 'KAIGI_SENDERS'],
    ['a sender of a stranger', { KAIGI_SENDERS: `zaimu@${UNLISTED}=whsec_${'QUJD'.repeat(8)}` }, 'KAIGI_SENDERS'],
    ['quiet hours that are neither', { KAIGI_QUIET_HOURS: 'maybe' }, 'KAIGI_QUIET_HOURS'],
    ['a rate that is none', { KAIGI_REQUESTS_PER_MINUTE: '-1' }, 'KAIGI_REQUESTS_PER_MINUTE'],
    ['an app id that is no GUID', { KAIGI_APP_ID: 'kaigi' }, 'KAIGI_APP_ID'],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL'],
    ['a proxy that is no address', { KAIGI_TRUSTED_PROXIES: '10.0.0.0/8, proxy' }, 'KAIGI_TRUSTED_PROXIES'],
    ['a range that is too wide', { KAIGI_TRUSTED_PROXIES: '10.0.0.0/33' }, 'KAIGI_TRUSTED_PROXIES'],
    ['a tenant without a name', { KAIGI_TENANTS: TENANT }, 'KAIGI_TENANTS'],
    ['a tenant twice', { KAIGI_TENANTS: `${TENANT}=甲,${TENANT}=乙` }, '2 度'],
    ['a home tenant that is not listed', { KAIGI_HOME_TENANT: UNLISTED }, 'KAIGI_HOME_TENANT'],
    ['an Office.js address that is none', { KAIGI_OFFICE_JS_URL: 'javascript:alert(1)' }, 'KAIGI_OFFICE_JS_URL'],
    ['one list of posts for two municipalities', { KAIGI_ORG_CSV: '/data/posts.csv' }, 'KAIGI_ORG_CSV'],
    ['one mailbox for two municipalities', { KAIGI_MAIL_SENDER: 'kaigi@city.example' }, 'KAIGI_MAIL_SENDER'],
    ['a mailbox that is no address', { KAIGI_MAIL_SENDER: `${TENANT}=kaigi` }, 'KAIGI_MAIL_SENDER'],
    ['a mailbox that leads elsewhere', { KAIGI_MAIL_SENDER: `${TENANT}=a/b@c.example` }, 'KAIGI_MAIL_SENDER'],
    ['the mailbox of a stranger', { KAIGI_MAIL_SENDER: `${UNLISTED}=kaigi@city.example` }, 'KAIGI_MAIL_SENDER'],
    ['speech of two kinds', { KAIGI_SPEECH_MODELS: '/m', ...SERVER }, 'どちらか一つ'],
    ['a speech server without a model', { KAIGI_SPEECH_URL: 'https://s.example/v1' }, 'KAIGI_SPEECH_MODEL'],
    ['a speech server by ftp', { ...SERVER, KAIGI_SPEECH_URL: 'ftp://s.example' }, 'KAIGI_SPEECH_URL'],
    ['a key in the address', { ...SERVER, KAIGI_SPEECH_URL: 'https://a:b@s.example' }, 'KAIGI_SPEECH_URL'],
    ['a key for no server', { KAIGI_SPEECH_KEY: 'k' }, 'KAIGI_SPEECH_URL と一緒に'],
    ['a key that is no header', { ...SERVER, KAIGI_SPEECH_KEY: 'k k' }, 'KAIGI_SPEECH_KEY'],
    ['recordings of no size', { ...SERVER, KAIGI_SPEECH_MOST_MB: '0' }, '1 以上 2000 以下'],
    ['backups of no days', { KAIGI_BACKUP_DAYS: '0' }, 'KAIGI_BACKUP_DAYS'],
    ['memory for no models', { KAIGI_SPEECH_MEMORY_MB: '2048' }, 'KAIGI_SPEECH_MODELS と一緒に'],
    ['time stamps from anybody', { KAIGI_TIMESTAMP_URL: 'https://tsa.example/' }, 'KAIGI_TIMESTAMP_CA'],
    ['time stamps of nobody', { KAIGI_TIMESTAMP_CA: 'ca.pem' }, 'KAIGI_TIMESTAMP_URL と一緒に'],
    [
      'a policy that is none',
      { KAIGI_TIMESTAMP_URL: 'https://tsa.example/', KAIGI_TIMESTAMP_CA: 'c', KAIGI_TIMESTAMP_POLICY: 'best' },
      'KAIGI_TIMESTAMP_POLICY',
    ],
    ['a language model without its name', { KAIGI_WORDING_URL: 'https://w.example/v1' }, 'KAIGI_WORDING_MODEL'],
    ['a language model of nobody', { KAIGI_WORDING_MODEL: 'm' }, 'KAIGI_WORDING_URL と一緒に'],
    ['a list of posts by ftp', { KAIGI_ORG_CSV: 'ftp://x/{tenantId}.csv' }, 'KAIGI_ORG_CSV'],
  ])('refuses %s instead of guessing', (_what, env, named) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
  });

  it.each<[string, Changed, string]>([
    ['half of the credentials', { KAIGI_CLIENT_SECRET: undefined }, 'KAIGI_CLIENT_SECRET がありません'],
    ['no public address', { KAIGI_PUBLIC_URL: undefined }, 'KAIGI_PUBLIC_URL が必要'],
    ['a public address without TLS', { KAIGI_PUBLIC_URL: 'http://kaigi.example' }, 'https://'],
    ['a public address with a path', { KAIGI_PUBLIC_URL: 'https://kaigi.example/x' }, 'パス'],
    ['no municipality', { KAIGI_TENANTS: undefined }, 'KAIGI_TENANTS が必要'],
    ['a sandbox beside credentials', { KAIGI_SANDBOX_URL: 'http://localhost:3979' }, '同時に'],
  ])('in production refuses %s', (_what, env, said) => {
    expect(problemsOf(readEnv({ ...PRODUCTION, ...env })).join()).toContain(said);
  });

  it('lists every problem at once', () => {
    expect(problemsOf({ PORT: 'x', KAIGI_LOG_LEVEL: 'x', KAIGI_APP_ID: 'x', KAIGI_HOST: '8.8.8.8' })).toHaveLength(4);
  });

  it('takes several municipalities with names of any script', () => {
    const config = configOf({ KAIGI_TENANTS: ` ${TENANT.toUpperCase()} = みなと市 , ${OTHER}=やまと町=本庁 ` });
    expect(config.municipalities).toEqual([
      { id: TENANT, name: 'みなと市' },
      { id: OTHER, name: 'やまと町=本庁' },
    ]);
  });

  it('takes one mailbox of one municipality by its address, of several by their tenants, and none for none', () => {
    expect(configOf(PRODUCTION).mailSenders).toEqual(new Map());
    const one = configOf({ ...PRODUCTION, KAIGI_MAIL_SENDER: 'kaigi@minato.lg.jp' });
    expect(one.mailSenders).toEqual(new Map([[TENANT, 'kaigi@minato.lg.jp']]));
    const several = configOf({ KAIGI_MAIL_SENDER: `${OTHER}=kaigi@yamato.example` });
    expect(several.mailSenders).toEqual(new Map([[OTHER, 'kaigi@yamato.example']]));
  });

  it('M-04: takes models of this machine, or a server by its base or its whole address', () => {
    expect(configOf({}).speech).toBeNull();
    const models = configOf({ KAIGI_SPEECH_MODELS: '/srv/speech' }).speech;
    expect(models).toEqual({ kind: 'MODELS', folder: '/srv/speech', memoryMb: 6_144 });
    const server = { kind: 'SERVER', model: 'whisper-1', mostMb: 25 };
    expect(configOf(SERVER).speech).toEqual({ ...server, url: 'https://s.example/v1/audio/transcriptions' });
    const whole = 'http://gpu.city.local:8000/x/audio/transcriptions?api-version=1';
    const own = configOf({ ...SERVER, KAIGI_SPEECH_URL: whole, KAIGI_SPEECH_MOST_MB: '900' });
    expect(own.speech).toEqual({ ...server, url: whole, mostMb: 900 });
  });

  it('M-09: takes a language model, which is not given closed meetings unless that is said', () => {
    expect(configOf({}).wording).toBeNull();
    const model = { KAIGI_WORDING_URL: 'https://llm.example/v1/', KAIGI_WORDING_MODEL: 'm' };
    const wording = { url: 'https://llm.example/v1/chat/completions', model: 'm', forClosed: false };
    expect(configOf(model).wording).toEqual(wording);
    expect(configOf({ ...model, KAIGI_WORDING_CLOSED: 'on' }).wording).toEqual({ ...wording, forClosed: true });
  });

  it('counts an empty variable as not set', () => {
    expect(readEnv({ PORT: '  ', KAIGI_HOME: ' /data ', HOME: '/root' })).toEqual({ KAIGI_HOME: '/data' });
  });
});

describe('secrets', () => {
  const secrets = toSecrets({
    KAIGI_CLIENT_SECRET: 'hunter2',
    DATABASE_URL: 'postgres://u:hunter2@db/kaigi',
    KAIGI_SENDERS: `zaimu@${TENANT}=whsec_${Buffer.from('hunter2'.repeat(4)).toString('base64')}`,
    KAIGI_SPEECH_KEY: 'hunter2',
  });

  it('A-42: know other systems by their keys', () => {
    expect(secrets.senders).toMatchObject([{ name: 'zaimu', municipalityId: TENANT }]);
    expect(Buffer.from(secrets.senders[0]?.key ?? []).toString()).toBe('hunter2'.repeat(4));
  });

  it('refuse to be printed in any way', () => {
    const printed = [
      inspect(secrets),
      JSON.stringify({ secrets }),
      String(secrets),
      `${secrets}`,
      inspect({ a: { secrets } }),
    ];
    expect(printed.join()).not.toContain('hunter2');
  });

  it('are there for those who ask by name', () => {
    expect([secrets.clientSecret, secrets.databaseUrl]).toEqual(['hunter2', 'postgres://u:hunter2@db/kaigi']);
  });
});
