import { describe, expect, it } from '@jest/globals';
import type { Deployment } from './arguments.ts';
import { fillJson, fillXml, stringsOf, unfilled } from './fill.ts';

const deployment: Deployment = {
  host: 'kaigi.example.jp',
  clientId: 'c',
  appId: 'a',
  addinId: 'd',
  version: '1.2.3',
  privacyUrl: 'https://city.example/?a=1&b=2',
  termsUrl: 't',
  tenant: null,
};

describe('a template', () => {
  it('is filled in every string, at any depth, and nowhere else', () => {
    const filled = fillJson(
      { a: ['https://{{HOST}}/{{CLIENT_ID}}', { b: '{{VERSION}}', n: 7, x: null }], '{{HOST}}': true },
      deployment,
    );
    expect(filled).toEqual({ a: ['https://kaigi.example.jp/c', { b: '1.2.3', n: 7, x: null }], '{{HOST}}': true });
  });

  it('keeps what nobody can fill, to be found', () => {
    expect(unfilled(fillXml('<Id>{{ADDIN_ID}}</Id><X>{{NEW}}</X>{{NEW}}', deployment))).toEqual(['{{NEW}}']);
  });

  it('stays XML whatever a value holds', () => {
    expect(fillXml('<U>{{PRIVACY_URL}}</U>', deployment)).toBe('<U>https://city.example/?a=1&#38;b=2</U>');
  });

  it('leaves single braces to Teams', () => {
    expect(fillJson('{actor}さん：{title}', deployment)).toBe('{actor}さん：{title}');
  });

  it('names each string by its path', () => {
    expect(stringsOf({ a: [{ b: 'x' }], c: 'y', n: 1 })).toEqual([
      ['a[0].b', 'x'],
      ['c', 'y'],
    ]);
  });
});
