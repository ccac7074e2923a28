import { z } from 'zod';
import { isStorable } from '../../shared/index.ts';
import type { ProposalsView } from './contract.ts';
import type { Remark } from './prompt.ts';

type Proposal = ProposalsView['proposals'][number];

const Answer = z.object({
  sentences: z.array(z.object({ text: z.string(), remarks: z.array(z.unknown()).catch([]) })),
});

const MOST = 10;
const LONGEST = 400;

/** Models like to wrap what they were asked for in a fence, or in words before and after. */
function jsonIn(text: string): unknown {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (from < 0 || to < from) return null;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return null;
  }
}

/** Numbers of remarks that were given, once each; whatever else the model made up is no source. */
function sourcesOf(named: readonly unknown[], remarks: readonly Remark[]): string[] {
  const lines = named.flatMap((number) => remarks[Number(number) - 1]?.lineId ?? []);
  return [...new Set(lines)];
}

/**
 * What a model answered as proposals; null where it cannot be read. A sentence that names none of the remarks is an
 * addition. What is not text as people type it, or far too long, is left out.
 */
export function proposalsIn(text: string, remarks: readonly Remark[]): readonly Proposal[] | null {
  const { success, data } = Answer.safeParse(jsonIn(text));
  if (!success) return null;
  return data.sentences
    .map(({ text: words, remarks: named }): Proposal => {
      const sources = sourcesOf(named, remarks);
      return { text: words.replace(/\s+/gu, ' ').trim(), sources, isAddition: sources.length === 0 };
    })
    .filter(({ text: words }) => words !== '' && words.length <= LONGEST && isStorable(words))
    .slice(0, MOST);
}
