import { type Route, route } from '../shared/index.ts';
import { ListedPostPageSchema, ListedStaffPageSchema, ListedUnitPageSchema, ListQuerySchema } from './contract.ts';
import type { DirectoryLists } from './lists-service.ts';

export function directoryRoutes(lists: DirectoryLists): Route[] {
  return [
    route({
      method: 'GET',
      path: '/directory/units',
      summary: {
        ja: '所属の一覧（q：名前、unitId：その直下だけ、on：その日の組織）',
        en: 'Units, by name (q), right below another one (unitId), of a day (on)',
      },
      query: ListQuerySchema,
      answer: ListedUnitPageSchema,
      handle: (caller, { query }) => lists.units(caller, query),
    }),
    route({
      method: 'GET',
      path: '/directory/posts',
      summary: {
        ja: '職の一覧と就いている職員（q：所属と職の名前、unitId：その所属、on：その日の組織）',
        en: 'Posts with their holders, by name (q), of a unit (unitId), of a day (on)',
      },
      query: ListQuerySchema,
      answer: ListedPostPageSchema,
      handle: (caller, { query }) => lists.posts(caller, query),
    }),
    route({
      method: 'GET',
      path: '/directory/staff',
      summary: {
        ja: '職員を氏名・所属・職で探す（q）。unitId：その所属の職員',
        en: 'Staff by name, unit or post (q), or of a unit (unitId)',
      },
      query: ListQuerySchema.omit({ on: true }),
      answer: ListedStaffPageSchema,
      handle: (caller, { query }) => lists.staff(caller, query),
    }),
  ];
}
