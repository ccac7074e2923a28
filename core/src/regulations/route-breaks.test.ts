import { describe, expect, it } from '@jest/globals';
import { invariant } from '../shared/index.ts';
import { checkPack } from './language/load.ts';
import { exampleOrganisation } from './language/organisation.ts';
import { fileOf } from './packs/packs.fixture.ts';
import { routesThatBreak } from './route-breaks.ts';

const loaded = checkPack(fileOf('minato/2026-04-01.yaml'));
invariant(loaded.ok, 'the pack of みなと市 is sound');
const { pack } = loaded;

/** The city of the pack's examples, in which nobody holds these posts. */
function vacant(...codes: readonly string[]) {
  const { organisation } = pack.file;
  const posts = organisation.posts.map((post) => ({ ...post, vacant: codes.includes(post.code) || post.vacant }));
  return exampleOrganisation({ ...pack.file, organisation: { ...organisation, posts } });
}
const sound = new Set(routesThatBreak(pack, vacant()).map(({ problem }) => problem));
const broken = (...codes: readonly string[]) =>
  routesThatBreak(pack, vacant(...codes)).filter(({ problem }) => !sound.has(problem));

describe('O-02: routes tried in an organisation to come', () => {
  it('are told where the deciding post is vacant, once, with the units that draft there', () => {
    const [found, ...more] = broken('seisaku-head');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ ruleId: 'ROUTE', problem: 'regulations.decider_vacant:政策課長', simulated: true });
    expect(found?.sentence.ja).toMatch(/^政策.*の起案：.*「政策課長」が欠員/u);
    expect(found?.sentence.en).toMatch(/^Drafted in 政策/u);
  });

  it('reach every height: a vacant 部長 and a vacant 市長 are seen too', () => {
    expect(broken('kikaku-bu-head').map(({ problem }) => problem)).toEqual(['regulations.decider_vacant:企画部長']);
    expect(broken('minato-head').length).toBeGreaterThan(0);
  });

  it('are none in an organisation like the one that is', () => {
    expect(broken()).toEqual([]);
  });
});
