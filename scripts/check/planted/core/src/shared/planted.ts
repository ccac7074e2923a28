import { approvals } from '../approvals/index.ts';
export const planted = approvals;
