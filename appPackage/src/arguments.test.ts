import { describe, expect, it } from '@jest/globals';
import { ADDIN_ID, APP_ID, readArguments } from './arguments.ts';

const CLIENT = '4b616967-6900-4000-8000-000000000001';
const good = ['--host', 'kaigi.example.jp', '--client-id', CLIENT];
const problems = (args: readonly string[]) => {
  const read = readArguments(args, '0.1.0');
  return read.kind === 'problems' ? read.problems : [];
};

describe('the order for a package', () => {
  it('needs a host and the application, and knows the rest', () => {
    expect(readArguments(['--host', 'Kaigi.Example.jp', '--client-id', CLIENT.toUpperCase()], '0.1.0')).toEqual({
      kind: 'order',
      order: {
        host: 'kaigi.example.jp',
        clientId: CLIENT,
        appId: APP_ID,
        addinId: ADDIN_ID,
        version: '0.1.0',
        privacyUrl: 'https://kaigi.example.jp/',
        termsUrl: 'https://kaigi.example.jp/',
        tenant: null,
        out: 'dist',
      },
    });
  });

  it('may say everything', () => {
    const more = ['--tenant=minato.example', '--out=x', '--app-version=1.2.3', '--privacy-url=https://city.example/p'];
    expect(readArguments([...good, ...more], '0.1.0')).toMatchObject({
      order: { tenant: 'minato.example', out: 'x', version: '1.2.3', privacyUrl: 'https://city.example/p' },
    });
  });

  it('is told every problem at once', () => {
    const said = problems([
      '--host',
      'https://x/',
      '--tenant',
      '--client-id',
      'abc',
      '--colour=red',
      'stray',
      '--app-version',
      'v1',
    ]);
    expect(said).toHaveLength(6);
    for (const name of ['--host', '--tenant', '--client-id', '--colour', 'stray', '--app-version']) {
      expect(said.some((sentence) => sentence.includes(name))).toBe(true);
    }
  });

  it('names what is missing', () => {
    expect(problems([])).toEqual(['--host がありません。', '--client-id がありません。']);
  });

  it.each([
    'localhost',
    'https://kaigi.example.jp',
    'kaigi.example.jp/tab',
    'kaigi_1.example.jp',
    '-a.example.jp',
    'kaigi..jp',
    'kaigi.example.jp:99999',
    '回議.jp',
    `${'a'.repeat(64)}.jp`,
    '{{HOST}}',
  ])('does not take %p for a host', (host) => {
    expect(problems(['--host', host, '--client-id', CLIENT])).toHaveLength(1);
  });

  it.each(['kaigi.example.jp:8443', 'a.lg.jp', 'xn--p8j9a0d9c.jp'])('takes %p for a host', (host) => {
    expect(problems(['--host', host, '--client-id', CLIENT])).toEqual([]);
  });

  it('does not take one option twice', () => {
    expect(problems([...good, '--host', 'b.example.jp'])).toEqual(['--host が二度書かれています。']);
  });

  it('gives help when asked', () => {
    expect(readArguments(['--help'], '0.1.0').kind).toBe('help');
  });
});
