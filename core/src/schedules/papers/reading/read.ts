import { diffReadingPacks } from '../../../approvals/index.ts';
import { sha256Hex } from '../../../platform/index.ts';
import { presentReadingPack, type ReadingPack } from '../../../records/index.ts';
import { type Caller, type Download, invariant, KaigiError } from '../../../shared/index.ts';
import type { PaperReading } from '../contract.ts';
import { contentOf, noteOpened, type PaperNamed, paperFor } from '../files.ts';
import type { PapersParts } from '../parts.ts';
import type { Paper } from '../plan.ts';
import { compared } from './compare.ts';
import type { PaperPages } from './pdf-pages.ts';

const KEY = 'paper';

interface Read {
  readonly fileName: string;
  readonly pack: ReadingPack;
  readonly pages: PaperPages | null;
}

async function read(parts: PapersParts, { title }: Paper, { fileName, bytes }: Download): Promise<Read> {
  const sha256 = sha256Hex(bytes);
  const given = { sha256, bytes: async () => bytes };
  const [pages, pack] = await Promise.all([
    parts.readPages(given),
    parts.records.readFiles([{ key: KEY, title, fileName, size: bytes.length, ...given }]),
  ]);
  return { fileName, pack, pages };
}

/** What this reader may not open, or is no more, is compared with nothing. */
async function earlier(parts: PapersParts, caller: Caller, paper: Paper | undefined): Promise<Read | null> {
  if (!paper) return null;
  try {
    return await read(parts, paper, await contentOf(parts, caller, paper));
  } catch (error) {
    if (error instanceof KaigiError) return null;
    throw error;
  }
}

function pagesOf(now: PaperPages, before: PaperPages | null): Pick<PaperReading, 'pages' | 'gone' | 'pageCount'> {
  const found = before && compared(before.pages, now.pages);
  return {
    pageCount: now.pageCount,
    pages: now.pages.map(({ lines }, at) => {
      const mark = found?.marks[at];
      return { number: at + 1, change: mark?.change ?? null, was: mark?.was ?? null, lines: [...lines] };
    }),
    gone: [...(found?.gone ?? [])],
  };
}

/**
 * An edition to be read here, and what is different from an earlier one; that it was opened is kept.
 * @throws not-found as `openPaper`; unavailable `schedules.paper_reading_busy`, `records.reading_busy`
 */
export async function readPaper(
  parts: PapersParts,
  caller: Caller,
  asked: PaperNamed & { readonly against: number | undefined },
): Promise<PaperReading> {
  const found = await paperFor(parts, caller, asked);
  const { paper, editions } = found;
  const wanted = asked.against ?? paper.edition - 1;
  const other = editions.find(({ edition }) => edition === wanted && edition < paper.edition);
  const now = await read(parts, paper, await contentOf(parts, caller, paper));
  const before = await earlier(parts, caller, other);
  await noteOpened(parts, caller, found);
  const [part] = presentReadingPack(now.pack).parts;
  invariant(part, 'one paper was read');
  const { paperId, edition, title } = paper;
  return {
    ...{ paperId, edition, title, fileName: now.fileName, against: before && other ? other.edition : null },
    ...(now.pages ? pagesOf(now.pages, before?.pages ?? null) : { pageCount: part.pageCount, pages: null, gone: [] }),
    // Page by page it says the same once more.
    part: now.pages ? { ...part, html: null } : part,
    diff: before ? (diffReadingPacks(before.pack, now.pack).parts[0] ?? null) : null,
  };
}
