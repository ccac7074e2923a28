import { createImports, type Imports } from '../import/service.ts';
import { createPostage, type Postage } from '../issue/postage.ts';
import { createIssues, type Issues } from '../issue/service.ts';
import type { RecordsParts } from '../parts.ts';
import { createReceipts, type Receipts } from '../receipts/service.ts';
import type { RegisterLists } from './lists.ts';
import { createNumbers, type Numbers } from './service.ts';

/** 文書収発簿, and what goes in and out by it. */
export interface Book {
  readonly lists: RegisterLists;
  readonly numbers: Numbers;
  readonly receipts: Receipts;
  readonly issues: Issues;
  readonly postage: Postage;
  readonly imports: Imports;
}

export const createBook = (parts: RecordsParts, lists: RegisterLists): Book => ({
  ...{ lists, numbers: createNumbers(parts), receipts: createReceipts(parts), postage: createPostage(parts) },
  ...{ issues: createIssues(parts, parts.checkSignature), imports: createImports(parts) },
});
