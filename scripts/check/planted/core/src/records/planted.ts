import { approvals } from '../approvals/index.ts';
import { store } from '../approvals/store.ts';
export const planted = [approvals, store];
