import { describe, expect, it } from '@jest/globals';
import { jobsTexts } from '../jobs/text.ts';
import { caseUrl, inboxUrl } from '../teams-links.ts';
import { checkNode } from './doctor/machine.ts';
import { doctorTexts } from './doctor/text.ts';
import { ownerOf } from './kept-checkpoints.ts';
import { cliTexts } from './text.ts';
import { entriesOfBundle, tileNumber, tilePaths } from './tile-paths.ts';

describe('paths of the exported log', () => {
  it.each([
    [0, '000'],
    [999, '999'],
    [1000, 'x001/000'],
    [1234067, 'x001/x234/067'],
  ])('tile %i is %s', (n, path) => {
    expect(tileNumber(n)).toBe(path);
  });

  it('name every tile of every level, the last one partial', () => {
    expect(tilePaths(70_000)).toMatchObject({ bundles: { length: 274 } });
    expect(tilePaths(70_000).tiles.filter((path) => path.startsWith('1/'))).toEqual(['1/000', '1/001.p/17']);
    expect(tilePaths(70_000).tiles.filter((path) => path.startsWith('2/'))).toEqual(['2/000.p/1']);
    expect(tilePaths(0)).toEqual({ tiles: [], bundles: [] });
    expect(tilePaths(256)).toEqual({ tiles: ['0/000', '1/000.p/1'], bundles: ['entries/000'] });
  });

  it('read the entries of a bundle', () => {
    expect(entriesOfBundle(Uint8Array.of(0, 1, 65, 0, 0, 0, 2, 66, 67))).toEqual(['A', '', 'BC']);
  });
});

describe('R-19: a checkpoint that somebody has kept', () => {
  const MINATO = { id: '6d696e61-746f-4000-8000-000000000001', name: 'みなと市' };
  const YAMATO = { id: '79616d61-746f-4000-8000-000000000002', name: 'やまと町' };
  const all = [MINATO, YAMATO];
  const base64 = (length: number) => Buffer.alloc(length, 1).toString('base64');
  const noteOf = (origin: string) => `${origin}\n5\n${base64(32)}\n\n— ${origin} ${base64(68)}\n`;
  const of = (note: string, chosen = all) => ownerOf({ file: '控え.txt', note }, { all, chosen });

  it('is held against the log of its own municipality only, as it says itself', () => {
    expect(of(noteOf(`kaigi.example/kaigi/${YAMATO.id}`))).toBe(YAMATO);
    expect(of(noteOf(`kaigi.example/kaigi/${MINATO.id}`))).toBe(MINATO);
    expect(of(noteOf(`kaigi.example/kaigi/${MINATO.id}`), [MINATO])).toBe(MINATO);
  });

  it('of another municipality than the chosen one, or of none that is here, is said to be so', () => {
    const name = YAMATO.name;
    expect(() => of(noteOf(`kaigi.example/kaigi/${YAMATO.id}`), [MINATO])).toThrow(
      expect.objectContaining({ code: 'verify.checkpoint_of_another', params: { file: '控え.txt', name } }),
    );
    expect(() => of(noteOf(`kaigi.example/kaigi/${YAMATO.id.replace('2', '3')}`))).toThrow(
      expect.objectContaining({ code: 'verify.checkpoint_of_nobody' }),
    );
  });

  it('that names no municipality is looked at by all', () => {
    for (const note of ['', 'これはチェックポイントではない', noteOf('go.sum database tree')])
      expect(of(note)).toBeNull();
  });
});

describe('links into Teams', () => {
  const place = { appId: '4b616967-6900-4000-8000-0000000000aa', publicUrl: 'https://kaigi.example' };

  it('open the case in the tab', () => {
    expect(caseUrl(place, 'c-1')).toBe(
      'https://teams.microsoft.com/l/entity/4b616967-6900-4000-8000-0000000000aa/inbox?context=%7B%22subEntityId%22%3A%22c-1%22%7D',
    );
  });

  it('lead to the page itself where the app id is not known', () => {
    expect(caseUrl({ ...place, appId: null }, 'c-1')).toBe('https://kaigi.example/tab/#/cases/c-1');
    expect(inboxUrl({ ...place, appId: null })).toBe('https://kaigi.example/tab/#/inbox');
  });
});

describe('texts of the command line', () => {
  it('are there in both languages, with the same parameters', () => {
    const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
    for (const { ja, en } of Object.values({ ...cliTexts, ...doctorTexts, ...jobsTexts })) {
      expect(parameters(en)).toEqual(parameters(ja));
      expect(en).not.toMatch(/[぀-ヿ一-鿿]/);
    }
  });
});

describe('doctor', () => {
  it.each([
    ['24.21.0', 'ok'],
    ['20.20.0', 'fail'],
  ])('finds Node.js %s to be %s', (version, status) => {
    expect(checkNode(version).status).toBe(status);
  });
});
