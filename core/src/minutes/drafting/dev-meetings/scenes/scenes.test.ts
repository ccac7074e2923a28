import { describe, expect, it } from '@jest/globals';
import * as lists from './all.fixture.ts';

describe('scenes of meetings', () => {
  it.each(Object.entries(lists))('of %s are all read, with a day and labels', (_name, scenes) => {
    expect(scenes.length).toBeGreaterThan(20);
    const strange = scenes.filter(({ facts, utterances, gold }) => {
      const labels = gold.decisions.length + gold.actions.length;
      const unread = utterances.some(({ text }) => /[[\]]/u.test(text));
      return labels === 0 || unread || utterances.length < 8 || !/^\d{4}-\d\d-\d\d$/u.test(facts.day);
    });
    expect(strange.map(({ name }) => name)).toEqual([]);
  });
});
