import { planted } from '../../../core/src/records/planted.ts';
import { tenant } from '../../../sandbox/src/tenant.ts';
export const page = [planted, tenant];
